import { describe, expect, test } from 'vitest';
import { determinedColumns } from './audit';

const rows = (...lists: number[][]): Float64Array[] => lists.map((list) => Float64Array.from(list));

describe('hidden counts that the published sums give away', () => {
  test('one unknown in an equation is found', () => {
    expect(determinedColumns(rows([0, 1, 0]), 3)).toEqual([1]);
  });
  test('two unknowns in one equation are not', () => {
    expect(determinedColumns(rows([1, 1]), 2)).toEqual([]);
  });
  test('a two by two block keeps its secret, row and column sums known', () => {
    expect(
      determinedColumns(rows([1, 1, 0, 0], [0, 0, 1, 1], [1, 0, 1, 0], [0, 1, 0, 1]), 4)
    ).toEqual([]);
  });
  test('a chain of sums finds what no single sum finds', () => {
    // a + b, b + c, a + c known: each is half of (two sums minus the third)
    expect(determinedColumns(rows([1, 1, 0], [0, 1, 1], [1, 0, 1]), 3)).toEqual([0, 1, 2]);
  });
});
