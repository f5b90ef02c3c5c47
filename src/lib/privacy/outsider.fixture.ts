import type { CellKey, EstimateTable, ReleasedTable } from './table';

/*
 * An attack on released tables, for tests. It shares nothing with the release: it writes down every
 * count and every sum it can name, over as many tables as it is given, and asks two solvers what each
 * hidden count can be. Shown counts are taken from before the release: a stronger outsider than any
 * who reads rounded numbers.
 */

interface Count {
  value: number;
  isKnown: boolean;
}

const leftOut = 'left out: ';

interface Sum {
  whole: string;
  parts: string[];
  /** the way of splitting people it goes along; '' for counts of one cell */
  along: string;
}

/** Everything an outsider has read so far. Tables may be added one after another. */
export class Outsider {
  readonly counts = new Map<string, Count>();
  private readonly sums = new Map<string, Sum>();

  /**
   * Reads one table.
   *
   * @param about  names what is counted: tables with one name share their counts
   * @param counts  the counts of a cell, by name, and which of them a shown cell gives away
   * @param adds  sums among the counts of one cell
   */
  read(
    raw: EstimateTable,
    released: ReleasedTable,
    about: string,
    counts: (cell: EstimateTable['cells'][number]) => Record<string, number>,
    adds: readonly (readonly [whole: string, parts: readonly string[]])[]
  ): void {
    const answers = raw.dimensions.filter((dimension) => dimension.answers).map(({ id }) => id);
    const people = raw.dimensions.filter(({ partition, answers: are }) => partition && !are);
    const members = new Map(people.map(({ id, members: all }) => [id, all.map(({ key }) => key)]));
    const shown = new Set(
      released.cells.filter(({ flag }) => flag !== 'c').map(({ at }) => nameOf(at))
    );
    const idOf = (count: string, at: CellKey): string =>
      // The number who answered is the same for every answer to a question.
      `${about} ${count} ${nameOf(count === 'n' ? without(at, answers) : at)}`;
    for (const cell of raw.cells) {
      const own = counts(cell);
      for (const [count, value] of Object.entries(own))
        this.learn(idOf(count, cell.at), value, shown.has(nameOf(cell.at)));
      for (const [whole, parts] of adds)
        this.add(
          idOf(whole, cell.at),
          parts.map((part) => idOf(part, cell.at))
        );
      for (const id of people.map((dimension) => dimension.id)) {
        if (cell.at[id] !== undefined) continue;
        for (const count of Object.keys(own))
          this.add(
            idOf(count, cell.at),
            members.get(id)!.map((key) => idOf(count, { ...cell.at, [id]: key })),
            id
          );
      }
      for (const id of answers)
        this.add(
          idOf('n', cell.at),
          raw.dimensions
            .find((dimension) => dimension.id === id)!
            .members.map(({ key }) => idOf('x', { ...cell.at, [id]: key }))
        );
    }
  }

  private learn(id: string, value: number, isKnown: boolean): void {
    const before = this.counts.get(id);
    if (before && before.value !== value) throw new Error(`${id} is ${before.value} and ${value}`);
    this.counts.set(id, { value, isKnown: isKnown || (before?.isKnown ?? false) });
  }

  private add(whole: string, parts: string[], along = ''): void {
    this.sums.set(`${whole} ${along} ${parts[0]}`, { whole, parts, along });
  }

  /**
   * Hidden counts that can be bounded to a range narrower than `k`, with the range. Left out: counts
   * known to be nobody since a shown whole is nobody.
   *
   * @param solve  how the range of an unknown is found
   */
  exposed(k: number, solve: Solver = simplexRanges): string[] {
    this.addLeftOut();
    return this.components().flatMap(({ names, equations }) =>
      solve(equations, names.length, k).flatMap(([low, high], i) =>
        high - low >= k - 1e-6 || names[i]!.startsWith(leftOut) || this.isKnownNobody(names[i]!)
          ? []
          : [`${names[i]}: ${low} to ${high}`]
      )
    );
  }

