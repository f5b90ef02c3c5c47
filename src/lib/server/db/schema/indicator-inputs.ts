import { index, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { benchmarkKinds } from '$lib/indicators/benchmark';
import { reviewKinds } from '$lib/indicators/records';
import { id, inWorkspace, madeAt } from './columns';

/** A published number that indicators are put beside, shared by the coalition. */
export const benchmark = sqliteTable(
  'benchmark',
  {
    id: id(),
    workspaceId: inWorkspace(),
    kind: text('kind', { enum: benchmarkKinds }).notNull(),
    /** need, question or asset it belongs to; '' = all */
    topic: text('topic').notNull(),
    /** code of an area, district or category; '' = the whole */
    place: text('place').notNull(),
    value: real('value').notNull(),
    /** 90 % margin of error; null = none given */
    moe: real('moe'),
    source: text('source').notNull(),
    /** year or day it speaks of */
    date: text('date').notNull(),
    note: text('note').notNull(),
    createdBy: text('created_by'),
    createdAt: madeAt()
  },
  (t) => [uniqueIndex('benchmark_place').on(t.workspaceId, t.kind, t.topic, t.place, t.date)]
);

/** One coder's reading of one clause or step of a policy, with the document it was read in. */
export const policyReview = sqliteTable(
  'policy_review',
  {
    id: id(),
    workspaceId: inWorkspace(),
    policy: text('policy').notNull(),
    kind: text('kind', { enum: reviewKinds }).notNull(),
    clause: text('clause').notNull(),
    /** name or initials of who read it */
    coder: text('coder').notNull(),
    /** strength: 0, 1, 2; step: 0, 1 */
    score: real('score').notNull(),
    document: text('document').notNull(),
    /** day it was read */
    date: text('date').notNull(),
    note: text('note').notNull(),
    createdBy: text('created_by'),
    createdAt: madeAt()
  },
  (t) => [index('policy_review_policy').on(t.workspaceId, t.policy)]
);
