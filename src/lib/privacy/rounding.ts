import type {
  EstimateTable,
  RawCell,
  RawContrast,
  RawJointTest,
  ReleasedCell,
  ReleasedContrast,
  ReleasedJointTest
} from './table';

type Numbers = Omit<ReleasedCell, 'at' | 'flag' | 'reason'>;
type ContrastNumbers = Omit<ReleasedContrast, 'a' | 'b' | 'tested'>;

/**
 * Numbers as coarse as their cell allows: shares to a tenth of a percent under 1,000 answers and a
 * hundredth above (print shows whole percents), everything else to three significant digits. A share
 * that is not 0 or 1 never becomes one by rounding.
 */
export function roundCell(cell: RawCell, table: EstimateTable): Numbers {
  const { estimate, n } = cell;
  const round =
    table.statistic === 'proportion'
      ? (p: number | null) => roundShare(p, n < 1000 ? 1000 : 10_000)
      : (value: number | null) => roundSignificant(value, 3);
  return {
    value: round(estimate.value),
    low: round(estimate.low),
    high: round(estimate.high),
    n,
    nEffective: estimate.nEffective === null ? null : Math.round(estimate.nEffective),
    deff: roundSignificant(estimate.deff, 3),
    df: estimate.df
  };
}

/** Null when the difference has no interval. */
export function roundContrast({ difference, ratio }: RawContrast): ContrastNumbers | null {
  const { value, low, high } = difference;
  if (value === null || low === null || high === null) return null;
  const hasRatio = ratio && ratio.value !== null && ratio.low !== null && ratio.high !== null;
  return {
    difference: roundSignificant(value, 3),
    differenceLow: roundSignificant(low, 3),
    differenceHigh: roundSignificant(high, 3),
    ratio: hasRatio ? roundSignificant(ratio.value, 3) : null,
    ratioLow: hasRatio ? roundSignificant(ratio.low, 3) : null,
    ratioHigh: hasRatio ? roundSignificant(ratio.high, 3) : null
  };
}

/** F to three digits, p to a thousandth. */
export const roundJointTest = (test: RawJointTest): ReleasedJointTest => ({
  ...test,
  f: roundSignificant(test.f, 3),
  p: Math.round(test.p * 1000) / 1000
});

function roundShare(p: number | null, steps: number): number | null {
  if (p === null || p <= 0 || p >= 1) return p;
  return Math.min(steps - 1, Math.max(1, Math.round(p * steps))) / steps;
}

function roundSignificant(value: number, digits: number): number;
function roundSignificant(value: number | null, digits: number): number | null;
function roundSignificant(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toPrecision(digits));
}
