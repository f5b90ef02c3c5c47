import { problemCodes, type ProblemCode } from '$lib/advocacy/problem';
import type { Issue } from '$lib/base/issue';
import type { Text } from './text';

/** One thing to put right, in words; `field` is '' when it is about the whole page. */
export interface Problem {
  field: string;
  sentence: string;
}

/** Gives the sentence for a field of a form, or undefined when nothing is wrong with it. */
export type SentenceAt = (field: string) => string | undefined;

/**
 * The sentences of issues about campaigns, coalition, measures, actions and hearings, in their order.
 * Of several at one field the first is kept: it is what to put right first.
 */
export function advocacyProblems(issues: readonly Issue[] | undefined, t: Text): Problem[] {
  const said = new Set<string>();
  return (issues ?? []).flatMap(({ code, where, params }) => {
    const field = (where.field ?? '').replace(/\.\d+$/, '');
    if (field !== '' && said.has(field)) return [];
    said.add(field);
    const known = isKnown(code) ? code : 'choice-unknown';
    return [{ field, sentence: t.advocacy.problems[known](params) }];
  });
}

const isKnown = (code: string): code is ProblemCode =>
  (problemCodes as readonly string[]).includes(code);
