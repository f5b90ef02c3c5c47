import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { seededRandom } from '$lib/base/random';
import { estimateDeprivation } from './estimates/alkire-foster';
import { compareDomains } from './comparisons/compare-domains';
import { estimateConcentration, estimateGini } from './inequality/concentration';
import { makeDesign } from './design/design';
import { measureDisparity, profileGroups } from './inequality/disparity';
import { theil } from './inequality/disparity-measures';
import { estimateMean, estimateTotal } from './estimates/estimate-mean';
import { estimateProportion } from './estimates/estimate-proportion';
import { makeSample, reordered, samples } from './sample.fixture';
import type { Estimate } from './estimates/estimate';
import type { Sample } from './sample.fixture';

/**
 * What must hold for every survey, whatever its numbers: scale of the weights, names of units, a
 * person written twice, the two sides of a yes and a no, parts and their whole.
 */
const within = 'all';
const numbers = ({ value, se, low, high }: Pick<Estimate, 'value' | 'se' | 'low' | 'high'>) => [
  value,
  se,
  low,
  high
];
const near = (values: readonly (number | null)[], by = 1) =>
  values.map((x) => (x === null ? null : (expect.closeTo(x * by, 9) as number)));

/** Everything that a scale of the weights or a name must not move. */
function everything({ design, need, score, group }: Sample): (number | null)[] {
  const groups = { codes: group, labels: ['x', 'y', 'z'] };
  const dropped = score.map((y) => (y > 0.5 ? 1 : 0));
  const deprivation = estimateDeprivation(design, [need, dropped], { within, cutoff: 0.5, groups });
  const rank = estimateConcentration(design, dropped, score, { within });
  return [
    estimateProportion(design, need, { within }),
    estimateMean(design, score, { within }),
    deprivation.headcount,
    deprivation.adjusted,
    deprivation.intensity,
    ...deprivation.groups.map(({ contribution }) => contribution),
    rank.index,
    measureDisparity(profileGroups(design, dropped, groups, { within }), theil)
  ].flatMap(numbers);
}

const redesigned = (sample: Sample, change: Partial<Sample['input']>): Sample => ({
  ...sample,
  design: makeDesign({ ...sample.input, ...change })
});

describe.each([
  ['clusters', true],
  ['each row its own PSU', false]
])('with %s', (_, clustered) => {
  const sample = samples(clustered);

  test.prop([sample, fc.double({ min: 0.1, max: 9, noNaN: true })])(
    'scaling all weights changes totals in proportion and nothing else',
    (given, k) => {
      const weights = given.input.weights?.map((w) => w * k) ?? null;
      const scaled = redesigned(given, { weights });
      expect(everything(scaled)).toEqual(near(everything(given)));
      const total = numbers(estimateTotal(given.design, given.score, { within }));
      const larger = numbers(estimateTotal(scaled.design, given.score, { within }));
      expect(larger).toEqual(near(total, k));
    }
  );

  test.prop([sample, fc.integer()])(
    'other names for strata and PSUs change nothing',
    (given, seed) => {
      const order = seededRandom(seed).shuffle([1, 2, 3, 4]);
      const renamed = (keys: { codes: ArrayLike<number>; labels: readonly string[] }) => ({
        codes: Uint32Array.from(keys.codes, (code) => order[code - 1] ?? 0),
        labels: ['p', 'q', 'r', 's']
      });
      const { strata, units } = given.input;
      const other = redesigned(given, {
        strata: strata ? renamed(strata) : null,
        units: units?.map(renamed) ?? null
      });
      expect(everything(other)).toEqual(near(everything(given)));
    }
  );

  test.prop([sample, fc.integer()])('the order of rows changes nothing', (given, seed) => {
    const order = seededRandom(seed).shuffle([...given.need.keys()]);
    expect(everything(reordered(given, order))).toEqual(near(everything(given)));
  });

  test.prop([sample])('a domain asked for twice differs from itself by exactly 0', (given) => {
    const inside = given.group.map((g) => (g === 1 ? 1 : 0));
    const side = { y: given.score, within: inside };
    const copy = { y: given.score.slice(), within: inside.slice() };
    const { a, b, difference } = compareDomains(given.design, side, copy);
    expect(numbers(b)).toEqual(numbers(a));
    if (difference) expect([difference.value, difference.se]).toEqual([0, expect.closeTo(0, 12)]);
  });
});

test.prop([samples()])(
  'a person written as two halves of the weight in one PSU changes nothing',
  (given) => {
    const twice = <T extends Float64Array | Uint8Array>(column: T): T => {
      const both = column.slice(0, 0).constructor as unknown as new (n: number) => T;
      const result = new both(2 * column.length);
      result.set(column);
      result.set(column, column.length);
      return result;
    };
    const { input } = given;
    const codes = (keys: { codes: ArrayLike<number>; labels: readonly string[] }) => ({
      codes: Uint32Array.from([...Array.from(keys.codes), ...Array.from(keys.codes)]),
      labels: keys.labels
    });
    const halved = makeDesign({
      ...input,
      rows: 2 * input.rows,
      strata: input.strata ? codes(input.strata) : null,
      units: input.units?.map(codes) ?? null,
      weights: input.weights ? twice(input.weights.map((w) => w / 2)) : null
    });
    const mean = estimateMean(given.design, given.score, { within });
    expect(numbers(estimateMean(halved, twice(given.score), { within }))).toEqual(
      near(numbers(mean))
    );
    const other = estimateConcentration(
      halved,
      twice(given.score.map(Math.abs)),
      twice(given.score),
      {
        within
      }
    );
    const whole = estimateConcentration(given.design, given.score.map(Math.abs), given.score, {
      within
    });
    expect(numbers(other.index)).toEqual(near(numbers(whole.index)));
  }
);

