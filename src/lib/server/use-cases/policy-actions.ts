import { eq } from 'drizzle-orm';
import {
  policyActionMoveProblems,
  responseProblems,
  type PolicyResponse
} from '$lib/advocacy/policy-action';
import type { MovePolicyActionInput, PolicyActionInput } from '$lib/advocacy/policy-action.schema';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { findPolicyAction } from '$lib/server/db/queries/policy-action';
import { policyAction } from '$lib/server/db/schema';
import {
  changedFields,
  done,
  keptLink,
  linkProblems,
  notHere,
  refused,
  sharingProblems,
  together,
  type Outcome
} from './outcome';

/** Writes a planned step of ours; `id` null makes a new one, as an idea. */
export function savePolicyAction(
  access: Access,
  id: string | null,
  input: PolicyActionInput
): Outcome<string> {
  const before = id === null ? null : findPolicyAction(access, id);
  if (before === undefined) return notHere();
  const problems = [
    ...linkProblems(access, input),
    ...(before ? sharingProblems(access, before, input.visibility) : [])
  ];
  if (problems.length > 0) return refused(...problems);
  const row = {
    ...input,
    campaignId: keptLink(access, 'campaign', before?.campaignId, input.campaignId),
    measureId: keptLink(access, 'measure', before?.measureId, input.measureId)
  };
  return together(access, () => {
    const saved = before
      ? before.id
      : access.db
          .insert(policyAction)
          .values({
            ...row,
            state: 'idea',
            workspaceId: access.workspaceId,
            ownerOrganizationId: access.organizationId,
            createdBy: access.userId ?? 'program'
          })
          .returning({ id: policyAction.id })
          .get().id;
    if (before) access.db.update(policyAction).set(row).where(eq(policyAction.id, saved)).run();
    recordAudit(access, {
      action: before ? 'change' : 'create',
      entity: 'policy-action',
      entityId: saved,
      ...changedFields(before ?? {}, input)
    });
    return done(saved);
  });
}

/** Moves an action; done needs its day and a proof. */
export function movePolicyAction(
  access: Access,
  id: string,
  input: MovePolicyActionInput
): Outcome<string> {
  const before = findPolicyAction(access, id);
  if (!before) return notHere();
  const problems = policyActionMoveProblems({ ...input, state: before.state }, input.to);
  if (problems.length > 0) return refused(...problems);
  const proof = input.to === 'done' ? { doneOn: input.doneOn, proof: input.proof } : {};
  return together(access, () => {
    access.db
      .update(policyAction)
      .set({ state: input.to, ...proof })
      .where(eq(policyAction.id, id))
      .run();
    recordAudit(access, {
      action: 'change-state',
      entity: 'policy-action',
      entityId: id,
      before: { state: before.state },
      after: { state: input.to, ...proof }
    });
    return done(id);
  });
}

/** Notes how the body answered what was done. */
export function noteResponse(
  access: Access,
  id: string,
  response: PolicyResponse
): Outcome<string> {
  const before = findPolicyAction(access, id);
  if (!before) return notHere();
  const problems = responseProblems(before.state, response);
  if (problems.length > 0) return refused(...problems);
  return together(access, () => {
    access.db.update(policyAction).set({ response }).where(eq(policyAction.id, id)).run();
    recordAudit(access, {
      action: 'note-response',
      entity: 'policy-action',
      entityId: id,
      before: { response: before.response },
      after: { response }
    });
    return done(id);
  });
}
