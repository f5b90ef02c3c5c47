import { buildModel } from '$lib/charts/build-model';
import type { ChartModel, ModelRow } from '$lib/charts/model';
import { labelIn, type Labels } from '$lib/codebook/codebook';
import { getPriorityMethod } from '$lib/priorities';
import type { ItemFamily } from '$lib/priorities/definition';
import type { RankAcceptability } from '$lib/priorities/rank-acceptability';
import { rankTable } from '$lib/priorities/rank-table';
import { itemDimension, type ReleasedScores } from '$lib/priorities/release-scores';
import type { Released, ReleasedTable } from '$lib/privacy/table';
import { formatOrdinal, formatRankRange, lowerFirst, upperFirst } from '$lib/text/format';
import { withoutEnd } from '$lib/text/propose-claim';
import { textFor, type Language } from '$lib/text/text';

/** Likely ranks under one method as dots with ranges, the first priority on top. */
export const rankFigure = (
  { methodId, table, acceptability }: ReleasedScores,
  family: ItemFamily,
  language: Language
): ChartModel =>
  drawRanks(table, acceptability, {
    id: `ranks-${methodId}`,
    dimension: itemDimension,
    heading: textFor(language).priorities.item[family],
    name: labelIn(getPriorityMethod(methodId).labels, language),
    language
  });

/** Ranks over draws as a figure; `table` is what the ranks are of, released. */
function drawRanks(
  table: Released<ReleasedTable>,
  acceptability: readonly RankAcceptability[],
  {
    id,
    dimension,
    heading,
    name,
    language
  }: { id: string; dimension: string; heading: string; name: string; language: Language }
): ChartModel {
  const t = textFor(language).priorities;
  const labels: Labels = { [language]: t.rankOf(name) };
  const ranks = rankTable(
    table,
    acceptability,
    { labels, base: { [language]: t.rankBase } },
    dimension
  );
  const model = buildModel(
    { id, type: 'dot-whisker', by: dimension, at: {}, heading, headline: t.rankOf(name) },
    [ranks],
    language
  );
  const rows = model.rows.map((row, i) => rankRow(row, i, model.rows.length, language));
  const shown = rows.filter(({ value }) => value !== null);
  const words = shown.map(({ label, rangeText }) => t.rankFinding(label, rangeText));
  return {
    ...model,
    ...(words[0] !== undefined && { title: withoutEnd(words[0]) }),
    subtitle: `${name}: ${lowerFirst(model.subtitle)}`,
    rows,
    axis: fromFirst(model.axis),
    columns: model.columns.map((column) =>
      column.key === 'value'
        ? { ...column, label: t.rankColumn }
        : column.key === 'range'
          ? { ...column, label: t.rankRangeColumn }
          : column
    ),
    key: [{ mark: 'dot', text: t.rankKey }],
    source: rankSource(model.source, table, language),
    finding: '',
    alt: { what: t.rankAlt(String(shown.length), name), facts: words, pattern: '' }
  };
}

/** No rank stands before the first. */
const fromFirst = (axis: ChartModel['axis']): ChartModel['axis'] => ({
  ...axis,
  min: 1,
  ticks: [{ at: 1, label: '1' }, ...axis.ticks.filter(({ at }) => at > 1)]
});

/** Ranks are said as ranks: "1st", "2nd to 4th". */
function rankRow(row: ModelRow, index: number, rows: number, language: Language): ModelRow {
  if (row.value === null || row.low === null || row.high === null) return row;
  const text = textFor(language);
  const range = formatRankRange(row.low, row.high, language);
  return {
    ...row,
    valueText: formatOrdinal(row.value, language),
    rangeText: range,
    speech: text.priorities.rankSpeech(row.label, range, text.figures.ofRows(index + 1, rows))
  };
}

/** The source line ends with how ranks were made, in place of how the scores' ranges were. */
function rankSource(source: string, table: ReleasedTable, language: Language): string {
  const { source: words } = textFor(language).figures;
  const { interval } = table.method;
  const said = words.method(words.intervals[interval] ?? interval);
  return source.replace(`${upperFirst(said)}.`, textFor(language).priorities.rankSource);
}
