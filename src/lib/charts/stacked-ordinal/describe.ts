import type { Text } from '$lib/text/text';
import type { Description, PlainModel } from '../definition';
import { describeRows, valueName } from '../describe';

/** Facts and key of a stacked chart; a row's facts are those of its net, or of its largest part. */
export function describeStackedOrdinal(model: PlainModel, text: Text): Description {
  const words = text.figures;
  const labels = new Map(model.parts.map(({ key, label }) => [key, label]));
  const hasNet = model.rows.some((row) => row.net !== null);
  const alt = describeRows({ ...model, rows: model.rows.filter(() => hasNet) }, text);
  const facts = hasNet
    ? alt.facts
    : model.rows.flatMap((row) => {
        const largest = [...row.parts].sort((a, b) => b.value - a.value)[0];
        return largest
          ? [words.finding.parts(row.label, labels.get(largest.key) ?? '', largest.valueText)]
          : [];
      });
  return {
    alt: {
      ...alt,
      what: words.alt['stacked-ordinal'](String(model.rows.length), model.title),
      facts
    },
    key: hasNet ? [{ mark: 'dot', text: words.key.bar(valueName(model, text)) }] : []
  };
}
