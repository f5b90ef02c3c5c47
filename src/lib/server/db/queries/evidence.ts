import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { SnapshotEstimate } from '$lib/evidence/snapshot';
import type { Access } from '$lib/server/access/access';
import {
  campaign,
  claim,
  claimEvidence,
  datasetVersion,
  estimateSnapshot,
  exhibit,
  exhibitItem,
  exhibitUse,
  hearing,
  membership,
  policyAction,
  snapshotEstimate,
  user
} from '$lib/server/db/schema';
import { can } from '$lib/server/access/capability';
import { visibleTo } from './visible';

export type ExhibitRow = typeof exhibit.$inferSelect;
export type SnapshotRow = typeof estimateSnapshot.$inferSelect;
export type ClaimRow = typeof claim.$inferSelect;

/** Exhibits the asker may see, newest number first, latest version first. */
export const listExhibits = (access: Access): ExhibitRow[] =>
  access.db
    .select()
    .from(exhibit)
    .where(visibleTo(access, exhibit))
    .orderBy(desc(exhibit.number), desc(exhibit.version))
    .all();

/** One exhibit, or undefined when it is not there or not the asker's to see. */
export const findExhibit = (access: Access, id: Id): ExhibitRow | undefined =>
  access.db
    .select()
    .from(exhibit)
    .where(and(eq(exhibit.id, id), visibleTo(access, exhibit)))
    .get();

/** All versions of one number, oldest first. */
export const listExhibitVersions = (access: Access, number: number): ExhibitRow[] =>
  access.db
    .select()
    .from(exhibit)
    .where(and(visibleTo(access, exhibit), eq(exhibit.number, number)))
    .orderBy(asc(exhibit.version))
    .all();

/** What an exhibit shows, in order. Call only for an exhibit that was found. */
export const listExhibitItems = ({ db }: Access, exhibitId: Id) =>
  db
    .select()
    .from(exhibitItem)
    .where(eq(exhibitItem.exhibitId, exhibitId))
    .orderBy(asc(exhibitItem.order))
    .all();

/** The highest number in use; 0 in a workspace without exhibits. Numbers are never used again. */
export const lastExhibitNumber = ({ db, workspaceId }: Access): number =>
  db
    .select({ last: sql<number | null>`max(${exhibit.number})` })
    .from(exhibit)
    .where(eq(exhibit.workspaceId, workspaceId))
    .get()?.last ?? 0;

/** A snapshot of the workspace. */
export const findSnapshot = ({ db, workspaceId }: Access, id: Id): SnapshotRow | undefined =>
  db
    .select()
    .from(estimateSnapshot)
    .where(and(eq(estimateSnapshot.workspaceId, workspaceId), eq(estimateSnapshot.id, id)))
    .get();

/** The snapshot with this hash. */
export const findSnapshotByHash = (
  { db, workspaceId }: Access,
  sha256: string
): SnapshotRow | undefined =>
  db
    .select()
    .from(estimateSnapshot)
    .where(and(eq(estimateSnapshot.workspaceId, workspaceId), eq(estimateSnapshot.sha256, sha256)))
    .get();

/** Every number of a snapshot of the workspace. */
export const listSnapshotEstimates = (
  { db, workspaceId }: Access,
  snapshotId: Id
): SnapshotEstimate[] =>
  db
    .select({ row: snapshotEstimate })
    .from(snapshotEstimate)
    .innerJoin(estimateSnapshot, eq(estimateSnapshot.id, snapshotEstimate.snapshotId))
    .where(
      and(
        eq(estimateSnapshot.workspaceId, workspaceId),
        eq(snapshotEstimate.snapshotId, snapshotId)
      )
    )
    .all()
    .map(({ row: { snapshotId: _, ...row } }) => row as SnapshotEstimate);

/** Dataset versions among these that a later one has superseded. */
export function supersededAmong({ db, workspaceId }: Access, ids: readonly Id[]): Set<Id> {
  if (ids.length === 0) return new Set();
  const rows = db
    .select({ id: datasetVersion.id })
    .from(datasetVersion)
    .where(
      and(
        eq(datasetVersion.workspaceId, workspaceId),
        inArray(datasetVersion.id, [...ids]),
        isNotNull(datasetVersion.supersededBy)
      )
    )
    .all();
  return new Set(rows.map(({ id }) => id));
}

/** Claims of the workspace that rest on one of these snapshots, whoever owns them. */
export const claimsRestingOn = ({ db, workspaceId }: Access, snapshotIds: readonly Id[]): Id[] =>
  snapshotIds.length === 0
    ? []
    : db
        .selectDistinct({ id: claim.id })
        .from(claimEvidence)
        .innerJoin(claim, eq(claim.id, claimEvidence.claimId))
        .where(
          and(
            eq(claim.workspaceId, workspaceId),
            inArray(claimEvidence.snapshotId, [...snapshotIds])
          )
        )
        .all()
        .map(({ id }) => id);

/** Claims the asker may see, newest first. */
export const listClaims = (access: Access): ClaimRow[] =>
  access.db
    .select()
    .from(claim)
    .where(visibleTo(access, claim))
    .orderBy(desc(claim.createdAt), desc(claim.id))
    .all();

