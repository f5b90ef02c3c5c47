import { labelIn } from '$lib/codebook/codebook';
import { inputOf, no, outside, yes, yesNoColumn } from './answer-column';
import type { Labels } from '$lib/codebook/codebook';
import type { Responses } from '$lib/codebook/responses';
import type { IndicatorInstance, MappedInput } from './definition';
import type { Part } from './share-table';

/**
 * Options of a multiple-response set, each as a column of chosen or not. A person who answered any
 * option is in the base of all of them; a skipped or blank block is outside. With `only` (1 = in need),
 * everyone else is outside too.
 */
export function chosenParts(
  responses: Responses,
  input: MappedInput,
  only: Uint8Array | null
): Part[] {
  const columns = input.variables.map((name) => yesNoColumn(responses, input, name));
  // Whoever is in the base chose an option or did not: no, until it is found chosen.
  const base = new Uint8Array(responses.rows).fill(outside);
  for (const column of columns)
    for (let i = 0; i < base.length; i++) if (column[i] !== outside) base[i] = no;
  if (only) for (let i = 0; i < base.length; i++) if (only[i] !== yes) base[i] = outside;
  return input.variables.map((name, v) => {
    const classOf = base.slice();
    const marks = columns[v]!;
    for (let i = 0; i < base.length; i++) if (marks[i] === yes && base[i] === no) classOf[i] = yes;
    return { key: name, labels: partLabels(responses, input.questionId, name), classOf };
  });
}

/** Label of an option or item; a question text repeated before it is left out. */
export function partLabels(responses: Responses, questionId: string, name: string): Labels {
  const variable = responses.codebook.variables.find((known) => known.name === name);
  const question = responses.codebook.questions.find(({ id }) => id === questionId);
  const labels = variable?.labels ?? { und: name };
  return Object.fromEntries(
    Object.entries(labels).map(([language, text]) => {
      const stem = labelIn(question?.labels ?? {}, language);
      const rest = stem && text.startsWith(stem) ? text.slice(stem.length) : text;
      return [language, rest.replace(/^[\s:?/.–—-]+/, '') || text];
    })
  );
}

/** The optional filter of those in need: 1 where the need question says yes; null when not mapped. */
export function inNeed(
  responses: Responses,
  inputs: IndicatorInstance['inputs']
): Uint8Array | null {
  if (!inputs.need) return null;
  const need = inputOf(inputs, 'need');
  return yesNoColumn(responses, need, need.variable);
}
