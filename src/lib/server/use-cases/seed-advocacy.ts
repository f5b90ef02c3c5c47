import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { campaignStatuses, goalHorizons } from '$lib/advocacy/campaign';
import { memberLevels, organizationKinds } from '$lib/advocacy/coalition';
import { commitmentStates } from '$lib/advocacy/commitment';
import { addDays, type Day } from '$lib/advocacy/day';
import { hearingStatuses } from '$lib/advocacy/hearing';
import { isStageOf, pipelines, positions, type Pipeline } from '$lib/advocacy/measure';
import {
  policyActionKinds,
  policyActionStates,
  policyResponses
} from '$lib/advocacy/policy-action';
import { speakerRoles, speakerStates } from '$lib/advocacy/speaker';
import { stakeholderRoles } from '$lib/advocacy/stakeholder';
import { toInstant } from '$lib/advocacy/zoned-time';
import { newId } from '$lib/base/id';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { findOrganizationByName } from '$lib/server/db/queries/coalition';
import {
  campaign,
  commitment,
  goal,
  hearing,
  indicatorMapping,
  measureAction,
  objective,
  organization,
  policyAction,
  policyMeasure,
  speaker,
  stakeholder,
  task
} from '$lib/server/db/schema';
import { todayHere, together } from './outcome';
import { personNamed } from './people-in-public-life';
import { demoWorkspaceSchema, type DemoWorkspace } from './seed-advocacy.schema';
import { stageAfter } from './stage-after';

export interface SeededAdvocacy {
  campaignId: string;
  hearingId: string;
  /** ids by the ids of the file */
  organizations: Map<string, string>;
  measures: Map<string, string>;
}

/**
 * Fills a workspace with the coalition, campaign, measures, actions and hearing of a demonstration
 * file, its dates counted from `today`. Load surveys and mappings first: objectives then find the
 * survey measure they name; without one they keep it in words.
 *
 * @throws ValiError when the file has another shape, RangeError when it uses an unknown word
 */
export function seedAdvocacy(
  access: Access,
  file: unknown,
  today: Day = todayHere()
): SeededAdvocacy {
  const demo = v.parse(demoWorkspaceSchema, file);
  return together(access, () => {
    const organizations = seedOrganizations(access, demo, today);
    const people = new Map(demo.people.map((each) => [each.id, each]));
    const campaignId = seedCampaign(access, demo, today, organizations, people);
    const persons = seedStakeholders(access, demo, today, campaignId, organizations);
    seedCommitments(access, demo, today, campaignId, organizations, persons);
    const measures = seedMeasures(access, demo, today, campaignId);
    seedPolicyActions(access, demo, today, campaignId, measures);
    const hearingId = seedHearing(access, demo, today, campaignId, measures, organizations);
    return { campaignId, hearingId, organizations, measures };
  });
}

/** The day an offset such as "-30d" means. */
const dayOf = (offset: string, today: Day): Day => addDays(today, Number.parseInt(offset, 10));

/** A word of the file ("strong_support", "lived experience") as one of ours. */
function oneOf<const Words extends readonly string[]>(words: Words, word: string): Words[number] {
  const dashed = word.replaceAll(/[_ ]/g, '-');
  const found = words.find((each) => each === word || each === dashed);
  if (found === undefined) throw new RangeError(`"${word}" is none of ${words.join(', ')}`);
  return found;
}

const owned = (access: Access, visibility: 'organization' | 'coalition' = 'coalition') => ({
  workspaceId: access.workspaceId,
  ownerOrganizationId: access.organizationId,
  visibility,
  createdBy: access.userId ?? 'program'
});

function seedOrganizations(access: Access, demo: DemoWorkspace, today: Day): Map<string, string> {
  const ids = new Map<string, string>();
  for (const each of demo.organizations) {
    const row = {
      classification: oneOf(organizationKinds, each.sector),
      memberLevel: oneOf(memberLevels, each.level),
      joinedOn: dayOf(each.joined, today)
    };
    ids.set(each.id, organizationNamed(access, each.name, row));
  }
  // The coalition itself, when the workspace was opened in its name, is not its own member.
  if (findOrganizationByName(access, demo.name))
    organizationNamed(access, demo.name, { classification: 'coalition', memberLevel: null });
  return ids;
}

/** The organization of this name with these fields, made when there is none. */
function organizationNamed(
  access: Access,
  name: string,
  row: Partial<typeof organization.$inferInsert>
): string {
  const there = findOrganizationByName(access, name);
  if (there) {
    access.db.update(organization).set(row).where(eq(organization.id, there.id)).run();
    return there.id;
  }
  return access.db
    .insert(organization)
    .values({ ...row, name, workspaceId: access.workspaceId })
    .returning({ id: organization.id })
    .get().id;
}

