import { readFileSync } from 'node:fs';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { seededRandom } from '$lib/base/random';
import { estimateProportion, makeDesign } from '../index';
import { calibratedDesign } from '../design/projection';
import { calibrate } from './calibrate';
import { casperWeights } from './casper';
import { crossMargin } from './cross-margin';
import { makeWeights } from './make-weights';
import { checkMargins, type Margin } from './margin';
import { orThrow, WeightingError } from './problem';
import { poststratify, rake } from './rake';
import { spreadOf } from './spread';
import { trim, usualCap } from './trim';

const margin = (
  name: string,
  values: readonly (string | null)[],
  targets: Record<string, number>
) =>
  crossMargin(
    name,
    [
      {
        labels: [...new Set(values.filter((v) => v !== null))],
        codes: Uint32Array.from(values, (v) =>
          v === null ? 0 : [...new Set(values.filter((x) => x !== null))].indexOf(v) + 1
        )
      }
    ],
    Object.entries(targets).map(([key, target]) => ({ key: [key], target }))
  );

const [head = '', ...lines] = readFileSync('src/lib/estimation/golden.fixture.csv', 'utf8')
  .trim()
  .split('\n');
const column = (name: string): string[] => {
  const at = head.split(',').indexOf(name);
  return lines.map((line) => line.split(',')[at] ?? '');
};
const golden = Float64Array.from(column('w'), Number);

/** A random sample of two variables whose every combination occurs, and margins of one total. */
const samples = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    rows: fc.integer({ min: 40, max: 200 }),
    total: fc.double({ min: 100, max: 1e6, noNaN: true })
  })
  .map(({ seed, rows, total }) => {
    const random = seededRandom(seed);
    const a = Array.from({ length: rows }, (_, i) => 'xyz'[i % 3]!);
    const b = Array.from({ length: rows }, (_, i) => (Math.floor(i / 3) % 2 === 0 ? 'p' : 'q'));
    const base = Float64Array.from(a, () => 0.2 + random.next() * 5);
    const parts = (names: string[]) => {
      const raw = names.map(() => 0.2 + random.next());
      const sum = raw.reduce((s, v) => s + v, 0);
      return Object.fromEntries(names.map((name, k) => [name, (raw[k]! * total) / sum]));
    };
    return { base, a, b, of: { a: parts(['x', 'y', 'z']), b: parts(['p', 'q']) }, total };
  });

const marginsOf = ({
  a,
  b,
  of
}: {
  a: string[];
  b: string[];
  of: Record<'a' | 'b', Record<string, number>>;
}) => [margin('a', a, of.a), margin('b', b, of.b)];

const sumWhere = (weights: Float64Array, values: string[], value: string): number =>
  weights.reduce((sum, w, i) => sum + (values[i] === value ? w : 0), 0);