describe('deprivation', () => {
  const cutoffs = fc.constantFrom(1e-9, 1 / 3, 0.5, 2 / 3, 1);
  const given = (seed: number) => {
    const sample = makeSample(seed);
    const random = seededRandom(seed + 1);
    const column = () => sample.need.map(() => (random.next() < 0.4 ? 1 : 0));
    return { ...sample, indicators: [sample.need, column(), column()] };
  };

  test.prop([fc.integer({ min: 1, max: 1e6 }), cutoffs])(
    'M0 is H times A, and the sum of importance times censored headcount',
    (seed, cutoff) => {
      const { design, indicators } = given(seed);
      const importance = [1, 2, 3];
      const found = estimateDeprivation(design, indicators, { within, cutoff, importance });
      const { headcount, adjusted, intensity, censored } = found;
      if (intensity.value !== null)
        expect(headcount.value! * intensity.value).toBeCloseTo(adjusted.value!, 12);
      const sum = censored.reduce((s, { value }, j) => s + (value! * importance[j]!) / 6, 0);
      expect(sum).toBeCloseTo(adjusted.value!, 12);
    }
  );

  test.prop([fc.integer({ min: 1, max: 1e6 }), cutoffs])(
    'contributions of the indicators and of the groups each add up to 1',
    (seed, cutoff) => {
      const { design, indicators, group } = given(seed);
      const groups = { codes: group, labels: ['x', 'y', 'z'] };
      const found = estimateDeprivation(design, indicators, { within, cutoff, groups });
      const sum = (parts: readonly Estimate[]) =>
        parts.reduce((s, { value }) => s + (value ?? 0), 0);
      if (found.intensity.value !== null) expect(sum(found.contributions)).toBeCloseTo(1, 12);
      const ofGroups = found.groups.map(({ contribution }) => contribution);
      if (ofGroups.some(({ value }) => value !== null)) expect(sum(ofGroups)).toBeCloseTo(1, 12);
      expect(sum(found.groups.map(({ share }) => share))).toBeCloseTo(1, 12);
    }
  );

  test.prop([fc.integer({ min: 1, max: 1e6 }), cutoffs])(
    'group values weighted by their people give the value of all groups',
    (seed, cutoff) => {
      const { design, indicators, group } = given(seed);
      const groups = { codes: group, labels: ['x', 'y', 'z'] };
      const grouped = group.map((g) => (g > 0 ? 1 : 0));
      const parts = estimateDeprivation(design, indicators, { within, cutoff, groups }).groups;
      const whole = estimateDeprivation(design, indicators, { within: grouped, cutoff }).adjusted;
      const sum = parts.reduce(
        (s, { share, adjusted }) => s + share.value! * (adjusted.value ?? 0),
        0
      );
      expect(sum).toBeCloseTo(whole.value ?? 0, 12);
    }
  );
});

describe('concentration', () => {
  test.prop([samples()])('turning the ranks around turns the sign', ({ design, need, score }) => {
    const up = estimateConcentration(design, need, score, { within }).index;
    const down = estimateConcentration(
      design,
      need,
      score.map((x) => -x),
      { within }
    ).index;
    if (up.value === null) return;
    expect(down.value).toBeCloseTo(-up.value, 12);
    expect(down.se).toBeCloseTo(up.se!, 12);
  });

  test.prop([samples()])('bounded versions of yes and no mirror each other', (given) => {
    const { design, need, score } = given;
    const options = { within, bounds: [0, 1] } as const;
    const yes = estimateConcentration(design, need, score, options);
    const no = estimateConcentration(
      design,
      need.map((x) => 1 - x),
      score,
      options
    );
    for (const which of ['wagstaff', 'erreygers'] as const) {
      const [a, b] = [yes[which], no[which]];
      if (a?.value == null || b?.value == null) continue;
      expect(b.value).toBeCloseTo(-a.value, 9);
      expect(b.se).toBeCloseTo(a.se!, 9);
    }
  });

  test.prop([samples()])('Gini lies between 0 and 1 and does not see the currency', (given) => {
    const income = given.score.map(Math.exp);
    const one = estimateGini(given.design, income, { within }).index;
    const other = estimateGini(
      given.design,
      income.map((x) => 7.3 * x),
      { within }
    ).index;
    expect(one.value).toBeGreaterThanOrEqual(0);
    expect(one.value).toBeLessThan(1);
    expect(numbers(other)).toEqual(near(numbers(one)));
  });
});
