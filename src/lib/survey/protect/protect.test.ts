import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { areaFinder, isInside, polygonsOf, type AreaBoundary } from './area-of-point';
import { ageBand, ageBands, birthYear, readPoint, roundedPlace, zip3 } from './generalize';
import { personKey, pseudonymizer } from './pseudonym';

const key = (seed: number) => new Uint8Array(32).fill(seed);

describe('pseudonyms', () => {
  test.prop([fc.string({ minLength: 1 })])('one key gives the same text the same code', (text) => {
    expect(pseudonymizer(key(1))(text)).toBe(pseudonymizer(key(1))(text));
  });

  test.prop([fc.string({ minLength: 1 })])('another workspace gives another code', (text) => {
    expect(pseudonymizer(key(1))(text)).not.toBe(pseudonymizer(key(2))(text));
  });

  test.prop([fc.emailAddress()])('a code holds nothing of what it stands for', (email) => {
    expect(pseudonymizer(key(3))(email)).toMatch(/^p[0-9a-hjkmnp-tv-z]{16}$/);
  });

  test('a person is the same whatever the capitals, spaces and separators', () => {
    const code = pseudonymizer(key(1));
    expect(code(' Ana@Example.org ')).toBe(code('ana@example.org'));
    expect(code('(913) 555-0123')).toBe(code('1-913-555-0123'));
    expect(code('Maria  López')).toBe(code('maria lópez'));
    expect(personKey('913-555-0124')).not.toBe(personKey('913-555-0123'));
  });

  // Computed with OpenSSL: printf 'ana@example.org' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0101...
  test('the code is the beginning of HMAC-SHA-256', () => {
    expect(pseudonymizer(key(1))('ana@example.org')).toBe('ppf1fc18g3jfw78bj');
  });

  test('a key too short to be one is refused', () => {
    expect(() => pseudonymizer(new Uint8Array(8))).toThrow(RangeError);
  });
});

describe('coarser values', () => {
  test.prop([fc.oneof(fc.string(), fc.integer({ min: 0, max: 999_999_999 }).map(String))])(
    'a ZIP3 never has more than three digits',
    (text) => {
      const coarse = zip3(text);
      if (coarse !== null) expect(coarse).toMatch(/^\d{3}$/);
    }
  );

  test('a ZIP code gives its first three digits, its lost zero put back', () => {
    expect(['64108', '64108-1234', '1060', '501'].map(zip3)).toEqual(['641', '641', '010', '005']);
    expect(['ABC', '12', '641081'].map(zip3)).toEqual([null, null, null]);
  });

  test('the first three digits of places with few people are 000', () => {
    expect([zip3('03601'), zip3('82190')]).toEqual(['000', '000']);
  });

  test('a date of birth gives its year, whatever its order', () => {
    expect(
      ['1984-03-12', '12/03/1984', '3/12/84', 'March 12, 1984', '1984'].map(birthYear)
    ).toEqual(Array(5).fill('1984'));
    expect(birthYear('soon')).toBeNull();
  });

  test.prop([fc.integer({ min: 0, max: 125 })])('every age lies in one of the bands', (age) => {
    expect(ageBands(10)).toContain(ageBand(String(age), 10));
  });

  test('ages go by tens, and very old people together', () => {
    expect(['9', '10', '39', '89', '90', '104'].map((age) => ageBand(age, 10))).toEqual([
      ...['0-9', '10-19', '30-39', '80-89', '90+', '90+']
    ]);
    expect(['-1', '200', 'x'].map((age) => ageBand(age, 10))).toEqual([null, null, null]);
  });

  test.prop([
    fc.double({ min: -90, max: 90, noNaN: true }),
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.integer({ min: 0, max: 9 })
  ])(
    'a place keeps at most two decimals, and moves less than a kilometer',
    (lat, lon, decimals) => {
      const rounded = roundedPlace(`${lat.toFixed(6)} ${lon.toFixed(6)} 120 4.5`, decimals);
      const [a = '', b = '', ...more] = rounded?.split(' ') ?? [];
      expect(more).toEqual([]);
      for (const part of [a, b]) expect(part).toMatch(/^-?\d+(\.\d{1,2})?$/);
      if (decimals >= 2) expect(Math.abs(Number(a) - lat)).toBeLessThanOrEqual(0.005001);
    }
  );

  test('latitude and longitude stand in one cell in several ways', () => {
    for (const text of ['39.1 -94.5', '39.1, -94.5', '39.1;-94.5', '39.1 -94.5 270 4'])
      expect(readPoint(text)).toEqual({ latitude: 39.1, longitude: -94.5 });
    expect(readPoint('139.1 -94.5')).toBeNull();
  });
});

const square = (x: number, y: number, size: number): [number, number][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y]
];
const areas: AreaBoundary[] = [
  {
    code: 'ring',
    name: 'Ring',
    geometry: { type: 'Polygon', coordinates: [square(0, 0, 9), square(3, 3, 3)] }
  },
  { code: 'hole', name: 'Hole', geometry: { type: 'Polygon', coordinates: [square(3, 3, 3)] } },
  {
    code: 'two',
    name: 'Two',
    geometry: { type: 'MultiPolygon', coordinates: [[square(20, 0, 2)], [square(30, 5, 4)]] }
  },
  { code: 'none', name: 'None', geometry: { type: 'Point', coordinates: [0, 0] } }
];

describe('the area of a point', () => {
  const find = areaFinder(areas);

  test('holes are outside, islands inside, the rest nowhere', () => {
    expect([find(1, 1), find(4, 4), find(1, 21), find(8, 33), find(50, 50)]).toEqual([
      ...['ring', 'hole', 'two', 'two'],
      null
    ]);
  });

  test.prop([
    fc.double({ min: -2, max: 40, noNaN: true }),
    fc.double({ min: -2, max: 12, noNaN: true })
  ])('is what looking at every polygon gives', (x, y) => {
    const all = areas.filter(({ geometry }) => isInside(polygonsOf(geometry), x, y));
    expect(find(y, x)).toBe(all[0]?.code ?? null);
  });

  test.prop([
    fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 })), {
      minLength: 1
    })
  ])('a point on a shared boundary has one area', (points) => {
    const grid: AreaBoundary[] = [0, 4].flatMap((x) =>
      [0, 4].map((y) => ({
        code: `${x}-${y}`,
        name: '',
        geometry: { type: 'Polygon', coordinates: [square(x, y, 4)] }
      }))
    );
    const polygons = grid.map(({ geometry }) => polygonsOf(geometry));
    for (const [x, y] of points)
      if (x < 8 && y < 8)
        expect(polygons.filter((polygon) => isInside(polygon, x, y))).toHaveLength(1);
  });
});
