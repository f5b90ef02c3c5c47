import { rangeKindOf } from '$lib/privacy/sample-type';
import type { Text } from '$lib/text/text';
import type { Description, PlainModel } from './definition';
import { valueName } from './describe';
import type { ChartModel, ModelRow } from './model';

/**
 * A model whose ranges are called what they are: of a random draw as they come; model-based where
 * people chose themselves; and none where nobody was drawn, so that no line, column or word of it is
 * left.
 */
export function withRangesAs(
  model: PlainModel,
  describe: (model: PlainModel) => Description,
  text: Text
): ChartModel {
  const kind = rangeKindOf(model.sampleType);
  if (kind === 'sampling') return { ...model, ...describe(model) };
  const { columns, key, alt } = text.figures;
  const name = valueName(model, text);
  if (kind === 'model') {
    const named = {
      ...model,
      columns: model.columns.map((column) => ({
        ...column,
        label: column.label.replace(columns.range, columns.modelRange)
      }))
    };
    const described = describe(named);
    return {
      ...named,
      ...described,
      key: keyNamed(described.key, key.bar(name), key.barModel(name))
    };
  }
  const bare: PlainModel = {
    ...model,
    rows: model.rows.map(withoutRange),
    columns: model.columns.filter(
      ({ key: one }) => one !== 'range' && one !== 'gap-range' && !one.startsWith('part-range')
    ),
    reference: model.reference && { ...model.reference, ...pointOf(model.reference.value) }
  };
  const described = describe(bare);
  return {
    ...bare,
    alt: {
      what: described.alt.what.replace(alt.rangeMark[model.type] ?? '', ''),
      facts: described.alt.facts.map(withoutParentheses),
      pattern: described.alt.pattern
    },
    key: keyNamed(described.key, key.bar(name), key.barAlone(name)).map((item) => ({
      ...item,
      text: item.text.replace(/, $/, '')
    }))
  };
}

const keyNamed = (key: ChartModel['key'], from: string, to: string): ChartModel['key'] =>
  key.map((item) => (item.text === from ? { ...item, text: to } : item));

const pointOf = (value: number) => ({ low: value, high: value, rangeText: '' });

function withoutRange(row: ModelRow): ModelRow {
  if (row.value === null) return row;
  return {
    ...row,
    ...pointOf(row.value),
    gapRangeText: null,
    speech: row.net ? row.speech.replace(` (${row.net.rangeText})`, '') : row.speech,
    parts: row.parts.map((part) => ({ ...part, ...pointOf(part.value) })),
    net: row.net && { ...row.net, ...pointOf(row.net.value) }
  };
}

/** A range left empty leaves its parentheses behind. */
const withoutParentheses = (sentence: string): string => sentence.replaceAll(' ()', '');
