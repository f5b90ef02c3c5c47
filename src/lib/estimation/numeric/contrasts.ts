/** Rows of numbers side by side, stored row by row. */
export interface Matrix {
  rows: number;
  columns: number;
  at: Float64Array;
}

/** K V K', with V symmetric. */
export function congruence(k: Matrix, v: Float64Array): Float64Array {
  const { rows, columns } = k;
  const half = new Float64Array(rows * columns);
  for (let a = 0; a < rows; a++)
    for (let i = 0; i < columns; i++) {
      const factor = k.at[a * columns + i]!;
      if (factor === 0) continue;
      for (let j = 0; j < columns; j++) half[a * columns + j]! += factor * v[i * columns + j]!;
    }
  const result = new Float64Array(rows * rows);
  for (let a = 0; a < rows; a++)
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let j = 0; j < columns; j++) sum += half[a * columns + j]! * k.at[b * columns + j]!;
      result[a * rows + b] = sum;
      result[b * rows + a] = sum;
    }
  return result;
}

/**
 * Contrasts that measure interaction in a table: (rows - 1)(columns - 1) orthonormal vectors over its
 * cells, orthogonal to every row effect and column effect (products of Helmert contrasts).
 */
export function interactionContrasts(rows: number, columns: number): Matrix {
  const across = helmert(rows);
  const down = helmert(columns);
  const lines = across.flatMap((r) => down.map((c) => r.flatMap((x) => c.map((y) => x * y))));
  return { rows: lines.length, columns: rows * columns, at: Float64Array.from(lines.flat()) };
}

/** Orthonormal contrasts: each level against the mean of those before it. */
function helmert(levels: number): number[][] {
  return Array.from({ length: levels - 1 }, (_, i) => {
    const length = Math.sqrt((i + 1) * (i + 2));
    return Array.from({ length: levels }, (__, j) =>
      j <= i ? 1 / length : j === i + 1 ? -(i + 1) / length : 0
    );
  });
}
