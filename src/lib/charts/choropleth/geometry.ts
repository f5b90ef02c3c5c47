import { round2, type Box } from '../drawing';
import type { ModelMap } from '../model';

export type Point = [number, number];

/** An area placed in the drawing. */
export interface PlacedArea {
  key: string;
  label: string;
  rings: Point[][];
  d: string;
}

export interface PlacedMap {
  areas: PlacedArea[];
  height: number;
}

/**
 * Areas fitted to a width, north up. Longitudes are shortened by the cosine of the middle latitude
 * (an equirectangular projection true at its middle): right for a county, and deaf to the winding of
 * rings, which files get wrong.
 */
export function placeMap(
  map: ModelMap,
  frame: { left: number; top: number; width: number; most: number }
): PlacedMap {
  const all = map.areas.flatMap(({ rings }) => rings.flat());
  const lats = all.map(([, lat]) => lat);
  const middle = (Math.min(...lats) + Math.max(...lats)) / 2;
  const squeeze = Math.abs(middle) <= 90 ? Math.cos((middle * Math.PI) / 180) : 1;
  const xs = all.map(([lon]) => lon * squeeze);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const scale = Math.min(frame.width / (east - west || 1), frame.most / (north - south || 1));
  const shift = (frame.width - (east - west) * scale) / 2;
  const areas = map.areas.map(({ key, label, rings }): PlacedArea => {
    const placed = rings.map((ring) =>
      ring.map(([lon, lat]): Point => [
        round2(frame.left + shift + (lon * squeeze - west) * scale),
        round2(frame.top + (north - lat) * scale)
      ])
    );
    return { key, label, rings: placed, d: placed.map(pathOf).join('') };
  });
  return { areas, height: (north - south) * scale };
}

const pathOf = (ring: readonly Point[]): string =>
  `M${ring.map(([x, y]) => `${x},${y}`).join('L')}Z`;

/** Even-odd: a hole is outside. */
export function isInside([x, y]: Point, rings: readonly Point[][]): boolean {
  let inside = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i] ?? [0, 0];
      const [xj, yj] = ring[j] ?? [0, 0];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  return inside;
}

const steps = 24;

/** Where a label of this size stands best inside an area: as far from the border as can be found; null when it does not fit. */
export function labelSpot(
  rings: readonly Point[][],
  size: { width: number; height: number }
): { x: number; y: number } | null {
  const points = rings.flat();
  const box = boundsOf(points);
  let best: { x: number; y: number; room: number } | null = null;
  for (let i = 1; i < steps; i++)
    for (let j = 1; j < steps; j++) {
      const x = box.x + (box.width * i) / steps;
      const y = box.y + (box.height * j) / steps;
      const corners: Point[] = [-0.5, 0, 0.5].flatMap((dx) =>
        [-0.5, 0, 0.5].map((dy): Point => [x + dx * size.width, y + dy * size.height])
      );
      if (!corners.every((corner) => isInside(corner, rings))) continue;
      let room = Infinity;
      for (const [px, py] of points)
        room = Math.min(room, Math.hypot((px - x) * (size.height / size.width), py - y));
      if (!best || room > best.room) best = { x, y, room };
    }
  return best;
}

function boundsOf(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
