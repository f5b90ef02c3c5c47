import * as v from 'valibot';
import type { Issue } from '$lib/base/issue';
import type { ImportPlan } from '../plan';
import type { TakenOver } from '../templates/join-columns';
import { defineOperation } from './operation';

/** What a template made of the columns of a file, as it stands in the log. */
export type TemplateResult = TakenOver & { openQuestions: Issue[] };

const isResult = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ['questions', 'variables', 'openQuestions'].every((name) =>
    Array.isArray((value as Record<string, unknown>)[name])
  );

/**
 * The decisions of an earlier wave taken over, or laid aside again (no template). What came of them is
 * kept whole, so that it holds when the template is gone; for a file read otherwise it holds no more.
 */
export const templateOperation = defineOperation({
  kind: 'template',
  schema: v.object({
    templateId: v.nullable(v.string()),
    survey: v.string(),
    wave: v.string(),
    result: v.custom<TemplateResult>(isResult)
  }),
  apply: (plan, { result }, proposal) =>
    isMadeFor(proposal, result) ? { ...plan, ...result } : plan,
  describe: ({ templateId, survey, wave }) => ({
    survey,
    wave,
    isAfresh: templateId === null ? 1 : 0
  })
});

/** The template whose decisions hold; null when none was taken over, or it was laid aside. */
export function templateInForce(
  operations: readonly { kind: string; templateId?: string | null }[]
): string | null {
  return operations.findLast(({ kind }) => kind === 'template')?.templateId ?? null;
}

function isMadeFor(proposal: ImportPlan, { variables }: TakenOver): boolean {
  const headings = new Map(
    proposal.variables.map(({ columnIndex, heading }) => [columnIndex, heading])
  );
  return variables.every(
    ({ columnIndex, heading }) => columnIndex === null || headings.get(columnIndex) === heading
  );
}
