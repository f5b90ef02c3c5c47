import { Alternatives } from './alternatives';
import { termsOf, unknownsOf } from './audit';
import type { AuditOptions, Exposure, OtherTable, Target, Unknowns } from './audit';
import type { CountCell, CountGrid } from './counts';

/** Cells that are hidden and shown together: inside two splits, all answers of a place. */
export const together = (grid: CountGrid, cell: CountCell): readonly CountCell[] =>
  cell.depth > 1 ? grid.bases[cell.index]! : [cell];

/** What hiding a cell takes from readers: the people it speaks of. */
export const sizeOf = ({ parts }: CountCell): number =>
  parts.reduce((sum, count) => sum + count, 0);

/** A dear table protects as well as the cheapest: the search for it ends somewhere. */
const mostSteps = 150;

/** Gain of one step of an exposed count, in costs of one step of the largest cell. */
const worth = 1000;

/** Cells to hide, and the other table that then tells the same; null where only fractions fill it. */
export interface Finding {
  isReached: boolean;
  partners: CountCell[];
  table: OtherTable | null;
}

/**
 * Finds the cheapest shown cells of a depth that must be hidden for an exposed count to have its range:
 * those that change in the cheapest other table in which the count differs enough. A step of a cell
 * costs one more than its people, of a cell of nobody as much as of the largest (readers may know why
 * it is empty); hidden cells cost nothing.
 */
export class PartnerSearch {
  private readonly unknowns: Unknowns;
  /** a shown count has two unknowns, its rise and its fall, so that both can have a cost */
  private readonly fallOf: ReadonlyMap<number, number>;
  private readonly walk: Alternatives;
  private readonly lows: Float64Array;
  private readonly highs: Float64Array;
  private readonly largest: number;

  constructor(
    private readonly grid: CountGrid,
    private readonly options: AuditOptions
  ) {
    const canChange = (cell: CountCell): boolean => cell.isHidden || cell.depth === options.depth;
    this.unknowns = unknownsOf(grid, options, canChange);
    const { atoms, balances, lows, highs } = this.unknowns;
    this.largest = 1 + Math.max(0, ...grid.cells.map(sizeOf));
    const shown = atoms.flatMap(({ cell }, i) => (cell.isHidden ? [] : [i]));
    this.fallOf = new Map(shown.map((i, place) => [i, atoms.length + place]));
    const isSplit = (i: number): boolean => this.fallOf.has(i);
    this.lows = Float64Array.from(
      [...lows].map((low, i) => (isSplit(i) ? 0 : low)).concat(shown.map(() => 0))
    );
    this.highs = Float64Array.from([...highs, ...shown.map((i) => -lows[i]!)]);
    const split = balances.map((balance) =>
      balance.flatMap(([i, factor]): [number, number][] => {
        const fall = this.fallOf.get(i);
        return fall === undefined
          ? [[i, factor]]
          : [
              [i, factor],
              [fall, -factor]
            ];
      })
    );
    this.walk = new Alternatives(split, this.lows, this.highs);
  }

  /** Null where hiding everything of this depth would not help. */
  partnersFor({ target, low, high }: Exposure): Finding | null {
    const up = this.cheapestTable(target, 1, this.options.threshold + low);
    if (up.isReached) return up;
    const down = this.cheapestTable(target, -1, this.options.threshold - high);
    const better = down.isReached || up.partners.length === 0 ? down : up;
    return better.isReached || better.partners.length > 0 ? better : null;
  }

  private cheapestTable(target: Target, sign: 1 | -1, wanted: number): Finding {
    const { atoms, termOf } = this.unknowns;
    const { walk, lows, highs } = this;
    const gain = new Float64Array(highs.length);
    for (const [i, fall] of this.fallOf)
      if (!atoms[i]!.cell.isHidden) gain[i] = gain[fall] = -this.costOf(atoms[i]!.cell);
    walk.reset();
    const summed = termsOf(target, termOf);
    for (const [i, factor] of summed) {
      const direction = sign * factor;
      const fall = this.fallOf.get(i);
      gain[i] = direction * worth;
      if (fall !== undefined) gain[fall] = -direction * worth;
      if (direction > 0) walk.bound(i, lows[i]!, Math.min(wanted, highs[i]!));
      else walk.bound(i, Math.max(-wanted, lows[i]!), highs[i]!);
    }
    walk.push(gain, mostSteps, () => false);
    for (const [i] of summed) walk.bound(i, lows[i]!, highs[i]!);
    const found = walk.changes;
    const changed = (i: number): number => found[i]! - (found[this.fallOf.get(i) ?? -1] ?? 0);
    const reached = summed.reduce((sum, [i, factor]) => sum + sign * factor * changed(i), 0);
    const changes = atoms.map((_, i) => changed(i));
    return {
      isReached: reached >= wanted - 1e-6,
      partners: this.movedCells(changes),
      table: changes.every(Number.isInteger)
        ? atoms.flatMap((atom, i) => (changes[i] === 0 ? [] : [{ ...atom, by: changes[i]! }]))
        : null
    };
  }

  /** Shown cells that change; with a base that changes in size, all its answers. */
  private movedCells(changes: readonly number[]): CountCell[] {
    const { atoms } = this.unknowns;
    const moved = new Set<CountCell>();
    const sizes = new Map<CountCell[], number>();
    atoms.forEach(({ cell }, i) => {
      if (!cell.isHidden && Math.abs(changes[i]!) > 1e-6)
        for (const each of together(this.grid, cell)) moved.add(each);
      const base = this.grid.bases[cell.index]!;
      if (base.length > 1) sizes.set(base, (sizes.get(base) ?? 0) + changes[i]!);
    });
    for (const [base, change] of sizes)
      if (Math.abs(change) > 1e-6)
        for (const cell of base)
          if (!cell.isHidden && cell.depth === this.options.depth) moved.add(cell);
    return [...moved];
  }

  private costOf(cell: CountCell): number {
    const size = sizeOf(cell);
    return size > 0 ? (1 + size) / this.largest : 1;
  }
}
