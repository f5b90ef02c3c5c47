import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { closeDb, getDb } from '$lib/server/db';
import type { Access } from '$lib/server/access/access';
import { nextHearing } from '$lib/server/db/queries/hearing';
import { listExhibits } from '$lib/server/db/queries/evidence';
import { exportFigure, figureFormats } from '$lib/server/export/figure';
import { hearingFileHtml } from '$lib/server/export/hearing-file/hearing-file';
import { openExhibit } from '$lib/server/use-cases/exhibits';
import { hearingFile } from '$lib/server/use-cases/hearing-file';
import { indicatorTable, waveTable } from '$lib/server/use-cases/indicator-table';
import { recipeOf } from '$lib/server/use-cases/wave-recipe';
import { loadSample } from '$lib/server/use-cases/load-sample';
import { showFigure } from '$lib/server/use-cases/show-figure';
import { exhibit as exhibitCommand } from '../../src/cli/exhibit-export';
import { indicators as indicatorsCommand } from '../../src/cli/indicators';

/*
 * The sample county has small neighborhoods and groups whose numbers are really hidden. Here those
 * numbers are computed beside the door, and looked for in everything that comes out through it.
 */

const folder = mkdtempSync(join(tmpdir(), 'groundswell-egress-'));
const key = 'prevalence:skipped-meals';
let access: Access;
let wave = '';
let slug = '';
let secrets: string[] = [];
const logged: string[] = [];

/** Eight significant digits of a number: enough to be nobody else's. */
const digits = (value: number): string =>
  value
    .toPrecision(8)
    .replace(/^0\.0*/, '')
    .slice(0, 8);

/** Values, errors and interval ends of every cell that the release hid. */
function hiddenNumbers(): string[] {
  const found: string[] = [];
  for (const group of ['tenure', 'race_ethnicity']) {
    const query = { waves: [wave], instanceKey: key, group, withArea: true };
    const recipe = recipeOf(access, wave, query);
    const released = indicatorTable(access, query);
    if (!recipe.ok || !released.ok) throw new Error('the county has no such figure');
    const raw = waveTable(access, recipe.value, { group, reference: null });
    if (!raw.ok) throw new Error('the county has no such table');
    raw.value.cells.forEach((cell, i) => {
      if (released.value.table.cells[i]?.value !== null) return;
      const { value, se, low, high } = cell.estimate;
      for (const number of [value, se, low, high])
        if (number !== null && number > 1e-6 && number < 0.999) found.push(digits(number));
    });
  }
  return [...new Set(found)];
}

const expectNoSecret = (text: string): void => {
  expect(text.length).toBeGreaterThan(100);
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
};

beforeAll(async () => {
  process.env.GROUNDSWELL_DATA = folder;
  for (const level of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      logged.push(parts.map(String).join(' '));
    });
  const made = await loadSample(getDb(), 'data/sample-county', 'a long enough password');
  ({ access, slug } = made);
  wave = made.waves['2026'] ?? '';
  secrets = hiddenNumbers();
}, 120_000);

afterAll(() => {
  closeDb();
  delete process.env.GROUNDSWELL_DATA;
  rmSync(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
});

describe('what the county hides', () => {
  test('there is much to hide, and the search would find it', () => {
    expect(secrets.length).toBeGreaterThan(100);
    const [secret = ''] = secrets;
    expect(() => expectNoSecret(`${'.'.repeat(100)}${secret}`)).toThrow();
  });

  const splits = ['tenure', 'race_ethnicity', 'place'].flatMap((by) =>
    (['en', 'es'] as const).map((language) => [by, language] as const)
  );
  test.each(splits)('is in no figure by %s, in its data, words or files (%s)', (by, language) => {
    const query = { show: key, by, place: null, wave, versus: 'everyone', view: 'dots' } as const;
    const shown = showFigure(access, query, language);
    if (!shown.ok || !shown.value.model) throw new Error('the figure is not shown');
    expectNoSecret(JSON.stringify(shown.value));
    for (const format of figureFormats) {
      const file = exportFigure(shown.value.model, format);
      expectNoSecret(Buffer.from(file.body).toString('latin1'));
    }
  });

  test('is in no page of the neighborhoods one by one', () => {
    const query = { show: key, by: 'tenure', wave, versus: 'own', view: 'bars' } as const;
    for (const place of ['fallow_ridge', 'sandbar_point', 'hollis_park', 'tannery_row']) {
      const shown = showFigure(access, { ...query, place }, 'en');
      if (shown.ok) expectNoSecret(JSON.stringify(shown.value));
    }
  });

  test('is in no data that a page sends', async () => {
    const pages = import.meta.glob<{ load?: (event: unknown) => unknown }>(
      '../../src/routes/\\(app\\)/\\[workspace\\]/{,explore,needs,indicators,indicators/*,evidence}/+page.server.ts'
    );
    expect(Object.keys(pages).length).toBeGreaterThan(3);
    for (const page of Object.values(pages)) {
      const { load } = await page();
      const event = {
        locals: {
          user: { id: access.userId, name: '', email: '' },
          sessionId: 's',
          language: 'en',
          theme: 'auto',
          isDemo: false
        },
        params: { workspace: slug, indicator: key, definition: 'group-inequality' },
        url: new URL(`http://localhost/${slug}?show=${key}&by=race_ethnicity&wave=${wave}`),
        depends: () => undefined,
        parent: () => Promise.resolve({})
      };
      if (load) expectNoSecret(JSON.stringify(await load(event)));
    }
  });

  test('is in no exhibit, and not in the hearing file', () => {
    const exhibits = listExhibits(access);
    expect(exhibits.length).toBeGreaterThan(0);
    for (const { id } of exhibits)
      expectNoSecret(JSON.stringify(openExhibit(access, id, 'en') ?? {}));
    const hearing = nextHearing(access);
    const file = hearing && hearingFile(access, hearing.id, 'en', { markStale: false });
    if (!file?.ok) throw new Error('there is no hearing file');
    expectNoSecret(hearingFileHtml(file.value));
  });

  test('is in nothing the command line prints', async () => {
    const typed = (positionals: string[], values: Record<string, string[]> = {}) => ({
      positionals,
      values
    });
    const list = await indicatorsCommand.run(typed(['2026']));
    expectNoSecret(JSON.stringify(list));
    for (const { id } of listExhibits(access)) {
      const saved = await exhibitCommand.run(
        typed(['export', id], { format: ['csv'], to: [folder] })
      );
      expectNoSecret(`${JSON.stringify(saved)}${'.'.repeat(100)}`);
    }
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.csv')))
      expectNoSecret(readFileSync(join(folder, name), 'utf8'));
  });

  test('is in no line of the log', () => {
    expectNoSecret(`${logged.join('\n')}${'.'.repeat(101)}`);
  });
});
