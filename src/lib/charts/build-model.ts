import { strictestSample } from '$lib/privacy/sample-type';
import type { Flag, Released, ReleasedTable } from '$lib/privacy/table';
import { explainFlags } from '$lib/text/flags';
import { formatRange, formatValue, labelOf } from '$lib/text/format';
import { sourceLine } from '$lib/text/source-line';
import { textFor, type Language, type Text } from '$lib/text/text';
import { axisFor } from './axis';
import { cellAt, dimensionOf } from './cells';
import type { PlainModel } from './definition';
import { charts } from './index';
import { mapOf } from './map-classes';
import type { ChartModel, ModelReference, ModelRow } from './model';
import { ChartRefused, refusalOf } from './refusal';
import { placesOf, sortPlaces, wordPart, wordParts, wordRow, type RowPlace } from './rows';
import type { FigureSpec } from './spec';
import { withRangesAs } from './ranges';
import { findingOf, subtitleOf, titleOf } from './words';

type Table = Released<ReleasedTable>;

/**
 * Everything a figure says, from a choice and the released tables it speaks of. Pure: the same input
 * gives the same model, in whichever process.
 *
 * @param tables  one; for `by: null` one for each row; for a stacked chart with `net` a second one
 * @throws ChartRefused when `refusalOf` gives a reason not to draw it
 */
export function buildModel(
  spec: FigureSpec,
  tables: readonly Table[],
  language: Language
): ChartModel {
  const refusal = refusalOf(spec, tables);
  const first = tables[0];
  if (refusal || !first)
    throw new ChartRefused(refusal ?? { code: 'nothing-to-show', offer: null });
  const text = textFor(language);
  const places = orderedPlaces(spec, tables, language);
  const rows = places.map((place, index) => {
    const worded = wordRow(place, { index, rows: places.length }, spec, text, language);
    const breakBefore = spec.breaks?.[place.key];
    const row = breakBefore === undefined || index === 0 ? worded : { ...worded, breakBefore };
    return spec.parts ? withParts(row, place, spec, tables, text, language) : row;
  });
  const reference = referenceOf(spec, first, language);
  const flags = new Set<Flag>(rows.map((row) => row.flag));
  const sources = sourcesOf(spec, tables);
  const hidden = rows.filter((row) => row.flag === 'c').length;
  const model: PlainModel = {
    id: spec.id,
    type: spec.type,
    dir: 'ltr',
    language,
    title: spec.headline ?? titleOf(spec, places, text, language),
    subtitle: subtitleOf(spec, tables, sources, text, language),
    finding: findingOf(spec, tables, places, text, language),
    rowHeading: rowHeadingOf(spec, first, text, language),
    rows,
    parts: partsOf(spec, first, language),
    ramp: spec.parts?.ramp ?? 'sequential',
    columns: columnsOf(spec, rows, first, text, language),
    reference,
    axis: axisOf(spec, rows, reference, first, language),
    map: spec.type === 'choropleth' ? mapOf(spec, places, text, language) : null,
    notes: notesOf(spec, tables, text, language),
    source: sourceLine(sources, first.method, hidden, text, language),
    flagsUsed: explainFlags(flags, text),
    hash: spec.hash ?? null,
    isSample: sources.some((source) => source.isSample),
    sampleType: strictestSample(sources.map(({ sampleType: type }) => type)) ?? 'opt-in'
  };
  return withRangesAs(model, (plain) => charts[spec.type].describe(plain, text), text);
}

function orderedPlaces(spec: FigureSpec, tables: readonly Table[], language: Language): RowPlace[] {
  const first = tables[0];
  const places = placesOf(spec, tables, language);
  if (!first) return [];
  const ordered = spec.by !== null && dimensionOf(first, spec.by).ordered;
  const net = spec.net ? tables[1] : undefined;
  if (spec.type !== 'stacked-ordinal')
    return sortPlaces(places, ordered, (place) => place.cell.value ?? 0);
  if (!net) return places;
  return sortPlaces(places, ordered, (place) => netCell(place, spec, net).value ?? 0);
}

const netCell = (place: RowPlace, spec: FigureSpec, net: Table) =>
  cellAt(net, { ...spec.net?.at, ...rowKey(place, spec) });

const rowKey = (place: RowPlace, spec: FigureSpec) =>
  spec.by === null ? {} : { [spec.by]: place.key };

function withParts(
  row: ModelRow,
  place: RowPlace,
  spec: FigureSpec,
  tables: readonly Table[],
  text: Text,
  language: Language
): ModelRow {
  if (!spec.parts) return row;
  const parts = wordParts(place.table, place.at, spec.parts.dimension, language);
  const net = spec.net && tables[1];
  const netPart = net
    ? wordPart(net, { ...spec.net?.at, ...rowKey(place, spec) }, 'net', language)
    : null;
  const labels = new Map(
    partsOf(spec, place.table, language).map(({ key, label }) => [key, label])
  );
  const spoken = parts.map((part) => `${labels.get(part.key) ?? part.key} ${part.valueText}`);
  const words = [
    ...(netPart ? [`${spec.net?.label ?? ''} ${netPart.valueText} (${netPart.rangeText})`] : []),
    ...spoken
  ].join(', ');
  return {
    ...row,
    parts,
    net: netPart,
    valueText: netPart?.valueText ?? '',
    rangeText: netPart?.rangeText ?? '',
    speech:
      parts.length === 0
        ? row.speech
        : `${row.label}: ${words}, ${text.figures.answers(row.answersText)}`
  };
}

