import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { CoalitionTies } from '$lib/indicators/records';
import type { Access } from '$lib/server/access/access';
import { benchmark, commitment, organization, policyReview } from '$lib/server/db/schema';
import { visibleTo } from './visible';

export type StoredBenchmark = typeof benchmark.$inferSelect;
export type StoredReview = typeof policyReview.$inferSelect;

/** Published numbers of the workspace, by kind, topic and place, the latest first. */
export const listBenchmarks = ({ db, workspaceId }: Access): StoredBenchmark[] =>
  db
    .select()
    .from(benchmark)
    .where(eq(benchmark.workspaceId, workspaceId))
    .orderBy(asc(benchmark.kind), asc(benchmark.topic), asc(benchmark.place), asc(benchmark.id))
    .all();

export const findBenchmarkRow = (
  { db, workspaceId }: Access,
  id: Id
): StoredBenchmark | undefined =>
  db
    .select()
    .from(benchmark)
    .where(and(eq(benchmark.workspaceId, workspaceId), eq(benchmark.id, id)))
    .get();

/** Readings of policies, by policy and clause, in the order they were entered. */
export const listReviews = ({ db, workspaceId }: Access): StoredReview[] =>
  db
    .select()
    .from(policyReview)
    .where(eq(policyReview.workspaceId, workspaceId))
    .orderBy(asc(policyReview.policy), asc(policyReview.clause), asc(policyReview.id))
    .all();

export const findReviewRow = ({ db, workspaceId }: Access, id: Id): StoredReview | undefined =>
  db
    .select()
    .from(policyReview)
    .where(and(eq(policyReview.workspaceId, workspaceId), eq(policyReview.id, id)))
    .get();

/**
 * The coalition's members today, and the pairs that promised work to the same campaign. Only what the
 * asker may see makes a tie.
 */
export function coalitionTies(access: Access): CoalitionTies {
  const organizations = access.db
    .select({ id: organization.id, sector: organization.sector })
    .from(organization)
    .where(
      and(
        eq(organization.workspaceId, access.workspaceId),
        isNotNull(organization.memberLevel),
        isNull(organization.leftOn)
      )
    )
    .orderBy(asc(organization.id))
    .all();
  const members = new Set(organizations.map(({ id }) => id));
  const rows = access.db
    .select({ campaign: commitment.campaignId, giver: commitment.giverOrganizationId })
    .from(commitment)
    .where(and(visibleTo(access, commitment), isNotNull(commitment.campaignId)))
    .all();
  const byCampaign = new Map<string, Set<string>>();
  for (const { campaign, giver } of rows)
    if (campaign && giver && members.has(giver))
      byCampaign.set(campaign, (byCampaign.get(campaign) ?? new Set<string>()).add(giver));
  const ties = new Map<string, [string, string]>();
  for (const givers of byCampaign.values()) {
    const inOrder = [...givers].sort();
    inOrder.forEach((a, i) => inOrder.slice(i + 1).forEach((b) => ties.set(`${a} ${b}`, [a, b])));
  }
  return { organizations, ties: [...ties.values()] };
}
