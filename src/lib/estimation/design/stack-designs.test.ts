import { readFileSync } from 'node:fs';
import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '$lib/base/random';
import { compareDomains } from '../comparisons/compare-domains';
import { makeDesign } from './design';
import { estimateMean } from '../estimates/estimate-mean';
import { calibratedDesign } from './projection';
import { stackDesigns } from './stack-designs';
import type { DesignInput } from './design';
import type { Stack, StackedWave } from './stack-designs';
import type { Keys } from './units';

const keys = (values: readonly string[], reverse = false): Keys => {
  const labels = [...new Set(values)].sort();
  if (reverse) labels.reverse();
  return { codes: Uint32Array.from(values, (value) => labels.indexOf(value) + 1), labels };
};

const stacked = (waves: readonly StackedWave[], panel: boolean): Stack => {
  const stack = stackDesigns(waves, { panel });
  if (!stack.ok) throw new Error(stack.issues[0]?.code);
  return stack.value;
};

/** Rows of one wave, 1 inside. */
const rowsOf = ({ first, design }: Stack, wave: number): Uint8Array =>
  new Uint8Array(design.rows).fill(1, first[wave], first[wave + 1]);

/** The two waves of the reference panel, each read as a file of its own. */
function referenceWaves() {
  const [head = '', ...lines] = readFileSync('tests/fixtures/reference/data/waves.csv', 'utf8')
    .trim()
    .split(/\r?\n/);
  const names = head.split(',');
  return ['1', '2'].map((wave, w) => {
    const rows = lines
      .map((line) => line.split(','))
      .filter((cells) => cells[names.indexOf('wave')] === wave);
    const column = (name: string) => rows.map((cells) => cells[names.indexOf(name)] ?? '');
    const numbers = (name: string) =>
      Float64Array.from(column(name), (cell) => (cell === '' ? NaN : Number(cell)));
    const input: DesignInput = {
      rows: rows.length,
      // The codes of a file are numbered in its own order: only their labels say what is shared.
      strata: keys(column('stratum'), w === 1),
      units: [keys(column('psu'), w === 1)],
      weights: numbers('weight'),
      nest: true
    };
    return { input, score: numbers('score'), insecure: numbers('insecure') };
  });
}

describe('two waves on one panel of places', () => {
  const [old, now] = referenceWaves() as [
    ReturnType<typeof referenceWaves>[0],
    ReturnType<typeof referenceWaves>[0]
  ];
  const compared = (panel: boolean) => {
    const stack = stacked([old, now], panel);
    const y = Float64Array.from([...old.score, ...now.score]);
    return compareDomains(
      stack.design,
      { y, within: rowsOf(stack, 1) },
      { y, within: rowsOf(stack, 0) }
    );
  };

  test('the change carries the covariance of the shared PSUs', () => {
    // tests/fixtures/reference/cases/waves.json, waves/change/score
    const change = compared(true);
    expect(change.difference?.value).toBeCloseTo(1.9780467914160624, 10);
    expect(change.difference?.se).toBeCloseTo(0.5306865716090909, 10);
    expect(change.covariance![0]![1]).toBeCloseTo(0.12585489902297886, 10);
    expect(change.df).toBe(19);
    expect(change.p).toBeCloseTo(0.0014279178810254346, 10);
  });

  test('taken as independent, the same waves have a standard error 1.38 times as large', () => {
    const apart = compared(false);
    expect(apart.covariance![0]![1]).toBe(0);
    expect(apart.df).toBe(38);
    expect(apart.difference!.se! / compared(true).difference!.se!).toBeCloseTo(1.38, 2);
  });

  test('what cannot be one panel is said, not guessed', () => {
    const without = { ...old.input, units: null };
    const oneStratum = { ...old.input, strata: null };
    const others = {
      ...old.input,
      units: [keys(Array.from({ length: old.input.rows }, (_, i) => `x${i % 40}`))]
    };
    const codeOf = (input: DesignInput) => {
      const stack = stackDesigns([{ input }, now], { panel: true });
      return stack.ok ? null : stack.issues[0]?.code;
    };
    expect(codeOf(without)).toBe('stack-without-units');
    expect(codeOf(oneStratum)).toBe('stack-strata-differ');
    expect(codeOf(others)).toBe('stack-no-shared-unit');
  });
});

