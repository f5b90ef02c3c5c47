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
  /** the counts that add up along lines: see `CountGrid.isWhole` */
  parts: number[];
  /** how many ways of splitting people it fixes: 0 for everyone, 1 for a margin, 2 inside */
  depth: number;
  /** the ways of splitting people it fixes */
  splits: string[];
  isHidden: boolean;
  /** hidden for the number who answered, so that no measure with this base shows that number */
  isBaseHidden: boolean;
  /** its first part is shown by the broader measure, though this measure hides it */
  isFirstKnown: boolean;
}

/** Cells that add up to another: the parts of a margin along one way of splitting people. */
export interface Line {
  margin: CountCell;
  parts: CountCell[];
}

/** The cells of a table and every sum among them that an outsider could use. */
export interface CountGrid {
  cells: CountCell[];
  lines: Line[];
  /** parents by cell index: the cells with one way of splitting people taken away */
  parents: CountCell[][];
  /** cells about the same people, by cell index: itself, or all answers to the question */
  bases: CountCell[][];
  /** the parts of a base add up to the people who answered */
  isWhole: boolean;
}

const placeOf = (at: CellKey): string =>
  JSON.stringify(Object.entries(at).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

const without = (at: CellKey, dimensions: readonly string[]): CellKey =>
  Object.fromEntries(Object.entries(at).filter(([id]) => !dimensions.includes(id)));

/**
 * Lines of sums in a table, along each dimension that splits people. Dimensions that are not partitions
 * (options of a multiple-response set, services, waves) add nothing up, so each of their members
 * stands alone. Answers to one question share their base and add up to it.
 *
 * People without an answer to the splitting variable are in no part, so parts need not reach the
 * margin; the sums are treated as if they did, since the number left out is often known.
 */
export function countGrid(dimensions: readonly Dimension[], raw: readonly RawCell[]): CountGrid {
  const people = dimensions.filter((dimension) => dimension.partition && !dimension.answers);
  const answers = dimensions.filter((dimension) => dimension.answers).map(({ id }) => id);
  const isOfAnswers = answers.length > 0;
  const isWhole = raw.every((cell) => isOfAnswers || partsOf(cell, isOfAnswers).length > 1);
  const hasOwnClasses = raw.some((cell) => cell.classes !== undefined);
  const cells = raw.map((cell, index): CountCell => ({
    index,
    n: cell.n,
    x: cell.x,
    psus: cell.psus,
    classes: cell.classes ?? (cell.x === null ? [] : [cell.x, cell.n - cell.x]),
    parts: partsOf(cell, isOfAnswers),
    depth: people.filter((dimension) => cell.at[dimension.id] !== undefined).length,
    splits: people.map(({ id }) => id).filter((id) => cell.at[id] !== undefined),
    isHidden: false,
    isBaseHidden: false,
    isFirstKnown: false
  }));
  const byPlace = new Map(raw.map((cell, i) => [placeOf(cell.at), cells[i]!]));
  const parents: CountCell[][] = cells.map(() => []);
  const lines = new Map<string, Line>();
  const bases = new Map<string, CountCell[]>();
  raw.forEach((cell, i) => {
    const base = placeOf(without(cell.at, answers));
    bases.set(base, [...(bases.get(base) ?? []), cells[i]!]);
    for (const { id } of people) {
      if (cell.at[id] === undefined) continue;
      const place = placeOf(without(cell.at, [id]));
      const margin = byPlace.get(place);
      if (!margin) continue;
      parents[i]!.push(margin);
      const key = `${id} ${place}`;
      const line = lines.get(key);
      if (line) line.parts.push(cells[i]!);
      else lines.set(key, { margin, parts: [cells[i]!] });
    }
  });
  return {
    cells,
    parents,
    lines: [...lines.values()],
    bases: raw.map((cell) => bases.get(placeOf(without(cell.at, answers)))!),
    isWhole: isWhole && !hasOwnClasses
  };
}

/** Yes and no; one answer; or, where classes overlap, the number who answered and each class. */
function partsOf({ n, x, classes, broader }: RawCell, isOfAnswers: boolean): number[] {
  if (classes) return [n, ...classes];
  if (x === null) return [n];
  if (broader) return [x, n - x, broader.n - n];
  return isOfAnswers ? [x] : [x, n - x];
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
    const known = grids.get(name) ?? { ...grid, cells: [], lines: [] };
    known.cells.push(cell);
    grids.set(name, known);
  }
  for (const line of grid.lines) grids.get(nameOf(line.parts[0]!))!.lines.push(line);
  return [...grids.values()];
}

/**
 * The numbers of people who answered, as a grid of their own: one cell for each base, the same in
 * every measure with these bases.
 */
export function baseGrid(grid: CountGrid): CountGrid {
  const isFirst = (cell: CountCell): boolean => grid.bases[cell.index]![0] === cell;
  const copies = new Map(
    grid.cells.filter(isFirst).map((cell) => [cell, { ...cell, parts: [cell.n] }])
  );
  const copy = (cell: CountCell): CountCell => copies.get(cell)!;
  return {
    cells: [...copies.values()],
    lines: grid.lines
      .filter(({ margin }) => isFirst(margin))
      .map(({ margin, parts }) => ({ margin: copy(margin), parts: parts.map(copy) })),
    parents: grid.parents.map((parents) => parents.filter(isFirst).map(copy)),
    bases: grid.bases.map(([first]) => [copy(first!)]),
    isWhole: false
  };
}
