import type { Text } from '$lib/text/text';
import type { Description, PlainModel } from '../definition';
import { describeDotWhisker } from '../dot-whisker/describe';

/** Facts and key of a map with its ranked list. */
export function describeChoropleth(model: PlainModel, text: Text): Description {
  const words = text.figures.key;
  const used = new Set(model.flagsUsed.map(({ flag }) => flag));
  const list = describeDotWhisker(model, text);
  return {
    alt: list.alt,
    key: [
      ...(used.has('u') ? [{ mark: 'area-care' as const, text: words.care }] : []),
      ...(used.has('c') ? [{ mark: 'area-private' as const, text: words.private }] : []),
      ...(used.has('x') ? [{ mark: 'area-missing' as const, text: words.missing }] : []),
      ...list.key.filter((item) => item.mark !== 'dot-care')
    ]
  };
}
