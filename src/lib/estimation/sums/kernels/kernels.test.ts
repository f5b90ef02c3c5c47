import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { seededRandom } from '$lib/base/random';
import { compileKernels } from '../../../../../scripts/build-kernels.mjs';
import { typescriptKernel } from './typescript-kernel';
import { wasmBytes } from './wasm-bytes';
import { wasmKernel } from './wasm-kernel';
import type { Kernel, PlacedRows } from './kernel';

interface Pass {
  placed: PlacedRows;
  codes: Uint8Array;
  levels: number;
}

/** Rows of any number, weights with zeros, some rows outside the design. */
const passes = fc
  .record({
    rows: fc.integer({ min: 0, max: 70 }),
    homes: fc.integer({ min: 1, max: 9 }),
    domains: fc.integer({ min: 1, max: 5 }),
    levels: fc.integer({ min: 1, max: 255 }),
    isFiltered: fc.boolean(),
    seed: fc.integer()
  })
  .map(makePass);

function makePass({ rows, homes, domains, levels, isFiltered, seed }: Sizes): Pass {
  const random = seededRandom(seed);
  const bytes = (most: number) => Uint8Array.from({ length: rows }, () => random.integer(0, most));
  return {
    placed: {
      rows: {
        home: Uint32Array.from({ length: rows }, () => random.integer(0, homes)),
        homes,
        load: Float64Array.from({ length: rows }, () =>
          random.next() < 0.1 ? 0 : random.normal() * 10 ** random.integer(-6, 6)
        )
      },
      domain: bytes(domains),
      domains,
      within: isFiltered ? bytes(1) : null
    },
    codes: bytes(levels),
    levels
  };
}

interface Sizes {
  rows: number;
  homes: number;
  domains: number;
  levels: number;
  isFiltered: boolean;
  seed: number;
}

const wasm = wasmKernel() as Kernel;

describe('the WebAssembly twin answers like the TypeScript one, to the last bit', () => {
  test.prop([passes])('sums of codes', ({ placed, codes, levels }) => {
    expect(wasm.sumCodes(placed, codes, levels)).toEqual(
      typescriptKernel.sumCodes(placed, codes, levels)
    );
  });

  test.prop([passes])('sums and squares', ({ placed, codes, levels }) => {
    expect(wasm.sumSquares(placed, codes, levels)).toEqual(
      typescriptKernel.sumSquares(placed, codes, levels)
    );
  });

  test.prop([passes])('sums of cells', ({ placed: { rows }, codes, levels }) => {
    const cell = Uint32Array.from(codes, (code) => code * (code % 3));
    expect(wasm.sumCells(rows, cell, levels)).toEqual(
      typescriptKernel.sumCells(rows, cell, levels)
    );
  });

  test.prop([passes, passes])('after other rows, in any order', (first, second) => {
    for (const { placed, codes, levels } of [first, second, first]) {
      wasm.sumCells(placed.rows, Uint32Array.from(codes), 3);
      expect(wasm.sumCodes(placed, codes, levels)).toEqual(
        typescriptKernel.sumCodes(placed, codes, levels)
      );
    }
  });
});

test('a sum is the sum of the loads of its rows', () => {
  const placed: PlacedRows = {
    rows: { home: Uint32Array.of(0, 0, 1, 1, 2), homes: 2, load: Float64Array.of(1, 2, 4, 8, 16) },
    domain: Uint8Array.of(1, 1, 1, 1, 1),
    domains: 1,
    within: Uint8Array.of(1, 1, 1, 0, 1)
  };
  const { sums, n } = wasm.sumCodes(placed, Uint8Array.of(1, 0, 1, 1, 1), 1);
  // home 0: domain 0 [0, 0], domain 1 [2, 1]; home 1: domain 0 [0, 8], domain 1 [0, 4]
  expect([...sums]).toEqual([0, 0, 2, 1, 0, 8, 0, 4]);
  expect([...n]).toEqual([0, 0, 1, 1, 0, 1, 0, 1]);
});

test.each([
  ['WebAssembly', wasm],
  ['TypeScript', typescriptKernel]
])('%s: a code above the levels is refused, not written elsewhere', (_, kernel) => {
  const { placed, codes, levels } = makePass({
    rows: 20,
    homes: 2,
    domains: 2,
    levels: 4,
    isFiltered: false,
    seed: 1
  });
  const beyond = codes.with(19, levels + 1);
  expect(() => kernel.sumCodes(placed, beyond, levels)).toThrow(RangeError);
  const outside = { ...placed, domain: placed.domain.with(0, 3) };
  expect(() => kernel.sumCodes(outside, codes, levels)).toThrow(RangeError);
});

test('the bytes of the module are those of its source', async () => {
  expect(wasmBytes, 'run: node scripts/build-kernels.mjs').toBe(await compileKernels());
});
