/** Sums blocks of `size` numbers into one block. */
export function addUp(blocks: Float64Array | Uint32Array, size: number): Float64Array {
  const total = new Float64Array(size);
  for (let start = 0; start < blocks.length; start += size)
    for (let k = 0; k < size; k++) total[k]! += blocks[start + k]!;
  return total;
}
