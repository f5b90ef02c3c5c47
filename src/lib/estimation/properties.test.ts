import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { seededRandom } from '$lib/base/random';
import { makeDesign } from './design/design';
import { estimateByGroup } from './estimates/estimate-by-group';
import { estimateMean, estimateTotal } from './estimates/estimate-mean';
import { estimateProportion, proportionOf } from './estimates/estimate-proportion';
import { estimateShares } from './estimates/estimate-shares';
import { reordered, samples } from './sample.fixture';
import { categoryCell, frameDomains, tabulateCategories } from './sums/tabulate-categories';
import type { Estimate } from './estimates/estimate';

const within = 'all';
const numbers = ({ value, se, low, high, deff }: Estimate) => [value, se, low, high, deff];
const close = (estimate: Estimate) =>
  numbers(estimate).map((x) => (x === null ? null : (expect.closeTo(x, 9) as number)));

describe.each([
  ['clusters', true],
  ['each row its own PSU', false]
])('with %s', (_, clustered) => {
  const sample = samples(clustered);

  test.prop([sample, fc.double({ min: 0.1, max: 9, noNaN: true })])(
    'scaling all weights changes no proportion and no interval',
    ({ input, design, need }, k) => {
      const scaled = makeDesign({ ...input, weights: input.weights?.map((w) => w * k) ?? null });
      expect(numbers(estimateProportion(scaled, need, { within }))).toEqual(
        close(estimateProportion(design, need, { within }))
      );
    }
  );

  test.prop([sample, fc.integer()])('the order of rows changes nothing', (given, seed) => {
    const order = seededRandom(seed).shuffle([...given.need.keys()]);
    const moved = reordered(given, order);
    expect(numbers(estimateProportion(moved.design, moved.need, { within }))).toEqual(
      close(estimateProportion(given.design, given.need, { within }))
    );
  });

  test.prop([sample])('the complement mirrors the proportion and its interval', (given) => {
    const { design, need } = given;
    const p = estimateProportion(design, need, { within });
    const q = estimateProportion(
      design,
      need.map((x) => 1 - x),
      { within }
    );
    if (p.value === null || p.low === null || p.high === null) return;
    expect([q.value, q.se, q.low, q.high]).toEqual(
      [1 - p.value, p.se, 1 - p.high, 1 - p.low].map((x) => expect.closeTo(x ?? NaN, 9) as number)
    );
  });

  test.prop([sample])('a domain total is the total of the variable set to 0 outside', (given) => {
    const { design, score, group } = given;
    const inside = group.map((g) => (g === 1 ? 1 : 0));
    const domain = estimateTotal(design, score, { within: inside });
    const zeroed = estimateTotal(
      design,
      score.map((y, i) => (inside[i] === 1 ? y : 0)),
      { within }
    );
    if (domain.value === null) return;
    expect(domain.value).toBeCloseTo(zeroed.value ?? NaN, 9);
    expect(domain.se).toBeCloseTo(zeroed.se ?? NaN, 9);
  });

  test.prop([sample])('weighted group means add up to the mean of all groups', (given) => {
    const { design, score, group } = given;
    const inGroup = group.map((g) => (g > 0 ? 1 : 0));
    const groups = { codes: group, labels: ['x', 'y', 'z'] };
    const parts = estimateByGroup(design, score, groups, { within, statistic: 'mean' }).groups;
    const whole = estimateMean(design, score, { within: inGroup });
    const sum = parts.reduce((s, { estimate: e }) => s + (e.value ?? 0) * e.sumWeights, 0);
    expect(sum).toBeCloseTo((whole.value ?? 0) * whole.sumWeights, 8);
  });

  test.prop([sample])('shares sum to 1 and their covariances to 0', ({ design, group }) => {
    const shares = estimateShares(design, { codes: group, labels: ['x', 'y', 'z'] }, { within });
    const sum = shares.estimates.reduce((s, { value }) => s + (value ?? 0), 0);
    expect(sum).toBeCloseTo(1, 12);
    expect(shares.covariance?.flat().reduce((s, v) => s + v, 0)).toBeCloseTo(0, 12);
  });

  test.prop([sample])('the one-pass table of categories gives the same estimates', (given) => {
    const { design, need, group } = given;
    const codes = Uint8Array.from(need, (x) => (Number.isNaN(x) ? 0 : x + 1));
    const table = tabulateCategories(frameDomains(design, group, 3), codes, 2);
    for (const g of [1, 2, 3]) {
      const used = [categoryCell(g, 1, 2), categoryCell(g, 2, 2)];
      const fast = proportionOf(table, [categoryCell(g, 2, 2)], used);
      const inside = group.map((code) => (code === g ? 1 : 0));
      const direct = estimateProportion(design, need, { within: inside });
      expect(numbers(fast)).toEqual(close(direct));
      const counts = ({ n, nPositive, psus, df }: Estimate) => [n, nPositive, psus, df];
      expect(counts(fast)).toEqual(counts(direct));
    }
  });
});
