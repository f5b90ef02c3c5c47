import { normalQuantile } from '../numeric/distributions';
import { estimateShares } from './estimate-shares';
import { deltaVariance, undefinedMeasure, withInterval } from './measured';
import type { Design } from '../design/design';
import type { Groups, Within } from '../design/domain';
import type { EstimateOptions } from './estimate';
import type { Measured } from './measured';

/**
 * What a disagreement costs: `unweighted` the same whatever the categories, `linear` by their distance
 * in the order of the labels, `quadratic` by its square.
 */
export const kappaSchemes = ['unweighted', 'linear', 'quadratic'] as const;
export type KappaScheme = (typeof kappaSchemes)[number];

/** Agreement beyond chance of two ratings, every pair counting alike. */
export interface Kappa {
  value: number;
  /** agreement seen and agreement expected from the margins, in 0..1 */
  observed: number;
  expected: number;
  se: number;
  /** under independence of the two ratings: for a test of no agreement */
  seNull: number;
  /** value -+ z x se */
  low: number;
  high: number;
}

export interface Agreement {
  /** people with both ratings */
  n: number;
  /** counts: row = first rating, column = second */
  table: number[][];
  /** share of pairs that agree; null without pairs */
  agreement: number | null;
  /** null where chance alone would always agree */
  kappa: Record<KappaScheme, Kappa | null>;
}

/**
 * Cohen's kappa of two ratings of the same people. Standard errors of large samples by Fleiss, Cohen
 * and Everitt (1969): pairs count as a simple random sample; `surveyKappa` uses the design.
 *
 * @param first codes of the first rating, 0 = missing
 * @param second codes of the second, with the same labels; a pair with a missing rating is left out
 */
export function ratingAgreement(first: Groups, second: Groups, within: Within): Agreement {
  const levels = first.labels.length;
  const table = Array.from({ length: levels }, () => new Array<number>(levels).fill(0));
  let n = 0;
  for (let i = 0; i < first.codes.length; i++) {
    const [a, b] = [first.codes[i]!, second.codes[i]!];
    if (a === 0 || b === 0 || (within !== 'all' && within[i] !== 1)) continue;
    table[a - 1]![b - 1]!++;
    n++;
  }
  const shares = table.map((row) => row.map((count) => count / n));
  const kappaOf = (scheme: KappaScheme): Kappa | null =>
    n > 0 ? sampleKappa(shares, schemeWeights(scheme, levels), n) : null;
  return {
    n,
    table,
    agreement: n > 0 ? table.reduce((sum, row, k) => sum + row[k]!, 0) / n : null,
    kappa: {
      unweighted: kappaOf('unweighted'),
      linear: kappaOf('linear'),
      quadratic: kappaOf('quadratic')
    }
  };
}

type Matrix = readonly (readonly number[])[];

/** Credit of each pair of categories: 1 for the same, 0 for the furthest apart. */
function schemeWeights(scheme: KappaScheme, levels: number): number[][] {
  const reach = Math.max(1, levels - 1);
  return Array.from({ length: levels }, (_, i) =>
    Array.from({ length: levels }, (_, j) => {
      const gap = Math.abs(i - j) / reach;
      if (scheme === 'unweighted') return i === j ? 1 : 0;
      return scheme === 'linear' ? 1 - gap : 1 - gap * gap;
    })
  );
}

/** Agreement seen and expected; `pull[i][j]` = mean credit of row i plus mean credit of column j. */
function compareToChance(shares: Matrix, credit: Matrix) {
  const rows = shares.map((row) => row.reduce((sum, p) => sum + p, 0));
  const columns = shares.map((_, j) => shares.reduce((sum, row) => sum + row[j]!, 0));
  const ofRow = credit.map((row) => row.reduce((sum, v, j) => sum + v * columns[j]!, 0));
  const ofColumn = credit.map((_, j) =>
    credit.reduce((sum, row, i) => sum + row[j]! * rows[i]!, 0)
  );
  const expected = ofRow.reduce((sum, mean, i) => sum + mean * rows[i]!, 0);
  const observed = sumCells((i, j) => credit[i]![j]! * shares[i]![j]!, shares.length);
  // Without room for disagreement by chance kappa is 0/0.
  const kappa = expected < 1 - 1e-12 ? (observed - expected) / (1 - expected) : null;
  const pull = (i: number, j: number): number => ofRow[i]! + ofColumn[j]!;
  return { rows, columns, expected, observed, kappa, pull };
}

function sumCells(term: (i: number, j: number) => number, levels: number): number {
  let sum = 0;
  for (let i = 0; i < levels; i++) for (let j = 0; j < levels; j++) sum += term(i, j);
  return sum;
}

function sampleKappa(shares: Matrix, credit: Matrix, n: number): Kappa | null {
  const { rows, columns, expected, observed, kappa, pull } = compareToChance(shares, credit);
  if (kappa === null) return null;
  const levels = shares.length;
  const spread =
    sumCells((i, j) => shares[i]![j]! * (credit[i]![j]! - pull(i, j) * (1 - kappa)) ** 2, levels) -
    (kappa - expected * (1 - kappa)) ** 2;
  const spreadNull =
    sumCells((i, j) => rows[i]! * columns[j]! * (credit[i]![j]! - pull(i, j)) ** 2, levels) -
    expected ** 2;
  const scale = 1 / (Math.sqrt(n) * (1 - expected));
  const se = scale * Math.sqrt(Math.max(0, spread));
  const reach = normalQuantile(0.975) * se;
  return {
    value: kappa,
    observed,
    expected,
    se,
    seNull: scale * Math.sqrt(Math.max(0, spreadNull)),
    low: kappa - reach,
    high: kappa + reach
  };
}

/**
 * Kappa with the shares of each pair of ratings estimated by the design, standard error by the delta
 * method around their covariance; t interval.
 *
 * @throws DesignError when a stratum has a single PSU and no rule was chosen
 */
export function surveyKappa(
  design: Design,
  first: Groups,
  second: Groups,
  options: EstimateOptions & { within: Within; scheme?: KappaScheme }
): Measured {
  const levels = first.labels.length;
  const codes = Uint32Array.from(first.codes, (a, i) => {
    const b = second.codes[i]!;
    return a === 0 || b === 0 ? 0 : (a - 1) * levels + b;
  });
  const labels = first.labels.flatMap((a) => second.labels.map((b) => `${a} / ${b}`));
  const { estimates, covariance } = estimateShares(design, { codes, labels }, options);
  const shares = first.labels.map((_, i) =>
    second.labels.map((_, j) => estimates[i * levels + j]?.value ?? NaN)
  );
  const credit = schemeWeights(options.scheme ?? 'unweighted', levels);
  const { expected, observed, kappa, pull } = compareToChance(shares, credit);
  const [sample] = estimates;
  if (kappa === null || Number.isNaN(kappa) || !sample) return undefinedMeasure;
  const slopes = labels.map((_, cell) => {
    const [i, j] = [Math.floor(cell / levels), cell % levels];
    return (credit[i]![j]! * (1 - expected) - pull(i, j) * (1 - observed)) / (1 - expected) ** 2;
  });
  const df = options.df === 'full' ? sample.dfFull : sample.df;
  return withInterval(kappa, deltaVariance(slopes, covariance), { df, level: sample.level });
}
