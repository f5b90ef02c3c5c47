import { describe, expect, test } from 'vitest';
import { openDatabase, type Db } from './open';

/** One of everything that is guarded, by plain SQL: the guards must hold whoever writes. */
function world(recursive: 'ON' | 'OFF') {
  const db = openDatabase(':memory:');
  db.$client.pragma(`recursive_triggers = ${recursive}`);
  const run = (sql: string) => db.$client.exec(sql);
  run(`
    INSERT INTO survey (id, workspace_id, name, created_at) VALUES ('s', 'w', 'S', 0);
    INSERT INTO wave (id, workspace_id, survey_id, name, created_at, updated_at) VALUES ('v', 'w', 's', '1', 0, 0);
  `);
  version(db, 'd1', 1);
  run(`
    INSERT INTO estimate_snapshot VALUES ('snap', 'w', 'i', 'k', '[{"id":"d1","contentSha256":"c"}]', '{}', '{}', '{}', 'e', 0, NULL, 'h');
    INSERT INTO snapshot_estimate VALUES
      ('snap', 'a', 'proportion', 0.31, 0.27, 0.36, 400, 0, 0),
      ('snap', 'a|b', 'difference', 0.1, 0.02, 0.18, NULL, 0, 1),
      ('snap', 'a|c', 'difference', 0.1, -0.02, 0.22, NULL, 0, 0),
      ('snap', 'z', 'proportion', NULL, NULL, NULL, NULL, 1, 0);
  `);
  return { db, run };
}

/** The chunk and codebook first, the version row last: the order an import writes in. */
function version(db: Db, id: string, number: number) {
  db.$client
    .transaction(() => {
      db.$client.pragma('defer_foreign_keys = ON');
      db.$client.exec(`
        INSERT INTO column_chunk VALUES ('${id}', 0, 0, 'values', 'u8', 1, x'01');
        INSERT INTO question VALUES ('${id}', 'q', 0, '{}', 'single', 'answered', NULL, NULL);
        INSERT INTO variable VALUES ('${id}', 0, 'q', 0, 'a', 0, 'A', '{}', 'categorical', 'answer', NULL, '[]', '[]');
        INSERT INTO dataset_version VALUES ('${id}', 'w', 'v', ${number}, 'f', 'f.csv', 1, 'c', 'generic', 'utf-8', ',', '{}', 1, 1, '[]', NULL, 0, NULL, '[]', NULL);
      `);
    })
    .immediate();
}

const claimRow = (id: string, kind = 'level', status = 'draft') =>
  `INSERT INTO claim VALUES ('${id}', 'w', 'o', 'organization', '${kind}', '{{a.value}}', '${status}', NULL, 'u', 0);`;
const evidence = (claim: string, cell = 'a', stat = 'proportion') =>
  `INSERT INTO claim_evidence VALUES ('${claim}', 'slot-${cell}', 'snap', '${cell}', '${stat}');`;
const step = (table: string, id: string, column: string, ...values: string[]) =>
  values.map((v) => `UPDATE ${table} SET ${column} = '${v}' WHERE id = '${id}';`).join('');
const exhibitRow = (id: string, number: number) =>
  `INSERT INTO exhibit (id, workspace_id, owner_organization_id, number, title, chart_type, state, created_by, created_at)
   VALUES ('${id}', 'w', 'o', ${number}, 'T', 'ranked-bar', 'draft', 'u', 0);`;
const freeze = (id: string) =>
  `UPDATE exhibit SET state = 'frozen', sha256 = 'hash-${id}', frozen_at = 1 WHERE id = '${id}';`;
const approved = (id: string) =>
  claimRow(id) + evidence(id) + step('claim', id, 'status', 'checked', 'approved');
const frozenExhibit =
  approved('c') +
  exhibitRow('x', 1) +
  `INSERT INTO exhibit_item VALUES ('x', 0, 'snap', 'c');` +
  freeze('x');

