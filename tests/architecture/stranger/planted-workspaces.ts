import { getTableColumns, getTableName, is, type Column } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Access } from '../../../src/lib/server/access/access';
import type { Db } from '../../../src/lib/server/db/open';
import * as schema from '../../../src/lib/server/db/schema';
import type { ImportPlan } from '../../../src/lib/survey/plan';

/**
 * Two workspaces whose every table holds rows with a secret in every text. Planted from the schema
 * itself, so that a new table is covered on the day it is made.
 *
 * - `own`: workspace A, an organization that keeps its rows to itself
 * - `sister`: workspace A, another organization, which shares its rows with the coalition
 * - `other`: workspace B
 */
export const sets = ['own', 'sister', 'other'] as const;
export type PlantedSet = (typeof sets)[number];

export const slugOf = (set: PlantedSet): string => (set === 'other' ? 'bay-county' : 'alp-county');

/** What nobody outside may ever read. `own` secrets stand only in rows that have an owner. */
export const secretOf = (set: PlantedSet): string => `secret-${set}-`;

export interface Planted {
  accessOf: (set: PlantedSet, db: Db) => Access;
  /** ids of a set's rows, by SQL name of the table */
  idsOf: (set: PlantedSet) => ReadonlyMap<string, string>;
}

export const tables: readonly SQLiteTable[] = (Object.values(schema) as unknown[]).filter(
  (each): each is SQLiteTable => is(each, SQLiteTable)
);
const byName = new Map(tables.map((table) => [getTableName(table), table]));

const parents = (table: SQLiteTable): string[] =>
  getTableConfig(table).foreignKeys.map((key) => getTableName(key.reference().foreignTable));

/** Rows of these belong to one organization, directly or through the row they are part of. */
export const ownedTables: ReadonlySet<string> = new Set(
  tables.map(getTableName).filter((name) => isOwned(name))
);

function isOwned(name: string, seen: readonly string[] = []): boolean {
  const table = byName.get(name);
  if (!table || seen.includes(name)) return false;
  return (
    'ownerOrganizationId' in getTableColumns(table) ||
    parents(table).some((parent) => isOwned(parent, [...seen, name]))
  );
}

/** Columns that point to a row without saying so in the schema, by the end of their name. */
const pointsTo: readonly [RegExp, string][] = [
  [/organization_id$/, 'organization'],
  [/^(user_id|created_by|checked_by|computed_by|imported_by|given_by)$/, 'user'],
  [/^measure_id$/, 'policy_measure'],
  [/^snapshot_id$/, 'estimate_snapshot'],
  [/^person_id$/, 'person'],
  [/^campaign_id$/, 'campaign'],
  [/^hearing_id$/, 'hearing'],
  [/^wave_id$/, 'wave'],
  [/^survey_id$/, 'survey'],
  [/^area_set_id$/, 'area_set'],
  [/^dataset_version_id$/, 'dataset_version'],
  [/^exhibit_id$/, 'exhibit'],
  [/^claim_id$/, 'claim'],
  [/^index_id$/, 'composite_index'],
  [/^index_version_id$/, 'index_version']
];

/** The table a column points to; null: none. */
export const targetOf = (columnName: string): string | null =>
  pointsTo.find(([pattern]) => pattern.test(columnName))?.[1] ?? null;

/** Where the rules of the database want one value of several. */
const fixed: Readonly<Record<string, unknown>> = {
  'workspace.is_sample': false,
  'campaign.result': null,
  'commitment.giver_person_id': null,
  'dataset_version.superseded_by': null,
  // A draft under review: at any other stage most of what can be done with it is refused to everybody.
  'import_draft.state': 'inspected',
  'import_draft.operation_count': 1,
  'import_draft.companions': [
    { fileName: 'codebook.csv', path: 'codebook', bytes: 1 },
    { fileName: 'weights.csv', path: 'weights', bytes: 1 }
  ],
  // A version whose weights are still being given.
  'index_version.settled_at': null,
  'index_version.weights': null,
  'exhibit.sha256': null,
  'exhibit.frozen_at': null,
  'exhibit.supersedes': null,
  'invitation.accepted_at': null,
  'invitation.revoked_at': null,
  'membership.ended_at': null,
  'membership.role': 'analyst',
  'organization.left_on': null,
  'wave.threshold': null,
  'setup_token.used_at': null,
  'stakeholder.organization_id': null
};

