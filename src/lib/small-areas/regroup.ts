import type { Random } from '$lib/base/random';

/** Zone of each base area, 0-based. */
export type Zoning = readonly number[];

/**
 * Neighbours of each base area, by index. Given both ways or one way alike: a border has two sides.
 */
export type Neighbours = readonly (readonly number[])[];

/**
 * Base areas grouped anew at random into a number of zones, each in one piece: zones start at random
 * areas and grow by a neighbour at a time.
 *
 * @returns null when there are fewer base areas than zones, or more separate pieces of land than zones
 */
export function randomZoning(neighbours: Neighbours, zones: number, random: Random): Zoning | null {
  const around = bothWays(neighbours);
  const pieces = connectedPieces(around);
  if (zones > around.length || zones < pieces.length || zones < 1) return null;
  const zoneOf = new Array<number>(around.length).fill(-1);
  const starts = pieces.map((piece) => random.pick(piece));
  const others = random.shuffle(around.map((_, area) => area).filter((a) => !starts.includes(a)));
  const frontier: { zone: number; area: number }[] = [];
  const claim = (zone: number, area: number): void => {
    zoneOf[area] = zone;
    for (const next of around[area]!) if (zoneOf[next] === -1) frontier.push({ zone, area: next });
  };
  [...starts, ...others].slice(0, zones).forEach((area, zone) => claim(zone, area));
  while (frontier.length > 0) {
    const at = random.integer(0, frontier.length - 1);
    const { zone, area } = frontier[at]!;
    frontier[at] = frontier[frontier.length - 1]!;
    frontier.pop();
    if (zoneOf[area] === -1) claim(zone, area);
  }
  return zoneOf;
}

function bothWays(neighbours: Neighbours): number[][] {
  const around = neighbours.map(() => new Set<number>());
  neighbours.forEach((list, area) => {
    for (const other of list) {
      if (other === area) continue;
      around[area]!.add(other);
      around[other]?.add(area);
    }
  });
  return around.map((list) => [...list].sort((a, b) => a - b));
}

/** Areas that can be reached from one another. */
export function connectedPieces(neighbours: Neighbours): number[][] {
  const seen = new Set<number>();
  const pieces: number[][] = [];
  neighbours.forEach((_, start) => {
    if (seen.has(start)) return;
    const piece = [start];
    seen.add(start);
    for (const area of piece)
      for (const next of neighbours[area] ?? [])
        if (!seen.has(next)) {
          seen.add(next);
          piece.push(next);
        }
    pieces.push(piece);
  });
  return pieces;
}