const random = (seed: number) => {
  const next = seededRandom(seed);
  const wave = () => {
    const strata: string[] = [];
    const psu: string[] = [];
    for (let h = 0; h < 3; h++)
      for (let j = 0; j < 3; j++)
        for (let i = 0, size = next.integer(2, 6); i < size; i++) {
          strata.push(`h${h}`);
          psu.push(`p${j}`);
        }
    const rows = strata.length;
    const input: DesignInput = {
      rows,
      strata: keys(strata),
      units: [keys(psu)],
      weights: Float64Array.from({ length: rows }, () => 1 + 5 * next.next()),
      nest: true
    };
    return { input, y: Float64Array.from({ length: rows }, () => next.normal()) };
  };
  return [wave(), wave()] as const;
};

propertyTest.prop([fc.integer({ min: 1, max: 1e6 })])(
  'separate waves: the variance of a change is the sum of both variances, and so are its degrees of freedom',
  (seed) => {
    const [a, b] = random(seed);
    const stack = stacked([a, b], false);
    const y = Float64Array.from([...a.y, ...b.y]);
    const change = compareDomains(
      stack.design,
      { y, within: rowsOf(stack, 1) },
      { y, within: rowsOf(stack, 0) }
    );
    const alone = [a, b].map(({ input, y: own }) =>
      estimateMean(makeDesign(input), own, { within: 'all' })
    );
    expect(change.difference!.se).toBeCloseTo(Math.hypot(alone[0]!.se!, alone[1]!.se!), 10);
    expect(change.df).toBe(alone[0]!.df! + alone[1]!.df!);
  }
);

propertyTest.prop([fc.integer({ min: 1, max: 1e6 })])(
  'a panel leaves the estimate and the standard error of each wave as they were',
  (seed) => {
    const waves = random(seed);
    const stack = stacked(waves, true);
    const y = Float64Array.from([...waves[0].y, ...waves[1].y]);
    waves.forEach(({ input, y: own }, w) => {
      const alone = estimateMean(makeDesign(input), own, { within: 'all' });
      const within = estimateMean(stack.design, y, { within: rowsOf(stack, w) });
      expect(within.value).toBeCloseTo(alone.value!, 10);
      expect(within.se).toBeCloseTo(alone.se!, 10);
      expect(within.df).toBe(alone.df);
    });
  }
);

propertyTest.prop([fc.integer({ min: 1, max: 1e6 })])(
  'a calibrated wave keeps its totals in the stack',
  (seed) => {
    const [a, b] = random(seed);
    const codes = Uint8Array.from({ length: a.input.rows }, (_, i) => 1 + (i % 2));
    const terms = [{ kind: 'category' as const, codes, size: 2 }];
    const weights = a.input.weights!.map((w, i) => w * (codes[i] === 1 ? 1.5 : 0.8));
    const stack = stacked([{ input: a.input, calibration: { weights, terms } }, b], true);
    const alone = estimateMean(calibratedDesign(makeDesign(a.input), weights, terms), a.y, {
      within: 'all'
    });
    const y = Float64Array.from([...a.y, ...b.y]);
    const within = estimateMean(stack.design, y, { within: rowsOf(stack, 0) });
    expect(within.value).toBeCloseTo(alone.value!, 10);
    expect(within.se).toBeCloseTo(alone.se!, 10);
  }
);

test('replicate columns of one panel are stacked column by column', () => {
  const [a, b] = random(7);
  const columns = (rows: number) =>
    [1, 2, 3, 4].map((r) => Float64Array.from({ length: rows }, (_, i) => 1 + ((i + r) % 3)));
  const withReplicates = ({ input }: typeof a): StackedWave => ({
    input: { ...input, replicates: { kind: 'JK1', columns: columns(input.rows), combined: true } }
  });
  const stack = stacked([withReplicates(a), withReplicates(b)], true);
  expect(stack.design.replicates?.weights).toHaveLength(4);
  expect(stack.design.replicates?.weights[0]).toHaveLength(a.input.rows + b.input.rows);
  const apart = stackDesigns([withReplicates(a), withReplicates(b)], { panel: false });
  expect(apart.ok).toBe(false);
});

test('population counts of a panel must agree between its waves', () => {
  const [a, b] = random(3);
  const withPopulation = ({ input }: typeof a, size: number): StackedWave => ({
    input: { ...input, populations: [new Float64Array(input.rows).fill(size)] }
  });
  expect(() =>
    stackDesigns([withPopulation(a, 30), withPopulation(b, 40)], { panel: true })
  ).toThrow(/two population counts/);
  const stack = stacked([withPopulation(a, 30), withPopulation(b, 30)], true);
  expect([...stack.design.fraction]).toEqual([0.1, 0.1, 0.1]);
});
