import {
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex
} from 'drizzle-orm/sqlite-core';
import type { Category, Labels, MissingCode } from '$lib/codebook/codebook';
import type { Encoding } from '$lib/server/db/column-codec';
import { sampleTypes } from '$lib/privacy/sample-type';
import { changedAt, flag, id, instant, inWorkspace, madeAt } from './columns';

/** A survey has waves. */
export const survey = sqliteTable(
  'survey',
  {
    id: id(),
    workspaceId: inWorkspace(),
    name: text('name').notNull(),
    createdAt: madeAt()
  },
  (t) => [uniqueIndex('survey_name').on(t.workspaceId, t.name)]
);

/** Where strata, PSUs and weights stand, as variable names; null design: each row its own PSU. */
export interface StoredDesign {
  strata: string | null;
  psu: string | null;
  weight: string | null;
  /** weights made here (`weighting`), instead of a variable of the file */
  weightingId?: string | null;
  fpc: string | null;
  /** PSU codes restart in every stratum */
  nest: boolean;
  lonely: 'fail' | 'adjust' | 'average' | 'certainty' | 'remove';
  /** name of the places the wave shares with other waves that visited the same strata and PSUs */
  panel?: string | null;
  /** replicate weights of the file; intervals come from them where their type is known */
  replicates?: {
    variables: string[];
    type: ReplicateType;
    /** Fay's factor, for the type `fay` */
    rho?: number | null;
  } | null;
}

/** How replicate weights were made; null where nobody said. */
export type ReplicateType =
  'jackknife' | 'brr' | 'fay' | 'bootstrap' | 'successive-difference' | null;

/** One rung of the response ladder, largest first. */
export interface LadderRung {
  id: 'invited' | 'opened' | 'eligible' | 'complete' | 'kept';
  count: number;
}

/** One fielding of a survey: who was asked, when and how. */
export const wave = sqliteTable(
  'wave',
  {
    id: id(),
    workspaceId: inWorkspace(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => survey.id),
    name: text('name').notNull(),
    /** required before anything is released */
    sampleType: text('sample_type', {
      enum: sampleTypes
    }),
    /** people the sample stands for */
    population: integer('population'),
    fieldedFrom: text('fielded_from'),
    fieldedTo: text('fielded_to'),
    universe: text('universe', { mode: 'json' }).$type<Labels>(),
    mode: text('mode', { mode: 'json' }).$type<Labels>(),
    sponsor: text('sponsor'),
    weighting: text('weighting', { mode: 'json' }).$type<Labels>(),
    limits: text('limits', { mode: 'json' }).$type<Labels>(),
    design: text('design', { mode: 'json' }).$type<StoredDesign>(),
    /** suppression threshold other than the sample type's default, with the reason */
    threshold: integer('threshold'),
    thresholdReason: text('threshold_reason'),
    ladder: text('ladder', { mode: 'json' }).$type<LadderRung[]>(),
    areaSetId: text('area_set_id'),
    areaVariable: text('area_variable'),
    /** short names of the variables people are split by: "Housing" */
    groupNames: text('group_names', { mode: 'json' }).$type<Record<string, Labels>>(),
    /** how sentences name a group: variable, category code, "renters" */
    groupWords: text('group_words', { mode: 'json' }).$type<
      Record<string, Record<string, Labels>>
    >(),
    isSample: flag('is_sample'),
    createdAt: madeAt(),
    updatedAt: changedAt()
  },
  (t) => [uniqueIndex('wave_name').on(t.surveyId, t.name)]
);

/**
 * The responses of a wave as imported once, immutable (trigger) but for `superseded_by`. A correction
 * is a new version. Undo deletes a version nothing depends on.
 */
