import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWorkers } from '$lib/server/work/built.fixture';

const folder = mkdtempSync(join(tmpdir(), 'groundswell-cli-'));
const file = join(folder, 'answers.csv');
const csv = 'id,Rent?,Age\n1,Yes,30\n2,No,40\n3,Yes,\n4,No,35\n';
writeFileSync(file, csv);
let built: Awaited<ReturnType<typeof buildWorkers>>;
beforeAll(async () => {
  built = await buildWorkers();
});
afterAll(() => {
  built.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command as a person would; `json` is what standard output holds. */
function run(data: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [built.commandLine, ...words], {
    encoding: 'utf8',
    env: { ...process.env, GROUNDSWELL_DATA: join(folder, data), ORIGIN: 'https://x.example' }
  });
  const json = words.includes('--json') && stdout ? (JSON.parse(stdout) as unknown) : null;
  return { status, json, stdout, stderr };
}

const imported = (data: string, ...more: string[]) =>
  run(data, 'import', file, '--survey', 'Needs', '--wave', '2024', '--yes', '--json', ...more);
const idOf = (result: { json: unknown }) => (result.json as { versionId: string }).versionId;

describe('the command line', () => {
  test('inspects without writing anything', () => {
    const { status, json, stderr } = run('none', 'inspect', file, '--json');
    expect([status, stderr]).toEqual([0, '']);
    expect(json).toMatchObject({
      format: 'generic',
      encoding: 'utf-8',
      delimiter: ',',
      eol: 'lf',
      headerRows: 1,
      rows: 4,
      columns: 3
    });
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  test('makes weights from margins, shows them, and uses them only when asked to', () => {
    const { versionId } = imported('rake', '--sample-type', 'probability').json as {
      versionId: string;
    };
    const margins = join(folder, 'margins.csv');
    writeFileSync(margins, 'variable,category,target\nRent?,Yes,600\nRent?,No,400\n');
    const shown = run('rake', 'rake', versionId, margins, '--json');
    expect([shown.status, shown.json]).toMatchObject([
      0,
      { weightingId: null, used: false, converged: true, n: 4, total: 1000, base: 'none' }
    ]);
    expect(run('rake', 'rake', versionId, margins).stdout).toContain('Nothing was kept.');
    const used = run('rake', 'rake', versionId, margins, '--use', '--json');
    expect([used.status, used.json]).toMatchObject([0, { used: true }]);
    expect(run('rake', 'verify').status).toBe(0);
    writeFileSync(margins, 'variable,category,target\nRent?,Yes,60\nRent?,Sometimes,40\n');
    const refused = run('rake', 'rake', versionId, margins, '--json');
    expect([refused.status, refused.json]).toMatchObject([
      1,
      { issues: [{ code: 'margin-category-unknown', where: { line: 3 } }] }
    ]);
    expect(run('rake', 'rake', versionId, margins, '--trim', 'much').status).toBe(2);
  });

  test('imports, lists, shows the codebook and takes back', () => {
    const first = imported('cycle');
    expect([first.status, first.json]).toEqual([
      0,
      {
        versionId: idOf(first),
        sha256: createHash('sha256').update(csv).digest('hex'),
        rows: 4,
        imported: 4,
        excluded: [],
        issues: []
      }
    ]);
    expect(run('cycle', 'surveys', '--json').json).toEqual([
      expect.objectContaining({ survey: 'Needs', wave: '2024', versionId: idOf(first), rows: 4 })
    ]);
    const book = run('cycle', 'codebook', '2024', '--json').json as { variables: unknown[] };
    expect(book.variables).toHaveLength(3);
    expect(run('cycle', 'verify', '--json').json).toMatchObject({ ok: true, versions: 1 });
    expect(run('cycle', 'undo-import', idOf(first), '--json').status).toBe(0);
    expect(run('cycle', 'surveys', '--json').json).toEqual([]);
  });

  test('pairs files that belong together, whichever is named first, and imports them as one', () => {
    const main = join(folder, 'visits.csv');
    const members = join(folder, 'visits-members.csv');
    writeFileSync(main, 'q,SubmissionDate,KEY\na,2024-01-01,uuid:1\nb,2024-01-02,uuid:2\n');
    writeFileSync(members, 'age,PARENT_KEY,KEY\n4,uuid:1,x\n9,uuid:1,y\n');
    const seen = run('pairs', 'inspect', members, '--with', main);
    expect(seen.stdout).toContain(
      'visits-members.csv: rows of a repeated group; its rows name the row they belong to; paired by KEY and PARENT_KEY; 2 found their place, 0 did not'
    );
    const names = ['--survey', 'Visits', '--wave', '1', '--yes', '--json'];
    const done = run('pairs', 'import', members, '--with', main, ...names);
    expect(done.json).toMatchObject({
      imported: 2,
      repeats: [{ name: 'Visits: members', rows: 2, imported: 2 }]
    });
    expect(run('pairs', 'verify', '--json').json).toMatchObject({ ok: true, versions: 2 });
    expect(run('pairs', 'undo-import', idOf(done), '--json').status).toBe(0);
    expect(run('pairs', 'surveys', '--json').json).toEqual([]);
  });

  test('refuses with exit 1, issues on standard output and a sentence on standard error', () => {
    imported('again');
    const { status, json, stderr } = imported('again');
    expect(status).toBe(1);
    expect(json).toMatchObject({ issues: [{ code: 'already-imported', severity: 'error' }] });
    expect(stderr).toMatch(/was imported with the same decisions before/);
  });

  test('imports the next wave by the template of the survey, and says so', () => {
    imported('next');
    const second = join(folder, 'second.csv');
    writeFileSync(second, 'id,Rent?,Age\n5,Yes,31\n6,Maybe,42\n7,No,99\n8,Yes,35\n');
    const wave = ['import', second, '--survey', 'Needs', '--wave', '2026', '--json'];
    const asked = run('next', ...wave, '--template', 'latest');
    expect([asked.status, asked.json]).toMatchObject([
      1,
      { issues: [{ code: 'TEMPLATE_NEW_VALUES', severity: 'question' }] }
    ]);
    expect(asked.stderr).toMatch(/Maybe/);
    const done = run('next', ...wave, '--yes');
    expect([done.status, done.json]).toMatchObject([
      0,
      { template: expect.any(String) as string, issues: [{ code: 'TEMPLATE_NEW_VALUES' }] }
    ]);
    expect(run('next', ...wave, '--yes').json).toMatchObject({
      issues: [{ code: 'already-imported' }]
    });
  });

  test('prints a template that another data folder imports by, and refuses one of other columns', () => {
    imported('from');
    const printed = run('from', 'template', 'Needs');
    expect(printed.status).toBe(0);
    const template = join(folder, 'template.json');
    writeFileSync(template, printed.stdout);
    const there = imported('to', '--template', template);
    expect([there.status, there.json]).toMatchObject([0, { template, rows: 4 }]);
    const other = join(folder, 'other.csv');
    writeFileSync(other, 'Bus,Train,Car\ngood,bad,bad\nbad,good,bad\ngood,good,bad\n');
    const refusal = run(
      'to',
      ...['import', other, '--survey', 'Ways', '--wave', '1', '--yes', '--json'],
      ...['--template', template]
    );
    expect([refusal.status, refusal.json]).toMatchObject([
      1,
      { issues: [{ code: 'TEMPLATE_OTHER_COLUMNS' }] }
    ]);
    expect(run('to', 'template', 'Nothing').status).toBe(1);
  });

  test('answers misuse with exit 2, nothing on standard output, and the usage', () => {
    for (const words of [
      ['import', file],
      ['inspect'],
      ['nonsense'],
      ['surveys', '--colour', '1'],
      []
    ]) {
      const { status, stdout, stderr } = run('misuse', ...words);
      expect([words, status, stdout]).toEqual([words, 2, '']);
      expect(stderr).toMatch(/Usage:/);
    }
  });

  test('estimates in full precision only when told that the answer is unreleased', () => {
    imported('estimate', '--as-is');
    const spec = join(folder, 'spec.json');
    const design = { type: 'taylor', ids: null, weights: '.one', lonely: 'fail' };
    writeFileSync(
      spec,
      JSON.stringify({ family: 'mean', design, y: { var: 'Age', kind: 'numeric' } })
    );
    const words = ['estimate', '2024', spec, '--json'];
    expect(run('estimate', ...words)).toMatchObject({
      status: 1,
      json: { issues: [{ code: 'sample-type-missing' }] }
    });
    expect(run('estimate', ...words, '--unreleased').json).toMatchObject({ n: 3, estimate: 35 });
    writeFileSync(spec, JSON.stringify({ family: 'mean', design, y: { var: 'Height' } }));
    const missing = run('estimate', ...words, '--unreleased');
    expect([missing.status, missing.stderr]).toEqual([1, expect.stringContaining('Height')]);
  });

  test('releases an answer through the privacy rules, from a file and from words', () => {
    const many = join(folder, 'many.csv');
    const rows = Array.from({ length: 400 }, (_, i) =>
      [i, i % 3 ? 'Yes' : 'No', i < 397 ? (i % 2 ? 'own' : 'rent') : 'boat', 20 + (i % 50)].join()
    );
    writeFileSync(many, ['id,Rent?,Tenure,Age', ...rows].join('\n'));
    const names = ['--survey', 'Many', '--wave', '2025', '--yes', '--json'];
    const typed = ['--sample-type', 'probability', '--population', '90000'];
    expect(run('many', 'import', many, ...names, ...typed).status).toBe(0);
    const asked = ['estimate', '--survey', 'Many', '--family', 'mean_by', '--y', 'rent=Yes'];
    const { json, stderr, status } = run('many', ...asked, '--by', 'tenure', '--json');
    expect([status, stderr]).toEqual([0, '']);
    const { groups } = json as { groups: { key: { tenure: string }; n: number | null }[] };
    const at = (tenure: string) => groups.find(({ key }) => key.tenure === tenure)?.n;
    expect(at('boat')).toBeNull();
    const open = run('many', ...asked, '--by', 'tenure', '--json', '--unreleased').json as {
      groups: typeof groups;
    };
    expect(open.groups.find(({ key }) => key.tenure === 'boat')?.n).toBe(3);
    const csv = run('many', ...asked, '--by', 'tenure', '--csv').stdout;
    expect(csv).toMatch(/boat,estimate,,private/);
    const grouped = run('many', ...asked.with(4, 'mean'), '--by', 'tenure', '--csv').stdout;
    expect(grouped).toBe(csv);
    const extra = run('many', ...asked.with(4, 'ciprop'), '--by', 'tenure');
    expect([extra.status, extra.stderr]).toEqual([2, expect.stringContaining('takes no --by')]);
    const close = run('many', ...asked.with(4, 'mean'), '--where', 'tenure=own|rent');
    expect([close.status, close.stderr]).toEqual([1, expect.stringContaining('too few')]);
    const spec = join(folder, 'released.json');
    const design = { type: 'taylor', ids: null, weights: '.one', lonely: 'fail' };
    const y = { var: 'Tenure', kind: 'indicator', true: ['own'], false: ['rent'] };
    writeFileSync(spec, JSON.stringify({ family: 'mean', design, y }));
    expect(run('many', 'estimate', '2025', spec, '--json').json).toMatchObject({
      issues: [{ code: 'bench-partial-variable' }]
    });
    writeFileSync(spec, JSON.stringify({ family: 'mean', design, y: { var: 'Age' } }));
    expect(run('many', 'estimate', '2025', spec, '--json').json).toMatchObject({ n: 400 });
  });

  test('names what there is when a wave is not there', () => {
    imported('waves');
    const { status, stderr } = run('waves', 'codebook', '2031');
    expect([status, stderr]).toEqual([1, 'There is no wave "2031"; there is: 2024.\n']);
  });

  test('shows no number of a wave whose sample nobody has described', () => {
    imported('sample');
    const { status, stdout } = run('sample', 'indicators', '2024', '--json');
    expect([0, 1]).toContain(status);
    expect(stdout).not.toMatch(/"value":\d/);
    const typed = imported('typed', '--sample-type', 'opt-in', '--population', '900');
    expect(typed.status).toBe(0);
    expect(imported('typo', '--sample-type', 'random').status).toBe(2);
  });

  test('backs up and restores', () => {
    const version = idOf(imported('keep'));
    const copy = join(folder, 'copy.db');
    expect(run('keep', 'backup', copy, '--json').json).toEqual({
      file: copy,
      bytes: readFileSync(copy).length,
      keys: null
    });
    expect(run('other', 'restore', copy, '--json').status).toBe(0);
    expect(run('other', 'surveys', '--json').json).toEqual([
      expect.objectContaining({ versionId: version })
    ]);
  });

  test('makes a setup link until there is an owner', () => {
    const { status, json } = run('setup', 'setup-link', '--json');
    expect([status, json]).toEqual([
      0,
      expect.objectContaining({
        url: expect.stringMatching(/^https:\/\/x\.example\/setup\?token=/) as string
      })
    ]);
  });
});