function partsOf(spec: FigureSpec, table: Table, language: Language): ChartModel['parts'] {
  if (!spec.parts) return [];
  const apart = new Set(spec.parts.apart);
  return dimensionOf(table, spec.parts.dimension).members.map(({ key, labels }) => ({
    key,
    label: labelOf(labels, language),
    apart: apart.has(key)
  }));
}

function referenceOf(spec: FigureSpec, table: Table, language: Language): ModelReference | null {
  if (!spec.reference) return null;
  const { value, low, high } = cellAt(table, spec.reference.at);
  if (value === null || low === null || high === null) return null;
  const { unit, decimals } = table.subject;
  return {
    label: spec.reference.label,
    value,
    low,
    high,
    valueText: formatValue(value, unit, decimals, language),
    rangeText: formatRange(low, high, unit, decimals, language)
  };
}

function axisOf(
  spec: FigureSpec,
  rows: readonly ModelRow[],
  reference: ModelReference | null,
  table: Table,
  language: Language
): ChartModel['axis'] {
  if (spec.type === 'stacked-ordinal') return axisFor(0, 1, table.subject, language);
  const ends = [...rows, ...(reference ? [reference] : [])].flatMap(({ low, high }) =>
    low === null || high === null ? [] : [low, high]
  );
  return axisFor(Math.min(0, ...ends), Math.max(0, ...ends), table.subject, language);
}

function rowHeadingOf(spec: FigureSpec, table: Table, text: Text, language: Language): string {
  return spec.by === null
    ? text.figures.columns.need
    : (spec.heading ?? labelOf(dimensionOf(table, spec.by).labels, language));
}

function columnsOf(
  spec: FigureSpec,
  rows: readonly ModelRow[],
  table: Table,
  text: Text,
  language: Language
): ChartModel['columns'] {
  const words = text.figures.columns;
  const label = { key: 'label', label: rowHeadingOf(spec, table, text, language) };
  const answers = { key: 'answers', label: words.answers };
  const flag = rows.some((row) => row.flag !== '') ? [{ key: 'flag', label: words.flag }] : [];
  if (spec.type === 'stacked-ordinal')
    return [
      label,
      ...partsOf(spec, table, language).flatMap((part) => [
        { key: `part:${part.key}`, label: part.label },
        { key: `part-range:${part.key}`, label: `${part.label}, ${words.range}` }
      ]),
      ...(spec.net
        ? [
            { key: 'value', label: spec.net.label },
            { key: 'range', label: words.range }
          ]
        : []),
      answers,
      ...flag
    ];
  const { unit } = table.subject;
  const value =
    unit === 'proportion' ? words.value : unit === 'people' ? words.people : words.number;
  return [
    ...(rows.some((row) => row.rankText !== null) ? [{ key: 'rank', label: words.rank }] : []),
    label,
    { key: 'value', label: value },
    { key: 'range', label: words.range },
    answers,
    ...(rows.some((row) => row.gapText !== null)
      ? [
          { key: 'gap', label: words.gap },
          { key: 'gap-range', label: words.gapRange }
        ]
      : []),
    ...flag
  ];
}

function sourcesOf(spec: FigureSpec, tables: readonly Table[]): ReleasedTable['sources'] {
  const seen = new Map(tables.flatMap((table) => table.sources).map((one) => [one.waveId, one]));
  const wave = spec.at['wave'];
  const chosen = wave === undefined ? undefined : seen.get(wave);
  return chosen ? [chosen] : [...seen.values()];
}

/** What the way people were chosen keeps a figure from saying, once for each way. */
function sampleNotes(sources: ReleasedTable['sources'], words: Text['figures']['notes']): string[] {
  const types = new Set(sources.map(({ sampleType }) => sampleType));
  return [
    ...(types.has('opt-in') ? [words.open] : []),
    ...(types.has('address-based') ? [words.fewAnswered] : []),
    ...(types.has('casper') ? [words.casper] : []),
    ...(types.has('census') ? [words.census] : [])
  ];
}

/** Rows are areas: what holds between areas need not hold between people. */
const isByArea = (spec: FigureSpec, tables: readonly Table[]): boolean =>
  spec.type === 'choropleth' ||
  (spec.areaDimension !== undefined && spec.areaDimension === spec.by && tables.length > 0);

function notesOf(
  spec: FigureSpec,
  tables: readonly Table[],
  text: Text,
  language: Language
): string[] {
  const words = text.figures.notes;
  const first = tables[0];
  if (!first) return [];
  const bases = [
    ...new Set(
      tables
        .slice(0, spec.net ? 1 : undefined)
        .map((table) => labelOf(table.subject.base, language))
    )
  ];
  const sources = sourcesOf(spec, tables);
  const apart = partsOf(spec, first, language).filter((part) => part.apart);
  return [
    ...(spec.notes ?? []),
    ...(first.subject.unit === 'proportion' ? [words.base(bases.join('; '))] : []),
    ...(spec.multipleChoice ? [words.several] : []),
    ...apart.map((part) => words.dontKnow(part.label)),
    ...(spec.reference && first.subject.unit === 'proportion' ? [words.gapsTested] : []),
    ...sampleNotes(sources, words),
    ...(isByArea(spec, tables) ? [words.areas] : []),
    ...(tables.some((table) => table.mostlyHidden) ? [words.mostlyHidden] : []),
    ...(sources.some((source) => source.isSample) ? [words.sample] : [])
  ];
}
