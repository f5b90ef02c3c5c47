import type { Text } from '$lib/text/text';
import type { Description, PlainModel } from '../definition';
import { describeRows, flagKey, valueName } from '../describe';

/** Facts and key of a ranked bar chart. */
export const describeRankedBar = (model: PlainModel, text: Text): Description => ({
  alt: describeRows(model, text),
  key: [
    { mark: 'bar', text: text.figures.key.bar(valueName(model, text)) },
    ...flagKey(model, text, 'bar-care')
  ]
});
