import { test as propertyTest, fc } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { areasFromGeoJson } from './areas';
import { isInside, labelSpot, placeMap, type Point } from './choropleth/geometry';
import { breaksFor } from './map-classes';

test('breaks are round, one step apart, in the middle of the values', () => {
  expect(breaksFor([0.11, 0.22, 0.24, 0.25, 0.27, 0.31, 0.33, 0.36, 0.45], true)).toEqual([
    0.2, 0.25, 0.3, 0.35
  ]);
});

propertyTest.prop([
  fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 })
])('breaks of any shares rise by one step and are whole percents', (values) => {
  const breaks = breaksFor(values, true);
  expect(breaks).toHaveLength(4);
  const steps = breaks.slice(1).map((edge, i) => Math.round(100 * (edge - (breaks[i] ?? 0))));
  expect(new Set(steps).size).toBe(1);
  expect(steps[0]).toBeGreaterThanOrEqual(1);
  for (const edge of breaks) expect(100 * edge).toBeCloseTo(Math.round(100 * edge), 9);
});

const square = (x: number, y: number): Point[] => [
  [x, y],
  [x + 1, y],
  [x + 1, y + 1],
  [x, y + 1],
  [x, y]
];

test('a map is drawn the same whichever way its rings wind', () => {
  const frame = { left: 0, top: 0, width: 100, most: 100 };
  const map = (ring: Point[]) => ({
    areas: [{ key: 'a', label: 'A', rings: [ring] }],
    classOf: {},
    classes: []
  });
  const [one] = placeMap(map(square(0, 0)), frame).areas;
  const [other] = placeMap(map([...square(0, 0)].reverse()), frame).areas;
  expect(new Set(one?.rings[0]?.map(String))).toEqual(new Set(other?.rings[0]?.map(String)));
});

test('north is up', () => {
  const map = {
    areas: [
      { key: 'n', label: 'N', rings: [square(0, 1)] },
      { key: 's', label: 'S', rings: [square(0, 0)] }
    ],
    classOf: {},
    classes: []
  };
  const [north, south] = placeMap(map, { left: 0, top: 0, width: 100, most: 100 }).areas;
  expect(Math.min(...(north?.rings[0] ?? []).map(([, y]) => y))).toBeLessThan(
    Math.min(...(south?.rings[0] ?? []).map(([, y]) => y))
  );
});

test('a label stands inside its area, never in a hole, or nowhere', () => {
  const ring: Point[] = [
    [0, 0],
    [100, 0],
    [100, 100],
    [0, 100]
  ];
  const hole: Point[] = [
    [30, 30],
    [70, 30],
    [70, 70],
    [30, 70]
  ];
  expect(isInside([50, 50], [ring, hole])).toBe(false);
  const spot = labelSpot([ring, hole], { width: 40, height: 20 });
  expect(spot && isInside([spot.x, spot.y], [ring, hole])).toBe(true);
  expect(labelSpot([ring], { width: 140, height: 20 })).toBeNull();
});

test('areas come from polygons and multipolygons with a key, and from nothing else', () => {
  const polygon = { type: 'Polygon', coordinates: [square(0, 0)] };
  const many = { type: 'MultiPolygon', coordinates: [[square(0, 0)], [square(3, 3)]] };
  const feature = (geometry: unknown, properties: unknown) => ({
    type: 'Feature',
    geometry,
    properties
  });
  const areas = areasFromGeoJson(
    {
      features: [
        feature(polygon, { id: 'a' }),
        feature(many, { id: 7 }),
        feature(polygon, {}),
        feature({ type: 'Point', coordinates: [0, 0] }, { id: 'p' }),
        null
      ]
    },
    'id'
  );
  expect(areas.map(({ key, rings }) => [key, rings.length])).toEqual([
    ['a', 1],
    ['7', 2]
  ]);
  expect(areasFromGeoJson('nonsense', 'id')).toEqual([]);
});
