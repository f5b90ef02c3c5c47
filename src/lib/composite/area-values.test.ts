import { expect, test } from 'vitest';
import { makeDesign } from '$lib/estimation/design/design';
import { estimateFunctions } from '$lib/estimation/estimates/estimate-functions';
import { meanOf } from '$lib/priorities/score-items';
import { areaValues } from './area-values';

const keys = (values: number[]) => {
  const labels = [...new Set(values.map(String))];
  return { labels, codes: Uint8Array.from(values, (value) => labels.indexOf(String(value)) + 1) };
};
const design = makeDesign({
  rows: 10,
  weights: Float64Array.of(1, 2, 1, 3, 2, 1, 4, 1, 2, 3),
  strata: keys([1, 1, 1, 1, 1, 2, 2, 2, 2, 2]),
  units: [keys([1, 1, 2, 2, 3, 4, 4, 5, 5, 6])]
});
const area = [1, 1, 1, 2, 2, 1, 2, 2, 0, 2];
const a = Float64Array.of(1, 0, 1, 0, 1, NaN, 1, 0, 1, 1);
const b = Float64Array.of(0, 0, 1, 1, NaN, 1, 0, 1, 1, 0);

test('shares and covariance are those of each mean by itself, across areas and columns', () => {
  const found = areaValues(design, [a, b], area, [
    { area: 'first', code: 1 },
    { area: 'second', code: 2 }
  ]);
  const inside = (column: Float64Array, code: number) =>
    column.map((value, i) => (area[i] === code ? value : NaN));
  const expected = estimateFunctions(
    design,
    [1, 2].flatMap((code) => [a, b].map((column) => meanOf(inside(column, code))))
  );
  expect(found.areas).toEqual(['first', 'second']);
  found.values.forEach((value, i) => expect(value).toBeCloseTo(expected.estimates[i]!.value!, 12));
  found.covariance.forEach((row, i) =>
    row.forEach((entry, j) => expect(entry).toBeCloseTo(expected.covariance[i]![j]!, 12))
  );
});
