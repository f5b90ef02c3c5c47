/** An outline: rings of longitude and latitude. */
export interface Outline {
  code: string;
  rings: readonly (readonly (readonly [number, number])[])[];
}

/** Border points are the same within about a tenth of a meter. */
const decimals = 6;

/**
 * Areas that share a border: two vertices or more. One shared vertex is a corner.
 *
 * @returns neighbours of each outline by index, in the order given
 */
export function neighboursOf(outlines: readonly Outline[]): number[][] {
  const vertices = outlines.map(
    ({ rings }) =>
      new Set(rings.flat().map(([x, y]) => `${x.toFixed(decimals)},${y.toFixed(decimals)}`))
  );
  return vertices.map((own, a) =>
    vertices.flatMap((other, b) => {
      if (a === b) return [];
      let shared = 0;
      for (const vertex of own) if (other.has(vertex)) shared++;
      return shared >= 2 ? [b] : [];
    })
  );
}
