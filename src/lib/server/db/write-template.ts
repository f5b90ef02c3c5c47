import { createHash } from 'node:crypto';
import type { Id } from '$lib/base/id';
import type { ImportPlan } from '$lib/survey/plan';
import { headingTexts } from '$lib/survey/templates/columns';
import { canonical } from '$lib/base/canonical';
import { reusable } from '$lib/survey/templates/template';
import type { Db } from './open';
import { importTemplate } from './schema';

/** The hash by which a template is found again. */
export const headingHash = (headings: readonly string[]): string =>
  createHash('sha256')
    .update(canonical([...headings]))
    .digest('hex');

export interface TemplateRecord {
  workspaceId: Id;
  surveyId: Id;
  datasetVersionId: Id;
  plan: ImportPlan;
  proposal: ImportPlan;
  operations: readonly Record<string, unknown>[];
  createdBy: Id | null;
}

/** Keeps the decisions of an import for the next wave. Call it in the transaction of the import. */
export function writeTemplate(
  db: Db,
  { plan, proposal, operations, ...record }: TemplateRecord
): void {
  db.insert(importTemplate)
    .values({
      ...record,
      fingerprint: headingHash(headingTexts(proposal)),
      plan: reusable(plan) as unknown as Record<string, unknown>,
      proposal: reusable(proposal) as unknown as Record<string, unknown>,
      // What another template made of the columns stands in the plan.
      operations: operations.map(({ result: _result, ...operation }) => operation)
    })
    .run();
}
