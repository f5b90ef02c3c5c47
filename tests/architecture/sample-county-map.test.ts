import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Point = [number, number];
const read = (name: string): string => readFileSync(`data/sample-county/${name}`, 'utf8');
const surveyed = read('margins.csv')
  .split('\n')
  .flatMap((line) => /^neighborhood,(\w+),/.exec(line)?.[1] ?? [])
  .sort();

describe('the map', () => {
  interface Collection {
    features: { properties: { id: string; name: string }; geometry: { coordinates: unknown } }[];
  }
  const map = (name: string) => (JSON.parse(read(name)) as Collection).features;
  const rings = map('neighborhoods.geojson').map(
    ({ geometry }) => (geometry.coordinates as Point[][])[0] ?? []
  );
  const outline = (map('outline.geojson')[0]?.geometry.coordinates as Point[][])[0] ?? [];
  const river = map('river.geojson')[0]?.geometry.coordinates as Point[];
  const edgesOf = (line: Point[]) =>
    line.slice(1).map((point, i) => [line[i] ?? point, point] as const);
  const key = (a: Point, b: Point) => `${a.join(',')} ${b.join(',')}`;
  const area = (ring: Point[]) =>
    edgesOf(ring).reduce((sum, [a, b]) => sum + (a[0] * b[1] - b[0] * a[1]) / 2, 0);

  test('rings are closed and counter-clockwise, and carry the codes of the survey', () => {
    for (const ring of [...rings, outline]) {
      expect(ring[0]).toEqual(ring.at(-1));
      expect(area(ring)).toBeGreaterThan(0);
    }
    expect(
      map('neighborhoods.geojson')
        .map(({ properties }) => properties.id)
        .sort()
    ).toEqual(surveyed);
  });

  test('the neighborhoods tile the county: every edge is shared or on the outline, areas add up', () => {
    const directed = new Set(rings.flatMap(edgesOf).map(([a, b]) => key(a, b)));
    expect(directed.size).toBe(rings.flatMap(edgesOf).length);
    const rim = new Set(edgesOf(outline).map(([a, b]) => key(a, b)));
    for (const [a, b] of rings.flatMap(edgesOf))
      expect(directed.has(key(b, a)) !== rim.has(key(a, b))).toBe(true);
    expect(rings.reduce((sum, ring) => sum + area(ring), 0)).toBeCloseTo(area(outline), 12);
  });

  test('no two borders cross', () => {
    const once = [
      ...new Map(
        rings.flatMap(edgesOf).map(([a, b]) => [[key(a, b), key(b, a)].sort()[0], [a, b] as const])
      ).values()
    ];
    const turn = (a: Point, b: Point, c: Point) =>
      Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
    let crossings = 0;
    for (const [i, [a, b]] of once.entries())
      for (const [c, d] of once.slice(i + 1))
        if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) crossings++;
    expect(crossings).toBe(0);
  });

  test('the river runs along borders from edge to edge', () => {
    const directed = new Set(rings.flatMap(edgesOf).map(([a, b]) => key(a, b)));
    for (const [a, b] of edgesOf(river))
      expect(directed.has(key(a, b)) && directed.has(key(b, a))).toBe(true);
    const rim = new Set(outline.map((point) => point.join(',')));
    expect([river[0], river.at(-1)].map((point) => rim.has(point?.join(',') ?? ''))).toEqual([
      true,
      true
    ]);
  });
});