/** Fills an empty database. */
export function plant(db: Db): Planted {
  const ids = new Map<PlantedSet, Map<string, string>>();
  const stamp = Date.now();
  for (const set of sets)
    ids.set(
      set,
      new Map(
        tables.map((table, i) => [
          getTableName(table),
          `${set.toUpperCase().padEnd(8, '0')}${String(i).padStart(4, '0')}${'0'.repeat(14)}`
        ])
      )
    );
  const idsOf = (set: PlantedSet): Map<string, string> => ids.get(set) ?? new Map<string, string>();
  // Both organizations of A stand in one workspace.
  idsOf('sister').set('workspace', idsOf('own').get('workspace') ?? '');
  db.$client.exec('BEGIN; PRAGMA defer_foreign_keys = ON');
  sets.forEach((set, index) => {
    for (const table of inOrder()) {
      const name = getTableName(table);
      if (name === 'workspace' && set === 'sister') continue;
      const secret = secretOf(set === 'own' && !ownedTables.has(name) ? 'sister' : set);
      const row = Object.entries(getTableColumns(table)).map(([key, column]) => [
        key,
        value(column, { name, set, index, secret, ids: idsOf(set), stamp })
      ]);
      try {
        const values = Object.fromEntries(row) as Record<string, unknown>;
        db.insert(table).values(values).run();
      } catch (error) {
        throw new Error(`A row for "${name}" cannot be planted; see "fixed" in this file.`, {
          cause: error
        });
      }
    }
  });
  db.$client.exec('COMMIT');
  return {
    idsOf,
    accessOf: (set, of) => ({
      db: of,
      workspaceId: idsOf(set).get('workspace') ?? '',
      organizationId: idsOf(set).get('organization') ?? '',
      userId: idsOf(set).get('user') ?? null,
      role: 'owner'
    })
  };
}

/** A dataset version is closed by its row, so what belongs to it comes before. */
const inOrder = (): SQLiteTable[] =>
  [...tables].sort(
    (a, b) =>
      Number(getTableName(a) === 'dataset_version') - Number(getTableName(b) === 'dataset_version')
  );

interface Place {
  name: string;
  set: PlantedSet;
  index: number;
  secret: string;
  ids: ReadonlyMap<string, string>;
  stamp: number;
}

function value(column: Column, { name, set, index, secret, ids, stamp }: Place): unknown {
  const place = `${name}.${column.name}`;
  if (place in fixed) return fixed[place];
  if (column.name === 'workspace_id') return ids.get('workspace');
  if (column.name === 'id') return ids.get(name);
  if (place === 'workspace.slug') return slugOf(set);
  if (column.name === 'visibility') return set === 'sister' ? 'coalition' : 'organization';
  const target = targetOf(column.name);
  if (target) return ids.get(target);
  if (column.enumValues?.length) return column.enumValues[0];
  switch (column.dataType) {
    case 'string':
      return /_(on|date|from|to)$|^date$/.test(column.name)
        ? '2026-01-02'
        : `${secret}${place}-${set}`;
    case 'number':
      return index;
    case 'boolean':
      return false;
    case 'date':
      return new Date(stamp + 30 * 86_400_000);
    case 'json':
      return json(column.name, `${secret}${place}-${set}`);
    default:
      return Buffer.from(`${secret}${place}-${set}`);
  }
}

/** Lists where the program keeps lists, objects elsewhere. */
const lists =
  /^(classification|earlier_starts|excluded|companions|categories|missing|ladder|dataset_versions|indicators)$/;
function json(column: string, secret: string): unknown {
  if (column === 'classification') return [secret];
  if (lists.test(column)) return [];
  if (column === 'design') return null;
  if (column === 'plan' || column === 'proposal') return plan(secret);
  if (column === 'inspection') return inspection(secret);
  if (column === 'operations') return decisions(secret);
  return { en: secret };
}

/** One decision in force, and one that was undone. */
const decisions = (secret: string) => [
  {
    kind: 'design',
    surveyName: secret,
    waveName: secret,
    facts: { sampleType: 'opt-in' },
    columns: [],
    at: '2026-01-02',
    by: null
  },
  { kind: 'flip', questionId: 'q', at: '2026-01-02', by: null }
];

/** A plan for a file of one question. */
const plan = (secret: string): ImportPlan => ({
  version: 1,
  format: 'generic',
  tool: secret,
  layout: {
    encoding: 'utf-8',
    skipBytes: 0,
    firstLine: 1,
    delimiter: ',',
    eol: 'lf',
    preambleRecords: 0,
    headerRows: 1,
    columns: 1,
    backslashEscapes: false
  },
  questions: [
    {
      id: 'q',
      labels: { en: secret },
      kind: 'single',
      variables: ['v'],
      base: 'answered',
      confidence: 1,
      reason: 'values'
    }
  ],
  variables: [
    {
      columnIndex: 0,
      name: 'v',
      heading: secret,
      labels: { en: secret },
      kind: 'categorical',
      role: 'answer',
      categories: ['a', 'b'].map((code, order) => ({ code, labels: { en: secret }, order })),
      missing: [],
      source: { from: 'column', column: 0 },
      include: true,
      confidence: 1,
      reason: 'values'
    }
  ],
  exclusions: [],
  openQuestions: [],
  asIs: false
});

const inspection = (secret: string) => ({
  format: 'generic',
  tool: secret,
  encoding: 'utf-8',
  delimiter: ',',
  eol: 'lf',
  headerRows: 1,
  rows: 2,
  columns: 1,
  issues: [],
  questions: [],
  variables: [],
  identifiers: [],
  companions: [],
  review: { proposal: plan(secret) }
});