describe('raking', () => {
  test.prop([samples])('meets every margin', (sample) => {
    const { weights } = orThrow(rake(sample.base, marginsOf(sample)));
    for (const name of ['a', 'b'] as const)
      for (const [value, target] of Object.entries(sample.of[name]))
        expect(sumWhere(weights, sample[name], value) / target).toBeCloseTo(1, 9);
  });

  test.prop([samples, fc.double({ min: 1e-3, max: 1e3, noNaN: true })])(
    'of weights that are all multiplied gives the same weights',
    (sample, factor) => {
      const { weights } = orThrow(rake(sample.base, marginsOf(sample)));
      const scaled = orThrow(
        rake(
          sample.base.map((w) => w * factor),
          marginsOf(sample)
        )
      );
      weights.forEach((w, i) => expect(scaled.weights[i]! / w).toBeCloseTo(1, 9));
    }
  );

  test.prop([samples])(
    'of the same rows in another order gives each row the same weight',
    (sample) => {
      const order = sample.a.map((_, i) => i).reverse();
      const turned = {
        ...sample,
        base: Float64Array.from(order, (i) => sample.base[i]!),
        a: order.map((i) => sample.a[i]!),
        b: order.map((i) => sample.b[i]!)
      };
      const { weights } = orThrow(rake(sample.base, marginsOf(sample)));
      const again = orThrow(rake(turned.base, marginsOf(turned))).weights;
      order.forEach((i, at) => expect(again[at]! / weights[i]!).toBeCloseTo(1, 9));
    }
  );

  test.prop([samples])('equals calibration with the raking distance', (sample) => {
    const margins = marginsOf(sample);
    const { weights } = orThrow(rake(sample.base, margins));
    const terms = margins.map(({ codes, labels, targets }) => ({
      term: { kind: 'category' as const, codes, size: labels.length },
      totals: [...targets],
      names: [...labels]
    }));
    const same = orThrow(calibrate(sample.base, terms, { kind: 'raking' })).weights;
    weights.forEach((w, i) => expect(same[i]! / w).toBeCloseTo(1, 7));
  });

  test('of the golden households gives the weights of R survey 4.1', () => {
    const age = { '18-34': 6000, '35-64': 7000, '65+': 3500 };
    const tenure = { own: 9500, rent: 7000 };
    const margins = [margin('age', column('age'), age), margin('tenure', column('tenure'), tenure)];
    const { weights } = orThrow(rake(golden, margins));
    expect(weights[0]).toBeCloseTo(540.677348997, 6);
    expect(weights[35]).toBeCloseTo(530.155185019, 6);
    expect(spreadOf(weights).nEffective).toBeCloseTo(25.6790791597, 7);
    const psu = column('psu');
    const names = [...new Set(psu)];
    const strata = column('stratum');
    const design = makeDesign({
      rows: 36,
      strata: {
        labels: ['N', 'S', 'W'],
        codes: Uint32Array.from(strata, (s) => 'NSW'.indexOf(s) + 1)
      },
      units: [{ labels: names, codes: Uint32Array.from(psu, (p) => names.indexOf(p) + 1) }],
      weights: golden
    });
    const raked = calibratedDesign(
      design,
      weights,
      margins.map(({ codes, labels }) => ({ kind: 'category', codes, size: labels.length }))
    );
    const housing = Float64Array.from(column('housing'), Number);
    const { value, se } = estimateProportion(raked, housing, { within: 'all' });
    expect([value, se]).toEqual([
      expect.closeTo(0.325054777444, 9),
      expect.closeTo(0.0953785898519, 9)
    ]);
    const stratified = orThrow(poststratify(golden, margins[0]!)).weights;
    const cells = calibratedDesign(design, stratified, [
      { kind: 'category', codes: margins[0]!.codes, size: 3 }
    ]);
    const post = estimateProportion(cells, housing, { within: 'all' });
    expect([post.value, post.se]).toEqual([
      expect.closeTo(0.353868709314, 10),
      expect.closeTo(0.110325367885, 10)
    ]);
  });

  test('that cannot meet two margins at once names the worst category', () => {
    const margins = [
      margin('a', ['x', 'x', 'y', 'y'], { x: 90, y: 10 }),
      margin('b', ['p', 'p', 'q', 'q'], { p: 10, q: 90 })
    ];
    const made = rake(new Float64Array(4).fill(1), margins);
    expect(made.ok ? [] : made.issues.map(({ code }) => code)).toEqual(['weighting-not-converged']);
  });
});

