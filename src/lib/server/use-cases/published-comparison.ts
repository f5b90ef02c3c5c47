import type { Id } from '$lib/base/id';
import type { ChangeQuery, PublishedQuery } from '$lib/disparities/change-query';
import { waveDimension } from '$lib/disparities/changes';
import { compareEstimates, seOfMargin } from '$lib/disparities/published';
import { rangeKindOf } from '$lib/privacy/sample-type';
import { findCell } from '$lib/privacy/release';
import type { CellKey, TableSubject } from '$lib/privacy/table';
import {
  beside,
  publishedPairSentence,
  publishedSentence,
  type ChangeContext
} from '$lib/text/change';
import type { WaveChange, WaveChangeQuery } from './wave-change';

const scaleOf = (unit: TableSubject['unit']): number => (unit === 'proportion' ? 0.01 : 1);

const seOf = ({ errorIs, level }: PublishedQuery, error: number): number =>
  errorIs === 'se' ? error : seOfMargin(error, level);

/** What the survey is compared with; nothing where the two speak of different people or places. */
export function askPublished(
  published: PublishedQuery | null,
  unit: TableSubject['unit'],
  wave: Id
): WaveChangeQuery['published'] {
  if (!published?.isSame) return null;
  const scale = scaleOf(unit);
  const { estimate, error, rho } = published;
  return { wave, value: estimate * scale, se: seOf(published, error) * scale, rho };
}

/**
 * A published figure beside the last wave, or two published figures beside each other: both numbers
 * with their ranges, then what may be said about their difference. Of different people or places, and
 * where nobody was drawn by chance, no number is made from both.
 */
export function publishedLines(
  { published, second }: Pick<ChangeQuery, 'published' | 'second'>,
  change: WaveChange,
  { wave, at }: { wave: { id: Id; name: string }; at: CellKey },
  context: ChangeContext
): string[] {
  if (!published) return [];
  const words = context.text.change.published;
  const scale = scaleOf(context.subject.unit);
  const figure = (estimate: number, error: number) => ({
    value: estimate * scale,
    se: seOf(published, error) * scale,
    df: null
  });
  const first = figure(published.estimate, published.error);
  const name = words.figure(published.source, published.year);
  // A published figure has its own range, whatever the survey is.
  const outside: ChangeContext = { ...context, sampleType: 'probability' };
  const line = beside(name, withRange(first), outside);
  if (second) {
    const other = figure(second.estimate, second.error);
    const otherName = words.figure(published.source, second.year);
    const overlap = second.sharedYears / second.periodYears;
    const level = published.errorIs === 'se' ? 0.95 : published.level / 100;
    const gap = compareEstimates(first, other, { rho: published.rho, overlap, level });
    return [
      line,
      beside(otherName, withRange(other), outside),
      ...(gap
        ? [
            publishedPairSentence([name, otherName], gap, outside),
            words.tested(words.levels[100 * level] ?? '')
          ]
        : [])
    ];
  }
  const cell = findCell(change.table, { [waveDimension]: wave.id, ...at });
  if (!cell || cell.value === null) return [line, words.hidden];
  const own = beside(words.wave(wave.name), { ...cell, value: cell.value }, context);
  if (!published.isSame) return [own, line, words.otherPeople];
  if (rangeKindOf(context.sampleType) !== 'sampling') return [own, line, words.notDrawn];
  const [gap] = change.published?.contrasts ?? [];
  return [own, line, gap ? publishedSentence(gap, context) : words.cannotTell];
}

/** The 95% range of a published figure. */
const withRange = ({ value, se }: { value: number; se: number }) => ({
  value,
  low: value - 1.96 * se,
  high: value + 1.96 * se
});