function seedCampaign(
  access: Access,
  demo: DemoWorkspace,
  today: Day,
  organizations: Map<string, string>,
  people: Map<string, DemoWorkspace['people'][number]>
): string {
  const { title, status, issue, ask, leadOrganization, goals, objectives, tasks } = demo.campaign;
  const { id: campaignId } = access.db
    .insert(campaign)
    .values({
      ...owned(access),
      name: title,
      issue,
      ask,
      leadOrganizationId: organizations.get(leadOrganization) ?? null,
      status: oneOf(campaignStatuses, status)
    })
    .returning({ id: campaign.id })
    .get();
  recordAudit(access, {
    action: 'create',
    entity: 'campaign',
    entityId: campaignId,
    after: { name: title }
  });
  const inCampaign = { workspaceId: access.workspaceId, campaignId };
  for (const each of goals)
    access.db
      .insert(goal)
      .values({
        ...inCampaign,
        victory: each.victory,
        horizon: oneOf(goalHorizons, each.horizon)
      })
      .run();
  for (const each of objectives)
    access.db
      .insert(objective)
      .values({
        ...inCampaign,
        text: each.text,
        ...measureOf(access, each),
        baseline: each.baseline,
        target: each.target,
        unit: each.unit === 'proportion' ? 'share' : 'count',
        dueOn: dayOf(each.due, today)
      })
      .run();
  for (const each of tasks) {
    const owner = people.get(each.owner);
    const dueOn = dayOf(each.due, today);
    access.db
      .insert(task)
      .values({
        ...inCampaign,
        text: each.title,
        ownerName: owner?.name ?? null,
        organizationId: organizations.get(owner?.organization ?? '') ?? null,
        dueOn,
        doneAt: each.status === 'done' ? new Date(`${dueOn}T17:00:00Z`) : null
      })
      .run();
  }
  return campaignId;
}

/** The survey measure an objective names, found by indicator and variable; else in words. */
function measureOf(access: Access, each: DemoWorkspace['campaign']['objectives'][number]) {
  const { indicator, variable, count, domain } = each.measure;
  const mapped = access.db
    .select()
    .from(indicatorMapping)
    .where(eq(indicatorMapping.workspaceId, access.workspaceId))
    .all()
    .find(
      (row) =>
        // Keys say the kind first: "unmet-need:rent".
        row.key.startsWith(`${indicator}:`) &&
        Object.values(row.inputs).some((input) => input.variables.includes(variable ?? ''))
    );
  return {
    indicatorId: mapped?.indicatorId ?? null,
    instanceKey: mapped?.key ?? null,
    measureText: mapped ? null : (count ?? variable ?? each.text),
    groupVariable: domain?.variable ?? null,
    groupKey: domain?.category ?? null
  };
}

/** @returns person ids of the file's stakeholders who are persons */
function seedStakeholders(
  access: Access,
  demo: DemoWorkspace,
  today: Day,
  campaignId: string,
  organizations: Map<string, string>
): Map<string, string> {
  const persons = new Map<string, string>();
  const members = new Map(
    demo.organizations.map((each) => [each.name, organizations.get(each.id)])
  );
  for (const each of demo.stakeholders) {
    const isPerson = each.kind === 'person';
    const personId = isPerson ? personNamed(access, each.name, each.title) : null;
    if (personId) persons.set(each.id, personId);
    const organizationId = isPerson
      ? null
      : (members.get(each.name) ??
        organizationNamed(access, each.name, {
          classification: each.kind === 'group' ? 'community_group' : 'nonprofit'
        }));
    access.db
      .insert(stakeholder)
      .values({
        ...owned(access, 'organization'),
        campaignId,
        personId,
        organizationId,
        role: oneOf(stakeholderRoles, each.role),
        support: each.rating.support,
        influence: each.rating.influence,
        basis: each.rating.basis,
        ratedOn: dayOf(each.rating.ratedAt, today)
      })
      .run();
  }
  return persons;
}

function seedCommitments(
  access: Access,
  demo: DemoWorkspace,
  today: Day,
  campaignId: string,
  organizations: Map<string, string>,
  persons: Map<string, string>
): void {
  for (const each of demo.commitments)
    access.db
      .insert(commitment)
      .values({
        ...owned(access),
        giverOrganizationId: organizations.get(each.giver.organization ?? '') ?? null,
        giverPersonId: persons.get(each.giver.stakeholder ?? '') ?? null,
        campaignId,
        text: each.what,
        dueOn: dayOf(each.due, today),
        state: oneOf(commitmentStates, each.state),
        evidence: each.evidence
      })
      .run();
}

