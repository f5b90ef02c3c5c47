import { eq } from 'drizzle-orm';
import type { Visibility } from '$lib/advocacy/fields';
import type { Issue, Parsed } from '$lib/base/issue';
import { checkClaim, type Bindings, type ClaimKind } from '$lib/evidence/check-claim';
import { withoutNames } from '$lib/evidence/check-headline';
import { mayMove, type ClaimStatus } from '$lib/evidence/claim-status';
import { parseClaim, slotsOf } from '$lib/evidence/claim-template';
import { driftBetween, type Drift } from '$lib/evidence/drift';
import { offeredSlots, type OfferedSlots } from '$lib/evidence/offered-slots';
import { snapshotEstimates, type SnapshotEstimate } from '$lib/evidence/snapshot';
import { rangeKindOf, strictestSample } from '$lib/privacy/sample-type';
import type { Access } from '$lib/server/access/access';
import { can } from '$lib/server/access/capability';
import { recordAudit } from '$lib/server/access/audit';
import { refused } from '$lib/server/access/refused';
import {
  countReviewers,
  findClaim,
  findSnapshot,
  listClaimEvidence,
  type ClaimRow,
  type SnapshotRow
} from '$lib/server/db/queries/evidence';
import { claim, claimEvidence } from '$lib/server/db/schema';
import { findBannedWords } from '$lib/text/banned-words';
import { languages } from '$lib/text/text';
import { namesIn, recipeOfSnapshot, releasedOf } from './frozen-figure';
import { driftOf } from './recompute-snapshot';

export interface ClaimInput {
  template: string;
  kind: ClaimKind;
  visibility: Visibility;
}

/** Slots a claim on this snapshot can use. */
export const slotsOn = (snapshot: SnapshotRow): OfferedSlots =>
  offeredSlots(snapshotEstimates(releasedOf(snapshot)));

/** A claim with the frozen numbers of its slots; null where a slot has none. */
export interface OpenClaim {
  row: ClaimRow;
  snapshot: SnapshotRow | undefined;
  bindings: Record<string, SnapshotEstimate | null>;
}

export function openClaim(access: Access, id: string): OpenClaim | undefined {
  const row = findClaim(access, id);
  if (!row) return undefined;
  const evidence = listClaimEvidence(access, id);
  const snapshotId = evidence[0]?.snapshotId;
  return {
    row,
    snapshot: snapshotId === undefined ? undefined : findSnapshot(access, snapshotId),
    bindings: Object.fromEntries(
      evidence.map(({ slot, estimate }) => [slot, estimate as SnapshotEstimate | null])
    )
  };
}

/** A draft claim on a snapshot, its slots bound by their offered names. Nothing is checked off yet. */
export function createClaim(access: Access, snapshotId: string, input: ClaimInput): Parsed<string> {
  const snapshot = findSnapshot(access, snapshotId);
  if (!snapshot) return refused('no-such-snapshot');
  const issues = sentenceIssues(snapshot, input, slotsOn(snapshot));
  if (issues.length > 0) return { ok: false, issues };
  const id = access.db.transaction(() => {
    const { id } = access.db
      .insert(claim)
      .values({
        ...input,
        workspaceId: access.workspaceId,
        ownerOrganizationId: access.organizationId,
        status: 'draft',
        createdBy: access.userId ?? 'program'
      })
      .returning({ id: claim.id })
      .get();
    bindSlots(access, id, snapshot, input.template);
    recordAudit(access, {
      action: 'create',
      entity: 'claim',
      entityId: id,
      after: { template: input.template, snapshot: snapshot.sha256 }
    });
    return id;
  });
  return { ok: true, value: id };
}

/**
 * Changes a claim's sentence; whatever had been checked or approved has to be again. A claim in a
 * frozen exhibit is refused with `claim-frozen`.
 */
export function changeClaim(access: Access, id: string, input: ClaimInput): Parsed<string> {
  const open = openClaim(access, id);
  if (!open?.snapshot) return refused('claim-not-here');
  const { row, snapshot } = open;
  if (row.ownerOrganizationId !== access.organizationId) return refused('claim-not-yours');
  if (row.status === 'retracted') return refused('claim-retracted');
  const issues = sentenceIssues(snapshot, input, slotsOn(snapshot));
  if (issues.length > 0) return { ok: false, issues };
  try {
    access.db.transaction(() => {
      access.db.update(claim).set(input).where(eq(claim.id, id)).run();
      if (slotsOf(input.template).join() !== slotsOf(row.template).join()) {
        access.db.delete(claimEvidence).where(eq(claimEvidence.claimId, id)).run();
        bindSlots(access, id, snapshot, input.template);
      }
      recordAudit(access, {
        action: 'change',
        entity: 'claim',
        entityId: id,
        before: { template: row.template },
        after: { template: input.template }
      });
    });
  } catch (error) {
    if (error instanceof Error && error.message.includes('claim is in a frozen exhibit'))
      return refused('claim-frozen', 'template');
    throw error;
  }
  return { ok: true, value: id };
}

