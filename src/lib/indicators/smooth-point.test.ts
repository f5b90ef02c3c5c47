import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { makeDesign } from '$lib/estimation/design/design';
import { estimatePoint } from '$lib/estimation/estimates/estimate';
import { ratioPoint, sharePoint } from '$lib/estimation/sums/point';
import { tabulate } from '$lib/estimation/sums/tabulate';
import { smoothPoint } from './smooth-point';

const rows = fc.array(
  fc.record({
    w: fc.double({ min: 0.5, max: 20, noNaN: true }),
    x: fc.double({ min: -5, max: 5, noNaN: true }),
    z: fc.double({ min: 1, max: 9, noNaN: true }),
    cell: fc.integer({ min: 0, max: 1 }),
    psu: fc.integer({ min: 0, max: 5 })
  }),
  { minLength: 12, maxLength: 40 }
);

type Row = { w: number; x: number; z: number; cell: number; psu: number };

const tabulated = (all: readonly Row[], times = 1) => {
  const codes = [...new Set(all.map(({ psu }) => psu))];
  const design = makeDesign({
    rows: all.length,
    weights: Float64Array.from(all, ({ w }) => w * times),
    strata: null,
    units: [
      {
        codes: Uint8Array.from(all, ({ psu }) => codes.indexOf(psu) + 1),
        labels: codes.map(String)
      }
    ]
  });
  return tabulate(design, {
    cell: Uint32Array.from(all, ({ cell }) => cell),
    cells: 2,
    measures: [Float64Array.from(all, ({ x }) => x), Float64Array.from(all, ({ z }) => z)]
  });
};
const both = [0, 1];

/** Equal to eight digits of the larger, or of the spread of the data where a number is near 0. */
const near = (a: number | null, b: number | null) =>
  expect(Math.abs((a ?? NaN) - (b ?? NaN))).toBeLessThan(1e-7 * (1 + Math.abs(b ?? 0)));

describe('a function of weighted sums', () => {
  test.prop([rows])('has the standard error of a ratio where it is one', (all) => {
    fc.pre(new Set(all.map(({ psu }) => psu)).size > 1);
    const tabulation = tabulated(all);
    const ratio = estimatePoint(tabulation, ratioPoint(tabulation, both), both);
    const smooth = smoothPoint(
      tabulation,
      [
        { cells: both, measure: 1 },
        { cells: both, measure: 2 }
      ],
      ([x = 0, z = 0]) => x / z,
      both
    );
    const estimate = estimatePoint(tabulation, smooth ?? 'zero-denominator', both);
    near(estimate.value, ratio.value);
    near(estimate.se, ratio.se);
  });
  test.prop([rows])('has the standard error of a share where it is one', (all) => {
    fc.pre(new Set(all.map(({ psu }) => psu)).size > 1);
    const tabulation = tabulated(all);
    const share = estimatePoint(tabulation, sharePoint(tabulation, [0], both), both);
    const smooth = smoothPoint(
      tabulation,
      [{ cells: [0] }, { cells: both }],
      ([member = 0, everyone = 0]) => member / everyone,
      both
    );
    near(estimatePoint(tabulation, smooth ?? 'zero-denominator', both).se, share.se);
  });
  test.prop([rows, fc.double({ min: 0.01, max: 100, noNaN: true })])(
    'of degree 0 does not change with the scale of the weights',
    (all, times) => {
      fc.pre(new Set(all.map(({ psu }) => psu)).size > 1);
      const se = (scale: number) => {
        const tabulation = tabulated(all, scale);
        const point = smoothPoint(
          tabulation,
          [{ cells: both }, { cells: both, measure: 2 }],
          ([n = 0, z = 0]) => (z / n) ** 2,
          both
        );
        return estimatePoint(tabulation, point ?? 'zero-denominator', both).se;
      };
      near(se(times), se(1));
    }
  );
  test('is unknown where it is not defined', () => {
    const tabulation = tabulated([
      { w: 1, x: 0, z: 1, cell: 0, psu: 0 },
      { w: 1, x: 0, z: 1, cell: 0, psu: 1 }
    ]);
    const point = smoothPoint(
      tabulation,
      [
        { cells: both, measure: 2 },
        { cells: both, measure: 1 }
      ],
      ([z = 0, x = 0]) => z / x,
      both
    );
    expect(point).toBeNull();
  });
});
