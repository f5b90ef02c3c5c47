import { describe, expect, test } from 'vitest';
import { basicRating, sizeOf } from './hanlon';
import { ellipseOf, linesOf, placeInQuadrants } from './ipa';
import { quantileOf, summarizeRatings, type Rating } from './rating';
import { combinedSeverity, phaseOf, severityColumn } from './severity';
import { exampleContext } from './example.fixture';
import { exampleNeeds, exampleServices } from './example-inputs';
import { ipaScores } from './ipa';
import { importanceSatisfaction } from './importance-satisfaction';

const open = {
  propriety: 'yes',
  economics: 'yes',
  acceptability: 'yes',
  resources: 'yes',
  legality: 'yes'
} as const;

describe('size of a problem', () => {
  test.each([
    [0.25, 9],
    [1, 10],
    [0.1, 7],
    [0.01, 5],
    [0.001, 3],
    [0.0001, 1],
    [0.00001, 0],
    [0, 0]
  ])('a share of %d has size %d', (share, size) => {
    expect(sizeOf(share)).toBeCloseTo(size, 12);
  });
  test('grows with the logarithm between two bounds: half way from .01 to .1 is 6', () => {
    expect(sizeOf(Math.sqrt(0.01 * 0.1))).toBeCloseTo(6, 12);
  });
  test('its whole part is the published band', () => {
    expect([0.249, 0.099, 0.0099].map((share) => Math.floor(sizeOf(share)))).toEqual([8, 6, 4]);
  });
  test('the rating runs from 0 to 100', () => {
    expect(basicRating(10, 20, 10)).toBe(100);
    expect(basicRating(10, 20, 0)).toBe(0);
  });
});

describe('raters', () => {
  const of = (seriousness: number, answers: Partial<Rating['pearl']> = {}): Rating => ({
    seriousness,
    effectiveness: 5,
    pearl: { ...open, ...answers },
    reason: ''
  });
  test('count by median and quartiles; a wide middle half is disputed', () => {
    const summary = summarizeRatings([of(2), of(10), of(12), of(18)])!;
    expect(summary.seriousness).toEqual({ median: 11, low: 8, high: 13.5, isDisputed: true });
    expect(summary.effectiveness.isDisputed).toBe(false);
  });
  test('a gate closes when more say no than yes; a tie or nobody knowing holds nothing up', () => {
    const gate = (...answers: Rating['pearl']['legality'][]) =>
      summarizeRatings(answers.map((legality) => of(1, { legality })))!.gates.find(
        ({ criterion }) => criterion === 'legality'
      )!.state;
    expect(gate('no', 'no', 'yes')).toBe('closed');
    expect(gate('no', 'yes')).toBe('unknown');
    expect(gate('unknown', 'unknown')).toBe('unknown');
    expect(gate('unknown', 'no')).toBe('closed');
  });
  test('quantiles stand between neighbors', () => {
    expect(quantileOf([1, 2, 3, 4], 0.25)).toBeCloseTo(1.75, 12);
    expect(() => quantileOf([], 0.5)).toThrow(RangeError);
  });
});

