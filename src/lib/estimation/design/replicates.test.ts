import { expect, test } from 'vitest';
import { seededRandom } from '$lib/base/random';
import { makeDesign } from './design';
import { DesignError } from './design-error';
import { estimateMean, estimateTotal } from '../estimates/estimate-mean';
import { estimateProportion } from '../estimates/estimate-proportion';
import {
  areFullWeights,
  jackknifeOf,
  makeReplicates,
  replicateCovariance,
  replicateRank
} from './replicates';
import type { DesignInput } from './design';

const strata = 4;
const perStratum = 3;
const perPsu = 5;
const rows = strata * perStratum * perPsu;
const random = seededRandom(7);
const draws = (): Float64Array => Float64Array.from({ length: rows }, () => random.next());
const weights = draws().map((x) => 50 + 100 * x);
const y = draws().map((x, i) => 10 * x + (Math.floor(i / perPsu) % 5));
const psuOf = (row: number): number => Math.floor(row / perPsu);
const stratumOf = (row: number): number => Math.floor(psuOf(row) / perStratum);
const keys = (codeOf: (row: number) => number, count: number) => ({
  codes: Uint32Array.from({ length: rows }, (_, i) => codeOf(i) + 1),
  labels: Array.from({ length: count }, (_, k) => String(k))
});

/** Delete-one-PSU jackknife within strata. */
const factors = Array.from({ length: strata * perStratum }, (_, dropped) =>
  Float64Array.from({ length: rows }, (_, i) => {
    if (psuOf(i) === dropped) return 0;
    const isSame = stratumOf(i) === Math.floor(dropped / perStratum);
    return isSame ? perStratum / (perStratum - 1) : 1;
  })
);
const full = factors.map((column) => column.map((x, i) => x * weights[i]!));
const rscales = factors.map(() => (perStratum - 1) / perStratum);

const linear: DesignInput = {
  rows,
  weights,
  strata: keys(stratumOf, strata),
  units: [keys(psuOf, strata * perStratum)]
};
const jackknife = (columns: Float64Array[], combined: boolean): DesignInput => ({
  rows,
  weights,
  replicates: { kind: 'JKn', columns, combined, rscales }
});

test('the stratified jackknife of a total is its linearization variance', () => {
  const byScores = estimateTotal(makeDesign(linear), y, { within: 'all' });
  const byReplicates = estimateTotal(makeDesign(jackknife(full, true)), y, { within: 'all' });
  expect(byReplicates.value).toBe(byScores.value);
  expect(byReplicates.se! / byScores.se!).toBeCloseTo(1, 12);
  expect(byReplicates.df).toBe(byScores.df);
});

test('factors and full weights are one and the same', () => {
  const a = estimateMean(makeDesign(jackknife(full, true)), y, { within: 'all' });
  const b = estimateMean(makeDesign(jackknife(factors, false)), y, { within: 'all' });
  expect(b.se! / a.se!).toBeCloseTo(1, 12);
  expect(areFullWeights(weights, full)).toBe(true);
  expect(areFullWeights(weights, factors)).toBe(false);
});

test('degrees of freedom of a domain are the rank of its replicate weights, minus 1', () => {
  const firstTwo = Uint8Array.from({ length: rows }, (_, i) => (stratumOf(i) < 2 ? 1 : 0));
  const options = { within: firstTwo };
  const byScores = estimateMean(makeDesign(linear), y, options);
  const byReplicates = estimateMean(makeDesign(jackknife(full, true)), y, options);
  expect(byReplicates.df).toBe(byScores.df);
  expect(byReplicates.dfFull).toBe(strata * (perStratum - 1));
});

test('which jackknife it was is told from the weights', () => {
  const found = jackknifeOf(weights, full);
  expect(found?.kind).toBe('JKn');
  if (found?.kind === 'JKn')
    found.rscales.forEach((scale, r) => expect(scale).toBeCloseTo(rscales[r]!, 12));
  const oneStratum = Array.from({ length: 6 }, (_, dropped) =>
    weights.map((w, i) => (i % 6 === dropped ? 0 : (w * 6) / 5))
  );
  expect(jackknifeOf(weights, oneStratum)).toEqual({ kind: 'JK1' });
  const noise = full.map((column) => column.map((x, i) => x * (1 + 0.1 * Math.sin(i))));
  expect(jackknifeOf(weights, noise)).toBeNull();
});

test('with the logit interval the log odds have the spread of their own replicates', () => {
  const member = y.map((value) => (value > 8 ? 1 : 0));
  const options = { within: 'all', interval: 'logit' } as const;
  const byReplicates = estimateProportion(makeDesign(jackknife(full, true)), member, options);
  const byScores = estimateProportion(makeDesign(linear), member, options);
  expect(byReplicates.logitSe).toBeGreaterThan(0);
  expect(byScores.logitSe).toBeUndefined();
  expect(byReplicates.low).toBeCloseTo(byScores.low!, 1);
});

test('Fay with factor 0 is BRR; its factor widens the spread by 1 / (1 - rho)', () => {
  const columns = Array.from({ length: 8 }, (_, r) =>
    weights.map((w, i) => ((r >> (stratumOf(i) % 3)) & 1 ? 2 * w : 0))
  );
  const set = (kind: 'BRR' | 'Fay', rho?: number) =>
    makeReplicates(weights, null, {
      kind,
      columns,
      combined: true,
      ...(rho !== undefined && { rho })
    });
  expect(set('Fay', 0).scale).toBe(set('BRR').scale);
  expect(set('Fay', 0.5).scale).toBeCloseTo(4 * set('BRR').scale, 12);
});

test('what does not fit is refused by name', () => {
  const refusal = (input: Partial<Parameters<typeof makeReplicates>[2]>): unknown => {
    try {
      makeReplicates(weights, null, { kind: 'JK1', columns: full, combined: true, ...input });
      return null;
    } catch (error) {
      return error instanceof DesignError ? error.code : error;
    }
  };
  expect(refusal({ columns: full.slice(0, 1) })).toBe('replicates-too-few');
  expect(refusal({ kind: 'JKn' })).toBe('replicate-rscales');
  expect(refusal({ kind: 'Fay' })).toBe('replicate-rho');
  const gap = full[0]!.slice();
  gap[3] = NaN;
  expect(refusal({ columns: [gap, ...full.slice(1)] })).toBe('replicate-missing');
  expect(refusal({ columns: [weights.slice(1), ...full] })).toBe('column-length');
});

test('the rank does not count directions that others make up', () => {
  const set = {
    weights: [weights, weights, weights],
    patterns: Float64Array.of(1, 0, 0, 0, 1, 0, 1, 1, 0)
  };
  expect(replicateRank(set, [1, 2, 3])).toBe(2);
  expect(replicateRank(set, [0])).toBe(0);
});

test('a replicate of rscale 0 counts nowhere, the centre included', () => {
  const thetas = [[1], [3], [100]];
  const of = (rscales: number[], list: number[][]) =>
    replicateCovariance({ scale: 1, rscales: Float64Array.from(rscales), mse: false }, list, [9]);
  expect(of([1, 1, 0], thetas)).toEqual(of([1, 1], thetas.slice(0, 2)));
});
