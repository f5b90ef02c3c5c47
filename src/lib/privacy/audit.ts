import { Alternatives } from './alternatives';
import type { Balance } from './alternatives';
import type { CountCell, CountGrid } from './counts';

/** One count that an outsider may not know: a part of a cell. */
export interface Atom {
  cell: CountCell;
  part: number;
}

/** Hidden counts whose sum must stay uncertain: one count, or the number who answered. */
export type Target = Atom[];

/**
 * What an outsider knows about how many people answered at a hidden place: `everywhere` also what other
 * measures with the same base show; `here` only what this table and its broader measure show.
 */
export type Knowledge = 'everywhere' | 'here';

/** A count as plus or minus an unknown: no is what yes leaves of a known number; null where known. */
export type TermOf = (atom: Atom) => readonly [unknown: number, factor: 1 | -1] | null;

/** The hidden counts of a grid as unknowns, with every published sum that binds them. */
export interface Unknowns {
  atoms: Atom[];
  termOf: TermOf;
  balances: Balance[];
  lows: Float64Array;
  highs: Float64Array;
}

export interface AuditOptions {
  /** cells and sums up to this depth only, so that margins never depend on what is inside */
  depth: number;
  threshold: number;
  knowledge: Knowledge;
}

/** A table with the same published numbers, as changes of hidden counts from the true ones. */
export type OtherTable = (Atom & { by: number })[];

/** A target that the published counts bound too closely: how far it can change, down and up. */
export interface Exposure {
  target: Target;
  low: number;
  high: number;
}

/**
 * Hidden counts that the published ones, all sums taken together, bound to a range narrower than the
 * threshold. The outsider knows every shown count, every sum, how many people a split leaves out, and
 * that counts are whole and not negative.
 *
 * A count passes when two tables of whole, non-negative counts with the same published numbers differ
 * in it by the threshold or more: both are found, none is assumed. In one and two ways of splitting
 * people the sums are a network, where that decides exactly; in three ways, and for answers split in
 * two, a table that only fractions could fill is not counted, so that the rule errs towards hiding.
 *
 * @param found  other tables that are known to fit: looked at first; those found here are added. They
 * stay good while more is hidden
 */
export function exposedCounts(
  grid: CountGrid,
  options: AuditOptions,
  found: OtherTable[] = []
): Exposure[] {
  return [...exposures(grid, options, found)];
}

/** Whether `exposedCounts` is empty but for what is tolerated; stops at the first that is not. */
export function isProtected(
  grid: CountGrid,
  options: AuditOptions,
  found: OtherTable[],
  isTolerated: (exposure: Exposure) => boolean
): boolean {
  for (const exposure of exposures(grid, options, found)) if (!isTolerated(exposure)) return false;
  return true;
}

function* exposures(
  grid: CountGrid,
  options: AuditOptions,
  found: OtherTable[]
): Generator<Exposure> {
  const { atoms, balances, lows, highs, termOf } = unknownsOf(grid, options);
  const targets = targetsOf(grid, options, termOf);
  if (targets.length === 0) return;
  const walk = new Alternatives(balances, lows, highs);
  const summed = targets.map((target) => termsOf(target, termOf));
  const ranges = targets.map(() => ({ low: 0, high: 0 }));
  const widen = (changes: Float64Array): boolean => {
    let isWider = false;
    ranges.forEach((range, i) => {
      let change = 0;
      for (const [unknown, factor] of summed[i]!) change += factor * changes[unknown]!;
      if (change < range.low) [range.low, isWider] = [change, true];
      if (change > range.high) [range.high, isWider] = [change, true];
    });
    return isWider;
  };
  for (const table of found) {
    const changes = new Float64Array(atoms.length);
    for (const change of table) changes[termOf(change)![0]] = change.by;
    widen(changes);
  }
  const look = (): void => {
    const { changes } = walk;
    if (!changes.every(Number.isInteger) || !widen(changes)) return;
    found.push(
      atoms.flatMap(({ cell, part }, i) =>
        changes[i] === 0 ? [] : [{ cell, part, by: changes[i]! }]
      )
    );
  };
  for (const [i, target] of targets.entries()) {
    const range = ranges[i]!;
    const isWide = (): boolean => range.high - range.low >= options.threshold;
    for (const sign of [1, -1]) {
      if (isWide()) break;
      const gain = new Float64Array(lows.length);
      for (const [unknown, factor] of summed[i]!) gain[unknown] = sign * factor;
      walk.push(gain, 200 + 10 * balances.length, () => {
        look();
        return isWide();
      });
    }
    if (!isWide()) yield { target, ...range };
  }
}

/**
 * The counts that may change, with every sum that binds them.
 *
 * @param isUnknown  cells whose counts may change; the hidden ones, unless somebody asks what hiding
 * more would bring
 */
