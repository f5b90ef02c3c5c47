import { describe, expect, test } from 'vitest';
import { contextOf } from '$lib/indicators/responses.fixture';
import { unmetNeedRate } from '$lib/indicators/mezzo/unmet-need-rate';
import { seededRandom } from '$lib/base/random';
import { release } from '$lib/privacy/release';
import { checkAreas } from './check-areas';
import { neighboursOf, type Outline } from './neighbours';
import { releaseModelled } from './release-modelled';
import type { ReleasePolicy } from '$lib/privacy/policy';

const policy: ReleasePolicy = {
  sampleType: 'probability',
  threshold: 5,
  thresholdReason: null,
  profile: 'nchs'
};

/** Areas of a row of squares, each with so many people, such a rate of unmet need and such weights. */
function areas(people: number[], rates: number[], weights: number[] = []) {
  const random = seededRandom(11);
  const area: string[] = [];
  const need: string[] = [];
  people.forEach((count, a) => {
    for (let i = 0; i < count; i++) {
      area.push(`a${a}`);
      need.push(random.next() < rates[a]! ? 'y' : 'n');
    }
  });
  const table = unmetNeedRate.compute(
    contextOf({
      given: { area, need, served: need.map((answer) => (answer === 'y' ? 'n' : null)) },
      inputs: {
        need: { questionId: 'need', variables: ['need'], yes: ['y'], no: ['n'] },
        served: { questionId: 'served', variables: ['served'], yes: ['y'], no: ['n'] }
      },
      weights: area.map((name) => weights[Number(name.slice(1))] ?? 1),
      split: { group: null, area: 'area' }
    })
  );
  return { table, released: release(table, policy) };
}

const square = (a: number): Outline => ({
  code: `a${a}`,
  rings: [
    [
      [a, 0],
      [a + 1, 0],
      [a + 1, 1],
      [a, 1],
      [a, 0]
    ]
  ]
});

test('neighbors share a border of two points; a corner is none', () => {
  const corner: Outline = {
    code: 'c',
    rings: [
      [
        [1, 1],
        [2, 1],
        [2, 2],
        [1, 2],
        [1, 1]
      ]
    ]
  };
  expect(neighboursOf([square(0), square(1), square(2), corner])).toEqual([
    [1],
    [0, 2, 3],
    [1],
    [1]
  ]);
});

describe('modelled shares', () => {
  const people = [120, 90, 100, 80, 110, 95, 105, 85, 36, 4];
  const rates = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.5, 0.5];

  const flagOf = (released: ReturnType<typeof areas>['released'], area: string) =>
    released.cells.find(({ at }) => at.area === area && Object.keys(at).length === 1)?.flag;

  test('an area hidden for privacy gets none, nor does the one hidden with it', () => {
    const { table, released } = areas(people, rates);
    const hidden = people.map((_, a) => `a${a}`).filter((area) => flagOf(released, area) === 'c');
    expect(hidden).toContain('a9');
    expect(hidden.length).toBeGreaterThan(1);
    const model = releaseModelled(table, released, 'area');
    const found = model.ok ? model.areas.map(({ area }) => area) : [];
    expect(found.filter((area) => hidden.includes(area))).toEqual([]);
  });

  test('an area that is only too imprecise gets one', () => {
    const { table, released } = areas(people.slice(0, 9), rates.slice(0, 9));
    expect(flagOf(released, 'a8')).toBe('x');
    const model = releaseModelled(table, released, 'area');
    if (!model.ok) throw new Error(model.reason);
    expect(model.areas.find(({ area }) => area === 'a8')).toMatchObject({
      direct: { value: null, flag: 'x' }
    });
  });

  test('an area with fewer than 30 answers takes no part', () => {
    const { table, released } = areas([...people.slice(0, 8), 25, 120], rates);
    const model = releaseModelled(table, released, 'area');
    if (!model.ok) throw new Error(model.reason);
    expect(model.areas.map(({ area }) => area)).not.toContain('a8');
  });

  test('lie between the area and the average, and within 0 to 1', () => {
    const { table, released } = areas(people.slice(0, 8), rates.slice(0, 8));
    const model = releaseModelled(table, released, 'area');
    if (!model.ok) throw new Error(model.reason);
    expect(model.areas).toHaveLength(8);
    const first = model.areas[0]!;
    expect(first.value).toBeGreaterThanOrEqual(first.direct.value! - 0.01);
    for (const { low, value, high, ownWeight } of model.areas) {
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
      expect(ownWeight).toBeGreaterThan(0);
      expect(ownWeight).toBeLessThanOrEqual(1);
    }
  });

  test('together are as many people as the survey found, whatever each area stands for', () => {
    const weights = [9, 1, 1, 1, 1, 1, 1, 1];
    const { table, released } = areas(people.slice(0, 8), rates.slice(0, 8), weights);
    const model = releaseModelled(table, released, 'area');
    if (!model.ok) throw new Error(model.reason);
    const own = table.cells.filter(({ at }) => at.area).map(({ estimate }) => estimate);
    const sizes = own.map(({ sumWeights }) => sumWeights);
    const sum = (values: number[]) =>
      values.reduce((total, value, a) => total + sizes[a]! * value, 0);
    // Each share is told to a hundredth, so it may be off by half of one in a hundred people.
    const slack = 0.005 * sizes.reduce((total, size) => total + size, 0);
    const found = sum(own.map(({ value }) => value!));
    expect(Math.abs(sum(model.areas.map(({ value }) => value)) - found)).toBeLessThan(slack);
    expect(Math.abs(model.factor - 1)).toBeGreaterThan(0.001);
  });

  test('fewer than eight areas have no model', () => {
    const { table, released } = areas(people.slice(0, 7), rates.slice(0, 7));
    expect(releaseModelled(table, released, 'area')).toEqual({
      ok: false,
      reason: 'too-few-areas'
    });
  });
});

describe('boundaries', () => {
  const people = new Array<number>(10).fill(100);
  const outlines = people.map((_, a) => square(a));

  test('a rate that rises from end to end keeps its order in every grouping of neighbors', () => {
    const { table, released } = areas(
      people,
      people.map((_, a) => 0.15 + 0.07 * a)
    );
    const check = checkAreas(table, released, 'area', outlines);
    expect(check).toMatchObject({ zones: 5, regroupings: 100, dependsOnBoundaries: false });
  });
  test('a rate that jumps up and down from neighbor to neighbor depends on the lines', () => {
    const { table, released } = areas(
      people,
      people.map((_, a) => (a % 2 === 0 ? 0.2 : 0.7))
    );
    expect(checkAreas(table, released, 'area', outlines)?.dependsOnBoundaries).toBe(true);
  });
  test('too few areas say nothing', () => {
    const { table, released } = areas(people.slice(0, 5), [0.2, 0.3, 0.4, 0.5, 0.6]);
    expect(checkAreas(table, released, 'area', outlines.slice(0, 5))).toBeNull();
  });
});
