import { tmpdir } from 'node:os';
import type { Codebook, Variable } from '$lib/codebook/codebook';
import { MISSING_DAY, NOT_ANSWERED, UNREADABLE, type ChunkValues } from '$lib/survey/sink';
import type { Access } from '$lib/server/access/access';
import { ColumnSpool } from './column-spool';
import { durably, openDatabase, type Db } from './open';
import { ensureWave } from './queries/survey';
import { workspace } from './schema';
import { writeVersion } from './write-version';

/** A workspace in a new database, asked by its owner. For tests. */
export function testAccess(path = ':memory:', slug = 'w'): Access {
  return accessTo(openDatabase(path), slug);
}

export function accessTo(db: Db, slug: string): Access {
  db.insert(workspace).values({ id: slug, slug, name: slug }).run();
  return { db, workspaceId: slug, organizationId: 'o', userId: null, role: 'owner' };
}

const variable = (
  name: string,
  kind: Variable['kind'],
  more: Partial<Variable> = {}
): Variable => ({
  columnIndex: 0,
  name,
  heading: name,
  labels: { und: name },
  kind,
  role: 'answer',
  categories: [],
  missing: [],
  ...more
});

const category = (code: string, order: number) => ({ code, labels: { und: code }, order });

/** One variable of each kind; 70,000 rows, so that there are two chunks. */
export const fixtureCodebook: Codebook = {
  questions: [
    { id: 'all', labels: { en: 'All' }, kind: 'single', variables: ['rent', 'age'], base: 'asked' },
    { id: 'words', labels: {}, kind: 'open-text', variables: ['said'], base: 'answered' }
  ],
  variables: [
    variable('age', 'numeric', { unit: 'years' }),
    variable('rent', 'categorical', {
      categories: [category('1', 0), category('2', 1)],
      missing: [{ token: '-9', reason: 'refused' }]
    }),
    variable('said', 'text'),
    variable('day', 'date'),
    variable('at', 'date', { role: 'timestamp' })
  ]
};

export const FIXTURE_ROWS = 70_000;

/** The value of row `i` of each variable of the fixture; null = missing. */
export const fixtureValue = {
  age: (i: number) => (i % 7 === 0 ? null : i % 90),
  rent: (i: number) => (i % 5 === 0 ? null : (i % 2) + 1),
  said: (i: number) => (i % 3 === 0 ? null : `palabra ${i % 11} ñ`),
  day: (i: number) => (i % 4 === 0 ? null : i),
  at: (i: number) => (i % 6 === 0 ? null : i * 1000)
};

/** Writes the fixture as a new version of the wave. */
export function writeFixture(access: Access, survey = 'Survey', wave = '2024') {
  const spool = new ColumnSpool(tmpdir());
  try {
    spool.start();
    for (let index = 0, from = 0; from < FIXTURE_ROWS; index++, from += 65_536) {
      const rows = Math.min(65_536, FIXTURE_ROWS - from);
      const list = Array.from({ length: rows }, (_, i) => from + i);
      // Rent: refused where 10 divides the row, unreadable elsewhere; the second chunk only blanks.
      const missing = Uint8Array.from(list, (i) =>
        i % 5 > 0 ? 0 : i % 10 === 0 ? 1 : i % 15 === 0 ? UNREADABLE : NOT_ANSWERED
      );
      spool.chunk({
        index,
        rows,
        columns: [
          { values: numbers(list.map(fixtureValue.age)), missing: null },
          {
            values: {
              kind: 'categorical',
              codes: Uint16Array.from(list, (i) => fixtureValue.rent(i) ?? 0)
            },
            missing: index === 0 ? missing : null
          },
          { values: words(list.map(fixtureValue.said)), missing: null },
          {
            values: {
              kind: 'days',
              days: Int32Array.from(list, (i) => fixtureValue.day(i) ?? MISSING_DAY)
            },
            missing: null
          },
          {
            values: {
              kind: 'instants',
              instants: Float64Array.from(list, (i) => fixtureValue.at(i) ?? NaN)
            },
            missing: null
          }
        ]
      });
    }
    spool.finish({
      rows: FIXTURE_ROWS + 1,
      imported: FIXTURE_ROWS,
      excluded: [{ reason: 'footer', count: 1 }],
      issues: [
        { code: 'NUMBER_UNREADABLE', severity: 'repaired', where: { line: 3 }, params: { n: 1 } }
      ],
      categories: []
    });
    return durably(access.db, () =>
      access.db.$client
        .transaction(() =>
          writeVersion(
            access.db,
            {
              workspaceId: access.workspaceId,
              waveId: ensureWave(access, survey, wave).waveId,
              fileSha256: 'f'.repeat(64),
              fileName: 'survey.csv',
              fileBytes: 1,
              format: 'generic',
              encoding: 'utf-8',
              delimiter: ',',
              plan: {},
              importedBy: null,
              codebook: fixtureCodebook,
              summary: spool.summary
            },
            spool
          )
        )
        .immediate()
    );
  } finally {
    spool.close();
  }
}

const numbers = (list: (number | null)[]): ChunkValues => ({
  kind: 'numeric',
  values: Float64Array.from(list, (value) => value ?? NaN)
});

function words(list: (string | null)[]): ChunkValues {
  const distinct = [...new Set(list)].filter((word) => word !== null);
  const pieces = distinct.map((word) => Buffer.from(word));
  let end = 0;
  return {
    kind: 'text',
    codes: Uint16Array.from(list, (word) => (word === null ? 0 : distinct.indexOf(word) + 1)),
    ends: Uint32Array.from(pieces, (piece) => (end += piece.length)),
    bytes: new Uint8Array(Buffer.concat(pieces))
  };
}