export function unknownsOf(
  grid: CountGrid,
  { depth, threshold, knowledge }: AuditOptions,
  isUnknown: (cell: CountCell) => boolean = (cell) => cell.isHidden
): Unknowns {
  const isSizeKnown = (base: readonly CountCell[]): boolean =>
    grid.isWhole && isKnownSize(base, knowledge, isUnknown);
  const atoms: (Atom & { reachUp: number })[] = [];
  const terms = new Map<CountCell, (ReturnType<TermOf> | undefined)[]>();
  for (const cell of grid.cells) {
    if (cell.depth > depth || !isUnknown(cell)) continue;
    const isOpen = cell.parts.map(
      (_, part) => !(part === 0 && cell.isFirstKnown) && !isKnownNobody(grid, cell, part)
    );
    const openParts = [...isOpen.keys()].filter((part) => isOpen[part]);
    // Of two parts with a known sum, one is what the other leaves.
    const isPair = openParts.length === 2 && grid.bases[cell.index]!.length === 1;
    const other = isPair && isSizeKnown([cell]) ? openParts[1]! : -1;
    terms.set(
      cell,
      isOpen.map((open, part) => {
        if (!open) return null;
        if (part === other) return [atoms.length - 1, -1];
        const reachUp = other < 0 ? Infinity : cell.parts[other]!;
        return [atoms.push({ cell, part, reachUp }) - 1, 1];
      })
    );
  }
  const termOf: TermOf = ({ cell, part }) => terms.get(cell)?.[part] ?? null;
  // A change beyond twice the threshold helps no count to its range.
  const reach = 2 * threshold;
  return {
    atoms,
    termOf,
    balances: [
      ...lineBalances(grid, depth, termOf),
      ...baseBalances(grid, depth, isSizeKnown, termOf)
    ],
    lows: Float64Array.from(atoms, ({ cell, part }) => -Math.min(cell.parts[part]!, reach)),
    highs: Float64Array.from(atoms, ({ reachUp }) => Math.min(reachUp, reach))
  };
}

/** The unknowns that some counts add up to. */
export const termsOf = (atoms: readonly Atom[], termOf: TermOf) =>
  atoms.map(termOf).filter((term) => term !== null);

/** A part of a shown margin of nobody is nobody: that is published with the margin. */
function isKnownNobody(grid: CountGrid, cell: CountCell, part: number): boolean {
  return grid.parents[cell.index]!.some(
    (parent) => (!parent.isHidden && parent.parts[part] === 0) || isKnownNobody(grid, parent, part)
  );
}

function lineBalances(grid: CountGrid, depth: number, termOf: TermOf): Balance[] {
  return grid.lines.flatMap(({ margin, parts }) => {
    if (parts[0]!.depth > depth) return [];
    return margin.parts.flatMap((_, part) => {
      const whole = termOf({ cell: margin, part });
      const balance: [number, number][] = termsOf(
        parts.map((cell) => ({ cell, part })),
        termOf
      ).map(([unknown, factor]) => [unknown, factor]);
      if (whole) balance.push([whole[0], -whole[1]]);
      return balance.length > 0 ? [balance] : [];
    });
  });
}

/** The parts of a base whose size is known change by nothing in all. */
function baseBalances(
  grid: CountGrid,
  depth: number,
  isSizeKnown: (base: readonly CountCell[]) => boolean,
  termOf: TermOf
): Balance[] {
  return grid.cells.flatMap((cell) => {
    const base = grid.bases[cell.index]!;
    if (base[0] !== cell || cell.depth > depth || !isSizeKnown(base)) return [];
    const atoms = base.flatMap((each) => each.parts.map((_, part) => ({ cell: each, part })));
    const balance = termsOf(atoms, termOf);
    return balance.length > 0 ? [balance] : [];
  });
}

function isKnownSize(
  base: readonly CountCell[],
  knowledge: Knowledge,
  isUnknown: (cell: CountCell) => boolean
): boolean {
  if (knowledge === 'everywhere') return !base.some((cell) => cell.isBaseHidden);
  return base.some((cell) => cell.isFirstKnown || !isUnknown(cell));
}

/** Every part of every hidden cell, and the number who answered where that is hidden too. */
function targetsOf(grid: CountGrid, { depth, knowledge }: AuditOptions, termOf: TermOf): Target[] {
  return grid.cells.flatMap((cell) => {
    if (!cell.isHidden || cell.depth > depth) return [];
    const own = cell.parts.map((_, part): Atom => ({ cell, part }));
    const targets: Target[] = own.map((atom) => [atom]);
    const base = grid.bases[cell.index]!;
    if (grid.isWhole && !isKnownSize(base, knowledge, (each) => each.isHidden)) {
      const others = base.filter((each) => each !== cell).map((each) => ({ cell: each, part: 0 }));
      targets.push([...own.slice(0, 2), ...others]);
      if (others.length > 0) targets.push(others);
    }
    return targets
      .map((target) => target.filter((atom) => termOf(atom) !== null))
      .filter((target) => target.length > 0);
  });
}