describe.each(['ON', 'OFF'] as const)('with recursive triggers %s', (recursive) => {
  const cases: [rule: string, before: string, refused: string, message: RegExp][] = [
    ['a snapshot is never updated', '', `UPDATE estimate_snapshot SET engine = 'x'`, /immutable/],
    ['a snapshot is never deleted', '', `DELETE FROM estimate_snapshot`, /immutable/],
    [
      'a snapshot is never replaced, by id',
      '',
      `INSERT OR REPLACE INTO estimate_snapshot VALUES ('snap', 'w', 'i', 'k', '[]', '{}', '{}', '{}', 'e', 0, NULL, 'h2')`,
      /exists/
    ],
    [
      'a snapshot is never replaced, by hash',
      '',
      `INSERT OR REPLACE INTO estimate_snapshot VALUES ('snap2', 'w', 'i', 'k', '[]', '{}', '{}', '{}', 'e', 0, NULL, 'h')`,
      /exists/
    ],
    [
      'a snapshot is never upserted',
      '',
      `INSERT INTO estimate_snapshot VALUES ('snap', 'w', 'i', 'k', '[]', '{}', '{}', '{}', 'e', 0, NULL, 'h') ON CONFLICT DO UPDATE SET engine = 'x'`,
      /exists|immutable/
    ],
    [
      'a frozen number is never replaced',
      '',
      `REPLACE INTO snapshot_estimate VALUES ('snap', 'a', 'proportion', 0.99, 0, 1, 400, 0, 0)`,
      /exists/
    ],
    ['a frozen number is never updated', '', `UPDATE snapshot_estimate SET n = 1`, /immutable/],
    ['a frozen number is never deleted', '', `DELETE FROM snapshot_estimate`, /immutable/],
    [
      'a snapshot in a frozen exhibit gains no number',
      frozenExhibit,
      `INSERT INTO snapshot_estimate VALUES ('snap', 'new', 'mean', 1, 0, 2, 3, 0, 0)`,
      /immutable/
    ],
    [
      'a suppressed cell carries no number',
      '',
      `INSERT INTO snapshot_estimate VALUES ('snap', 'y', 'mean', NULL, NULL, NULL, 4, 1, 0)`,
      /no number/
    ],
    ['a claim is born draft', '', claimRow('c', 'level', 'approved'), /starts as draft/],
    [
      'a claim is checked before it is approved',
      claimRow('c') + evidence('c'),
      step('claim', 'c', 'status', 'approved'),
      /draft to checked/
    ],
    [
      'a claim without evidence is not approved',
      claimRow('c'),
      step('claim', 'c', 'status', 'checked', 'approved'),
      /without evidence/
    ],
    [
      'a claim on a suppressed number is not approved',
      claimRow('c') + evidence('c', 'z'),
      step('claim', 'c', 'status', 'checked', 'approved'),
      /suppressed/
    ],
    [
      'a claim on a number no snapshot holds is not approved',
      claimRow('c') + evidence('c', 'nowhere'),
      step('claim', 'c', 'status', 'checked', 'approved'),
      /no snapshot holds/
    ],
    [
      'a comparison resting on two levels is not approved',
      claimRow('c', 'comparison') + evidence('c'),
      step('claim', 'c', 'status', 'checked', 'approved'),
      /tested difference or ratio/
    ],
    [
      'a comparison resting on an untested difference is not approved',
      claimRow('c', 'trend') + evidence('c', 'a|c', 'difference'),
      step('claim', 'c', 'status', 'checked', 'approved'),
      /tested difference or ratio/
    ],
    [
      'a retracted claim stays retracted',
      claimRow('c') + step('claim', 'c', 'status', 'retracted'),
      step('claim', 'c', 'status', 'draft'),
      /draft to checked/
    ],
    [
      'a claim is never replaced',
      approved('c'),
      claimRow('c').replace('INSERT', 'INSERT OR REPLACE'),
      /exists/
    ],
    [
      'a claim never takes the place of another',
      approved('c') + claimRow('e'),
      `UPDATE OR REPLACE claim SET id = 'c' WHERE id = 'e'`,
      /keeps its id/
    ],
    ['a checked claim is never deleted', approved('c'), `DELETE FROM claim`, /stays in the record/],
    [
      'the words of a claim in a frozen exhibit stand',
      frozenExhibit,
      `UPDATE claim SET template = 'new'`,
      /frozen exhibit/
    ],
    [
      'the evidence of a claim in a frozen exhibit is not added to',
      frozenExhibit,
      evidence('c', 'a|b', 'difference'),
      /frozen exhibit/
    ],
    [
      'the evidence of a claim in a frozen exhibit is not changed',
      frozenExhibit,
      `UPDATE claim_evidence SET cell = 'a|b'`,
      /frozen exhibit/
    ],
    [
      'the evidence of a claim in a frozen exhibit is not taken away',
      frozenExhibit,
      `DELETE FROM claim_evidence`,
      /frozen exhibit/
    ],
    [
      'the evidence of a claim in a frozen exhibit is not replaced',
      frozenExhibit,
      `REPLACE INTO claim_evidence VALUES ('c', 'slot-a', 'snap', 'a|b', 'difference')`,
      /frozen exhibit/
    ],
    [
      'an exhibit is born draft',
      '',
      exhibitRow('x', 1).replace(`'draft'`, `'frozen'`),
      /starts as draft/
    ],
    ['an exhibit without items is not frozen', exhibitRow('x', 1), freeze('x'), /no items/],
    [
      'an exhibit without a hash is not frozen',
      exhibitRow('x', 1) + `INSERT INTO exhibit_item VALUES ('x', 0, 'snap', NULL);`,
      step('exhibit', 'x', 'state', 'frozen'),
      /no hash/
    ],
    [
      'an exhibit with a claim under way is not frozen',
      claimRow('c') +
        evidence('c') +
        exhibitRow('x', 1) +
        `INSERT INTO exhibit_item VALUES ('x', 0, 'snap', 'c');`,
      freeze('x'),
      /not approved/
    ],
    [
      'an exhibit is not submitted before it is frozen',
      exhibitRow('x', 1),
      step('exhibit', 'x', 'state', 'submitted'),
      /draft to frozen/
    ],
    [
      'a withdrawn exhibit stays withdrawn',
      frozenExhibit + step('exhibit', 'x', 'state', 'withdrawn'),
      step('exhibit', 'x', 'state', 'submitted'),
      /draft to frozen/
    ],
    ...['title', 'author_alt', 'chart_type', 'sha256', 'visibility', 'number', 'version'].map(
      (column): [string, string, string, RegExp] => [
        `the ${column} of a frozen exhibit stands`,
        frozenExhibit,
        `UPDATE exhibit SET ${column} = 7`,
        /new version/
      ]
    ),
    ['a frozen exhibit is never deleted', frozenExhibit, `DELETE FROM exhibit`, /stays/],
    [
      'a frozen exhibit is never replaced, by id',
      frozenExhibit,
      exhibitRow('x', 2).replace('INSERT', 'INSERT OR REPLACE'),
      /exists/
    ],
    [
      'a frozen exhibit is never replaced, by number',
      frozenExhibit,
      exhibitRow('y', 1).replace('INSERT', 'INSERT OR REPLACE'),
      /exists/
    ],
    [
      'a draft never takes the number of a frozen exhibit',
      frozenExhibit + exhibitRow('y', 2),
      `UPDATE OR REPLACE exhibit SET number = 1 WHERE id = 'y'`,
      /keeps its number/
    ],
    [
      'a draft never takes the id of a frozen exhibit',
      frozenExhibit + exhibitRow('y', 2),
      `UPDATE OR REPLACE exhibit SET id = 'x' WHERE id = 'y'`,
      /keeps its number/
    ],
    [
      'a frozen exhibit gains no item',
      frozenExhibit,
      `INSERT INTO exhibit_item VALUES ('x', 1, 'snap', NULL)`,
      /new version/
    ],
    ['a frozen exhibit keeps its items', frozenExhibit, `DELETE FROM exhibit_item`, /new version/],
    [
      'the items of a frozen exhibit do not change',
      frozenExhibit,
      `UPDATE exhibit_item SET claim_id = NULL`,
      /new version/
    ],
    [
      'a draft item never moves onto one of a frozen exhibit',
      frozenExhibit +
        exhibitRow('y', 2) +
        `INSERT INTO exhibit_item VALUES ('y', 0, 'snap', NULL);`,
      `UPDATE OR REPLACE exhibit_item SET exhibit_id = 'x' WHERE exhibit_id = 'y'`,
      /new version/
    ],
    ['a dataset version is never updated', '', `UPDATE dataset_version SET rows = 2`, /immutable/],
    [
      'a dataset version is never replaced',
      '',
      `REPLACE INTO dataset_version SELECT 'd9', workspace_id, wave_id, number, file_sha256, file_name, file_bytes, content_sha256, format, encoding, delimiter, plan, rows, imported, excluded, imported_by, created_at, NULL, companions, repeat_of FROM dataset_version`,
      /exists/
    ],
    [
      'a dataset version under a snapshot is never deleted',
      '',
      `DELETE FROM dataset_version`,
      /rests on/
    ],
    [
      'a dataset version is superseded once',
      `UPDATE dataset_version SET superseded_by = 'd1';`,
      `UPDATE dataset_version SET superseded_by = 'd7'`,
      /has been superseded/
    ],
    [
      'a superseded version is not current while the later one stands',
      `UPDATE dataset_version SET superseded_by = 'd1';`,
      `UPDATE dataset_version SET superseded_by = NULL`,
      /has been superseded/
    ],
    ['a column is never updated', '', `UPDATE column_chunk SET data = x'02'`, /immutable/],
    [
      'a column is never replaced',
      '',
      `REPLACE INTO column_chunk VALUES ('d1', 0, 0, 'values', 'u8', 1, x'02')`,
      /immutable/
    ],
    ['a column is never deleted by itself', '', `DELETE FROM column_chunk`, /immutable/],
    ['a variable is never updated', '', `UPDATE variable SET kind = 'text'`, /immutable/],
    ['a variable is never deleted by itself', '', `DELETE FROM variable`, /immutable/],
    [
      'a variable is never replaced',
      '',
      `REPLACE INTO variable SELECT * FROM variable`,
      /immutable/
    ],
    ['a question is never updated', '', `UPDATE question SET base = 'asked'`, /immutable/],
    [
      'a question is never replaced',
      '',
      `REPLACE INTO question SELECT * FROM question`,
      /immutable/
    ],
    ...(
      [
        ['updated', `UPDATE audit_entry SET action = 'x'`],
        ['deleted', `DELETE FROM audit_entry`],
        ['replaced', `REPLACE INTO audit_entry SELECT * FROM audit_entry`]
      ] as const
    ).map(([what, sql]): [string, string, string, RegExp] => [
      `an audit entry is never ${what}`,
      `INSERT INTO audit_entry (id, created_at, action, entity, entity_id) VALUES ('a', 0, 'b', 'c', 'd');`,
      sql,
      /append-only/
    ]),
    ['an open campaign has no result', '', campaignRow('active', `'won'`), /exactly when/],
    ['a closed campaign has a result', '', campaignRow('closed', 'NULL'), /exactly when/],
    [
      'closing a campaign takes a result',
      campaignRow('active', 'NULL') + ';',
      `UPDATE campaign SET status = 'closed'`,
      /exactly when/
    ],
    [
      'a closed campaign is not opened again',
      campaignRow('closed', `'won'`) + ';',
      `UPDATE campaign SET status = 'active', result = NULL`,
      /new cycle/
    ],
    [
      'a primary target is a person',
      campaignRow('draft', 'NULL') + ';',
      stakeholderRow(`NULL, 'o', 'primary-target', NULL, NULL, NULL`),
      /is a person/
    ],
    [
      'support is rated from -2 to 2',
      campaignRow('draft', 'NULL') + ';',
      stakeholderRow(`'p', NULL, 'ally', 3, 1, 'vote'`),
      /-2 to 2/
    ],
    [
      'influence is rated from 0 to 4',
      campaignRow('draft', 'NULL') + ';',
      stakeholderRow(`'p', NULL, 'ally', 1, 5, 'vote'`),
      /0 to 4/
    ],
    [
      'a rating needs its basis',
      campaignRow('draft', 'NULL') + ';',
      stakeholderRow(`'p', NULL, 'ally', 1, 1, ' '`),
      /basis/
    ],
    ['a commitment has a giver', '', commitmentRow(`NULL, NULL`, 'proposed', 'NULL'), /one giver/],
    ['a commitment has one giver', '', commitmentRow(`'o', 'p'`, 'proposed', 'NULL'), /one giver/],
    [
      'a broken promise needs evidence',
      commitmentRow(`'o', NULL`, 'accepted', 'NULL') + ';',
      `UPDATE commitment SET state = 'broken'`,
      /evidence/
    ],
    [
      'a lived-experience speaker signs up with consent',
      speakerRow('confirmed') + ';',
      `UPDATE speaker SET state = 'signed-up'`,
      /consent/
    ]
  ];

  test.each(cases)('%s', (_rule, before, refused, message) => {
    const { db, run } = world(recursive);
    run(before);
    expect(() => run(refused)).toThrow(message);
    db.$client.close();
  });

  test('a claim whose words or evidence change is a draft again', () => {
    const { db, run } = world(recursive);
    run(approved('c') + approved('e'));
    run(
      `UPDATE claim SET template = 'new' WHERE id = 'c'; DELETE FROM claim_evidence WHERE claim_id = 'e'`
    );
    expect(db.$client.prepare('SELECT status FROM claim').pluck().all()).toEqual([
      'draft',
      'draft'
    ]);
  });

  test('changed words cannot be approved in the same breath', () => {
    const { db, run } = world(recursive);
    run(approved('c') + step('claim', 'c', 'status', 'stale'));
    run(`UPDATE claim SET template = 'new', status = 'approved'`);
    expect(db.$client.prepare('SELECT status FROM claim').pluck().get()).toBe('draft');
  });

  test('a comparison with a tested difference is approved', () => {
    const { run } = world(recursive);
    expect(() =>
      run(
        claimRow('c', 'comparison') +
          evidence('c', 'a|b', 'difference') +
          step('claim', 'c', 'status', 'checked', 'approved')
      )
    ).not.toThrow();
  });

  test('a new version marks the claims on the earlier one stale and leaves frozen exhibits', () => {
    const { db, run } = world(recursive);
    run(frozenExhibit);
    version(db, 'd2', 2);
    run(`UPDATE dataset_version SET superseded_by = 'd2' WHERE id = 'd1'`);
    expect(db.$client.prepare('SELECT status FROM claim').pluck().get()).toBe('stale');
    expect(db.$client.prepare('SELECT state, sha256 FROM exhibit').get()).toEqual({
      state: 'frozen',
      sha256: 'hash-x'
    });
  });

  test('a retracted claim takes its frozen exhibit out of use', () => {
    const { db, run } = world(recursive);
    run(frozenExhibit + step('claim', 'c', 'status', 'retracted'));
    expect(db.$client.prepare('SELECT state FROM exhibit').pluck().get()).toBe('withdrawn');
  });

  test('a version nothing rests on goes with its columns and codebook, and the earlier is current again', () => {
    const { db, run } = world(recursive);
    version(db, 'd2', 2);
    run(`UPDATE dataset_version SET superseded_by = 'd2' WHERE id = 'd1'`);
    run(`DELETE FROM dataset_version WHERE id = 'd2'`);
    run(`UPDATE dataset_version SET superseded_by = NULL WHERE id = 'd1'`);
    const left = (table: string) =>
      db.$client.prepare(`SELECT DISTINCT dataset_version_id FROM ${table}`).pluck().all();
    expect([left('column_chunk'), left('question'), left('variable')]).toEqual([
      ['d1'],
      ['d1'],
      ['d1']
    ]);
  });
});

