/** Where a number stands on its way from a baseline to a target. */
export type Progress = 'reached' | 'on-track' | 'away' | 'cannot-tell';

/**
 * What a range allows to say about an objective: `reached` when all of it lies at the target or
 * beyond, `on-track` when all of it lies on the target's side of the baseline, `away` when all of it
 * lies on the other side; `cannot-tell` when it holds the baseline, or when a number is not known.
 *
 * @param range  ends of the released interval, in the unit of baseline and target
 */
export function progressOf(
  range: { low: number | null; high: number | null },
  baseline: number | null,
  target: number | null
): Progress {
  const { low, high } = range;
  if (low === null || high === null || baseline === null || target === null) return 'cannot-tell';
  const isDown = target < baseline;
  const [behind, ahead] = isDown ? [high, low] : [low, high];
  const reaches = (value: number, mark: number): boolean =>
    isDown ? value <= mark : value >= mark;
  if (reaches(behind, target)) return 'reached';
  if (behind !== baseline && reaches(behind, baseline)) return 'on-track';
  return ahead !== baseline && !reaches(ahead, baseline) ? 'away' : 'cannot-tell';
}
