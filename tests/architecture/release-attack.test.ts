import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { waveDimension } from '$lib/disparities/changes';
import { Outsider } from '$lib/privacy/outsider.fixture';
import type { ReleasePolicy } from '$lib/privacy/policy';
import type * as Release from '$lib/privacy/release';
import type { CellKey, EstimateTable, RawCell, ReleasedTable } from '$lib/privacy/table';
import { closeDb, getDb } from '$lib/server/db';
import type { Access } from '$lib/server/access/access';
import { listExhibits } from '$lib/server/db/queries/evidence';
import { indicatorTable } from '$lib/server/use-cases/indicator-table';
import { loadSample } from '$lib/server/use-cases/load-sample';
import { listGroups, listInstances } from '$lib/server/use-cases/mapping';
import { needDimension } from '$lib/server/use-cases/needs';
import { openExhibit } from '$lib/server/use-cases/exhibits';
import { wavesWithResponses } from '$lib/server/use-cases/show-figure';

/*
 * Everything the program releases of the sample county, attacked as one. Every release is overheard
 * while every screen is opened and every measure is asked for by every group and place; then an
 * outsider who has all of it, and the counts behind every shown cell, tries to bound the hidden ones.
 */

interface Overheard {
  raw: EstimateTable;
  policy: ReleasePolicy;
  released: ReleasedTable;
}

const { overheard } = vi.hoisted(() => ({ overheard: [] as unknown[] }));

vi.mock('$lib/privacy/release', async (original) => {
  const module = await original<typeof Release>();
  const release: typeof module.release = (raw, policy) => {
    const released = module.release(raw, policy);
    overheard.push({ raw, policy, released });
    return released;
  };
  return { ...module, release };
});

const folder = mkdtempSync(join(tmpdir(), 'groundswell-attack-'));
let access: Access;
let slug = '';

beforeAll(async () => {
  process.env.GROUNDSWELL_DATA = folder;
  ({ access, slug } = await loadSample(getDb(), 'data/sample-county', 'a long enough password'));
}, 240_000);

afterAll(() => {
  closeDb();
  delete process.env.GROUNDSWELL_DATA;
  rmSync(folder, { recursive: true, force: true });
});

/** The groups a measure's page splits by: more would be the same attack again, for minutes. */
const mostGroups = 2;
/** Measures of one kind that are attacked: the others differ in their question only. */
const mostOfAKind = 2;

/** Measures that count the same people: unmet, met and no need of one need. */
const ofNeed = ['unmet-need', 'people-in-need', 'coverage-gap', 'group-gap'];

/** What a cell counts, by the name of what is counted and where. */
interface Told {
  about: string;
  at: CellKey;
  counts: Record<string, number>;
  adds: [string, string[]][];
}

function toldBy({ subject, sources }: EstimateTable, cell: RawCell): Told {
  const { [waveDimension]: wave, [needDimension]: need, ...at } = cell.at;
  const key = need ?? subject.key;
  const [kind = '', name = ''] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  const about = `${wave ?? sources[0]?.waveId} ${ofNeed.includes(kind) ? `need:${name}` : key}`;
  const { n, x } = cell;
  if (cell.classes)
    return {
      about,
      at,
      counts: Object.fromEntries(cell.classes.map((count, i) => [`class${i}`, count])),
      adds: []
    };
  if (x === null) return { about, at, counts: { n }, adds: [] };
  if (cell.broader)
    return { about, at, counts: { inNeed: n, x, met: n - x }, adds: [['inNeed', ['x', 'met']]] };
  return { about, at, counts: { n, x, y: n - x }, adds: [['n', ['x', 'y']]] };
}

/** A released table as tables of one wave and one need each, since nothing adds up over these. */
function readBy(outsider: Outsider, { raw, released }: Overheard): void {
  const parts = new Map<string, { cells: RawCell[]; shown: ReleasedTable['cells']; told: Told }>();
  raw.cells.forEach((cell, i) => {
    const told = toldBy(raw, cell);
    const part = parts.get(told.about) ?? { cells: [], shown: [], told };
    part.cells.push({ ...cell, at: told.at });
    part.shown.push({ ...released.cells[i]!, at: told.at });
    parts.set(told.about, part);
  });
  const apart = [waveDimension, needDimension];
  const dimensions = raw.dimensions.filter(({ id }) => !apart.includes(id));
  const hasAnswers = dimensions.some(({ answers }) => answers);
  for (const [about, { cells, shown, told }] of parts) {
    const counts = (cell: RawCell): Record<string, number> =>
      hasAnswers ? { n: cell.n, x: cell.x! } : toldBy(raw, cell).counts;
    outsider.read(
      { ...raw, dimensions, cells },
      { ...released, cells: shown },
      about,
      counts,
      hasAnswers ? [] : told.adds
    );
  }
}

/** Opens a screen as the signed-in person does; a screen that does not exist for them is left out. */
async function openScreens(queries: readonly string[]): Promise<number> {
  const pages = import.meta.glob<{ load?: (event: unknown) => unknown }>(
    '../../src/routes/\\(app\\)/\\[workspace\\]/**/+page.server.ts'
  );
  const [wave] = wavesWithResponses(access);
  const [exhibit] = listExhibits(access);
  const [instance] = listInstances(access, wave!.wave.id);
  let opened = 0;
  for (const [path, page] of Object.entries(pages)) {
    const { load } = await page();
    if (!load) continue;
    for (const query of queries) {
      try {
        await load({
          locals: {
            user: { id: access.userId, name: '', email: '' },
            sessionId: 's',
            language: 'en',
            theme: 'auto',
            isDemo: false
          },
          params: {
            workspace: slug,
            wave: wave!.wave.id,
            exhibit: exhibit?.id,
            indicator: instance?.key
          },
          url: new URL(`http://localhost/${slug}${query}`),
          depends: () => undefined,
          setHeaders: () => undefined,
          parent: () => Promise.resolve({})
        });
        opened++;
      } catch (error) {
        // A redirect or a page that is not there; anything else is a fault.
        if (error instanceof Error && !path.includes('[')) throw error;
      }
    }
  }
  return opened;
}

describe('what the program releases of the county, taken together', () => {
  test('gives no hidden count away', async () => {
    const [newest, ...earlier] = wavesWithResponses(access).map(({ wave }) => wave);
    for (const wave of [newest!, ...earlier]) {
      const groups = listGroups(access, wave.id)
        .filter(({ isAboutPeople }) => isAboutPeople && wave === newest)
        .map(({ name }) => name)
        .slice(0, mostGroups);
      const kinds = new Map<string, number>();
      for (const { key, indicatorId } of listInstances(access, wave.id)) {
        kinds.set(indicatorId, (kinds.get(indicatorId) ?? 0) + 1);
        if (kinds.get(indicatorId)! > mostOfAKind) continue;
        for (const group of [null, ...groups]) {
          const withArea = wave.areaVariable !== null;
          indicatorTable(access, { waves: [wave.id], instanceKey: key, group, withArea });
        }
      }
    }
    expect(await openScreens([''])).toBeGreaterThan(20);
    for (const { id } of listExhibits(access)) openExhibit(access, id, 'en');
    const releases = overheard as Overheard[];
    expect(releases.length).toBeGreaterThan(50);
    const thresholds = new Set(releases.map(({ policy }) => policy.threshold));
    const outsider = new Outsider();
    for (const release of releases) readBy(outsider, release);
    expect(outsider.hidden).toBeGreaterThan(100);
    expect(outsider.exposed(Math.min(...thresholds))).toEqual([]);
  }, 600_000);
});
