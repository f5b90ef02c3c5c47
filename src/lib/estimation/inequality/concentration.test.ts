import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { seededRandom } from '$lib/base/random';
import { estimateConcentration, estimateGini } from './concentration';
import { makeDesign, simpleDesign } from '../design/design';
import { DesignError } from '../design/design-error';
import { estimateMean, estimateTotal } from '../estimates/estimate-mean';
import { jackknifeVariance } from '../estimates/jackknife';
import { makeSample, samples } from '../sample.fixture';

const column = (...values: number[]) => Float64Array.from(values);
const within = 'all';

test('all of it with the highest of n ranks: (n - 1)/n', () => {
  const found = estimateConcentration(simpleDesign(4), column(0, 0, 0, 9), column(1, 2, 3, 4), {
    within
  });
  expect(found.index.value).toBeCloseTo(3 / 4, 12);
});

test('people of one rank share its middle: whoever has more among them does not matter', () => {
  const y = column(3, 1, 2, 8);
  const rank = column(1, 1, 2, 2);
  const other = column(1, 3, 8, 2);
  const index = (values: Float64Array) =>
    estimateConcentration(simpleDesign(4), values, rank, { within }).index.value;
  expect(index(other)).toBeCloseTo(index(y)!, 14);
});

test('the same for everybody is no concentration', () => {
  const found = estimateGini(simpleDesign(5), column(2, 2, 2, 2, 2), { within });
  expect(found.index).toMatchObject({ value: 0, se: 0 });
});

test('a mean of 0 has no index; bounds that the mean touches have no Wagstaff index', () => {
  const rank = column(1, 2, 3);
  const none = estimateConcentration(simpleDesign(3), column(0, 0, 0), rank, {
    within,
    bounds: [0, 1]
  });
  expect([none.mean.value, none.index.value, none.wagstaff?.value]).toEqual([0, null, null]);
  const all = estimateConcentration(simpleDesign(3), column(1, 1, 1), rank, {
    within,
    bounds: [0, 1]
  });
  expect([all.index.value, all.wagstaff?.value, all.erreygers?.value]).toEqual([
    expect.closeTo(0, 12),
    null,
    expect.closeTo(0, 12)
  ]);
});

test('nobody left: counts of 0 and no numbers', () => {
  const rows = new Uint8Array(3);
  const found = estimateConcentration(simpleDesign(3), column(1, 2, 3), column(1, 2, 3), {
    within: rows
  });
  expect(found).toMatchObject({ n: 0, mean: { value: null }, index: { value: null } });
  expect(found.jackknifeError()).toBeNull();
});

test('of many rows the jackknife comes close to the linearization', () => {
  const random = seededRandom(1);
  const draws = (next: () => number) => Float64Array.from({ length: 2000 }, next);
  const weights = draws(() => 1 + 9 * random.next());
  const design = makeDesign({ rows: 2000, weights });
  const income = draws(() => Math.exp(random.normal()));
  const need = draws(() => (random.next() < 0.4 ? 1 : 0));
  const found = estimateConcentration(design, income, need, { within });
  expect(found.jackknifeError()! / found.index.se!).toBeCloseTo(1, 2);
});

test.prop([samples()], { numRuns: 25 })(
  'the standard error is that of the changes with the weight of each row',
  (given) => {
    const { score, need, input } = given;
    const income = score.map(Math.exp);
    const alone = makeDesign({ rows: input.rows, weights: input.weights ?? null });
    const found = estimateConcentration(alone, income, need, { within });
    if (found.index.value === null) return;
    const indexWith = (row: number, w: number) =>
      estimateConcentration(
        { ...alone, weights: alone.weights.map((x, i) => (i === row ? w : x)) },
        income,
        need,
        { within }
      ).index.value!;
    const scores = Array.from(alone.weights, (w, row) =>
      w === 0 ? 0 : (w * (indexWith(row, w + 1e-4) - indexWith(row, w - 1e-4))) / 2e-4
    );
    const squares = scores.reduce((sum, u) => sum + u * u, 0);
    const n = alone.rows;
    expect(found.index.se).toBeCloseTo(Math.sqrt((n / (n - 1)) * squares), 6);
  }
);

