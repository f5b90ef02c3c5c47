import { tabulate } from '$lib/estimation/sums/tabulate';
import {
  categoryCell,
  frameDomains,
  tabulateCategories,
  type DomainFrame
} from '$lib/estimation/sums/tabulate-categories';
import type { CategoryColumn, Responses } from '$lib/codebook/responses';
import type { Design } from '$lib/estimation/design/design';
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
  const places = sizes.reduce((product, size) => product * size, 1);
  // Counts of people over few places share the frame of the split; sums of columns have cells of their own.
  const isCounted = measures.length === 0 && places <= mostFramed && classes <= mostFramed;
  const cellOf = (place: number, mark: number): number =>
    isCounted ? categoryCell(place + 1, mark, classes) : place * classes + mark - 1;
  const indexOf = dimensions.map(
    ({ members }) => new Map(members.map(({ key }, index) => [key, index + 1]))
  );
  const cellsAt = (at: CellKey, wanted: readonly number[]): number[] => {
    let found = [0];
    dimensions.forEach(({ id }, d) => {
      const key = at[id];
      const inside = key === undefined ? [...Array(sizes[d]).keys()] : [indexOf[d]!.get(key) ?? -1];
      found = found.flatMap((place) =>
        inside.filter((index) => index >= 0).map((index) => place * sizes[d]! + index)
      );
    });
    return found.flatMap((place) => wanted.map((mark) => cellOf(place, mark)));
  };
  const tabulation = isCounted
    ? tabulateCategories(frameOf(design, columns, sizes), classOf, classes)
    : tabulate(design, {
        cell: cellsOfRows(
          placesOfRows(new Uint32Array(responses.rows), columns, sizes),
          classOf,
          classes
        ),
        cells: places * classes,
        measures
      });
  return { tabulation, dimensions, places: placesOf(dimensions), cellsAt };
}

/** Places and classes of which a row's code is one byte. */
const mostFramed = 254;
/** Ways of splitting the people of a design whose frames are kept. */
const mostFrames = 8;

type Codes = CategoryColumn['codes'];
const framesOf = new WeakMap<Design, { columns: readonly Codes[]; frame: DomainFrame }[]>();

/** Rows by place, made once for all measures that split people alike: 1 = the first place. */
function frameOf(design: Design, columns: readonly Codes[], sizes: readonly number[]): DomainFrame {
  const kept = framesOf.get(design) ?? [];
  const known = kept.find(
    (one) => one.columns.length === columns.length && one.columns.every((c, d) => c === columns[d])
  );
  if (known) return known.frame;
  const domain = placesOfRows(new Uint8Array(design.rows), columns, sizes);
  for (let i = 0; i < domain.length; i++) domain[i]!++;
  const places = sizes.reduce((product, size) => product * size, 1);
  const frame = frameDomains(design, domain, places);
  framesOf.set(design, [{ columns, frame }, ...kept].slice(0, mostFrames));
  return frame;
}

/** Place of each row: its codes as the digits of one number. A loop a column: one over all is slower. */
function placesOfRows<T extends Uint8Array | Uint32Array>(
  places: T,
  columns: readonly Codes[],
  sizes: readonly number[]
): T {
  columns.forEach((codes, d) => {
    const size = sizes[d]!;
    for (let i = 0; i < places.length; i++) places[i] = places[i]! * size + codes[i]!;
  });
  return places;
}

/** Cell of each row, by place and class; without a class in none. */
function cellsOfRows(places: Uint32Array, classOf: Uint8Array, classes: number): Uint32Array {
  const none = 2 ** 32 - 1;
  for (let i = 0; i < places.length; i++) {
    const mark = classOf[i]!;
    places[i] = mark === 0 ? none : places[i]! * classes + mark - 1;
  }
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
