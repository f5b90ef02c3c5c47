import type { Issue } from '$lib/base/issue';
import type { Text } from './text';

/** One thing to put right in a form about people and accounts, in words. */
export interface Problem {
  /** name of the field; '' when it is about the whole form */
  field: string;
  sentence: string;
}

/** The sentences of issues about accounts, people and invitations, in their order. */
export const accessProblems = (issues: readonly Issue[] | undefined, t: Text): Problem[] =>
  (issues ?? []).map(({ code, where, params }) => ({
    field: where.field ?? '',
    sentence: isKnown(t, code) ? t.access.issue[code](params) : t.access.failed(code)
  }));

/** The sentence for one field, to stand beside it. */
export const problemAt = (problems: readonly Problem[], field: string): string | undefined =>
  problems.find((problem) => problem.field === field)?.sentence;

const isKnown = (t: Text, code: string): code is keyof Text['access']['issue'] =>
  code in t.access.issue;
