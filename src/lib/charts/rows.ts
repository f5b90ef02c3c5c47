import { rangeKindOf, strictestSample } from '$lib/privacy/sample-type';
import type { CellKey, Released, ReleasedCell, ReleasedTable } from '$lib/privacy/table';
import { flagMark, flagShort, flagText } from '$lib/text/flags';
import { mayCompare } from '$lib/text/finding';
import {
  type FormatLanguage,
  formatNumber,
  formatRange,
  formatRankRange,
  formatSignedPoints,
  formatValue,
  labelOf,
  memberLabel,
  speakRange,
  speakValue,
  writePointsRange
} from '$lib/text/format';
import type { Text } from '$lib/text/text';
import { cellAt, contrastWithReference, dimensionOf, sameKey } from './cells';
import type { ModelPart, ModelRow } from './model';
import type { FigureSpec, RankRange } from './spec';

type Table = Released<ReleasedTable>;

/** A row's place in its table before it is put into words. */
export interface RowPlace {
  key: string;
  label: string;
  table: Table;
  at: CellKey;
  cell: ReleasedCell;
}

/** Rows in the order of the table: members of a dimension, or one for each table. */
export function placesOf(
  spec: FigureSpec,
  tables: readonly Table[],
  language: FormatLanguage
): RowPlace[] {
  const place = (table: Table, key: string, label: string, at: CellKey): RowPlace => ({
    key,
    label,
    table,
    at,
    cell: cellAt(table, at)
  });
  const first = tables[0];
  if (!first) return [];
  const { by } = spec;
  if (by === null)
    return tables.map((table) =>
      place(table, table.subject.key, labelOf(table.subject.labels, language), spec.at)
    );
  return dimensionOf(first, by).members.map((member) => {
    const one = place(
      first,
      member.key,
      memberLabel(member, spec.words?.groups[member.key], language),
      {
        ...spec.at,
        [by]: member.key
      }
    );
    return spec.parts ? { ...one, cell: stackedCell(first, one.at, spec.parts.dimension) } : one;
  });
}

/** What a stacked row as a whole may say: the strictest flag of its parts, and the answers they share. */
function stackedCell(table: Table, at: CellKey, dimension: string): ReleasedCell {
  const parts = dimensionOf(table, dimension).members.map(({ key }) =>
    cellAt(table, { ...at, [dimension]: key })
  );
  const worst = (['c', 'x', 'u'] as const).find((flag) => parts.some((part) => part.flag === flag));
  const like = parts.find((part) => part.flag === (worst ?? '')) ?? cellAt(table, at);
  return worst === 'c' || worst === 'x' ? like : { ...like, value: 1, low: 1, high: 1 };
}

const isHidden = (place: RowPlace): boolean => place.cell.value === null;
const rankOfHidden = (place: RowPlace): number => (place.cell.flag === 'c' ? 0 : 1);

/**
 * Largest first; ordered categories keep their order; "other" after the rest; private rows and then
 * unavailable rows last, in the order of the codebook, which tells nothing about their size.
 */
export function sortPlaces(
  places: readonly RowPlace[],
  ordered: boolean,
  sizeOf: (place: RowPlace) => number
): RowPlace[] {
  const shown = places.filter((place) => !isHidden(place));
  const hidden = places.filter(isHidden).sort((a, b) => rankOfHidden(a) - rankOfHidden(b));
  const isOther = (place: RowPlace): number => (place.key.toLowerCase() === 'other' ? 1 : 0);
  if (!ordered) shown.sort((a, b) => isOther(a) - isOther(b) || sizeOf(b) - sizeOf(a));
  return [...shown, ...hidden];
}