/**
 * Moves a claim on: checked by a second person where the workspace has one, then approved; retracted
 * at any time, which withdraws the exhibits that carry it.
 *
 * A stale claim is approved again only when the new data left its numbers inside their ranges.
 * Refused: `claim-needs-second-person`, `claim-drifted`, `claim-move-not-possible`,
 * `review-not-allowed`, and what `checkClaim` finds.
 */
export function moveClaim(
  access: Access,
  id: string,
  to: Extract<ClaimStatus, 'checked' | 'approved' | 'retracted'>
): Parsed<string> {
  const open = openClaim(access, id);
  if (!open?.snapshot) return refused('claim-not-here');
  const { row, snapshot, bindings } = open;
  if (!mayMove(row.status, to)) return refused('claim-move-not-possible');
  if (to === 'retracted') {
    if (row.ownerOrganizationId !== access.organizationId) return refused('claim-not-yours');
    if (!can(access.role, 'freeze') && !can(access.role, 'review'))
      return refused('review-not-allowed');
  }
  if (to !== 'retracted') {
    if (!can(access.role, 'review')) return refused('review-not-allowed');
    const issues = claimIssues(snapshot, row, bindings);
    if (issues.length > 0) return { ok: false, issues };
  }
  const isOwn = access.userId !== null && row.createdBy === access.userId;
  if (to === 'checked' && isOwn && !mayCheckOwn(access))
    return refused('claim-needs-second-person');
  if (row.status === 'stale' && to === 'approved' && claimDrift(access, open) === 'material')
    return refused('claim-drifted');
  access.db.transaction(() => {
    access.db
      .update(claim)
      .set({ status: to, ...(to === 'checked' && { checkedBy: access.userId }) })
      .where(eq(claim.id, id))
      .run();
    recordAudit(access, {
      action: to === 'checked' ? 'check' : to === 'approved' ? 'approve' : 'retract',
      entity: 'claim',
      entityId: id,
      before: { status: row.status },
      after: { status: to, ...(to === 'checked' && isOwn && { selfChecked: true }) }
    });
  });
  return { ok: true, value: id };
}

/** Where only one person of a workspace may review, that person also checks what they wrote. */
export const mayCheckOwn = (access: Access): boolean => countReviewers(access) <= 1;

/** How far the numbers of a stale claim moved; null where its data are current. */
export function claimDrift(
  access: Access,
  { snapshot, bindings }: Pick<OpenClaim, 'snapshot' | 'bindings'>
): Drift | null {
  const moved = snapshot && driftOf(access, snapshot);
  if (!moved) return null;
  const bound = Object.values(bindings).filter((estimate) => estimate !== null);
  return moved.after === null ? 'material' : driftBetween(bound, moved.after);
}

function sentenceIssues(
  snapshot: SnapshotRow,
  { template, kind }: ClaimInput,
  offered: OfferedSlots
): Issue[] {
  if (template.trim() === '') return refused('claim-missing', 'template').issues;
  return claimIssues(snapshot, { template, kind }, offered);
}

/** What `checkClaim` finds, and words that the way people were chosen does not allow. */
function claimIssues(
  snapshot: SnapshotRow,
  { template, kind }: Pick<ClaimInput, 'template' | 'kind'>,
  bindings: Bindings
): Issue[] {
  const areas = (recipeOfSnapshot(snapshot).waves ?? []).flatMap(({ area }) => area ?? []);
  const names = namesIn(snapshot);
  const issues = checkClaim(template, kind, bindings, names, areas);
  const types = releasedOf(snapshot).sources.map(({ sampleType }) => sampleType);
  const sampleType = strictestSample(types) ?? 'opt-in';
  const hasRange = parseClaim(template).some(
    (part) => part.kind === 'slot' && part.field === 'range'
  );
  if (hasRange && rangeKindOf(sampleType) !== 'sampling')
    issues.push({
      code: 'range-not-shown',
      severity: 'error',
      where: { field: 'template' },
      params: {}
    });
  const words = withoutNames(template, names);
  const banned = languages
    .map((language) => findBannedWords(words, language, sampleType))
    .find((word) => word !== null);
  if (banned && !issues.some(({ code }) => code === 'cause-claimed'))
    issues.push({
      code: 'word-banned',
      severity: 'error',
      where: { field: 'template' },
      params: { word: banned }
    });
  return issues;
}

function bindSlots(access: Access, claimId: string, snapshot: SnapshotRow, template: string): void {
  const offered = slotsOn(snapshot);
  const rows = slotsOf(template).flatMap((slot) => {
    const estimate = offered[slot];
    return estimate
      ? [{ claimId, slot, snapshotId: snapshot.id, cell: estimate.cell, stat: estimate.stat }]
      : [];
  });
  if (rows.length > 0) access.db.insert(claimEvidence).values(rows).run();
}
