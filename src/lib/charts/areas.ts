import type { FigureSpec } from './spec';

type Areas = NonNullable<FigureSpec['areas']>;
type Ring = [number, number][];

/**
 * Outer and inner rings of each area of a GeoJSON feature collection. Features without a key or with
 * another geometry than a polygon are left out; the winding of rings does not matter here.
 *
 * @param keyProperty  the property that holds the key used in the released table
 */
export function areasFromGeoJson(collection: unknown, keyProperty: string): Areas {
  if (!isRecord(collection) || !Array.isArray(collection['features'])) return [];
  return collection['features'].flatMap((feature: unknown): Areas => {
    if (!isRecord(feature) || !isRecord(feature['properties']) || !isRecord(feature['geometry']))
      return [];
    const key = feature['properties'][keyProperty];
    const { type, coordinates } = feature['geometry'];
    if ((typeof key !== 'string' && typeof key !== 'number') || !Array.isArray(coordinates))
      return [];
    const polygons: unknown[] =
      type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : [];
    const rings = polygons.flatMap((polygon) =>
      Array.isArray(polygon) ? polygon.map(toRing) : []
    );
    return rings.length === 0 ? [] : [{ key: String(key), rings }];
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const toRing = (ring: unknown): Ring =>
  Array.isArray(ring)
    ? ring.flatMap((point: unknown): Ring => {
        if (!Array.isArray(point)) return [];
        const [x, y] = point as unknown[];
        return typeof x === 'number' && typeof y === 'number' ? [[x, y]] : [];
      })
    : [];
