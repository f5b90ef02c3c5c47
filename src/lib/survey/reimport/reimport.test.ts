import { fc, test as check } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { ColumnHash } from './hash-column';
import { areUnique, pairRows, RowKeys } from './row-keys';

const keysOf = (values: readonly number[]): RowKeys => {
  const keys = new RowKeys(values.length);
  const hashes = new Uint32Array(values.length);
  new ColumnHash({ categories: [], missing: [] }).write(
    { kind: 'numeric', values: Float64Array.from(values) },
    null,
    values.length,
    hashes,
    0
  );
  keys.add(hashes);
  return keys;
};

describe('rows of two versions', () => {
  test('are paired by their key, whatever their order', () => {
    const { pairs, added, removed } = pairRows(keysOf([30, 10, 40]), keysOf([10, 20, 30]));
    expect([[...pairs], added, removed]).toEqual([[2, 0, -1], 1, 1]);
  });

  check.prop([
    fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 80 }),
    fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 80 })
  ])('are paired as often as a key stands in both', (now, before) => {
    const { pairs, added, removed } = pairRows(keysOf(now), keysOf(before));
    const count = (list: readonly number[], value: number) =>
      list.filter((each) => each === value).length;
    const both = [...new Set(now)].reduce(
      (sum, value) => sum + Math.min(count(now, value), count(before, value)),
      0
    );
    const taken = [...pairs].filter((row) => row >= 0);
    expect(taken).toHaveLength(both);
    expect(new Set(taken).size).toBe(both);
    expect([added, removed]).toEqual([now.length - both, before.length - both]);
    for (const [row, found] of pairs.entries())
      if (found >= 0) expect(now[row]).toBe(before[found]);
  });

  check.prop([fc.array(fc.integer(), { maxLength: 60 })])(
    'have keys of their own exactly when no key comes twice',
    (values) => {
      expect(areUnique(keysOf(values))).toBe(new Set(values).size === values.length);
    }
  );
});

describe('cells', () => {
  test('say the same when their codes mean the same, in whatever place of the dictionary', () => {
    const hashes = (codes: string[], rows: number[]) => {
      const out = new Uint32Array(rows.length);
      const categories = codes.map((code, order) => ({ code, labels: {}, order }));
      new ColumnHash({ categories, missing: [{ token: '-9', reason: 'refused' }] }).write(
        { kind: 'categorical', codes: Uint8Array.from(rows) },
        Uint8Array.from(rows.map((row) => (row === 0 ? 1 : 0))),
        rows.length,
        out,
        0
      );
      return [...out];
    };
    expect(hashes(['yes', 'no'], [1, 2, 0])).toEqual(hashes(['no', 'yes'], [2, 1, 0]));
    expect(new Set(hashes(['yes', 'no'], [1, 2, 0])).size).toBe(3);
  });
});
