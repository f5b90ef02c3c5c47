/** One area with its boundary (GeoJSON, WGS 84: longitude before latitude). */
export interface AreaBoundary {
  code: string;
  name: string;
  /** Polygon or MultiPolygon; anything else holds no point */
  geometry: Record<string, unknown>;
}

type Ring = readonly (readonly number[])[];
type Polygon = readonly Ring[];

interface Indexed {
  code: string;
  polygons: readonly Polygon[];
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Polygons of a geometry, outer ring first in each. */
export function polygonsOf(geometry: Record<string, unknown>): readonly Polygon[] {
  const { type, coordinates } = geometry;
  if (type === 'Polygon') return [coordinates as Polygon];
  return type === 'MultiPolygon' ? (coordinates as Polygon[]) : [];
}

/**
 * The code of the area in which a point lies; null outside all of them. A point on a shared boundary
 * belongs to the first area that claims it. Areas whose box does not hold the point are not looked at.
 *
 * Even-odd ray casting with half-open edges (W. R. Franklin, PNPOLY): holes are outside.
 */
export function areaFinder(
  areas: readonly AreaBoundary[]
): (latitude: number, longitude: number) => string | null {
  const indexed = areas.map(({ code, geometry }): Indexed => {
    const polygons = polygonsOf(geometry);
    const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
    for (const polygon of polygons)
      for (const [x = NaN, y = NaN] of polygon[0] ?? []) {
        box.west = Math.min(box.west, x);
        box.east = Math.max(box.east, x);
        box.south = Math.min(box.south, y);
        box.north = Math.max(box.north, y);
      }
    return { code, polygons, ...box };
  });
  return (y, x) => {
    for (const { code, polygons, west, south, east, north } of indexed)
      if (x >= west && x <= east && y >= south && y <= north && isInside(polygons, x, y))
        return code;
    return null;
  };
}

/** Is the point in any of the polygons, and in none of their holes? */
export const isInside = (polygons: readonly Polygon[], x: number, y: number): boolean =>
  polygons.some((polygon) => {
    let inside = false;
    for (const ring of polygon)
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [xi = 0, yi = 0] = ring[i] ?? [];
        const [xj = 0, yj = 0] = ring[j] ?? [];
        if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
      }
    return inside;
  });