  /** How many people a split leaves out is known; how they answered is not. */
  private addLeftOut(): void {
    for (const [id, { whole, parts, along }] of this.sums) {
      const all = [whole, ...parts].map((name) => this.counts.get(name));
      if (along === '' || / n |^n /.test(whole) || all.some((count) => !count)) continue;
      const [sum, ...values] = all.map((count) => count!.value);
      const left = sum! - values.reduce((total, value) => total + value, 0);
      if (left <= 0 || parts.some((part) => part.startsWith(leftOut))) continue;
      this.counts.set(leftOut + id, { value: left, isKnown: false });
      this.sums.set(id, { whole, parts: [...parts, leftOut + id], along });
    }
  }

  get hidden(): number {
    return [...this.counts.values()].filter(({ isKnown }) => !isKnown).length;
  }

  private isKnownNobody(name: string): boolean {
    return [...this.sums.values()].some(
      ({ whole, parts }) =>
        parts.includes(name) &&
        this.counts.get(whole)!.value === 0 &&
        (this.counts.get(whole)!.isKnown || this.isKnownNobody(whole))
    );
  }

  /** The unknowns, apart where no sum connects them, with their sums as equations. */
  private components(): { names: string[]; equations: Equation[] }[] {
    const group = new Map<string, string[]>();
    const isUnknown = (name: string): boolean => !this.counts.get(name)!.isKnown;
    // What the counts of one cell are together, when that is hidden too, follows from them and tells
    // nothing about them.
    const sums = [...this.sums.values()].filter(
      ({ whole, parts, along }) =>
        this.counts.has(whole) &&
        parts.every((part) => this.counts.has(part)) &&
        (along !== '' || !isUnknown(whole))
    );
    for (const name of this.counts.keys()) if (isUnknown(name)) group.set(name, [name]);
    for (const { whole, parts } of sums) {
      const [first, ...others] = [whole, ...parts].filter(isUnknown);
      for (const other of others) {
        const [a, b] = [group.get(first!)!, group.get(other)!];
        if (a === b) continue;
        a.push(...b);
        for (const name of b) group.set(name, a);
      }
    }
    return [...new Set(group.values())].map((names) => {
      const place = new Map(names.map((name, i) => [name, i]));
      const equations = sums.flatMap(({ whole, parts }): Equation[] => {
        const row = new Array<number>(names.length).fill(0);
        let sum = 0;
        const put = (name: string, sign: number): void => {
          const i = place.get(name);
          if (i === undefined) return;
          row[i] = row[i]! + sign;
          // How many people a split leaves out is known: the true sum of the unknown parts.
          sum += sign * this.counts.get(name)!.value;
        };
        parts.forEach((part) => put(part, 1));
        put(whole, -1);
        return row.some((entry) => entry !== 0) ? [{ row, sum }] : [];
      });
      return { names, equations };
    });
  }
}

interface Equation {
  row: number[];
  sum: number;
}

/** The smallest and largest value of each unknown, all being 0 or more; the search for one may end at k. */
export type Solver = (
  equations: readonly Equation[],
  unknowns: number,
  k: number
) => [low: number, high: number][];

const nameOf = (at: CellKey): string =>
  Object.entries(at)
    .map(([id, key]) => `${id}=${key}`)
    .sort()
    .join(',');

const without = (at: CellKey, ids: readonly string[]): CellKey =>
  Object.fromEntries(Object.entries(at).filter(([id]) => !ids.includes(id)));

/** Textbook two-phase simplex on the counts themselves, with an artificial variable in each row. */
export const simplexRanges: Solver = (equations, unknowns, k) => {
  const columns = unknowns + equations.length;
  const table = equations.map(({ row, sum }, i) => {
    const sign = sum < 0 ? -1 : 1;
    const line = new Float64Array(columns + 1);
    row.forEach((entry, j) => (line[j] = sign * entry));
    line[unknowns + i] = 1;
    line[columns] = sign * sum;
    return line;
  });
  const basis = table.map((_, i) => unknowns + i);
  const artificial = new Float64Array(columns);
  artificial.fill(1, unknowns);
  minimize(table, basis, artificial, columns);
  const ranges = Array.from({ length: unknowns }, (): [number, number] => [Infinity, -Infinity]);
  const see = (): void => {
    const values = new Float64Array(columns);
    basis.forEach((j, i) => (values[j] = table[i]![columns]!));
    ranges.forEach((range, j) => {
      range[0] = Math.min(range[0], values[j]!);
      range[1] = Math.max(range[1], values[j]!);
    });
  };
  ranges.forEach((range, unknown) => {
    for (const sign of [1, -1]) {
      if (range[1] - range[0] >= k) return;
      const cost = new Float64Array(columns);
      cost[unknown] = sign;
      // Never again: an artificial variable that stays in the basis is at zero.
      cost.fill(1e6, unknowns);
      const least = minimize(table, basis, cost, unknowns);
      if (least === -Infinity) range[1] = Infinity;
      else see();
    }
  });
  return ranges;
};