describe.each([
  ['clusters', true],
  ['each row its own PSU', false]
])('with %s', (_, clustered) => {
  test.prop([samples(clustered)])(
    'the quick jackknife is that of computing every replicate',
    (given) => {
      const { design, score, need } = given;
      const income = score.map(Math.exp);
      const inside = Uint8Array.from(need, (x) => (Number.isNaN(x) ? 0 : 1));
      const at = (weights: Float64Array): number | null =>
        estimateConcentration({ ...design, weights }, income, need, { within }).index.value;
      const quick = estimateConcentration(design, income, need, { within }).jackknifeError();
      const plain = jackknifeVariance(design, inside, { at });
      if (plain === null) expect(quick).toBeNull();
      else expect(quick).toBeCloseTo(Math.sqrt(plain), 9);
    }
  );
});

test('the jackknife of a total is its linearization variance, sampling fractions included', () => {
  const { input, score } = makeSample(11);
  const stratumSizes = [30, 40, 50];
  const populations = [Float64Array.from(input.strata!.codes, (h) => stratumSizes[h - 1]!)];
  const design = makeDesign({ ...input, populations });
  const inside = new Uint8Array(design.rows).fill(1);
  const total = (weights: Float64Array) => weights.reduce((s, w, i) => s + w * score[i]!, 0);
  const { se } = estimateTotal(design, score, { within });
  expect(Math.sqrt(jackknifeVariance(design, inside, { at: total })!)).toBeCloseTo(se!, 9);
});

test('a jackknife refuses a stratum with one PSU, unless no row used lies in it or a rule says more', () => {
  const strata = { codes: Uint8Array.from([1, 1, 2, 2, 3]), labels: ['a', 'b', 'c'] };
  const y = column(1, 2, 3, 5, 8);
  const mean = (weights: Float64Array) => {
    const sum = weights.reduce((s, w) => s + w, 0);
    return weights.reduce((s, w, i) => s + w * y[i]!, 0) / sum;
  };
  const design = makeDesign({ rows: 5, strata });
  const all = new Uint8Array(5).fill(1);
  expect(() => jackknifeVariance(design, all, { at: mean })).toThrow(DesignError);
  expect(jackknifeVariance(design, Uint8Array.of(1, 1, 1, 1, 0), { at: mean })).toBeGreaterThan(0);
  const ruled = (lonely: 'certainty' | 'average' | 'adjust') =>
    jackknifeVariance(makeDesign({ rows: 5, strata, lonely }), all, { at: mean })!;
  expect(ruled('average')).toBeCloseTo((ruled('certainty') * 5) / 4, 12);
  expect(ruled('adjust')).toBeGreaterThan(ruled('certainty'));
});

test('replicate weights give the spread of their own replicates', () => {
  const weights = column(1, 2, 1, 2, 1, 2);
  const columns = [0, 1, 2].map((dropped) =>
    weights.map((w, i) => (i % 3 === dropped ? 0 : w * 1.5))
  );
  const replicates = { kind: 'JK1', columns, combined: true } as const;
  const design = makeDesign({ rows: 6, weights, replicates });
  const psu = { codes: Uint8Array.from([1, 2, 3, 1, 2, 3]), labels: ['a', 'b', 'c'] };
  const clustered = makeDesign({ rows: 6, weights, units: [psu] });
  const y = column(1, 5, 2, 7, 3, 4);
  const found = estimateGini(design, y, { within });
  expect(found.index.se).toBeCloseTo(estimateGini(clustered, y, { within }).jackknifeError()!, 12);
});

test('the mean beside an index is the mean of the rows that have both', () => {
  const { design, score, need } = makeSample(3);
  const found = estimateConcentration(design, score.map(Math.exp), need, { within });
  const both = need.map((x) => (Number.isNaN(x) ? 0 : 1));
  const mean = estimateMean(design, score.map(Math.exp), { within: Uint8Array.from(both) });
  expect(found.mean.value).toBeCloseTo(mean.value!, 12);
  expect(found.mean.se).toBeCloseTo(mean.se!, 12);
});
