import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { changedAt, flag, id, instant, inWorkspace, madeAt, visibility } from './columns';

/** Rows with an owner organization and a visibility share these columns. */
const owned = () => ({
  id: id(),
  workspaceId: inWorkspace(),
  ownerOrganizationId: text('owner_organization_id').notNull(),
  visibility: visibility(),
  createdBy: text('created_by').notNull(),
  createdAt: madeAt(),
  updatedAt: changedAt()
});

/** A campaign pursues an ask through objectives and tasks. */
export const campaign = sqliteTable('campaign', {
  ...owned(),
  name: text('name').notNull(),
  issue: text('issue').notNull().default(''),
  ask: text('ask').notNull().default(''),
  leadOrganizationId: text('lead_organization_id'),
  status: text('status', { enum: ['draft', 'planning', 'active', 'paused', 'closed'] }).notNull(),
  result: text('result', {
    enum: ['won', 'partial', 'blocked-harm', 'lost', 'withdrawn', 'superseded']
  }),
  debrief: text('debrief'),
  previousCampaignId: text('previous_campaign_id')
});

/** What counts as victory, near and far. */
export const goal = sqliteTable('goal', {
  id: id(),
  workspaceId: inWorkspace(),
  campaignId: text('campaign_id')
    .notNull()
    .references(() => campaign.id),
  horizon: text('horizon', { enum: ['long', 'intermediate', 'short'] }).notNull(),
  victory: text('victory').notNull(),
  dueOn: text('due_on')
});

/** A measurable step; `measure` is an indicator instance or a count in words. */
export const objective = sqliteTable('objective', {
  id: id(),
  workspaceId: inWorkspace(),
  campaignId: text('campaign_id')
    .notNull()
    .references(() => campaign.id),
  text: text('text').notNull(),
  indicatorId: text('indicator_id'),
  instanceKey: text('instance_key'),
  groupVariable: text('group_variable'),
  groupKey: text('group_key'),
  measureText: text('measure_text'),
  baseline: real('baseline'),
  target: real('target'),
  unit: text('unit').notNull(),
  dueOn: text('due_on').notNull(),
  /** frozen number the baseline came from */
  snapshotId: text('snapshot_id')
});

export const task = sqliteTable('task', {
  id: id(),
  workspaceId: inWorkspace(),
  campaignId: text('campaign_id')
    .notNull()
    .references(() => campaign.id),
  text: text('text').notNull(),
  ownerName: text('owner_name'),
  organizationId: text('organization_id'),
  dueOn: text('due_on'),
  doneAt: instant('done_at')
});

/** A person in public life or in the coalition; contact details are for public offices only. */
export const person = sqliteTable('person', {
  id: id(),
  workspaceId: inWorkspace(),
  name: text('name').notNull(),
  title: text('title'),
  organizationId: text('organization_id'),
  body: text('body'),
  createdAt: madeAt()
});

/** Who gains, helps, decides, influences or resists. A primary target is a person (trigger). */
export const stakeholder = sqliteTable('stakeholder', {
  ...owned(),
  campaignId: text('campaign_id')
    .notNull()
    .references(() => campaign.id),
  personId: text('person_id'),
  organizationId: text('organization_id'),
  role: text('role', {
    enum: [
      'constituent',
      'ally',
      'opponent',
      'primary-target',
      'secondary-target',
      'messenger',
      'influencer'
    ]
  }).notNull(),
  support: integer('support'),
  influence: integer('influence'),
  basis: text('basis'),
  ratedOn: text('rated_on')
});

/** Exactly one giver promises something by a date; proof is required to call it kept or broken. */
export const commitment = sqliteTable('commitment', {
  ...owned(),
  giverOrganizationId: text('giver_organization_id'),
  giverPersonId: text('giver_person_id'),
  campaignId: text('campaign_id'),
  text: text('text').notNull(),
  dueOn: text('due_on'),
  state: text('state', {
    enum: [
      'proposed',
      'requested',
      'accepted',
      'declined',
      'in-progress',
      'fulfilled',
      'partial',
      'broken',
      'released',
      'expired'
    ]
  }).notNull(),
  evidence: text('evidence')
});

