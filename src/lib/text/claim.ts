import { parseClaim, type SlotField } from '$lib/evidence/claim-template';
import type { SnapshotEstimate } from '$lib/evidence/snapshot';
import type { TableSubject } from '$lib/privacy/table';
import { formatNumber, formatPoints, formatRange, formatValue, writePointsRange } from './format';
import { sayPhrase } from './finding';
import { phraseOf } from './phrase';
import { textFor, type Language } from './text';

/** A frozen number with what is needed to print it. */
export interface BoundNumber {
  estimate: SnapshotEstimate;
  unit: TableSubject['unit'];
  decimals: number;
}

/**
 * A claim's sentence with its frozen numbers printed. A slot without a number prints its name in
 * brackets: never an empty place, never a 0.
 */
export const renderClaim = (
  template: string,
  bindings: Record<string, BoundNumber | null>,
  language: Language
): string =>
  parseClaim(template)
    .map((part) =>
      part.kind === 'words'
        ? part.text
        : (printSlot(bindings[part.slot] ?? null, part.field, language) ?? `[${part.slot}]`)
    )
    .join('');

function printSlot(bound: BoundNumber | null, field: SlotField, language: Language): string | null {
  if (!bound || bound.estimate.estimate === null) return null;
  const { estimate, unit, decimals } = bound;
  const { estimate: value, n, stat } = estimate;
  const [low, high] = rangeOf(estimate);
  const text = textFor(language);
  if (field === 'answers')
    return n === null ? null : text.figures.answers(formatNumber(n, language));
  if (stat === 'difference' && unit === 'proportion') {
    if (field === 'value' && value !== null) return text.evidence.points(formatPoints(value));
    return low === null || high === null ? null : writePointsRange(low, high, language);
  }
  const [shownUnit, shownDecimals] = stat === 'ratio' ? (['number', 1] as const) : [unit, decimals];
  if (value === null) return null;
  if (field === 'value') return formatValue(value, shownUnit, shownDecimals, language);
  if (low === null || high === null) return null;
  if (field === 'range') return formatRange(low, high, shownUnit, shownDecimals, language);
  return shownUnit === 'proportion' ? sayPhrase(phraseOf(value, low, high), text) : null;
}

/** A gap is told by its size: of a negative difference, the range is turned round with it. */
const rangeOf = ({
  estimate,
  ciLow,
  ciHigh,
  stat
}: SnapshotEstimate): [number | null, number | null] =>
  stat === 'difference' && (estimate ?? 0) < 0 && ciLow !== null && ciHigh !== null
    ? [-ciHigh, -ciLow]
    : [ciLow, ciHigh];
