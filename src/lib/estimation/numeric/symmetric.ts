/**
 * Small dense symmetric matrices, stored row by row: factors, whitening, eigenvalues. For tests on a few
 * dozen contrasts, not for data.
 */

/** Below this share of its own length a row is explained by the others. */
const explained = 1e-11;

/**
 * Lower triangle L with L L' = matrix (Cholesky).
 *
 * @returns null when the matrix is not positive definite, to 11 digits
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array | null {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let value = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) value -= lower[i * size + k]! * lower[j * size + k]!;
      if (i !== j) lower[i * size + j] = value / lower[j * size + j]!;
      else if (value > explained * matrix[i * size + i]!) lower[i * size + i] = Math.sqrt(value);
      else return null;
    }
  return lower;
}

/** Solves L y = b for the lower triangle of `cholesky`; `b` is not changed. */
export function forward(lower: Float64Array, b: Float64Array): Float64Array {
  const size = b.length;
  const y = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let value = b[i]!;
    for (let k = 0; k < i; k++) value -= lower[i * size + k]! * y[k]!;
    y[i] = value / lower[i * size + i]!;
  }
  return y;
}

/** The quadratic form b' A^-1 b, from the factor of A. */
export function quadraticForm(lower: Float64Array, b: Float64Array): number {
  return forward(lower, b).reduce((sum, y) => sum + y * y, 0);
}

/** L^-1 B L^-T: symmetric, with the eigenvalues of A^-1 B where A = L L'. */
export function whitened(lower: Float64Array, matrix: Float64Array, size: number): Float64Array {
  const half = new Float64Array(size * size);
  for (let j = 0; j < size; j++)
    half.set(forward(lower, matrix.subarray(j * size, (j + 1) * size)), j * size);
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const column = Float64Array.from({ length: size }, (_, j) => half[j * size + i]!);
    result.set(forward(lower, column), i * size);
  }
  return result;
}

/** Sum of the diagonal: the sum of the eigenvalues. */
export function trace(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += matrix[i * size + i]!;
  return sum;
}

/** Sum of all squares: the sum of the squared eigenvalues. */
export const sumOfSquares = (matrix: Float64Array): number =>
  matrix.reduce((sum, x) => sum + x * x, 0);

/** Eigenvalues, largest first (cyclic Jacobi rotations; Golub and Van Loan 2013, section 8.5). */
export function eigenvalues(matrix: Float64Array, size: number): number[] {
  const a = matrix.slice();
  const target = 1e-32 * sumOfSquares(matrix);
  for (let sweep = 0; sweep < 60 && offDiagonal(a, size) > target; sweep++)
    for (let p = 0; p < size - 1; p++) for (let q = p + 1; q < size; q++) rotate(a, size, p, q);
  return Array.from({ length: size }, (_, i) => a[i * size + i]!).sort((x, y) => y - x);
}

function offDiagonal(a: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++) sum += 2 * a[i * size + j]! * a[i * size + j]!;
  return sum;
}

/** Turns the plane of p and q so that their product vanishes. */
function rotate(a: Float64Array, size: number, p: number, q: number): void {
  const cross = a[p * size + q]!;
  if (cross === 0) return;
  const ratio = (a[q * size + q]! - a[p * size + p]!) / (2 * cross);
  const tangent = Math.sign(ratio || 1) / (Math.abs(ratio) + Math.hypot(ratio, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k++) {
    const x = a[k * size + p]!;
    const y = a[k * size + q]!;
    a[k * size + p] = cosine * x - sine * y;
    a[k * size + q] = sine * x + cosine * y;
  }
  for (let k = 0; k < size; k++) {
    const x = a[p * size + k]!;
    const y = a[q * size + k]!;
    a[p * size + k] = cosine * x - sine * y;
    a[q * size + k] = sine * x + cosine * y;
  }
}
