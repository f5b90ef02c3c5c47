import { eq } from 'drizzle-orm';
import type { CommitmentInput, MoveCommitmentInput } from '$lib/advocacy/coalition.schema';
import { commitmentMoveProblems, giverProblems } from '$lib/advocacy/commitment';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { findCommitment } from '$lib/server/db/queries/coalition';
import { commitment } from '$lib/server/db/schema';
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
import { personNamed } from './people-in-public-life';

/** Writes a commitment; `id` null makes a new one, as proposed. Exactly one giver is named. */
export function saveCommitment(
  access: Access,
  id: string | null,
  input: CommitmentInput
): Outcome<string> {
  const before = id === null ? null : findCommitment(access, id);
  if (before === undefined) return notHere();
  const { giverPersonName, ...rest } = input;
  const problems = [
    ...giverProblems(rest.giverOrganizationId !== null, giverPersonName !== null),
    ...linkProblems(access, {
      campaignId: rest.campaignId,
      organizations: { giverOrganizationId: rest.giverOrganizationId }
    }),
    ...(before ? sharingProblems(access, before, rest.visibility) : [])
  ];
  if (problems.length > 0) return refused(...problems);
  return together(access, () => {
    const row = {
      ...rest,
      campaignId: keptLink(access, 'campaign', before?.linkedCampaignId, rest.campaignId),
      giverPersonId: giverPersonName === null ? null : personNamed(access, giverPersonName, null)
    };
    const saved = before
      ? before.id
      : access.db
          .insert(commitment)
          .values({
            ...row,
            state: 'proposed',
            workspaceId: access.workspaceId,
            ownerOrganizationId: access.organizationId,
            createdBy: access.userId ?? 'program'
          })
          .returning({ id: commitment.id })
          .get().id;
    if (before) access.db.update(commitment).set(row).where(eq(commitment.id, saved)).run();
    recordAudit(access, {
      action: before ? 'change' : 'create',
      entity: 'commitment',
      entityId: saved,
      ...changedFields(before ?? {}, {
        text: row.text,
        dueOn: row.dueOn,
        visibility: row.visibility
      })
    });
    return done(saved);
  });
}

/** Moves a commitment; kept, partly kept and broken need evidence (earlier evidence counts). */
export function moveCommitment(
  access: Access,
  id: string,
  input: MoveCommitmentInput
): Outcome<string> {
  const before = findCommitment(access, id);
  if (!before) return notHere();
  const evidence = input.evidence ?? before.evidence;
  const problems = commitmentMoveProblems({ state: before.state, evidence }, input.to);
  if (problems.length > 0) return refused(...problems);
  return together(access, () => {
    access.db
      .update(commitment)
      .set({ state: input.to, evidence })
      .where(eq(commitment.id, id))
      .run();
    recordAudit(access, {
      action: 'change-state',
      entity: 'commitment',
      entityId: id,
      before: { state: before.state },
      after: { state: input.to }
    });
    return done(id);
  });
}