function minimize(
  table: Float64Array[],
  basis: number[],
  cost: Float64Array,
  columns: number
): number {
  const last = cost.length;
  const isBasic = new Uint8Array(last);
  for (const j of basis) isBasic[j] = 1;
  for (let step = 0; step < 5000; step++) {
    const priced = basis.map((j) => cost[j]!);
    const pricedRows = [...priced.keys()].filter((i) => priced[i] !== 0);
    let entering = -1;
    for (let j = 0; j < columns && entering < 0; j++) {
      if (isBasic[j] === 1) continue;
      let reduced = cost[j]!;
      for (const i of pricedRows) reduced -= priced[i]! * table[i]![j]!;
      if (reduced < -1e-7) entering = j;
    }
    if (entering < 0) {
      let total = 0;
      for (let i = 0; i < table.length; i++) total += priced[i]! * table[i]![last]!;
      return total;
    }
    let leaving = -1;
    for (let i = 0; i < table.length; i++) {
      if (table[i]![entering]! <= 1e-9) continue;
      const ratio = table[i]![last]! / table[i]![entering]!;
      const best = leaving < 0 ? Infinity : table[leaving]![last]! / table[leaving]![entering]!;
      if (ratio < best - 1e-9 || (ratio < best + 1e-9 && basis[i]! < basis[leaving]!)) leaving = i;
    }
    if (leaving < 0) return -Infinity;
    const pivot = table[leaving]!;
    const by = pivot[entering]!;
    for (let j = 0; j <= last; j++) pivot[j] = pivot[j]! / by;
    for (let i = 0; i < table.length; i++) {
      const factor = table[i]![entering]!;
      if (i === leaving || factor === 0) continue;
      for (let j = 0; j <= last; j++) table[i]![j] = table[i]![j]! - factor * pivot[j]!;
    }
    isBasic[basis[leaving]!] = 0;
    isBasic[entering] = 1;
    basis[leaving] = entering;
  }
  throw new Error('the simplex does not end');
}

/** Every table of whole counts there is, for small ones. @throws Error where there are too many */
export const enumeratedRanges: Solver = (equations, unknowns) => {
  const ranges = Array.from({ length: unknowns }, (): [number, number] => [Infinity, -Infinity]);
  let tries = 0;
  const values = new Array<number>(unknowns).fill(0);
  // Sums with one sign bound each of their parts; an unknown in no such sum is free.
  const bound = values.map((_, j) =>
    Math.min(
      60,
      ...equations
        .filter(({ row }) => row[j]! !== 0 && row.every((entry) => entry * row[j]! >= 0))
        .map(({ sum }) => Math.abs(sum))
    )
  );
  const fits = (next: number): boolean =>
    equations.every(
      ({ row, sum }) =>
        row.slice(next).some((entry) => entry !== 0) ||
        row.reduce((total, entry, j) => total + entry * values[j]!, 0) === sum
    );
  const place = (j: number): void => {
    if (++tries > 1e6) throw new Error('too many tables');
    if (j === unknowns) {
      ranges.forEach((range, i) => {
        range[0] = Math.min(range[0], values[i]!);
        range[1] = Math.max(range[1], values[i]!);
      });
      return;
    }
    for (let value = 0; value <= bound[j]!; value++) {
      values[j] = value;
      if (fits(j + 1)) place(j + 1);
    }
  };
  place(0);
  return ranges;
};