describe('quadrants', () => {
  const point = (importance: number, performance: number, se: number) => ({
    key: `${importance}/${performance}`,
    importance,
    performance,
    importanceSe: se,
    performanceSe: se,
    covariance: 0,
    df: 100
  });
  const lines = { importance: 3, performance: 3 };

  test('are named as Martilla and James name them', () => {
    const placed = placeInQuadrants(
      [point(4, 2, 0.1), point(4, 4, 0.1), point(2, 2, 0.1), point(2, 4, 0.1)],
      lines
    );
    expect(placed.map(({ quadrant }) => quadrant)).toEqual([
      'concentrate',
      'keep-up',
      'low-priority',
      'overkill'
    ]);
    expect(placed.every(({ isUndetermined }) => !isUndetermined)).toBe(true);
  });
  test('an ellipse that crosses a line leaves the point undetermined', () => {
    const [near] = placeInQuadrants([point(3.2, 1, 0.1)], lines);
    expect(near).toMatchObject({ quadrant: 'concentrate', isUndetermined: true });
  });
  test('the ellipse reaches the root of 2 df / (df - 1) F standard errors', () => {
    // F(.95; 2, 99) = 3.0882; 2 x 100/99 x 3.0882 = 6.2389
    expect(ellipseOf(point(3, 3, 1))!.importance).toBeCloseTo(Math.sqrt(6.2389), 3);
    expect(ellipseOf({ ...point(3, 3, 1), df: 1 })).toBeNull();
  });
  test('lines stand at means, medians, the middle of the scale or a target', () => {
    const points = [point(1, 5, 0), point(2, 5, 0), point(6, 2, 0)];
    const scale = { low: 1, high: 5 };
    expect(linesOf('means', points, scale)).toEqual({ importance: 3, performance: 4 });
    expect(linesOf('medians', points, scale)).toEqual({ importance: 2, performance: 5 });
    expect(linesOf('midpoint', points, scale)).toEqual(lines);
    expect(linesOf('target', points, scale)).toBeNull();
  });
  test('means of complete pairs, on the scale both questions share', () => {
    const found = ipaScores(
      exampleContext({
        title: '',
        given: { imp: ['5', '3', '4'], sat: ['2', '1', null] },
        services: exampleServices(['imp'], ['sat']),
        at: '',
        expect: { value: 0, n: 0 }
      })
    );
    if (!found.ok) throw new Error('refused');
    expect(found.value.stated.items[0]!.estimate.value).toBe(4);
    expect(found.value.performance[0]!.estimate.value).toBe(1.5);
    expect(found.value.scale).toEqual({ low: 1, high: 5 });
  });
});

describe('severity', () => {
  const { responses, design, needs } = exampleContext({
    title: '',
    given: {
      rent: ['y', 'y', 'n', 'y', 'y'],
      h1: ['y', 'p', null, 'n', null],
      food: ['y', 'y', 'n', 'y', 'y'],
      h2: ['y', 'p', null, 'n', 'n']
    },
    needs: { rent: exampleNeeds('rent', 'h1'), food: exampleNeeds('food', 'h2') },
    at: '',
    expect: { value: 0, n: 0 }
  });

  test('of one need: none, met, in part, not at all, not known', () => {
    // order of the answers in the file: y, p, n
    expect([...severityColumn(responses, needs[0]!)!]).toEqual([2, 3, 1, 4, 0]);
  });
  test('of all needs together: the worst decides, complete households only', () => {
    const steps = combinedSeverity(responses, design, needs)!;
    expect(steps.map(({ x, n }) => [x, n])).toEqual([
      [3, 4],
      [2, 4],
      [1, 4]
    ]);
  });
  test('is not told where "not helped" is one answer', () => {
    const [need] = needs;
    const one = { ...need!, inputs: { ...need!.inputs } };
    one.inputs.served = { ...one.inputs.served!, no: ['n'] };
    expect(severityColumn(responses, one)).toBeNull();
  });
  test('the phase is the highest severity a fifth reach; the next is not excluded by its range', () => {
    const steps = [
      { from: 2 as const, value: 0.7, low: 0.65, high: 0.75 },
      { from: 3 as const, value: 0.4, low: 0.35, high: 0.45 },
      { from: 4 as const, value: 0.17, low: 0.13, high: 0.22 }
    ];
    expect(phaseOf(steps)).toEqual({ phase: 3, nextPossible: true, isUnsure: false });
    expect(phaseOf(steps.map((step) => ({ ...step, high: step.value })))).toMatchObject({
      nextPossible: false
    });
  });
});

test('importance-satisfaction of a service has the same covariance as its own variance', () => {
  const context = exampleContext({
    title: '',
    given: { imp: ['5', '4', '2', '1', '5'], sat: ['4', '1', '2', '3', '2'] },
    services: exampleServices(['imp'], ['sat']),
    at: '',
    expect: { value: 0, n: 0 }
  });
  const scores = importanceSatisfaction.compute(context);
  if (!scores.ok) throw new Error('refused');
  const [item] = scores.value.items;
  expect(scores.value.covariance[0]![0]).toBeCloseTo(item!.estimate.se! ** 2, 12);
});
