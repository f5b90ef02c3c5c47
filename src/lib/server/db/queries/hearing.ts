import { and, asc, desc, eq, gt, inArray, lte, or, sql } from 'drizzle-orm';
import type { Access } from '$lib/server/access/access';
import { hearing, organization, speaker } from '$lib/server/db/schema';
import { visibleTo } from './visible';

/** Hearings still to come (tentative or confirmed), next first. For Home and the rail. */
export const upcomingHearings = (access: Access, now: Date = new Date()) =>
  access.db
    .select()
    .from(hearing)
    .where(
      and(
        visibleTo(access, hearing),
        gt(hearing.startsAt, now),
        inArray(hearing.status, ['tentative', 'confirmed'])
      )
    )
    .orderBy(asc(hearing.startsAt), asc(hearing.id))
    .all();

/** The next hearing the asker may see, or undefined. */
export const nextHearing = (access: Access, now: Date = new Date()) =>
  upcomingHearings(access, now)[0];

/** Hearings that are over, or cancelled, latest first. */
export const pastHearings = (access: Access, now: Date = new Date()) =>
  access.db
    .select()
    .from(hearing)
    .where(
      and(
        visibleTo(access, hearing),
        or(lte(hearing.startsAt, now), inArray(hearing.status, ['cancelled', 'passed']))
      )
    )
    .orderBy(desc(hearing.startsAt), desc(hearing.id))
    .all();

/** One hearing, or undefined when it is not there or not the asker's to see. */
export const findHearing = (access: Access, id: string) =>
  access.db
    .select()
    .from(hearing)
    .where(and(eq(hearing.id, id), visibleTo(access, hearing)))
    .get();

/** Hearings of a measure or a campaign, in time order. */
export const hearingsOf = (access: Access, of: { measureId?: string; campaignId?: string }) =>
  access.db
    .select()
    .from(hearing)
    .where(
      and(
        visibleTo(access, hearing),
        of.measureId ? eq(hearing.measureId, of.measureId) : undefined,
        of.campaignId ? eq(hearing.campaignId, of.campaignId) : undefined
      )
    )
    .orderBy(asc(hearing.startsAt))
    .all();

/** Speakers of a hearing the asker may see, in order; none of any other. */
export const listSpeakers = (access: Access, hearingId: string) =>
  access.db
    .select({
      id: speaker.id,
      order: speaker.order,
      name: speaker.name,
      organizationId: speaker.organizationId,
      organization: organization.name,
      role: speaker.role,
      language: speaker.language,
      message: speaker.message,
      state: speaker.state,
      consentOn: speaker.consentOn
    })
    .from(speaker)
    .innerJoin(hearing, and(eq(hearing.id, speaker.hearingId), visibleTo(access, hearing)))
    .leftJoin(
      organization,
      and(
        eq(organization.id, speaker.organizationId),
        eq(organization.workspaceId, access.workspaceId)
      )
    )
    .where(and(eq(speaker.workspaceId, access.workspaceId), eq(speaker.hearingId, hearingId)))
    .orderBy(asc(speaker.order), asc(speaker.id))
    .all();

/** Zones used by this workspace's hearings, most used first: the first is offered in forms. */
export const usedZones = (access: Access): string[] =>
  access.db
    .select({ zone: hearing.zone })
    .from(hearing)
    .where(visibleTo(access, hearing))
    .groupBy(hearing.zone)
    .orderBy(desc(sql`count(*)`))
    .all()
    .map((row) => row.zone);
