import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { nestUnits } from './units';
import type { Keys } from './units';

const rows = fc.array(fc.record({ stratum: fc.nat(3), unit: fc.nat(9) }), { minLength: 1 });

/** Codes 1.. with room for `labels` labels. */
const keys = (codes: number[], labels: number): Keys => ({
  codes: Uint32Array.from(codes, (code) => code + 1),
  labels: Array.from({ length: labels }, (_, k) => `unit ${k}`)
});

test.prop([rows])('units are the same whether few or many codes are possible', (drawn) => {
  const nested = (labels: number) => {
    const all = { rows: drawn.length, excluded: null };
    const strata = keys(
      drawn.map(({ stratum }) => stratum),
      4
    );
    const parent = nestUnits({ ...all, parent: null, keys: strata, stage: 0 });
    const units = keys(
      drawn.map(({ unit }) => unit),
      labels
    );
    return nestUnits({ ...all, parent, keys: units, stage: 1 });
  };
  expect(nested(10)).toEqual(nested(100_000));
  expect(nested(10).labels).toHaveLength(
    new Set(drawn.map(({ stratum, unit }) => `${stratum}/${unit}`)).size
  );
});
