import { describe, expect, test } from 'vitest';
import { compareDomains } from './compare-domains';
import { makeDesign } from '../design/design';
import { estimateByGroup } from '../estimates/estimate-by-group';

// Stratum A has two PSUs, stratum B one; rows of B are the second group.
const y = Float64Array.of(2, 4, 7, 9, 5, 6);
const inB = Uint8Array.of(0, 0, 0, 0, 1, 1);
const groups = { codes: inB.map((b) => b + 1), labels: ['A', 'B'] };
const keys = (...codes: number[]) => ({ codes: Uint8Array.from(codes), labels: ['a', 'b', 'c'] });
const design = (...strata: number[]) =>
  makeDesign({
    rows: 6,
    strata: keys(...strata),
    units: [keys(1, 1, 2, 2, 3, 3)],
    lonely: 'average'
  });
const compare = (...strata: number[]) =>
  compareDomains(design(...strata), { y, within: inB.map((b) => 1 - b) }, { y, within: inB });

describe('single PSUs that get the average of the other strata', () => {
  test('a side that lies in one of them has no error of its own, and the difference has one', () => {
    const { a, b, difference } = compare(1, 1, 1, 1, 2, 2);
    expect([a.value, b.value, b.se]).toEqual([5.5, 5.5, null]);
    // PSU scores of A: -5/4 and 5/4; n/(n-1) = 2; strata over those that are not lonely = 2.
    expect(difference!.value).toBe(0);
    expect(difference!.se! ** 2).toBeCloseTo(2 * 2 * 2 * (5 / 4) ** 2, 12);
  });

  test('without another stratum the difference has a value and no error', () => {
    const { covariance, difference, t } = compare(1, 1, 2, 2, 3, 3);
    expect([covariance, difference, t]).toEqual([
      null,
      { value: 0, se: null, low: null, high: null },
      null
    ]);
    const options = { within: 'all', statistic: 'mean' } as const;
    expect(estimateByGroup(design(1, 1, 2, 2, 3, 3), y, groups, options).covariance).toBeNull();
  });
});
