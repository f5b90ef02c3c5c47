import { categoryColumn, yesNoColumn, yes } from './answer-column';
import { partLabels } from './chosen-column';
import { inputKeys } from './input-keys';
import type { Labels } from '$lib/codebook/codebook';
import type { Responses } from '$lib/codebook/responses';
import type { IndicatorInstance, MappedInput } from './definition';

/** One variable of an input, with how its answers count. */
export interface MappedVariable {
  key: string;
  labels: Labels;
  input: MappedInput;
  variable: string;
}

/**
 * Every variable of an input: of a battery, one each; of an input of several questions (`id`, `id-2`,
 * ...), one for each question, in order. Empty where nothing is mapped.
 */
export function variablesOf(
  responses: Responses,
  inputs: IndicatorInstance['inputs'],
  id: string
): MappedVariable[] {
  return inputsOf(inputs, id).flatMap((input) =>
    input.variables.map((variable) => ({
      key: variable,
      labels: partLabels(responses, input.questionId, variable),
      input,
      variable
    }))
  );
}

/** The inputs of an input that takes several questions: `id`, `id-2`, `id-3`, ... */
export const inputsOf = (inputs: IndicatorInstance['inputs'], id: string): MappedInput[] =>
  inputKeys({ id, many: true }, inputs).flatMap((key) => inputs[key] ?? []);

/**
 * Steps of an ordered answer: 1 for the low end; 0 for missing and for answers that do not count.
 * `yes` lists the answers from low to high.
 */
export const stepColumn = (
  responses: Responses,
  { input, variable }: Pick<MappedVariable, 'input' | 'variable'>
): Uint8Array => categoryColumn(responses, variable, input.yes);

/** Yes (1), no (2) or outside (0) of a mapped variable. */
export const markColumn = (
  responses: Responses,
  { input, variable }: Pick<MappedVariable, 'input' | 'variable'>
): Uint8Array => yesNoColumn(responses, input, variable);

/** Rows where every column has an answer. */
export function answeredAll(rows: number, columns: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(rows).fill(yes);
  for (const column of columns) for (let i = 0; i < rows; i++) if (column[i] === 0) all[i] = 0;
  return all;
}
