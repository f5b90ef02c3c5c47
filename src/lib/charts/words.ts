import type { Released, ReleasedTable, TableSource } from '$lib/privacy/table';
import {
  comparisonFinding,
  levelFinding,
  mayCompare,
  restFinding,
  sayPhraseOf,
  type FindingCell,
  type FindingContext
} from '$lib/text/finding';
import {
  formatMonths,
  formatValue,
  joinWords,
  labelOf,
  lowerFirst,
  type FormatLanguage,
  upperFirst
} from '$lib/text/format';
import { phraseOf } from '$lib/text/phrase';
import type { Text } from '$lib/text/text';
import { cellAt, contrastOf, contrastWithReference, dimensionOf } from './cells';
import type { RowPlace } from './rows';
import type { FigureSpec } from './spec';

type Table = Released<ReleasedTable>;

const cellOf = (place: RowPlace, spec: FigureSpec): FindingCell => ({
  ...place.cell,
  group: spec.words?.groups[place.key] ?? place.label
});

function contextOf(
  spec: FigureSpec,
  place: RowPlace,
  text: Text,
  language: FormatLanguage
): FindingContext {
  const { subject, sources } = place.table;
  return {
    text,
    language,
    subject,
    label: labelOf(subject.labels, language),
    predicate: spec.words?.predicate ?? null,
    base: labelOf(subject.base, language),
    sampleType: sources[0]?.sampleType ?? 'opt-in'
  };
}

/** The row a headline speaks of: the first in focus that carries an unflagged number. */
function leadOf(spec: FigureSpec, places: readonly RowPlace[]): RowPlace | undefined {
  const sound = places.filter((place) => place.cell.value !== null && place.cell.flag === '');
  return (
    sound.find((place) => spec.focus?.includes(place.key)) ??
    sound[0] ??
    places.find((place) => place.cell.value !== null)
  );
}

/** A generated headline: numbers side by side, no word that compares them. */
export function titleOf(
  spec: FigureSpec,
  places: readonly RowPlace[],
  text: Text,
  language: FormatLanguage
): string {
  const words = text.figures.title;
  const lead = leadOf(spec, places);
  const label = labelOf(places[0]?.table.subject.labels ?? {}, language);
  if (!lead) return words.hidden(label);
  const { value, low, high } = lead.cell;
  const { unit, decimals } = lead.table.subject;
  const numbered = (name: string, number: number | null): string =>
    words.rowNumber(name, formatValue(number ?? 0, unit, decimals, language));
  if (spec.by === null) {
    const leaders = places.filter((place) => place.cell.value !== null && place.cell.flag === '');
    return joinWords(
      (leaders.length > 0 ? leaders : [lead])
        .slice(0, 2)
        .map(({ label: name, cell }, i) => numbered(i === 0 ? name : lowerFirst(name), cell.value)),
      language
    );
  }
  if (spec.parts) return upperFirst(label);
  const sampleType = lead.table.sources[0]?.sampleType;
  if (
    spec.words &&
    unit === 'proportion' &&
    value !== null &&
    low !== null &&
    high !== null &&
    sampleType !== 'opt-in'
  ) {
    const group = spec.words.groups[lead.key] ?? lead.label;
    const phrase = sayPhraseOf(phraseOf(value, low, high), group, text, language);
    return upperFirst(words.predicate(phrase, spec.words.predicate));
  }
  const reference = spec.reference && cellAt(lead.table, spec.reference.at).value;
  const parts = [
    numbered(lead.label, value),
    ...(spec.reference && typeof reference === 'number'
      ? [numbered(spec.reference.label, reference)]
      : [])
  ];
  return words.group(label, parts.join(', '));
}

/** Who, where, when, split by what. */
export function subtitleOf(
  spec: FigureSpec,
  tables: readonly Table[],
  sources: readonly TableSource[],
  text: Text,
  language: FormatLanguage
): string {
  const first = tables[0];
  const words = text.figures.subtitle;
  const when = sources.map(
    (source) => formatMonths(source.fieldedFrom, source.fieldedTo, language) || source.waveName
  );
  const by =
    spec.by === null || !first
      ? []
      : [
          words.by(
            lowerFirst(spec.heading ?? labelOf(dimensionOf(first, spec.by).labels, language))
          )
        ];
  const who = spec.who ?? upperFirst(labelOf(first?.subject.base ?? {}, language));
  return words.join([who, joinWords(when, language), ...by].filter((part) => part !== ''));
}

