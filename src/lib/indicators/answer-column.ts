import type { Responses } from '$lib/codebook/responses';
import type { MappedInput } from './definition';

/** Marks of an answer column: outside the base (missing, or a category nobody assigned), yes, no. */
export const outside = 0;
export const yes = 1;
export const no = 2;

/**
 * One variable read as yes or no through its mapping.
 *
 * @returns length `rows`: 1 yes, 2 no, 0 for missing answers and for categories in neither list
 * @throws RangeError when the wave has no such variable
 */
export function yesNoColumn(
  responses: Responses,
  input: Pick<MappedInput, 'yes' | 'no'>,
  variable: string
): Uint8Array {
  return codedColumn(responses, variable, (code) =>
    input.yes.includes(code) ? yes : input.no.includes(code) ? no : outside
  );
}

/** Marks as a share of people: 1 for the marks of members, 0 for those of the others, NaN outside. */
export const memberColumn = (
  marks: Uint8Array,
  members: readonly number[],
  others: readonly number[]
): Float64Array => {
  const shares = new Float64Array(256).fill(NaN);
  for (const mark of others) shares[mark] = 0;
  for (const mark of members) shares[mark] = 1;
  const column = new Float64Array(marks.length);
  for (let i = 0; i < marks.length; i++) column[i] = shares[marks[i]!]!;
  return column;
};

/** Category numbers: 1 for the first of `codes`, 0 for missing and anything else. */
export const categoryColumn = (
  responses: Responses,
  variable: string,
  codes: readonly string[]
): Uint8Array => codedColumn(responses, variable, (code) => codes.indexOf(code) + 1);

function codedColumn(
  responses: Responses,
  variable: string,
  markOf: (code: string) => number
): Uint8Array {
  const marks = new Uint8Array(responses.rows);
  if (kindOf(responses, variable) === 'numeric') {
    const { values } = responses.numbers(variable);
    const known = new Map<number, number>();
    for (let i = 0; i < marks.length; i++) {
      const value = values[i]!;
      if (Number.isNaN(value)) continue;
      let mark = known.get(value);
      if (mark === undefined) known.set(value, (mark = markOf(String(value))));
      marks[i] = mark;
    }
    return marks;
  }
  const { codes, categories } = responses.categories(variable);
  const markOfCode = [outside, ...categories.map((category) => markOf(category.code))];
  for (let i = 0; i < marks.length; i++) marks[i] = markOfCode[codes[i]!] ?? outside;
  return marks;
}

const kindOf = (responses: Responses, variable: string): string | undefined =>
  responses.codebook.variables.find(({ name }) => name === variable)?.kind;

/** First variable of a mapped input. @throws RangeError when the instance lacks it */
export function inputOf(
  inputs: Record<string, MappedInput>,
  id: string
): MappedInput & { variable: string } {
  const input = inputs[id];
  const variable = input?.variables[0];
  if (!input || variable === undefined)
    throw new RangeError(`the input "${id}" is not tied to a question`);
  return { ...input, variable };
}
