import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { pearlAnswers } from '$lib/priorities/rating';
import { aggregations, type IndexIndicator } from '$lib/composite/definition';
import { changedAt, id, instant, inWorkspace, madeAt } from './columns';

const pearl = (name: string) => text(name, { enum: pearlAnswers }).notNull().default('unknown');

/** What one person of the coalition says about one need: how serious, how much can be done. */
export const priorityRating = sqliteTable(
  'priority_rating',
  {
    id: id(),
    workspaceId: inWorkspace(),
    organizationId: text('organization_id').notNull(),
    userId: text('user_id').notNull(),
    /** key of the need, the same in every wave: "unmet-need:rent" */
    needKey: text('need_key').notNull(),
    /** 0 to 20 */
    seriousness: real('seriousness').notNull(),
    /** 0 to 10 */
    effectiveness: real('effectiveness').notNull(),
    propriety: pearl('propriety'),
    economics: pearl('economics'),
    acceptability: pearl('acceptability'),
    resources: pearl('resources'),
    legality: pearl('legality'),
    reason: text('reason').notNull().default(''),
    createdAt: madeAt(),
    updatedAt: changedAt()
  },
  (t) => [uniqueIndex('priority_rating_rater').on(t.workspaceId, t.needKey, t.userId)]
);

/** An index over areas, made of shares of people; its versions say how. */
export const compositeIndex = sqliteTable(
  'composite_index',
  {
    id: id(),
    workspaceId: inWorkspace(),
    name: text('name').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: madeAt()
  },
  (t) => [uniqueIndex('composite_index_name').on(t.workspaceId, t.name)]
);

/** How an index is made. Nothing of a version changes but its weights, once, when they are settled. */
export const indexVersion = sqliteTable(
  'index_version',
  {
    id: id(),
    workspaceId: inWorkspace(),
    indexId: text('index_id')
      .notNull()
      .references(() => compositeIndex.id),
    number: integer('number').notNull(),
    /** indicators in order, each with its goalposts and direction */
    indicators: text('indicators', { mode: 'json' }).$type<IndexIndicator[]>().notNull(),
    aggregation: text('aggregation', { enum: aggregations }).notNull(),
    /** what changed against the version before, and why */
    note: text('note').notNull().default(''),
    /** weights in the order of the indicators; null until settled */
    weights: text('weights', { mode: 'json' }).$type<number[]>(),
    settledAt: instant('settled_at'),
    createdBy: text('created_by').notNull(),
    createdAt: madeAt()
  },
  (t) => [uniqueIndex('index_version_number').on(t.indexId, t.number)]
);

/** How one organization divides 100 points among the indicators of an index version. */
export const indexAllocation = sqliteTable(
  'index_allocation',
  {
    id: id(),
    workspaceId: inWorkspace(),
    indexVersionId: text('index_version_id')
      .notNull()
      .references(() => indexVersion.id),
    organizationId: text('organization_id').notNull(),
    /** key of the indicator to points */
    points: text('points', { mode: 'json' }).$type<Record<string, number>>().notNull(),
    givenBy: text('given_by').notNull(),
    createdAt: madeAt(),
    updatedAt: changedAt()
  },
  (t) => [
    uniqueIndex('index_allocation_organization').on(t.indexVersionId, t.organizationId),
    index('index_allocation_workspace').on(t.workspaceId)
  ]
);
