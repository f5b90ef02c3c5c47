import { expect, test } from 'vitest';
import { kornGraubard } from './proportion-interval';
import { nchsStandard } from './reliability';
import type { Estimate } from './estimate';

const proportion = (p: number, n: number, nEff: number, df: number): Estimate => ({
  value: p,
  se: Math.sqrt((p * (1 - p)) / nEff),
  low: null,
  high: null,
  level: 0.95,
  df,
  dfFull: df,
  n,
  nPositive: n,
  sumWeights: n,
  psus: df + 1,
  nEffective: nEff,
  deff: n / nEff,
  deffWithoutReplacement: null,
  method: 'korn-graubard',
  reason: null
});

test.each([
  [0.3, 400, 250, 40, 0.2423, 0.3628],
  [0.02, 600, 400, 40, 0.0084, 0.0398],
  [0.3, 400, 250, 6, 0.2305, 0.377],
  [0, 45, 45, 12, 0, 0.0787]
])('Korn-Graubard limits of %d on %d rows, %d effective, %d df', (p, n, nEff, df, low, high) => {
  const limits = kornGraubard(proportion(p, n, nEff, df), df, 0.95);
  expect(limits.low).toBeCloseTo(low, 4);
  expect(limits.high).toBeCloseTo(high, 4);
});

test.each([
  ['a large sample is shown', [0.3, 400, 250, 40], 'show', [], []],
  ['a small proportion in a narrow interval is shown', [0.02, 600, 400, 40], 'show', [], []],
  [
    'a small effective sample is not',
    [0.1, 60, 29.5, 40],
    'suppress',
    ['effective_sample_size_lt_30'],
    []
  ],
  ['a small sample is not', [0.5, 29, 29, 40], 'suppress', ['sample_size_lt_30'], []],
  ['a wide interval is not', [0.5, 60, 40, 30], 'suppress', ['absolute_width_ge_0.30'], []],
  ['a fairly wide one is', [0.5, 100, 70, 30], 'show', [], []],
  [
    'a wide interval beside a small value is not',
    [0.05, 150, 100, 30],
    'suppress',
    ['relative_width_gt_130pct'],
    []
  ],
  ['its complement is, with a footnote', [0.95, 150, 100, 30], 'show', [], ['Pc']],
  ['few degrees of freedom ask for review', [0.3, 400, 250, 6], 'show', [], ['Pdf']],
  ['everyone asks for review', [1, 45, 45, 12], 'show', [], ['P0']],
  [
    'nobody, on a sample that allows more than 5 %, is not shown',
    [0, 45, 45, 12],
    'suppress',
    ['relative_width_gt_130pct'],
    []
  ],
  ['nobody in a large sample asks for review', [0, 200, 200, 12], 'show', [], ['P0']]
] as const)('%s', (_, [p, n, nEff, df], decision, reasons, flags) => {
  expect(nchsStandard(proportion(p, n, nEff, df))).toMatchObject({ decision, reasons, flags });
});