/** One claim, or undefined when it is not there or not the asker's to see. */
export const findClaim = (access: Access, id: Id): ClaimRow | undefined =>
  access.db
    .select()
    .from(claim)
    .where(and(eq(claim.id, id), visibleTo(access, claim)))
    .get();

/** The slots of a claim the asker may see, with the frozen numbers behind them; none of any other. */
export const listClaimEvidence = (access: Access, claimId: Id) =>
  access.db
    .select({
      slot: claimEvidence.slot,
      snapshotId: claimEvidence.snapshotId,
      cell: claimEvidence.cell,
      stat: claimEvidence.stat,
      estimate: snapshotEstimate
    })
    .from(claimEvidence)
    .innerJoin(claim, and(eq(claim.id, claimEvidence.claimId), visibleTo(access, claim)))
    .leftJoin(
      snapshotEstimate,
      and(
        eq(snapshotEstimate.snapshotId, claimEvidence.snapshotId),
        eq(snapshotEstimate.cell, claimEvidence.cell),
        eq(snapshotEstimate.stat, claimEvidence.stat)
      )
    )
    .where(eq(claimEvidence.claimId, claimId))
    .orderBy(asc(claimEvidence.slot))
    .all();

/** Claims that rest on one of these snapshots, newest first. */
export const claimsOnSnapshots = (access: Access, snapshotIds: readonly Id[]): ClaimRow[] =>
  snapshotIds.length === 0
    ? []
    : access.db
        .selectDistinct({ claim })
        .from(claim)
        .innerJoin(claimEvidence, eq(claimEvidence.claimId, claim.id))
        .where(and(visibleTo(access, claim), inArray(claimEvidence.snapshotId, [...snapshotIds])))
        .orderBy(desc(claim.createdAt))
        .all()
        .map((row) => row.claim);

/** Exhibits that show one of these snapshots, newest first. */
export const exhibitsOnSnapshots = (access: Access, snapshotIds: readonly Id[]): ExhibitRow[] =>
  snapshotIds.length === 0
    ? []
    : access.db
        .selectDistinct({ exhibit })
        .from(exhibit)
        .innerJoin(exhibitItem, eq(exhibitItem.exhibitId, exhibit.id))
        .where(and(visibleTo(access, exhibit), inArray(exhibitItem.snapshotId, [...snapshotIds])))
        .orderBy(desc(exhibit.number), desc(exhibit.version))
        .all()
        .map((row) => row.exhibit);

/** One place where an exhibit is used, by the name people know it by. */
export interface ExhibitUse {
  entity: 'campaign' | 'hearing' | 'policy-action';
  entityId: Id;
  name: string;
  how: (typeof exhibitUse.$inferSelect)['how'];
}

/** Where an exhibit is used, as far as the asker may see it. */
export function listUsesOf(access: Access, exhibitId: Id): ExhibitUse[] {
  const uses = (entity: ExhibitUse['entity']) =>
    and(
      eq(exhibitUse.workspaceId, access.workspaceId),
      eq(exhibitUse.exhibitId, exhibitId),
      eq(exhibitUse.entity, entity)
    );
  const how = exhibitUse.how;
  const campaigns = access.db
    .select({ entityId: campaign.id, name: campaign.name, how })
    .from(exhibitUse)
    .innerJoin(campaign, eq(campaign.id, exhibitUse.entityId))
    .where(and(uses('campaign'), visibleTo(access, campaign)))
    .all();
  const hearings = access.db
    .select({ entityId: hearing.id, body: hearing.body, subject: hearing.subject, how })
    .from(exhibitUse)
    .innerJoin(hearing, eq(hearing.id, exhibitUse.entityId))
    .where(and(uses('hearing'), visibleTo(access, hearing)))
    .all();
  const actions = access.db
    .select({ entityId: policyAction.id, name: policyAction.text, how })
    .from(exhibitUse)
    .innerJoin(policyAction, eq(policyAction.id, exhibitUse.entityId))
    .where(and(uses('policy-action'), visibleTo(access, policyAction)))
    .all();
  return [
    ...campaigns.map((row) => ({ entity: 'campaign' as const, ...row })),
    ...hearings.map(({ body, subject, ...row }) => ({
      entity: 'hearing' as const,
      name: `${body}, ${subject}`,
      ...row
    })),
    ...actions.map((row) => ({ entity: 'policy-action' as const, ...row }))
  ];
}

/** People of the workspace who may check and approve claims. */
export const countReviewers = ({ db, workspaceId }: Access): number =>
  new Set(
    db
      .select({ userId: membership.userId, role: membership.role })
      .from(membership)
      .where(and(eq(membership.workspaceId, workspaceId), sql`${membership.endedAt} is null`))
      .all()
      .filter(({ role }) => can(role, 'review'))
      .map(({ userId }) => userId)
  ).size;

/**
 * The name of a person who is or was a member of the workspace, by user id; null for the program and
 * for anybody else.
 */
export const personName = ({ db, workspaceId }: Access, userId: string | null): string | null =>
  userId === null
    ? null
    : (db
        .select({ name: user.name })
        .from(user)
        .innerJoin(
          membership,
          and(eq(membership.userId, user.id), eq(membership.workspaceId, workspaceId))
        )
        .where(eq(user.id, userId))
        .get()?.name ?? null);
