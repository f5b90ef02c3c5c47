import type { CellKey, Dimension, RawCell } from './table';

/** The respondents behind a cell: all that decides about its privacy. Values never do. */
export interface CountCell {
  /** place in the table's list of cells */
  index: number;
  n: number;
  /** numerator, where the statistic has one */
  x: number | null;
  psus: number;
  /** respondents in each class somebody could work out */
  classes: number[];
  /** how many ways of splitting people it fixes: 0 for everyone, 1 for a margin, 2 inside */
  depth: number;
  isHidden: boolean;
}

/**
 * Cells that add up to something known. `margin` is null where the sum is known without a cell: the
 * answers to one question add up to everyone who answered it.
 */
export interface Line {
  margin: CountCell | null;
  parts: CountCell[];
}

/** The cells of a table and every sum among them that an outsider could use. */
export interface CountGrid {
  cells: CountCell[];
  lines: Line[];
  /** parents by cell index: the cells with one way of splitting people taken away */
  parents: CountCell[][];
}

const placeOf = (at: CellKey): string =>
  JSON.stringify(Object.entries(at).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

const without = (at: CellKey, dimension: string): CellKey => {
  const { [dimension]: _, ...rest } = at;
  return rest;
};

/**
 * Lines of sums in a table: along each dimension that splits people, and along answers. Dimensions
 * that are not partitions (options of a multiple-response set, services, waves) add nothing up, so
 * each of their members stands alone.
 *
 * People without an answer to the splitting variable are in no part, so parts need not reach the
 * margin; the sums are treated as if they did, since the number left out is often known.
 */
export function countGrid(dimensions: readonly Dimension[], raw: readonly RawCell[]): CountGrid {
  const people = dimensions.filter((dimension) => dimension.partition && !dimension.answers);
  const answers = dimensions.filter((dimension) => dimension.answers);
  const cells = raw.map((cell, index): CountCell => ({
    index,
    n: cell.n,
    x: cell.x,
    psus: cell.psus,
    classes: cell.classes ?? (cell.x === null ? [] : [cell.x, cell.n - cell.x]),
    depth: people.filter((dimension) => cell.at[dimension.id] !== undefined).length,
    isHidden: false
  }));
  const byPlace = new Map(raw.map((cell, i) => [placeOf(cell.at), cells[i]!]));
  const parents: CountCell[][] = cells.map(() => []);
  const lines = new Map<string, Line>();
  const isInsideNobody = (at: CellKey): boolean =>
    people.some(({ id }) => at[id] !== undefined && byPlace.get(placeOf(without(at, id)))?.n === 0);
  raw.forEach((cell, i) => {
    for (const dimension of people) {
      if (cell.at[dimension.id] === undefined) continue;
      const place = placeOf(without(cell.at, dimension.id));
      const margin = byPlace.get(place) ?? null;
      if (!margin) continue;
      parents[i]!.push(margin);
      // A part of nobody is nobody, for all to see: it can hide no other part.
      if (isInsideNobody(cell.at)) continue;
      addTo(lines, `${dimension.id} ${place}`, margin, cells[i]!);
    }
    for (const dimension of answers) {
      if (cell.at[dimension.id] === undefined) continue;
      const place = placeOf(without(cell.at, dimension.id));
      addTo(lines, `${dimension.id} ${place}`, null, cells[i]!);
    }
  });
  return { cells, parents, lines: [...lines.values()].filter((line) => line.parts.length > 1) };
}

function addTo(
  lines: Map<string, Line>,
  key: string,
  margin: CountCell | null,
  part: CountCell
): void {
  const line = lines.get(key);
  if (line) line.parts.push(part);
  else lines.set(key, { margin, parts: [part] });
}

/** The grid taken apart where no sum connects it: each option, item and wave by itself. */
export function separateGrids(
  grid: CountGrid,
  dimensions: readonly Dimension[],
  raw: readonly RawCell[]
): CountGrid[] {
  const apart = dimensions.filter((dimension) => !dimension.partition).map(({ id }) => id);
  const nameOf = ({ index }: CountCell): string =>
    JSON.stringify(apart.map((id) => raw[index]!.at[id] ?? null));
  const grids = new Map<string, CountGrid>();
  for (const cell of grid.cells) {
    const name = nameOf(cell);
    const known = grids.get(name) ?? { cells: [], lines: [], parents: grid.parents };
    known.cells.push(cell);
    grids.set(name, known);
  }
  for (const line of grid.lines) grids.get(nameOf(line.parts[0]!))!.lines.push(line);
  return [...grids.values()];
}