function seedMeasures(
  access: Access,
  demo: DemoWorkspace,
  today: Day,
  campaignId: string
): Map<string, string> {
  const ids = new Map<string, string>();
  for (const each of demo.measures) {
    const pipeline = oneOf(pipelines, each.pipeline);
    const { id } = access.db
      .insert(policyMeasure)
      .values({
        ...owned(access),
        identifier: each.identifier,
        session: each.session,
        title: each.title,
        classification: each.classification,
        jurisdiction: each.jurisdiction,
        body: each.fromOrganization,
        pipeline,
        stage: stageOf(pipeline, each),
        position: oneOf(positions, each.position),
        positionReason: each.whyUs,
        sourceCheckedOn: dayOf(each.sourceChecked, today),
        campaignId
      })
      .returning({ id: policyMeasure.id })
      .get();
    ids.set(each.id, id);
    each.actions.forEach((action, i) => {
      access.db
        .insert(measureAction)
        .values({
          workspaceId: access.workspaceId,
          measureId: id,
          order: i + 1,
          date: dayOf(action.date, today),
          datePrecision: 'day',
          organization: action.organization,
          description: action.description,
          classification: action.classification
        })
        .run();
    });
  }
  return ids;
}

const stageOf = (pipeline: Pipeline, each: DemoWorkspace['measures'][number]): string =>
  each.stage !== null && isStageOf(pipeline, each.stage)
    ? each.stage
    : stageAfter(pipeline, each.actions);

function seedPolicyActions(
  access: Access,
  demo: DemoWorkspace,
  today: Day,
  campaignId: string,
  measures: Map<string, string>
): void {
  for (const each of demo.policyActions)
    access.db
      .insert(policyAction)
      .values({
        ...owned(access),
        measureId: measures.get(each.measure) ?? null,
        campaignId,
        kind: oneOf(policyActionKinds, each.kind),
        text: each.title,
        body: each.body,
        state: oneOf(policyActionStates, each.state),
        doneOn: each.doneAt === null ? null : dayOf(each.doneAt, today),
        proof: each.document,
        response: oneOf(policyResponses, each.response ?? 'none')
      })
      .run();
}

function seedHearing(
  access: Access,
  demo: DemoWorkspace,
  today: Day,
  campaignId: string,
  measures: Map<string, string>,
  organizations: Map<string, string>
): string {
  const { hearing: file } = demo;
  // Committees sit on weekdays: from a weekend the hearing and what is due move on together.
  const weekday = new Date(`${dayOf(file.date, today)}T12:00:00Z`).getUTCDay();
  const shift = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  const at = ({ date, time }: { date: string; time: string }): Date => {
    const zoned = toInstant(`${addDays(dayOf(date, today), shift)}T${time}`, file.zone);
    if (!zoned.ok) throw new RangeError(`${date} ${time} is no time in ${file.zone}`);
    return zoned.instant;
  };
  const { id: hearingId } = access.db
    .insert(hearing)
    .values({
      ...owned(access),
      body: file.body,
      subject: file.title,
      measureId: measures.get(file.measure) ?? null,
      campaignId,
      status: oneOf(hearingStatuses, file.status),
      uid: newId(),
      earlierStarts: [],
      startsAt: at(file),
      zone: file.zone,
      place: file.place.name,
      address: file.place.address,
      limitSeconds: file.rules.limitIndividualSeconds,
      signUpClosesAt: at(file.rules.signUpCloses),
      materialsDueAt: at(file.rules.materialsDue),
      writtenDueAt: at(file.rules.writtenDue),
      copies: file.rules.copiesRequired,
      hasScreen: file.rules.screen,
      formats: file.rules.slideRatio,
      rulesSource: file.rules.sourceNote,
      position: 'support',
      script: file.script.paragraphs.map((paragraph) => paragraph.text).join('\n\n'),
      notes: [
        ...(file.place.note === null ? [] : [file.place.note]),
        ...file.questions.map(({ asked, answer }) => `${asked}\n${answer}`)
      ].join('\n\n')
    })
    .returning({ id: hearing.id })
    .get();
  file.speakers.forEach((each, i) => {
    access.db
      .insert(speaker)
      .values({
        workspaceId: access.workspaceId,
        hearingId,
        order: i + 1,
        name: each.name,
        organizationId: organizations.get(each.organization) ?? null,
        role: oneOf(speakerRoles, each.role),
        language: each.language,
        message: each.message,
        state: each.status === 'backup' ? 'invited' : oneOf(speakerStates, each.status),
        consentOn: each.consent === 'signed' ? addDays(today, -1) : null
      })
      .run();
  });
  return hearingId;
}