describe('margins are refused', () => {
  const ones = new Float64Array(3).fill(1);
  const codesOf = (margins: Margin[], base = ones) => {
    const checked = checkMargins(base, margins);
    return checked.ok ? [] : checked.issues.map(({ code }) => code);
  };
  test('when nobody is in a category that has people', () => {
    expect(codesOf([margin('a', ['x', 'y', 'y'], { x: 1, y: 1, z: 1 })])).toEqual([
      'margin-category-empty'
    ]);
  });
  test('when only rows of weight 0 are in a category', () => {
    const base = Float64Array.from([0, 1, 1]);
    expect(codesOf([margin('a', ['x', 'y', 'y'], { x: 1, y: 1 })], base)).toEqual([
      'margin-category-empty'
    ]);
  });
  test('when respondents are in a category without a target', () => {
    expect(codesOf([margin('a', ['x', 'y', 'z'], { x: 1, y: 1 })])).toEqual([
      'margin-category-without-target'
    ]);
  });
  test('when a value is missing, unless it is kept as a category of its own', () => {
    const margins = [margin('a', ['x', null, 'y'], { x: 10, y: 20 })];
    expect(codesOf(margins)).toEqual(['margin-values-missing']);
    const kept = orThrow(checkMargins(ones, margins, { missing: 'own-category' }));
    expect([...kept.margins[0]!.targets]).toEqual([
      expect.closeTo(20 / 3, 12),
      expect.closeTo(40 / 3, 12),
      expect.closeTo(10, 12)
    ]);
  });
  test('when they add up to different totals, unless one total is said', () => {
    const margins = [
      margin('a', ['x', 'y', 'y'], { x: 1, y: 1 }),
      margin('b', ['p', 'p', 'q'], { p: 2, q: 1 })
    ];
    expect(codesOf(margins)).toEqual(['margin-totals-differ']);
    const scaled = orThrow(checkMargins(ones, margins, { total: 6 }));
    expect(scaled.margins.map(({ targets }) => [...targets])).toEqual([
      [3, 3],
      [4, 2]
    ]);
  });
  test('when a target is 0 or less and people are in the category', () => {
    expect(codesOf([margin('a', ['x', 'y', 'y'], { x: 0, y: 1 })])).toEqual(['margin-target-zero']);
    expect(codesOf([margin('a', ['x', 'y', 'y'], { x: -1, y: 1 })])).toEqual([
      'margin-target-unusable'
    ]);
  });
  test('when weights to start from are missing, negative or all 0', () => {
    const margins = [margin('a', ['x', 'y', 'y'], { x: 1, y: 1 })];
    const codes = [
      [NaN, 1, 1],
      [-1, 1, 1],
      [0, 0, 0]
    ].map((base) => {
      const made = rake(Float64Array.from(base), margins);
      return made.ok ? null : made.issues[0]?.code;
    });
    expect(codes).toEqual(['weights-missing', 'weights-negative', 'weights-all-zero']);
  });
  test('and a small category is only reported', () => {
    const { notes } = orThrow(checkMargins(ones, [margin('a', ['x', 'y', 'y'], { x: 1, y: 1 })]));
    expect(notes.map(({ code, params }) => [code, params.count])).toEqual([
      ['margin-category-small', 1],
      ['margin-category-small', 2]
    ]);
  });
});

describe('trimming', () => {
  test('to a cap of 250, strictly, gives the weights of R survey 4.1', () => {
    const { weights } = orThrow(trim(golden, { upper: 250, strict: true }));
    expect(weights[0]).toBeCloseTo(141.510714286, 9);
    expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(5705.5, 8);
    expect(Math.max(...weights)).toBe(250);
  });

  test.prop([samples, fc.boolean()])('keeps the sum of the weights', ({ base }, strict) => {
    const { mean, sum } = spreadOf(base);
    const { weights } = orThrow(trim(base, { upper: mean * 1.4, lower: mean * 0.3, strict }));
    expect(weights.reduce((s, w) => s + w, 0) / sum).toBeCloseTo(1, 10);
    if (strict) expect(Math.max(...weights)).toBeLessThanOrEqual(mean * 1.4);
  });

  test('once, weights inside the bounds take what the others lose, even if that lifts them out', () => {
    const { weights } = orThrow(trim(Float64Array.of(1, 2, 3, 10), { upper: 2 }));
    expect([...weights]).toEqual([5.5, 6.5, 2, 2]);
  });

  test('to bounds that cannot hold the sum, or that hold no weight, is refused', () => {
    const codeOf = (made: ReturnType<typeof trim>) => (made.ok ? null : made.issues[0]?.code);
    expect(codeOf(trim(golden, { upper: 100, strict: true }))).toBe('trim-not-possible');
    expect(codeOf(trim(Float64Array.of(3, 4), { upper: 2 }))).toBe('trim-not-possible');
  });

  test.prop([samples])(
    'and raking in turn ends inside the limit, or says so, on the margins',
    (sample) => {
      const margins = marginsOf(sample);
      const free = orThrow(makeWeights({ base: sample.base, margins }));
      const made = makeWeights({
        base: sample.base,
        margins,
        trim: { kind: 'ratio', lower: 0, upper: 2.5 }
      });
      const { weights, report, start } = orThrow(made);
      const limit = report.trim!.upper;
      const isSettled = !report.notes.some(({ code }) => code === 'trim-not-settled');
      if (isSettled) expect(Math.max(...weights)).toBeLessThan(limit * 1.02);
      expect(start === null).toBe(Math.max(...free.weights) <= limit * (1 + 1e-6));
      for (const { categories } of report.margins)
        for (const { targetShare, shareAfter } of categories)
          expect(shareAfter).toBeCloseTo(targetShare, 6);
    }
  );

  test('by the usual rule cuts at the median plus six ranges between the quartiles', () => {
    expect(usualCap(Float64Array.from([1, 2, 3, 4, 5]))).toBe(3 + 6 * 2);
  });
});

