/** Rows of a square matrix stored row by row. */
export function matrixOf(flat: Float64Array, size: number): number[][] {
  return Array.from({ length: size }, (_, a) => [...flat.subarray(a * size, (a + 1) * size)]);
}
