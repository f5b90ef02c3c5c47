import {
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex
} from 'drizzle-orm/sqlite-core';
import { flag, id, instant, inWorkspace, madeAt, visibility } from './columns';

/**
 * One released table, frozen: what was computed, from what, by which method and engine. Immutable
 * (triggers, `INSERT OR REPLACE` included). `verify` recomputes it from the stored columns.
 */
export const estimateSnapshot = sqliteTable(
  'estimate_snapshot',
  {
    id: id(),
    workspaceId: inWorkspace(),
    indicatorId: text('indicator_id').notNull(),
    instanceKey: text('instance_key').notNull(),
    /** dataset versions the numbers rest on, one per wave */
    datasetVersions: text('dataset_versions', { mode: 'json' })
      .$type<{ id: string; contentSha256: string }[]>()
      .notNull(),
    /** canonical figure query: indicator, split, waves, reference, focus */
    query: text('query', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    /** the mapping, design, release policy and area codes that made it */
    recipe: text('recipe', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    /** the released table */
    released: text('released', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    engine: text('engine').notNull(),
    computedAt: instant('computed_at').notNull(),
    computedBy: text('computed_by'),
    /** of dataset versions, query, recipe, released and engine, canonical JSON */
    sha256: text('sha256').notNull().unique()
  },
  (t) => [index('snapshot_by_workspace').on(t.workspaceId, t.computedAt)]
);

/** The single numbers of a snapshot that a claim's slots can bind to. Immutable with it. */
export const snapshotEstimate = sqliteTable(
  'snapshot_estimate',
  {
    snapshotId: text('snapshot_id')
      .notNull()
      .references(() => estimateSnapshot.id),
    /** canonical cell key, or "a|b" for a contrast */
    cell: text('cell').notNull(),
    stat: text('stat', {
      enum: [
        'proportion',
        'mean',
        'total',
        'quantile',
        'difference',
        'ratio',
        'slope',
        'rank',
        'index'
      ]
    }).notNull(),
    estimate: real('estimate'),
    ciLow: real('ci_low'),
    ciHigh: real('ci_high'),
    n: integer('n'),
    /** true: no numbers stand beside it */
    suppressed: flag('suppressed'),
    tested: flag('tested')
  },
  (t) => [primaryKey({ columns: [t.snapshotId, t.cell, t.stat] })]
);

/** A sentence that rests on frozen numbers. Its numbers are slots: {{a.value}}. */
export const claim = sqliteTable('claim', {
  id: id(),
  workspaceId: inWorkspace(),
  ownerOrganizationId: text('owner_organization_id').notNull(),
  visibility: visibility(),
  kind: text('kind', { enum: ['level', 'comparison', 'trend'] }).notNull(),
  template: text('template').notNull(),
  status: text('status', {
    enum: ['draft', 'checked', 'approved', 'stale', 'retracted']
  }).notNull(),
  checkedBy: text('checked_by'),
  createdBy: text('created_by').notNull(),
  createdAt: madeAt()
});

/** A slot of a claim: the name in the template and the frozen number behind it. */
export const claimEvidence = sqliteTable(
  'claim_evidence',
  {
    claimId: text('claim_id')
      .notNull()
      .references(() => claim.id),
    slot: text('slot').notNull(),
    snapshotId: text('snapshot_id').notNull(),
    cell: text('cell').notNull(),
    stat: text('stat').notNull()
  },
  (t) => [primaryKey({ columns: [t.claimId, t.slot] })]
);

/** A frozen figure with its number, headline and place in the record. A change is a new version. */
export const exhibit = sqliteTable(
  'exhibit',
  {
    id: id(),
    workspaceId: inWorkspace(),
    ownerOrganizationId: text('owner_organization_id').notNull(),
    visibility: visibility(),
    /** shown as "Exhibit 3"; never reused in a workspace */
    number: integer('number').notNull(),
    version: integer('version').notNull().default(1),
    supersedes: text('supersedes'),
    title: text('title').notNull(),
    /** the author's own words for the picture, beside the generated alt text */
    authorAlt: text('author_alt'),
    chartType: text('chart_type').notNull(),
    state: text('state', { enum: ['draft', 'frozen', 'submitted', 'withdrawn'] }).notNull(),
    /** of title, chart and items, set by the freeze */
    sha256: text('sha256'),
    frozenAt: instant('frozen_at'),
    createdBy: text('created_by').notNull(),
    createdAt: madeAt()
  },
  (t) => [uniqueIndex('exhibit_number').on(t.workspaceId, t.number, t.version)]
);

/** What an exhibit shows: a snapshot, with the claim it carries. */
export const exhibitItem = sqliteTable(
  'exhibit_item',
  {
    exhibitId: text('exhibit_id')
      .notNull()
      .references(() => exhibit.id),
    order: integer('order').notNull(),
    snapshotId: text('snapshot_id')
      .notNull()
      .references(() => estimateSnapshot.id),
    claimId: text('claim_id').references(() => claim.id)
  },
  (t) => [primaryKey({ columns: [t.exhibitId, t.order] })]
);

/** Where an exhibit or claim was used, so that a correction finds its way. */
export const exhibitUse = sqliteTable('exhibit_use', {
  id: id(),
  workspaceId: inWorkspace(),
  exhibitId: text('exhibit_id')
    .notNull()
    .references(() => exhibit.id),
  entity: text('entity', { enum: ['campaign', 'hearing', 'policy-action'] }).notNull(),
  entityId: text('entity_id').notNull(),
  order: integer('order').notNull().default(0),
  how: text('how', {
    enum: ['planned', 'handed-out', 'shown', 'quoted', 'cited-in-report', 'cited-in-media']
  })
    .notNull()
    .default('planned'),
  createdAt: madeAt()
});
