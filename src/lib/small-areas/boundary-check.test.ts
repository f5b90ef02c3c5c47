import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { seededRandom } from '$lib/base/random';
import { checkBoundaries } from './boundary-check';
import { connectedPieces, randomZoning } from './regroup';
import type { BaseArea } from './boundary-check';

/** Squares of a grid, each the neighbor of the squares beside it. */
const grid = (side: number): number[][] =>
  Array.from({ length: side * side }, (_, a) => {
    const [row, column] = [Math.floor(a / side), a % side];
    return [
      ...(column + 1 < side ? [a + 1] : []),
      ...(row + 1 < side ? [a + side] : []),
      ...(column > 0 ? [a - 1] : []),
      ...(row > 0 ? [a - side] : [])
    ];
  });

test.prop([fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 36 }), fc.nat()])(
  'a random zoning has as many zones as asked, each in one piece',
  (side, zones, seed) => {
    const neighbours = grid(side);
    const zoning = randomZoning(neighbours, zones, seededRandom(seed));
    if (zones > side * side) {
      expect(zoning).toBeNull();
      return;
    }
    expect(new Set(zoning).size).toBe(zones);
    for (let zone = 0; zone < zones; zone++) {
      const inside = neighbours.map((list, a) =>
        zoning![a] === zone ? list.filter((other) => zoning![other] === zone) : []
      );
      const pieces = connectedPieces(inside).filter(([first]) => zoning![first!] === zone);
      expect(pieces).toHaveLength(1);
    }
  }
);

test('islands need a zone each', () => {
  const twoIslands = [[1], [0], [3], [2]];
  expect(randomZoning(twoIslands, 1, seededRandom(1))).toBeNull();
  const zoning = randomZoning(twoIslands, 2, seededRandom(1))!;
  expect([zoning[0] === zoning[1], zoning[2] === zoning[3], zoning[0] === zoning[2]]).toEqual([
    true,
    true,
    false
  ]);
});

test('a border told from one side only is a border', () => {
  expect(new Set(randomZoning([[1], [2], []], 1, seededRandom(3))).size).toBe(1);
});

describe('the check', () => {
  const side = 8;
  const neighbours = grid(side);
  const inBlocks = (height: number, width: number): number[] =>
    neighbours.map((_, a) => {
      const [row, column] = [Math.floor(a / side), a % side];
      return Math.floor(row / height) * side + Math.floor(column / width);
    });
  const zonings = [inBlocks(2, 4), inBlocks(4, 2)];
  const areasWith = (rate: (row: number, column: number) => number, n = 40): BaseArea[] =>
    neighbours.map((_, a) => ({
      n,
      weight: 100,
      total: 100 * rate(Math.floor(a / side), a % side)
    }));
  const check = (areas: BaseArea[]) => {
    const found = checkBoundaries(areas, zonings, neighbours, { seed: 7 });
    if (typeof found === 'string') throw new Error(found);
    return found;
  };

  test('of a slope across the whole city: the order holds wherever the lines run', () => {
    const found = check(areasWith((row, column) => 0.1 + 0.05 * row + 0.002 * column));
    expect(found.given[0]).toMatchObject({ zones: 8 });
    expect(found.correlations).toHaveLength(101);
    expect(found.correlation).toBeGreaterThan(0.8);
    expect(found.dependsOnBoundaries).toBe(false);
  });
  test('of streets that differ from the next: the order depends on the lines', () => {
    const random = seededRandom(4);
    const found = check(areasWith(() => 0.2 + 0.4 * random.next()));
    expect(found.dependsOnBoundaries).toBe(true);
    expect(found.random.lowest[0]).toBeLessThanOrEqual(found.random.lowest[1]);
    expect(found.random.highest[1]).toBeGreaterThan(found.given[0]!.high - 0.1);
  });
  test('gives the same answer for the same seed', () => {
    const areas = areasWith((row) => 0.1 + 0.05 * row);
    expect(check(areas)).toEqual(check(areas));
  });
  test('leaves out zones in which too few people answered', () => {
    const areas = areasWith((row) => 0.1 * row, 3);
    expect(checkBoundaries(areas, zonings, neighbours, { seed: 7 })).toBe('too-few-values');
  });
  test('needs two zonings of all areas, and land that holds together', () => {
    const areas = areasWith((row) => 0.1 * row);
    const { seed } = { seed: 1 };
    expect(checkBoundaries(areas, [zonings[0]!], neighbours, { seed })).toBe('too-few-zonings');
    expect(checkBoundaries(areas, [zonings[0]!, [0]], neighbours, { seed })).toBe(
      'too-few-zonings'
    );
    const scattered = neighbours.map(() => []);
    expect(checkBoundaries(areas, zonings, scattered, { seed })).toBe('not-contiguous');
  });
});
