import { isEquivalent, type Difference } from '$lib/disparities/published';
import type { TrendUnit } from '$lib/disparities/wave-questions';
import { rangeKindOf, type SampleType } from '$lib/privacy/sample-type';
import type { ReleasedCell, ReleasedContrast, TableSubject } from '$lib/privacy/table';
import { changeFinding, mayCompare } from './finding';
import {
  formatNumber,
  formatPoints,
  formatRange,
  formatSignedPoints,
  formatValue,
  writePointsRange,
  type FormatLanguage
} from './format';
import type { Text } from './text';

/** What the sentences of one measure need. */
export interface ChangeContext {
  text: Text;
  language: FormatLanguage;
  subject: Pick<TableSubject, 'unit' | 'decimals'>;
  label: string;
  base: string;
  /** of the waves together: the type that allows the fewest words */
  sampleType: SampleType;
}

/** A wave's number as it was released. */
export interface WaveNumber {
  wave: string;
  cell: ReleasedCell | undefined;
}

const isShare = ({ subject }: ChangeContext): boolean => subject.unit === 'proportion';

const say = (value: number, { subject, language }: ChangeContext): string =>
  formatValue(value, subject.unit, subject.decimals, language);

/** A size without its sign: whole points of a share, else the number in its unit. */
const sizeOf = (difference: number, context: ChangeContext): string =>
  isShare(context) ? formatPoints(difference) : say(Math.abs(difference), context);

function rangeOf(low: number, high: number, context: ChangeContext): string {
  const { subject, language } = context;
  return isShare(context)
    ? writePointsRange(low, high, language)
    : formatRange(low, high, subject.unit, subject.decimals, language);
}

/** From the smaller end of a size to its larger one. */
const sizeRange = (low: number, high: number, isDown: boolean, context: ChangeContext): string =>
  isDown ? rangeOf(-high, -low, context) : rangeOf(low, high, context);

/** The first and the last number side by side, without a word that compares them. */
export function changeHeadline(ends: readonly WaveNumber[], context: ChangeContext): string {
  const numbers = ends.flatMap(({ wave, cell }) =>
    cell?.value == null ? [] : [context.text.change.inWave(say(cell.value, context), wave)]
  );
  return numbers.length === 0 ? context.label : `${context.label}: ${numbers.join(', ')}`;
}

/**
 * What two waves say about a change: that it rose or fell, or that it cannot be told; its range; that
 * it was smaller than what matters, only when the whole range lies inside; and what could have been
 * seen. Where nobody was drawn by chance, the two numbers alone.
 *
 * @param margin  largest change that would not matter, on the scale of the measure
 * @param detectable  the smallest change these waves could have seen
 */
export function changeSentences(
  earlier: WaveNumber,
  later: WaveNumber,
  change: ReleasedContrast | null,
  { detectable, margin, isPanel }: { detectable: number | null; margin: number; isPanel: boolean },
  context: ChangeContext
): string[] {
  const words = context.text.change;
  const [before, after] = [earlier.cell, later.cell];
  if (before?.value == null || after?.value == null) return [words.hidden];
  const [from, to] = [say(before.value, context), say(after.value, context)];
  if (rangeKindOf(context.sampleType) !== 'sampling')
    return [words.amongThose(from, to, earlier.wave, later.wave)];
  const named = (number: WaveNumber, cell: ReleasedCell) => ({
    ...cell,
    group: '',
    wave: number.wave
  });
  const found = changeFinding(named(earlier, before), named(later, after), change, {
    ...context,
    predicate: null
  });
  if (!change) return [found];
  const { difference, differenceLow: low, differenceHigh: high } = change;
  const by = isShare(context)
    ? words.by(formatSignedPoints(difference), rangeOf(low, high, context))
    : words.byNumber(signed(difference, context), rangeOf(low, high, context));
  const alike = isEquivalent({ low, high }, margin)
    ? [(isShare(context) ? words.within : words.withinNumber)(sizeOf(margin, context))]
    : [];
  const seen =
    detectable === null
      ? []
      : [(isShare(context) ? words.seen : words.seenNumber)(sizeOf(detectable, context))];
  return [found, by, ...(isPanel ? [words.shared] : []), ...alike, ...seen];
}

const signed = (difference: number, context: ChangeContext): string =>
  `${difference < 0 ? '−' : '+'}${say(Math.abs(difference), context)}`;

/** The slope over three waves or more; a direction only where its test passed. */
export function trendSentence(
  trend: ReleasedContrast,
  unit: TrendUnit,
  context: ChangeContext
): string {
  const words = context.text.change;
  if (!mayCompare(trend, context.sampleType)) return words.noTrend;
  const isDown = trend.difference < 0;
  const by = slopeOf(trend.difference, context);
  const ends = isDown
    ? [-trend.differenceHigh, -trend.differenceLow]
    : [trend.differenceLow, trend.differenceHigh];
  const range = `${slopeOf(ends[0]!, context)}–${slopeOf(ends[1]!, context)}`;
  const forms = isShare(context)
    ? isDown
      ? words.fell
      : words.rose
    : isDown
      ? words.fellNumber
      : words.roseNumber;
  return forms[unit](by, range);
}

/** Points a year are often below one: one decimal. */
const slopeOf = (slope: number, context: ChangeContext): string =>
  isShare(context)
    ? formatNumber(Math.abs(100 * slope), context.language, 1)
    : say(Math.abs(slope), context);

/** A figure beside another: its name, its number, its range where it has one. */
export function beside(
  name: string,
  { value, low, high }: { value: number; low: number | null; high: number | null },
  context: ChangeContext
): string {
  const words = context.text.change.published;
  const { subject, language } = context;
  return low === null || high === null || rangeKindOf(context.sampleType) === 'none'
    ? words.lineAlone(name, say(value, context))
    : words.line(
        name,
        say(value, context),
        formatRange(low, high, subject.unit, subject.decimals, language)
      );
}

/** The survey against a published figure: above, below, or not told apart. */
export function publishedSentence(contrast: ReleasedContrast, context: ChangeContext): string {
  const words = context.text.change.published;
  if (!mayCompare(contrast, context.sampleType)) return words.cannotTell;
  const isDown = contrast.difference < 0;
  const by = sizeOf(contrast.difference, context);
  const range = sizeRange(contrast.differenceLow, contrast.differenceHigh, isDown, context);
  if (isShare(context)) return (isDown ? words.below : words.above)(by, range);
  return (isDown ? words.belowNumber : words.aboveNumber)(by, range);
}

/** Two published figures: which is above, only when the interval of their difference leaves out 0. */
export function publishedPairSentence(
  names: readonly [string, string],
  { difference, low, high }: Difference,
  context: ChangeContext
): string {
  const words = context.text.change.published;
  if (low <= 0 && high >= 0) return words.same2(...names);
  const isDown = difference < 0;
  const [a, b] = isDown ? [names[1], names[0]] : names;
  const size = sizeOf(difference, context);
  const by = isShare(context) ? words.pointsBy(size) : size;
  return words.higher(a, b, by, sizeRange(low, high, isDown, context));
}
