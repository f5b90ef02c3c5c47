import { answers, foundOut, measuresOf } from './audit';
import type { Measure } from './audit';
import type { CountCell, CountGrid, Line } from './counts';
import { isTelling, isTooFew } from './primary';

/**
 * Marks every cell that must not be shown: primary suppression, then complementary suppression until
 * nothing hidden can be had by subtraction.
 *
 * Only counts decide, never values or reliability, and outer cells are settled before inner ones:
 * so a margin is hidden or shown alike in every table it appears in. First comes what follows from
 * the number of answers alone, which is the same for every measure with the same base; then what
 * follows from the answers. A cell that is shown as too imprecise counts as known.
 */
export function suppress(grid: CountGrid, threshold: number): void {
  settle(grid, threshold, (cell) => isTooFew(cell, threshold), [answers]);
  settle(grid, threshold, (cell) => isTelling(cell, threshold), measuresOf(grid));
}

function settle(
  grid: CountGrid,
  threshold: number,
  isPrimary: (cell: CountCell) => boolean,
  measures: readonly Measure[]
): void {
  const hasClasses = measures.length > 1;
  const deepest = Math.max(0, ...grid.cells.map((cell) => cell.depth));
  for (let depth = 0; depth <= deepest; depth++) {
    for (const cell of grid.cells)
      // Inside a hidden margin everything is hidden: the parts would add up to it.
      if (cell.depth === depth && (isPrimary(cell) || grid.parents[cell.index]!.some(isHidden)))
        cell.isHidden = true;
    const lines = grid.lines.filter(
      (line) => line.parts[0]!.depth === depth && (hasClasses || line.margin !== null)
    );
    do while (lines.some((line) => repair(line, threshold, measures)));
    while (closeFindings(lines, foundOut(grid, depth, threshold, measures)));
  }
}

const isHidden = (cell: CountCell): boolean => cell.isHidden;

/** Hides the smallest further cell of a line that could be subtracted; false when none could. */
function repair(line: Line, threshold: number, measures: readonly Measure[]): boolean {
  if (line.margin?.isHidden) return false;
  const hidden = line.parts.filter(isHidden);
  if (hidden.length === 0 || hidden.length === line.parts.length) return false;
  const isSafe = hidden.length > 1 && measures.every((of) => isLarge(line, hidden, threshold, of));
  return isSafe ? false : hideSmallest(line.parts);
}

/** The hidden cells together reach the threshold, or the whole line is known to be nobody. */
function isLarge(line: Line, hidden: CountCell[], threshold: number, of: Measure): boolean {
  // Answers share a denominator, so only their numerators can be subtracted.
  if (line.margin === null) return sum(hidden, (cell) => cell.x ?? 0) >= threshold;
  return of(line.margin) === 0 || sum(hidden, of) >= threshold;
}

/** Hides the shown part with the fewest answers, empty ones last; false when all are hidden. */
function hideSmallest(parts: readonly CountCell[]): boolean {
  let smallest: CountCell | null = null;
  for (const part of parts)
    if (!part.isHidden && (smallest === null || size(part) < size(smallest))) smallest = part;
  if (smallest) smallest.isHidden = true;
  return smallest !== null;
}

const size = (cell: CountCell): number => cell.n || Infinity;

/** Hides more while hidden cells can be found out; true when it hid something. */
function closeFindings(lines: readonly Line[], found: ReadonlySet<CountCell>): boolean {
  if (found.size === 0) return false;
  const around = lines.filter((line) => line.parts.some((part) => found.has(part)));
  if (hideSmallest(around.flatMap((line) => line.parts))) return true;
  // Every neighbor is hidden already: hide what still feeds the equations.
  return hideSmallest(lines.filter((line) => line.parts.some(isHidden)).flatMap((l) => l.parts));
}

const sum = (cells: readonly CountCell[], of: (cell: CountCell) => number): number =>
  cells.reduce((total, cell) => total + of(cell), 0);
