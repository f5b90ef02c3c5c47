import type { CountCell, CountGrid, Line } from './counts';

/** One kind of count that cells add up in: answers, or respondents of one class. */
export type Measure = (cell: CountCell) => number;

/** The counts a table adds up in: denominators, then each class. */
export function measuresOf(grid: CountGrid): Measure[] {
  const classes = Math.max(0, ...grid.cells.map((cell) => cell.classes.length));
  const ofClass =
    (i: number): Measure =>
    (cell) =>
      cell.classes[i] ?? 0;
  return [answers, ...Array.from({ length: classes }, (_, i) => ofClass(i))];
}

export const answers: Measure = (cell) => cell.n;

/**
 * Hidden cells whose count follows from the published ones, in any of the measures: because the sums,
 * as equations, have one solution for it, or because sums of counts that cannot be negative leave it a
 * range narrower than the threshold. A part of a shown margin of nobody is nobody: that is published
 * with the margin, and such parts hide nothing else.
 *
 * Exact for equalities; the ranges come from one sum at a time, so combinations of several sums may
 * still narrow them. The exact audit of ranges (a flow through rows and columns) belongs here.
 *
 * @param depth cells and sums up to this depth only, so that margins never depend on what is inside
 */
export function foundOut(
  grid: CountGrid,
  depth: number,
  threshold: number,
  measures: readonly Measure[]
): Set<CountCell> {
  const lines = grid.lines.filter((line) => line.parts[0]!.depth <= depth);
  const found = new Set<CountCell>();
  for (const measure of measures) {
    const unknown = grid.cells.filter(
      (cell) => cell.isHidden && cell.depth <= depth && !isKnownNobody(grid, cell, measure)
    );
    const sums = equationsOf(lines, unknown, measure);
    const solved = determinedColumns(
      sums.map((sum) => Float64Array.from(sum.row)),
      unknown.length
    );
    for (const column of [...solved, ...narrowColumns(sums, unknown.length, threshold)])
      found.add(unknown[column]!);
  }
  return found;
}

function isKnownNobody(grid: CountGrid, cell: CountCell, measure: Measure): boolean {
  return grid.parents[cell.index]!.some(
    (parent) => (!parent.isHidden && measure(parent) === 0) || isKnownNobody(grid, parent, measure)
  );
}

/** What the hidden cells of a line add up to: coefficients by column, and the sum. */
interface Equation {
  row: Float64Array;
  sum: number;
}

function equationsOf(
  lines: readonly Line[],
  unknown: readonly CountCell[],
  measure: Measure
): Equation[] {
  const columnOf = new Map(unknown.map((cell, column) => [cell, column]));
  return lines.flatMap((line) => {
    const row = new Float64Array(unknown.length);
    let sum = 0;
    let entries = 0;
    const put = (cell: CountCell, sign: number): void => {
      const column = columnOf.get(cell);
      if (column === undefined) return;
      row[column] = sign;
      sum += sign * measure(cell);
      entries++;
    };
    // Answers to one question share a denominator; only their numerators add up.
    if (!line.margin && measure === answers) return [];
    for (const part of line.parts) put(part, 1);
    if (line.margin) put(line.margin, -1);
    return entries > 0 ? [{ row, sum }] : [];
  });
}

/** Columns whose range, given that no count is negative, is narrower than the threshold. */
function narrowColumns(sums: readonly Equation[], columns: number, threshold: number): number[] {
  const low = new Float64Array(columns);
  const high = new Float64Array(columns).fill(Infinity);
  // Sums hold a handful of the unknowns each: only those are visited.
  const entries = sums.map(({ row }) => [...row.keys()].filter((column) => row[column] !== 0));
  for (let pass = 0, isMoving = true; isMoving && pass < 30; pass++) {
    isMoving = false;
    sums.forEach(({ row, sum }, i) => {
      for (const c of entries[i]!) {
        let least = 0;
        let most = 0;
        for (const d of entries[i]!) {
          if (d === c) continue;
          least += row[d]! > 0 ? low[d]! : -high[d]!;
          most += row[d]! > 0 ? high[d]! : -low[d]!;
        }
        const [from, to] = row[c]! > 0 ? [sum - most, sum - least] : [least - sum, most - sum];
        if (from > low[c]!) [low[c], isMoving] = [from, true];
        if (to < high[c]!) [high[c], isMoving] = [to, true];
      }
    });
  }
  return [...low.keys()].filter((c) => high[c]! - low[c]! < threshold);
}

/** Columns fixed by the equations, by reduction to row echelon form with partial pivoting. */
export function determinedColumns(rows: Float64Array[], columns: number): number[] {
  const tiny = 1e-9;
  const pivots: number[] = [];
  let top = 0;
  for (let column = 0; column < columns && top < rows.length; column++) {
    let best = top;
    for (let r = top + 1; r < rows.length; r++)
      if (Math.abs(rows[r]![column]!) > Math.abs(rows[best]![column]!)) best = r;
    const pivot = rows[best]![column]!;
    if (Math.abs(pivot) < tiny) continue;
    [rows[top], rows[best]] = [rows[best]!, rows[top]!];
    const lead = rows[top]!;
    for (let c = 0; c < columns; c++) lead[c] = lead[c]! / pivot;
    for (let r = 0; r < rows.length; r++) {
      const factor = r === top ? 0 : rows[r]![column]!;
      if (factor === 0) continue;
      const row = rows[r]!;
      for (let c = 0; c < columns; c++) row[c] = row[c]! - factor * lead[c]!;
    }
    pivots.push(column);
    top++;
  }
  return pivots.filter((_, r) => {
    let entries = 0;
    for (const entry of rows[r]!) if (Math.abs(entry) > tiny) entries++;
    return entries === 1;
  });
}