function campaignRow(status: string, result: string) {
  return `INSERT INTO campaign (id, workspace_id, owner_organization_id, created_by, created_at, updated_at, name, status, result)
    VALUES ('k', 'w', 'o', 'u', 0, 0, 'K', '${status}', ${result})`;
}

function stakeholderRow(values: string) {
  return `INSERT INTO stakeholder (id, workspace_id, owner_organization_id, created_by, created_at, updated_at, campaign_id, person_id, organization_id, role, support, influence, basis)
    VALUES ('t', 'w', 'o', 'u', 0, 0, 'k', ${values})`;
}

function commitmentRow(givers: string, state: string, proof: string) {
  return `INSERT INTO commitment (id, workspace_id, owner_organization_id, created_by, created_at, updated_at, giver_organization_id, giver_person_id, text, state, evidence)
    VALUES ('m', 'w', 'o', 'u', 0, 0, ${givers}, 'rent', '${state}', ${proof})`;
}

function speakerRow(state: string) {
  return `INSERT INTO hearing (id, workspace_id, owner_organization_id, created_by, created_at, updated_at, body, subject, status, uid, starts_at, zone, earlier_starts, place)
      VALUES ('h', 'w', 'o', 'u', 0, 0, 'Council', 'Rent', 'confirmed', 'h@x', 0, 'UTC', '[]', 'Hall');
    INSERT INTO speaker (id, workspace_id, hearing_id, "order", name, role, state)
      VALUES ('p', 'w', 'h', 0, 'A', 'lived-experience', '${state}')`;
}
