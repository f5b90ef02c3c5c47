import type { Tabulation } from '../sums/tabulation';

/** The rows and columns of a table that hold weight. */
export interface WeightedTable {
  rows: readonly number[];
  columns: readonly number[];
  /** their cells in the tabulation, row by row */
  kept: readonly number[];
  totals: Float64Array;
  shares: Float64Array;
  rowShares: Float64Array;
  columnShares: Float64Array;
  total: number;
}

/** Cell (r, c) of the tabulation is `r * width + c`. */
export function weightedTable(
  { totals }: Tabulation,
  height: number,
  width: number
): WeightedTable {
  const rowTotals = new Float64Array(height);
  const columnTotals = new Float64Array(width);
  for (let r = 0; r < height; r++)
    for (let c = 0; c < width; c++) {
      rowTotals[r]! += totals[r * width + c]!;
      columnTotals[c]! += totals[r * width + c]!;
    }
  const places = (sums: Float64Array): number[] =>
    [...sums.keys()].filter((place) => sums[place]! > 0);
  const rows = places(rowTotals);
  const columns = places(columnTotals);
  const kept = rows.flatMap((r) => columns.map((c) => r * width + c));
  const total = rowTotals.reduce((sum, x) => sum + x, 0);
  const own = Float64Array.from(kept, (cell) => totals[cell]!);
  return {
    rows,
    columns,
    kept,
    totals: own,
    shares: own.map((weight) => weight / total),
    rowShares: Float64Array.from(rows, (r) => rowTotals[r]! / total),
    columnShares: Float64Array.from(columns, (c) => columnTotals[c]! / total),
    total
  };
}
