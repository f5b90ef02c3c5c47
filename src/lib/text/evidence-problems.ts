import type { Issue } from '$lib/base/issue';
import type { Text } from './text';

/** One thing to put right, in words; `field` is '' when it is about the whole page. */
export interface Problem {
  field: string;
  sentence: string;
}

/** The sentences of issues about figures, exhibits and claims, in their order. */
export const evidenceProblems = (issues: readonly Issue[] | undefined, t: Text): Problem[] =>
  (issues ?? []).map(({ code, where, params }) => ({
    field: where.field ?? '',
    sentence: t.evidence.issues[code]?.(params) ?? t.evidence.failed(code)
  }));
