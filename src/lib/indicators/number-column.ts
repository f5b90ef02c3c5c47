import { inputOf } from './answer-column';
import type { Responses } from '$lib/codebook/responses';
import type { IndicatorInstance } from './definition';

/** Numbers of a mapped question; NaN = missing. @throws RangeError when it is not mapped or not numeric */
export const numbersOf = (
  responses: Responses,
  inputs: IndicatorInstance['inputs'],
  id: string
): Float64Array => responses.numbers(inputOf(inputs, id).variable).values;

/** Rows where every column is known, as class 1, with the columns made finite elsewhere. */
export function bothKnown(columns: readonly Float64Array[]): {
  classOf: Uint8Array;
  columns: Float64Array[];
} {
  const rows = columns[0]?.length ?? 0;
  const classOf = new Uint8Array(rows);
  for (let i = 0; i < rows; i++)
    classOf[i] = columns.every((column) => Number.isFinite(column[i])) ? 1 : 0;
  return { classOf, columns: columns.map((column) => column.map((v, i) => (classOf[i] ? v : 0))) };
}
