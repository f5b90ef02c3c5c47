import { and, eq } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Issue, Parsed } from '$lib/base/issue';
import type { Labels } from '$lib/codebook/codebook';
import {
  pearlAnswers,
  pearlCriteria,
  ratingScales,
  summarizeRatings,
  type Rating,
  type RatingSummary
} from '$lib/priorities/rating';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { refused } from '$lib/server/access/refused';
import { findOwnRating, listRatings } from '$lib/server/db/queries/priority-rating';
import { findWave } from '$lib/server/db/queries/survey';
import { priorityRating } from '$lib/server/db/schema';
import { listInstances } from './mapping';

/** One need with what the coalition says of it, and what the asker said. */
export interface RatedNeed {
  key: string;
  labels: Labels;
  summary: RatingSummary | null;
  /** who said it and why, without the numbers of each */
  reasons: { organization: string; reason: string }[];
  own: Rating | null;
}

/** The needs of a wave with their ratings; none when the wave has no needs or is not here. */
export function ratedNeeds(access: Access, waveId: Id): RatedNeed[] {
  if (!findWave(access, waveId)) return [];
  const all = listRatings(access);
  return listInstances(access, waveId)
    .filter(({ indicatorId }) => indicatorId === 'unmet-need-rate')
    .map(({ key, labels }) => {
      const rows = all.filter(({ needKey }) => needKey === key);
      const own = rows.find(({ userId }) => userId === access.userId);
      return {
        key,
        labels,
        summary: summarizeRatings(rows.map(ratingOf)),
        reasons: rows.flatMap(({ organization, reason }) =>
          reason ? [{ organization: organization ?? '', reason }] : []
        ),
        own: own ? ratingOf(own) : null
      };
    });
}

type Row = Pick<Rating, 'seriousness' | 'effectiveness' | 'reason'> & Rating['pearl'];

function ratingOf(row: Row): Rating {
  const { propriety, economics, acceptability, resources, legality } = row;
  const { seriousness, effectiveness, reason } = row;
  const pearl = { propriety, economics, acceptability, resources, legality };
  return { seriousness, effectiveness, reason, pearl };
}

export interface RateNeedInput {
  waveId: Id;
  needKey: string;
  rating: Rating;
}

/**
 * Keeps the asker's rating of a need, in place of their earlier one.
 *
 * Refused: `not-here` when the wave has no such need; `rating-out-of-range`, `gate-answer-unknown`,
 * `reason-missing` where a gate is closed without saying why; `rater-unknown` without a person.
 */
export function rateNeed(access: Access, { waveId, needKey, rating }: RateNeedInput): Parsed<Id> {
  const { userId, workspaceId, organizationId } = access;
  if (userId === null) return refused('rater-unknown');
  const needs = findWave(access, waveId) ? listInstances(access, waveId) : [];
  if (!needs.some((one) => one.key === needKey && one.indicatorId === 'unmet-need-rate'))
    return refused('not-here');
  const issues = ratingIssues(rating);
  if (issues.length > 0) return { ok: false, issues };
  const before = findOwnRating(access, needKey);
  const { pearl, seriousness, effectiveness, reason } = rating;
  const row = { ...pearl, seriousness, effectiveness, reason };
  const saved = access.db.transaction((tx) => {
    const kept = before
      ? tx
          .update(priorityRating)
          .set({ ...row, organizationId })
          .where(and(eq(priorityRating.workspaceId, workspaceId), eq(priorityRating.id, before.id)))
          .returning({ id: priorityRating.id })
          .get()
      : tx
          .insert(priorityRating)
          .values({ ...row, workspaceId, organizationId, userId, needKey })
          .returning({ id: priorityRating.id })
          .get();
    recordAudit(access, {
      action: before ? 'change' : 'create',
      entity: 'priority-rating',
      entityId: kept.id,
      ...(before && {
        before: { seriousness: before.seriousness, effectiveness: before.effectiveness }
      }),
      after: { needKey, ...row }
    });
    return kept.id;
  });
  return { ok: true, value: saved };
}

function ratingIssues(rating: Rating): Issue[] {
  const issues: Issue[] = [];
  const error = (code: string, field: string, params: Issue['params'] = {}): void => {
    issues.push({ code, severity: 'error', where: { field }, params });
  };
  for (const field of ['seriousness', 'effectiveness'] as const) {
    const most = ratingScales[field];
    if (!(rating[field] >= 0 && rating[field] <= most))
      error('rating-out-of-range', field, { most });
  }
  for (const criterion of pearlCriteria)
    if (!pearlAnswers.includes(rating.pearl[criterion])) error('gate-answer-unknown', criterion);
  const closes = pearlCriteria.some((criterion) => rating.pearl[criterion] === 'no');
  if (closes && rating.reason.trim() === '') error('reason-missing', 'reason');
  return issues;
}