export const datasetVersion = sqliteTable(
  'dataset_version',
  {
    id: id(),
    workspaceId: inWorkspace(),
    waveId: text('wave_id')
      .notNull()
      .references(() => wave.id),
    number: integer('number').notNull(),
    /** of the file's bytes */
    fileSha256: text('file_sha256').notNull(),
    fileName: text('file_name').notNull(),
    fileBytes: integer('file_bytes').notNull(),
    /** of codebook and column bytes: what `verify` recomputes */
    contentSha256: text('content_sha256').notNull(),
    format: text('format').notNull(),
    encoding: text('encoding').notNull(),
    delimiter: text('delimiter').notNull(),
    /** the reviewed plan that was executed */
    plan: text('plan', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    /** rows in the file = imported + sum of excluded */
    rows: integer('rows').notNull(),
    imported: integer('imported').notNull(),
    excluded: text('excluded', { mode: 'json' })
      .$type<{ reason: string; count: number }[]>()
      .notNull(),
    /** files read beside it */
    companions: text('companions', { mode: 'json' })
      .$type<{ fileName: string; sha256: string; bytes: number }[]>()
      .notNull()
      .default([]),
    /** the version whose respondents these rows belong to: a repeated group of it */
    repeatOf: text('repeat_of'),
    importedBy: text('imported_by'),
    createdAt: madeAt(),
    supersededBy: text('superseded_by')
  },
  (t) => [uniqueIndex('dataset_version_number').on(t.waveId, t.number)]
);

/** A question of a version's codebook, in form order. */
export const question = sqliteTable(
  'question',
  {
    datasetVersionId: text('dataset_version_id')
      .notNull()
      .references(() => datasetVersion.id, { onDelete: 'cascade' }),
    questionId: text('question_id').notNull(),
    order: integer('order').notNull(),
    labels: text('labels', { mode: 'json' }).$type<Labels>().notNull(),
    kind: text('kind').notNull(),
    base: text('base').notNull(),
    direction: text('direction'),
    relevant: text('relevant')
  },
  (t) => [primaryKey({ columns: [t.datasetVersionId, t.questionId] })]
);

/** A variable of a version's codebook, with its categories and missing codes. */
export const variable = sqliteTable(
  'variable',
  {
    datasetVersionId: text('dataset_version_id')
      .notNull()
      .references(() => datasetVersion.id, { onDelete: 'cascade' }),
    /** number used by column_chunk, from 0 */
    number: integer('number').notNull(),
    /** its question; empty for a variable that belongs to none */
    questionId: text('question_id').notNull(),
    /** place in its question, from 0 */
    place: integer('place').notNull(),
    name: text('name').notNull(),
    columnIndex: integer('column_index'),
    heading: text('heading').notNull(),
    labels: text('labels', { mode: 'json' }).$type<Labels>().notNull(),
    kind: text('kind').notNull(),
    role: text('role').notNull(),
    unit: text('unit'),
    categories: text('categories', { mode: 'json' }).$type<Category[]>().notNull(),
    missing: text('missing', { mode: 'json' }).$type<MissingCode[]>().notNull()
  },
  (t) => [
    primaryKey({ columns: [t.datasetVersionId, t.number] }),
    uniqueIndex('variable_name').on(t.datasetVersionId, t.name)
  ]
);

/** Responses by column, 65,536 rows a chunk. `part`: the values, or the reasons they are missing. */
export const columnChunk = sqliteTable(
  'column_chunk',
  {
    datasetVersionId: text('dataset_version_id')
      .notNull()
      .references(() => datasetVersion.id, { onDelete: 'cascade' }),
    variable: integer('variable').notNull(),
    chunk: integer('chunk').notNull(),
    part: text('part', { enum: ['values', 'missing'] }).notNull(),
    /** how `data` is read (`db/column-codec.ts`) */
    encoding: text('encoding').$type<Encoding>().notNull(),
    rows: integer('rows').notNull(),
    data: blob('data', { mode: 'buffer' }).notNull()
  },
  (t) => [primaryKey({ columns: [t.datasetVersionId, t.variable, t.chunk, t.part] })]
);

/** What the reading of a version found, as data. */
export const importIssue = sqliteTable(
  'import_issue',
  {
    id: id(),
    datasetVersionId: text('dataset_version_id')
      .notNull()
      .references(() => datasetVersion.id, { onDelete: 'cascade' }),
    code: text('code').notNull(),
    severity: text('severity').notNull(),
    line: integer('line'),
    column: text('column'),
    columnIndex: integer('column_index'),
    params: text('params', { mode: 'json' }).$type<Record<string, string | number>>().notNull()
  },
  (t) => [index('issue_by_version').on(t.datasetVersionId)]
);

/** An import under review: the uploaded file, what was found, what the person changed. */
export const importDraft = sqliteTable('import_draft', {
  id: id(),
  workspaceId: inWorkspace(),
  surveyName: text('survey_name'),
  waveName: text('wave_name'),
  fileName: text('file_name').notNull(),
  fileBytes: integer('file_bytes').notNull(),
  fileSha256: text('file_sha256'),
  /** file names inside the data folder's `uploads/<draft id>/` */
  path: text('path').notNull(),
  companions: text('companions', { mode: 'json' })
    /** `bytes`: its length; fewer on the disk are still to come */
    .$type<{ fileName: string; path: string; bytes?: number }[]>()
    .notNull(),
  inspection: text('inspection', { mode: 'json' }).$type<Record<string, unknown>>(),
  plan: text('plan', { mode: 'json' }).$type<Record<string, unknown>>(),
  /** what a person decided, in order; the plan is the proposal with the first `operation_count` of them */
  operations: text('operations', { mode: 'json' })
    .$type<Record<string, unknown>[]>()
    .notNull()
    .default([]),
  /** operations beyond it have been undone */
  operationCount: integer('operation_count').notNull().default(0),
  /** template of an earlier wave whose decisions were taken over */
  templateId: text('template_id'),
  /** `uploading`: bytes are still to come */
  state: text('state', {
    enum: ['uploading', 'uploaded', 'inspected', 'committing', 'done', 'failed']
  }).notNull(),
  datasetVersionId: text('dataset_version_id'),
  /** the job that imports it, or did last */
  jobId: text('job_id'),
  createdBy: text('created_by').notNull(),
  createdAt: madeAt(),
  updatedAt: changedAt()
});

/** The decisions of an import, kept for the next wave of the survey; found again by the headings. */
export const importTemplate = sqliteTable(
  'import_template',
  {
    id: id(),
    workspaceId: inWorkspace(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => survey.id),
    /** the version it was made from, with which it goes; the newest of a survey wins */
    datasetVersionId: text('dataset_version_id')
      .notNull()
      .references(() => datasetVersion.id, { onDelete: 'cascade' }),
    /** SHA-256 of the headings in order */
    fingerprint: text('fingerprint').notNull(),
    /** as the file was imported */
    plan: text('plan', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    /** as the program proposed it */
    proposal: text('proposal', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    operations: text('operations', { mode: 'json' }).$type<Record<string, unknown>[]>().notNull(),
    createdBy: text('created_by'),
    createdAt: madeAt()
  },
  (t) => [index('template_fingerprint').on(t.workspaceId, t.fingerprint)]
);

/**
 * Weights made here for a dataset version: by raking, by post-stratification, or the CASPER weights.
 * Immutable; another run is another row. Raw float64, little endian, in row order of the version.
 */
export const weighting = sqliteTable(
  'weighting',
  {
    id: id(),
    workspaceId: inWorkspace(),
    datasetVersionId: text('dataset_version_id')
      .notNull()
      .references(() => datasetVersion.id, { onDelete: 'cascade' }),
    method: text('method', { enum: ['rake', 'poststratify', 'casper'] }).notNull(),
    /** what was asked: base weight, margins, bounds, trimming */
    request: text('request', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    /** convergence, design effect, ranges, fit before and after */
    report: text('report', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    weights: blob('weights', { mode: 'buffer' }).notNull(),
    weightsSha256: text('weights_sha256').notNull(),
    createdBy: text('created_by'),
    createdAt: madeAt()
  },
  (t) => [index('weighting_by_version').on(t.datasetVersionId)]
);

/** What someone decided about one free text of a version: fit to be quoted, or withheld. */
export const textReview = sqliteTable(
  'text_review',
  {
    id: id(),
    workspaceId: inWorkspace(),
    datasetVersionId: text('dataset_version_id')
      .notNull()
      .references(() => datasetVersion.id, { onDelete: 'cascade' }),
    variable: text('variable').notNull(),
    /** 0-based row of the version */
    row: integer('row').notNull(),
    state: text('state', { enum: ['approved', 'withheld'] }).notNull(),
    /** as it may be shown: names and numbers taken out */
    quote: text('quote'),
    reviewedBy: text('reviewed_by').notNull(),
    createdAt: madeAt()
  },
  (t) => [uniqueIndex('text_review_place').on(t.datasetVersionId, t.variable, t.row)]
);

/**
 * A way in which an answer of the bench split the people of a dataset version: which rows, never who
 * asked or what they answered. Later answers of everyone in the workspace are held against it.
 */
export const benchSplit = sqliteTable(
  'bench_split',
  {
    id: id(),
    workspaceId: inWorkspace(),
    datasetVersionId: text('dataset_version_id')
      .notNull()
      .references(() => datasetVersion.id, { onDelete: 'cascade' }),
    /** SHA-256 of the counts the answer rests on: the same again tells nothing new */
    countsSha256: text('counts_sha256').notNull(),
    /** of an answer, from 0 */
    place: integer('place').notNull(),
    /** it tells how many people the groups are and nothing else of them */
    sizesOnly: flag('sizes_only'),
    /** group of each row, Uint32 little endian, deflated: 0 = in none, 1 = hidden, then the shown */
    codes: blob('codes', { mode: 'buffer' }).notNull(),
    createdAt: madeAt()
  },
  (t) => [uniqueIndex('bench_split_place').on(t.datasetVersionId, t.countsSha256, t.place)]
);

/** Long work: import, recompute, export. Progress and cancel go through this row. */
export const job = sqliteTable('job', {
  id: id(),
  workspaceId: inWorkspace(),
  kind: text('kind').notNull(),
  state: text('state', { enum: ['waiting', 'running', 'done', 'failed', 'cancelled'] }).notNull(),
  done: integer('done').notNull().default(0),
  total: integer('total').notNull().default(0),
  /** ids and issues, never cell values */
  result: text('result', { mode: 'json' }).$type<Record<string, unknown>>(),
  cancelRequested: flag('cancel_requested'),
  createdBy: text('created_by'),
  createdAt: madeAt(),
  /** last sign of life of a running job; long silent means its process died */
  beatAt: instant('beat_at'),
  finishedAt: instant('finished_at')
});

/** A set of areas with boundaries, such as the neighborhoods of a county. */
export const areaSet = sqliteTable('area_set', {
  id: id(),
  workspaceId: inWorkspace(),
  name: text('name').notNull(),
  createdAt: madeAt()
});

/** One area. `code` matches the categories of a wave's area variable. */
export const area = sqliteTable(
  'area',
  {
    id: id(),
    workspaceId: inWorkspace(),
    areaSetId: text('area_set_id')
      .notNull()
      .references(() => areaSet.id),
    code: text('code').notNull(),
    name: text('name').notNull(),
    geometry: text('geometry', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    /** population of the area, where known */
    population: integer('population')
  },
  (t) => [uniqueIndex('area_code').on(t.areaSetId, t.code)]
);

/** An indicator's inputs tied to a wave's questions; proposed by the program, kept by a person. */
export const indicatorMapping = sqliteTable(
  'indicator_mapping',
  {
    id: id(),
    workspaceId: inWorkspace(),
    waveId: text('wave_id')
      .notNull()
      .references(() => wave.id),
    indicatorId: text('indicator_id').notNull(),
    /** stable across waves: "unmet-need:rent" */
    key: text('key').notNull(),
    labels: text('labels', { mode: 'json' }).$type<Labels>().notNull(),
    inputs: text('inputs', { mode: 'json' })
      .$type<
        Record<string, { questionId: string; variables: string[]; yes: string[]; no: string[] }>
      >()
      .notNull(),
    /** what the people counted did, as sentences say it: "skipped meals to pay rent" */
    predicate: text('predicate', { mode: 'json' }).$type<Labels>(),
    /** `unsure`: found but not plain enough to be shown before a person has looked at it */
    state: text('state', { enum: ['proposed', 'unsure', 'confirmed', 'off'] }).notNull(),
    /** level of the whole population's number, and the rule that decided it (L1 to L4) */
    level: text('level', { enum: ['mezzo', 'macro'] }),
    levelRule: text('level_rule', { enum: ['L1', 'L2', 'L3', 'L4'] }),
    updatedAt: changedAt()
  },
  (t) => [uniqueIndex('mapping_key').on(t.waveId, t.indicatorId, t.key)]
);
