/** Sums blocks of `size` numbers into one block. */
export function addUp(blocks: Float64Array | Uint32Array, size: number): Float64Array {
  const total = new Float64Array(size);
  for (let start = 0; start < blocks.length; start += size)
    for (let k = 0; k < size; k++) total[k]! += blocks[start + k]!;
  return total;
}

/** Below this share of the size of its terms a sum is what rounding left of terms that cancel. */
const rounding = 1e-13;

/** A sum, or 0 where its terms cancel: an exact value has a standard error of exactly 0. */
export const unlessRounding = (sum: number, size: number): number =>
  Math.abs(sum) <= rounding * size ? 0 : sum;