/** A row in words: the strings every output repeats. */
export function wordRow(
  place: RowPlace,
  position: { index: number; rows: number },
  spec: FigureSpec,
  text: Text,
  language: FormatLanguage
): ModelRow {
  const { cell, table } = place;
  const { unit, decimals } = table.subject;
  const words = text.figures;
  const ofRows = words.ofRows(position.index + 1, position.rows);
  const rank = rankOf(place, spec);
  const base = {
    key: place.key,
    label: place.label,
    flag: cell.flag,
    flagText: flagText(cell, text),
    flagShort: flagShort(cell, text),
    isFocus: !spec.focus || spec.focus.length === 0 || spec.focus.includes(place.key),
    parts: [],
    net: null
  };
  if (cell.value === null || cell.low === null || cell.high === null) {
    const spoken =
      cell.flag === 'c' ? words.flags.speech.c : flagText(cell, text).replace('[x] ', '');
    return {
      ...base,
      value: null,
      low: null,
      high: null,
      n: null,
      valueText: flagMark(cell.flag),
      rangeText: flagMark(cell.flag),
      answersText: flagMark(cell.flag),
      answersWords: '',
      speech: `${place.label}: ${spoken}, ${ofRows}`,
      rankText: null,
      gapText: null,
      gapRangeText: null
    };
  }
  const answers = cell.n === null ? '' : formatNumber(cell.n, language);
  const gap = gapOf(place, spec, language);
  const speech = [
    hasRange(table)
      ? words.speech(
          place.label,
          speakValue(cell.value, unit, decimals, language),
          speakRange(cell.low, cell.high, unit, decimals, language),
          words.answers(answers)
        )
      : words.speechAlone(
          place.label,
          speakValue(cell.value, unit, decimals, language),
          words.answers(answers)
        ),
    ...(cell.flag === 'u' ? [words.flags.speech.u] : []),
    ofRows
  ].join(', ');
  return {
    ...base,
    value: cell.value,
    low: cell.low,
    high: cell.high,
    n: cell.n,
    valueText: formatValue(cell.value, unit, decimals, language),
    rangeText: formatRange(cell.low, cell.high, unit, decimals, language),
    answersText: answers,
    answersWords: words.answers(answers),
    speech,
    rankText: rank ? formatRankRange(rank.best, rank.worst, language) : null,
    gapText: gap?.text ?? null,
    gapRangeText: gap?.range ?? null
  };
}

/** Was anybody drawn, so that a range says something? */
const hasRange = ({ sources }: Table): boolean =>
  rangeKindOf(strictestSample(sources.map(({ sampleType }) => sampleType)) ?? 'opt-in') !== 'none';

/** The likely rank where the figure ranks: given with the choice, or kept with the table. */
function rankOf(place: RowPlace, spec: FigureSpec): RankRange | null {
  const given = spec.ranks?.[place.key];
  if (given) return given;
  if (spec.type !== 'ranked-bar') return null;
  const kept = place.table.ranks.find(({ at }) => sameKey(at, place.at));
  return kept ? { best: kept.from, worst: kept.to } : null;
}

/** The gap to the reference, only where its test passed. */
function gapOf(
  place: RowPlace,
  spec: FigureSpec,
  language: FormatLanguage
): { text: string; range: string } | null {
  if (!spec.reference || spec.by === null) return null;
  const contrast = contrastWithReference(
    place.table,
    place.at,
    spec.by,
    spec.reference.at
  )?.contrast;
  const sampleType = place.table.sources[0]?.sampleType ?? 'opt-in';
  if (!contrast || !mayCompare(contrast, sampleType)) return null;
  const { unit, decimals } = place.table.subject;
  if (unit !== 'proportion') {
    const sign = contrast.difference < 0 ? '−' : '+';
    return {
      text: sign + formatValue(Math.abs(contrast.difference), unit, decimals, language),
      range: formatRange(contrast.differenceLow, contrast.differenceHigh, unit, decimals, language)
    };
  }
  return {
    text: formatSignedPoints(contrast.difference),
    range: writePointsRange(contrast.differenceLow, contrast.differenceHigh, language)
  };
}

/** A stacked row's parts in the order of the answers; empty when any of them is hidden. */
export function wordParts(
  table: Table,
  at: CellKey,
  dimension: string,
  language: FormatLanguage
): ModelPart[] {
  const parts: ModelPart[] = [];
  for (const { key } of dimensionOf(table, dimension).members) {
    const part = wordPart(table, { ...at, [dimension]: key }, key, language);
    if (!part) return [];
    parts.push(part);
  }
  return parts;
}

export function wordPart(
  table: Table,
  at: CellKey,
  key: string,
  language: FormatLanguage
): ModelPart | null {
  const { unit, decimals } = table.subject;
  const { value, low, high, flag } = cellAt(table, at);
  if (value === null || low === null || high === null) return null;
  return {
    key,
    value,
    low,
    high,
    flag,
    valueText: formatValue(value, unit, decimals, language),
    rangeText: formatRange(low, high, unit, decimals, language)
  };
}
