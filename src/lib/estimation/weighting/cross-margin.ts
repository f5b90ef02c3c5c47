import type { Keys } from '../design/units';
import { crossCodes } from './crossing';
import type { Margin } from './margin';

/** A target for one combination of categories, one label a variable. */
export interface MarginCell {
  key: readonly string[];
  target: number;
}

/**
 * A margin over one or several variables. Combinations that occur and have no cell come last, without
 * a target; a row that lacks one of the variables has no category.
 *
 * @param columns the variables, in the order of the keys
 */
export function crossMargin(
  name: string,
  columns: readonly Keys[],
  cells: readonly MarginCell[]
): Margin {
  const rows = columns[0]?.codes.length ?? 0;
  const crossing = crossCodes(
    rows,
    columns.map(({ codes }) => codes)
  );
  const labels = cells.map(({ key }) => key.join(', '));
  const targets = cells.map(({ target }) => target);
  const known = new Map(cells.map(({ key }, at) => [JSON.stringify(key), at]));
  const codeOf = new Uint32Array(crossing.cells);
  for (let c = 0; c < crossing.cells; c++) {
    const key = columns.map(
      (column, k) => column.labels[crossing.codes[k * crossing.cells + c]! - 1] ?? null
    );
    if (key.includes(null)) continue;
    let at = known.get(JSON.stringify(key));
    if (at === undefined) {
      at = labels.length;
      labels.push(key.join(', '));
      targets.push(NaN);
    }
    codeOf[c] = at + 1;
  }
  return {
    name,
    codes: crossing.cell.map((c) => codeOf[c]!),
    labels,
    targets: Float64Array.from(targets)
  };
}