/** A bill, ordinance, rule or budget line we follow. `stage` and `position` are set by hand. */
export const policyMeasure = sqliteTable(
  'policy_measure',
  {
    ...owned(),
    identifier: text('identifier').notNull(),
    session: text('session'),
    title: text('title').notNull(),
    classification: text('classification', { mode: 'json' }).$type<string[]>().notNull(),
    jurisdiction: text('jurisdiction').notNull(),
    body: text('body').notNull(),
    pipeline: text('pipeline', {
      enum: [
        'bicameral',
        'unicameral',
        'council',
        'rulemaking',
        'budget',
        'admin-policy',
        'ballot-measure'
      ]
    }).notNull(),
    stage: text('stage').notNull(),
    position: text('position', {
      enum: [
        'undecided',
        'watch',
        'support',
        'strong-support',
        'support-if-amended',
        'neutral',
        'oppose-unless-amended',
        'oppose',
        'strong-oppose'
      ]
    }).notNull(),
    positionReason: text('position_reason'),
    summary: text('summary'),
    sourceUrl: text('source_url'),
    sourceCheckedOn: text('source_checked_on'),
    campaignId: text('campaign_id')
  },
  (t) => [index('measure_by_identifier').on(t.workspaceId, t.identifier)]
);

/** What happened to a measure, in order. Dates keep their text and precision. */
export const measureAction = sqliteTable(
  'measure_action',
  {
    id: id(),
    workspaceId: inWorkspace(),
    measureId: text('measure_id')
      .notNull()
      .references(() => policyMeasure.id),
    order: integer('order').notNull(),
    date: text('date').notNull(),
    datePrecision: text('date_precision', { enum: ['year', 'month', 'day', 'minute'] }).notNull(),
    organization: text('organization').notNull(),
    description: text('description').notNull(),
    classification: text('classification', { mode: 'json' }).$type<string[]>().notNull()
  },
  (t) => [uniqueIndex('measure_action_order').on(t.measureId, t.order)]
);

/** A formal step of ours on a measure or body. */
export const policyAction = sqliteTable('policy_action', {
  ...owned(),
  measureId: text('measure_id'),
  campaignId: text('campaign_id'),
  kind: text('kind', {
    enum: [
      'testify',
      'comment',
      'meet',
      'letter',
      'petition-delivery',
      'amendment-text',
      'budget-request',
      'rule-petition',
      'records-request'
    ]
  }).notNull(),
  text: text('text').notNull(),
  body: text('body').notNull().default(''),
  state: text('state', {
    enum: ['idea', 'planned', 'approved', 'in-progress', 'done', 'cancelled', 'missed']
  }).notNull(),
  doneOn: text('done_on'),
  proof: text('proof'),
  response: text('response', {
    enum: ['none', 'acknowledged', 'partly-met', 'met', 'refused']
  })
    .notNull()
    .default('none')
});

/** A hearing: place, moment with zone, limits, what is due when. */
export const hearing = sqliteTable('hearing', {
  ...owned(),
  body: text('body').notNull(),
  subject: text('subject').notNull(),
  measureId: text('measure_id'),
  campaignId: text('campaign_id'),
  status: text('status', { enum: ['tentative', 'confirmed', 'cancelled', 'passed'] }).notNull(),
  /** stays the same when the hearing moves */
  uid: text('uid').notNull(),
  sequence: integer('sequence').notNull().default(0),
  startsAt: instant('starts_at').notNull(),
  zone: text('zone').notNull(),
  earlierStarts: text('earlier_starts', { mode: 'json' }).$type<string[]>().notNull(),
  place: text('place').notNull(),
  address: text('address'),
  limitSeconds: integer('limit_seconds'),
  itemTotalSeconds: integer('item_total_seconds'),
  signUpClosesAt: instant('sign_up_closes_at'),
  materialsDueAt: instant('materials_due_at'),
  writtenDueAt: instant('written_due_at'),
  copies: integer('copies'),
  hasScreen: flag('has_screen'),
  formats: text('formats'),
  rulesSource: text('rules_source'),
  contact: text('contact'),
  position: text('position').notNull().default('support'),
  script: text('script').notNull().default(''),
  notes: text('notes').notNull().default('')
});

/** Who speaks at a hearing, in order. */
export const speaker = sqliteTable('speaker', {
  id: id(),
  workspaceId: inWorkspace(),
  hearingId: text('hearing_id')
    .notNull()
    .references(() => hearing.id),
  order: integer('order').notNull(),
  name: text('name').notNull(),
  organizationId: text('organization_id'),
  role: text('role', {
    enum: ['lived-experience', 'data', 'provider', 'clergy', 'business', 'youth', 'other']
  }).notNull(),
  language: text('language').notNull().default('en'),
  message: text('message').notNull().default(''),
  state: text('state', {
    enum: ['invited', 'confirmed', 'signed-up', 'spoke', 'not-called', 'withdrawn']
  }).notNull(),
  /** a lived-experience speaker needs consent before sign-up */
  consentOn: text('consent_on')
});