describe('CASPER weights', () => {
  const cluster = { labels: ['a', 'b'], codes: Uint32Array.from([1, 1, 2]) };
  test('are households over interviews in the cluster times clusters selected', () => {
    expect([...orThrow(casperWeights(cluster, { households: 600, clusters: 2 }))]).toEqual([
      150, 150, 300
    ]);
  });
  test('count clusters without an interview', () => {
    expect(orThrow(casperWeights(cluster, { households: 600, clusters: 30 }))[2]).toBe(20);
  });
  test('are refused without a cluster, with too few clusters, without numbers', () => {
    const code = (made: ReturnType<typeof casperWeights>) =>
      made.ok ? null : made.issues[0]?.code;
    const partly = { ...cluster, codes: Uint32Array.from([1, 0, 2]) };
    expect(code(casperWeights(partly, { households: 600, clusters: 30 }))).toBe(
      'casper-cluster-missing'
    );
    expect(code(casperWeights(cluster, { households: 600, clusters: 1 }))).toBe(
      'casper-clusters-too-few'
    );
    expect(code(casperWeights(cluster, { households: 0.5, clusters: 1 }))).toBe(
      'casper-numbers-unusable'
    );
  });
});

describe('calibration', () => {
  const term = (values: number[], total: number) => ({
    term: { kind: 'number' as const, values: Float64Array.from(values) },
    totals: [total],
    names: ['v']
  });
  test('with bounds that are too tight is refused, and one without room throws for callers that need it', () => {
    const made = calibrate(new Float64Array(3).fill(1), [term([1, 2, 3], 60)], {
      kind: 'logit',
      bounds: [0.5, 2]
    });
    expect(made.ok ? null : made.issues[0]?.code).toBe('bounds-too-tight');
    expect(() => orThrow(made)).toThrow(WeightingError);
  });
  test('with the linear distance says how many weights are negative', () => {
    const made = orThrow(
      calibrate(new Float64Array(3).fill(1), [term([1, 2, 30], 10)], { kind: 'linear' })
    );
    expect(made.weights[2]).toBeLessThan(1);
    expect(made.notes.map(({ params }) => params.count)).toEqual(
      [made.weights.filter((w) => w < 0).length].filter(Boolean)
    );
  });
});

describe('a design of raked weights where each row is its own PSU', () => {
  test.prop([samples])('has the same variance as one that names each row as a PSU', (sample) => {
    const margins = marginsOf(sample);
    const { weights } = orThrow(rake(sample.base, margins));
    const rows = weights.length;
    const terms = margins.map(({ codes, labels }) => ({
      kind: 'category' as const,
      codes,
      size: labels.length
    }));
    const random = seededRandom(rows);
    const y = Float64Array.from(weights, () => (random.next() < 0.4 ? 1 : 0));
    const within = Uint8Array.from(weights, () => (random.next() < 0.7 ? 1 : 0));
    const named = {
      labels: Array.from(weights, (_, i) => String(i)),
      codes: Uint32Array.from(weights, (_, i) => i + 1)
    };
    const [own, asUnits] = [null, [named]].map((units) =>
      estimateProportion(
        calibratedDesign(makeDesign({ rows, weights: sample.base, units }), weights, terms),
        y,
        { within }
      )
    );
    expect(own!.value).toBeCloseTo(asUnits!.value!, 12);
    expect(own!.se! / asUnits!.se!).toBeCloseTo(1, 9);
  });

  test.prop([samples])('gives a category of a margin no standard error', (sample) => {
    const margins = marginsOf(sample);
    const { weights } = orThrow(rake(sample.base, margins));
    const design = calibratedDesign(
      makeDesign({ rows: weights.length, weights: sample.base }),
      weights,
      margins.map(({ codes, labels }) => ({ kind: 'category', codes, size: labels.length }))
    );
    const member = Float64Array.from(sample.a, (v) => (v === 'x' ? 1 : 0));
    const { value, se } = estimateProportion(design, member, { within: 'all' });
    expect(value! * sample.total).toBeCloseTo(sample.of.a.x!, 4);
    expect(se).toBe(0);
  });
});
