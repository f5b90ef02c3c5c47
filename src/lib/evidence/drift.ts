import type { SnapshotEstimate } from './snapshot';

export type Drift = 'none' | 'minor' | 'material';

const order: readonly Drift[] = ['none', 'minor', 'material'];

/**
 * How far the numbers moved when the same recipe ran on a new dataset version.
 *
 * none: the same to the whole percent (or two figures); minor: the new number lies inside the old
 * range; material: outside it, newly hidden, newly shown, or no longer there. The worst one counts.
 */
export function driftBetween(
  before: readonly SnapshotEstimate[],
  after: readonly SnapshotEstimate[]
): Drift {
  const now = new Map(after.map((estimate) => [`${estimate.cell} ${estimate.stat}`, estimate]));
  return before
    .map((old) => driftOf(old, now.get(`${old.cell} ${old.stat}`)))
    .reduce(
      (worst, drift) => (order.indexOf(drift) > order.indexOf(worst) ? drift : worst),
      'none'
    );
}

function driftOf(old: SnapshotEstimate, now: SnapshotEstimate | undefined): Drift {
  if (!now || old.suppressed !== now.suppressed || old.tested !== now.tested) return 'material';
  if (old.estimate === null || now.estimate === null) return 'none';
  if (printed(old) === printed(now)) return 'none';
  const inside = now.estimate >= (old.ciLow ?? NaN) && now.estimate <= (old.ciHigh ?? NaN);
  return inside ? 'minor' : 'material';
}

/** As coarse as people see it. */
const printed = ({ estimate, stat }: SnapshotEstimate): string =>
  stat === 'proportion' || stat === 'difference'
    ? (100 * (estimate ?? 0)).toFixed(0)
    : (estimate ?? 0).toPrecision(2);