/**
 * The sentence under the headline. A passed test is told first, then what cannot be told apart, then a
 * level. Flagged rows never stand in a comparison.
 */
export function findingOf(
  spec: FigureSpec,
  tables: readonly Table[],
  places: readonly RowPlace[],
  text: Text,
  language: FormatLanguage
): string {
  const lead = leadOf(spec, places);
  const first = places[0];
  if (!first) return '';
  if (!lead) return levelFinding(cellOf(first, spec), contextOf(spec, first, text, language));
  const context = contextOf(spec, lead, text, language);
  if (spec.parts) return stackedFinding(spec, tables, places, context);
  const pair = spec.by === null ? null : pairOf(spec, lead, places);
  if (pair) return comparisonFinding(pair.a, pair.b, pair.contrast, context);
  const level = levelFinding({ ...cellOf(lead, spec), group: groupInLevel(spec, lead) }, context);
  const rest =
    spec.by !== null && spec.reference
      ? contrastWithReference(lead.table, lead.at, spec.by, spec.reference.at)
      : null;
  return rest?.isRest ? `${level} ${restFinding(rest.contrast, context)}`.trim() : level;
}

/** "renters" where the words are known; the label otherwise; nothing for a measure of everyone. */
const groupInLevel = (spec: FigureSpec, place: RowPlace): string =>
  spec.words?.groups[place.key] ?? (spec.by === null ? '' : place.label);

/** The level of the first row's net; without a net, its most frequent answer. */
function stackedFinding(
  spec: FigureSpec,
  tables: readonly Table[],
  places: readonly RowPlace[],
  context: FindingContext
): string {
  const place = places.find(({ cell }) => cell.flag === '') ?? places[0];
  if (!place || !spec.parts) return '';
  const row = spec.by === null ? {} : { [spec.by]: place.key };
  const net = spec.net && tables[1];
  if (net)
    return levelFinding(
      { ...cellAt(net, { ...spec.net?.at, ...row }), group: place.label },
      { ...context, label: spec.net?.label ?? '', predicate: null }
    );
  const { dimension } = spec.parts;
  const largest = dimensionOf(place.table, dimension)
    .members.map((member) => ({
      member,
      cell: cellAt(place.table, { ...place.at, [dimension]: member.key })
    }))
    .sort((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0))[0];
  if (!largest || largest.cell.value === null) return '';
  const { text, language } = context;
  const share = formatValue(largest.cell.value, 'proportion', 0, language);
  return text.figures.finding.parts(place.label, labelOf(largest.member.labels, language), share);
}

function pairOf(spec: FigureSpec, lead: RowPlace, places: readonly RowPlace[]) {
  const sampleType = lead.table.sources[0]?.sampleType ?? 'opt-in';
  if (sampleType === 'opt-in') return null;
  const others = places.filter(
    (place) => place !== lead && place.cell.value !== null && place.cell.flag === ''
  );
  const pairs = others.flatMap((other) => {
    const contrast = contrastOf(lead.table, lead.at, other.at);
    return contrast ? [{ a: cellOf(lead, spec), b: cellOf(other, spec), contrast }] : [];
  });
  const { reference } = spec;
  const whole = reference && contrastOf(lead.table, lead.at, reference.at);
  if (reference && whole) {
    const cell = cellAt(lead.table, reference.at);
    pairs.push({
      a: cellOf(lead, spec),
      b: { ...cell, group: spec.words?.groups['reference'] ?? reference.label },
      contrast: whole
    });
  }
  const bySize = (a: (typeof pairs)[number], b: (typeof pairs)[number]): number =>
    Math.abs(b.contrast.difference) - Math.abs(a.contrast.difference);
  const tested = pairs.filter(({ contrast }) => mayCompare(contrast, sampleType)).sort(bySize);
  return tested[0] ?? pairs.sort(bySize)[0] ?? null;
}
