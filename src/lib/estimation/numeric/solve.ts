/**
 * Solves A x = b for a symmetric matrix that may not have full rank: columns that the others explain
 * get 0 (Cholesky with pivoting, after scaling to a diagonal of 1).
 */
export interface Solver {
  rank: number;
  /** overwrites `b` (length of the matrix) with a solution */
  solve: (b: Float64Array) => Float64Array;
}

/** Below this share of its own length a column is explained by the others. */
const explained = 1e-11;

/** @param matrix symmetric, row by row, of `size` rows; not changed */
export function solver(matrix: Float64Array, size: number): Solver {
  const scale = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const own = matrix[i * size + i]!;
    scale[i] = own > 0 ? 1 / Math.sqrt(own) : 0;
  }
  const a = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) a[i * size + j] = matrix[i * size + j]! * scale[i]! * scale[j]!;
  const order = Array.from({ length: size }, (_, i) => i);
  const factor = new Float64Array(size * size);
  let rank = 0;
  for (; rank < size; rank++) {
    let best = rank;
    for (let i = rank + 1; i < size; i++)
      if (a[order[i]! * size + order[i]!]! > a[order[best]! * size + order[best]!]!) best = i;
    [order[rank], order[best]] = [order[best]!, order[rank]!];
    const p = order[rank]!;
    const own = a[p * size + p]!;
    if (!(own > explained)) break;
    const root = Math.sqrt(own);
    factor[p * size + rank] = root;
    for (let i = rank + 1; i < size; i++) {
      const q = order[i]!;
      factor[q * size + rank] = a[q * size + p]! / root;
    }
    for (let i = rank + 1; i < size; i++) {
      const q = order[i]!;
      for (let j = rank + 1; j <= i; j++) {
        const r = order[j]!;
        const value = a[q * size + r]! - factor[q * size + rank]! * factor[r * size + rank]!;
        a[q * size + r] = value;
        a[r * size + q] = value;
      }
    }
  }
  const solve = (b: Float64Array): Float64Array => {
    const y = new Float64Array(rank);
    for (let k = 0; k < rank; k++) {
      const p = order[k]!;
      let value = b[p]! * scale[p]!;
      for (let j = 0; j < k; j++) value -= factor[p * size + j]! * y[j]!;
      y[k] = value / factor[p * size + k]!;
    }
    b.fill(0);
    for (let k = rank - 1; k >= 0; k--) {
      const p = order[k]!;
      let value = y[k]!;
      for (let j = k + 1; j < rank; j++) {
        const q = order[j]!;
        value -= factor[q * size + k]! * b[q]!;
      }
      b[p] = value / factor[p * size + k]!;
    }
    for (let i = 0; i < size; i++) b[i]! *= scale[i]!;
    return b;
  };
  return { rank, solve };
}
