import { tabulate } from '$lib/estimation/sums/tabulate';
import type { CategoryColumn, Responses } from '$lib/codebook/responses';
import type { Tabulation } from '$lib/estimation/sums/tabulation';
import type { CellKey, Dimension } from '$lib/privacy/table';
import type { ComputeContext, Split } from './definition';

/**
 * Respondents counted over group x area x class in one pass. Cells of the tabulation are disjoint, so
 * every margin is a union of them and one covariance covers them all.
 */
export interface PeopleGrid {
  tabulation: Tabulation;
  dimensions: Dimension[];
  /** every combination of the dimensions, the whole first, then margins, then inside */
  places: CellKey[];
  /** cells of the tabulation that hold some classes (1-based) at a place */
  cellsAt(at: CellKey, classes: readonly number[]): number[];
}

/** Group and area variables of a split; one variable for both counts once, as the area. */
export function splitVariables({ group, area }: Split): string[] {
  return [...new Set([group, area].filter((name) => name !== null))];
}

/**
 * @param classOf class of each row from 1; 0 = outside every base
 * @param classes how many classes there are
 * @param measures columns to add up, finite wherever a row has a class; measure 1 is the first
 * @throws RangeError when a splitting variable is unknown or not categorical
 */
export function peopleGrid(
  { responses, design, split }: Pick<ComputeContext, 'responses' | 'design' | 'split'>,
  classOf: Uint8Array,
  classes: number,
  measures: readonly Float64Array[] = []
): PeopleGrid {
  const dimensions = splitVariables(split).map((name) => peopleDimension(responses, name));
  const columns = dimensions.map(({ id }) => responses.categories(id).codes);
  // Without an answer to the splitting variable a person is in no part, but in every margin.
  const sizes = dimensions.map(({ members }) => members.length + 1);
  const cells = sizes.reduce((product, size) => product * size, classes);
  const cell = placesOfRows(responses.rows, columns, sizes);
  for (let i = 0; i < cell.length; i++) {
    const mark = classOf[i]!;
    cell[i] = mark === 0 ? cells : cell[i]! * classes + mark - 1;
  }
  const indexOf = dimensions.map(
    ({ members }) => new Map(members.map(({ key }, index) => [key, index + 1]))
  );
  const cellsAt = (at: CellKey, wanted: readonly number[]): number[] => {
    let places = [0];
    dimensions.forEach(({ id }, d) => {
      const key = at[id];
      const inside = key === undefined ? [...Array(sizes[d]).keys()] : [indexOf[d]!.get(key) ?? -1];
      places = places.flatMap((place) =>
        inside.filter((index) => index >= 0).map((index) => place * sizes[d]! + index)
      );
    });
    return places.flatMap((place) => wanted.map((mark) => place * classes + mark - 1));
  };
  const tabulation = tabulate(design, { cell, cells, measures });
  return { tabulation, dimensions, places: placesOf(dimensions), cellsAt };
}

/** Place of each row: its codes as the digits of one number. A loop a column: one over all is slower. */
function placesOfRows(
  rows: number,
  columns: readonly CategoryColumn['codes'][],
  sizes: readonly number[]
): Uint32Array {
  const places = new Uint32Array(rows);
  columns.forEach((codes, d) => {
    const size = sizes[d]!;
    for (let i = 0; i < rows; i++) places[i] = places[i]! * size + codes[i]!;
  });
  return places;
}

function peopleDimension(responses: Responses, name: string): Dimension {
  const { codebook } = responses;
  const variable = codebook.variables.find((known) => known.name === name);
  const question = codebook.questions.find(({ variables }) => variables.includes(name));
  return {
    id: name,
    labels: question?.labels ?? variable?.labels ?? { und: name },
    ordered: question?.kind === 'scale',
    partition: true,
    members: responses
      .categories(name)
      .categories.map(({ code, labels }) => ({ key: code, labels }))
  };
}

/** The whole, then each dimension's members, then crossings. */
function placesOf(dimensions: readonly Dimension[]): CellKey[] {
  let places: CellKey[] = [{}];
  for (const { id, members } of dimensions)
    places = places.flatMap((at) => [at, ...members.map(({ key }) => ({ ...at, [id]: key }))]);
  return places.sort((a, b) => Object.keys(a).length - Object.keys(b).length);
}
