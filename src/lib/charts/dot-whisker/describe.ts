import type { Text } from '$lib/text/text';
import type { Description, PlainModel } from '../definition';
import { describeRows, flagKey, valueName } from '../describe';

/** Facts and key of a dot-and-whisker chart. */
export const describeDotWhisker = (model: PlainModel, text: Text): Description => ({
  alt: describeRows(model, text),
  key: [
    { mark: 'dot', text: text.figures.key.bar(valueName(model, text)) },
    ...flagKey(model, text, 'dot-care'),
    ...(model.reference
      ? [
          {
            mark: 'reference' as const,
            text: text.figures.key.reference(model.reference.label, model.reference.rangeText)
          }
        ]
      : [])
  ]
});
