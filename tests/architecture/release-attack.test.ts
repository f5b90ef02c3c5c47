import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { indicators } from '$lib/indicators';
import { Outsider } from '$lib/privacy/outsider.fixture';
import type * as Release from '$lib/privacy/release';
import { closeDb, getDb } from '$lib/server/db';
import type { Access } from '$lib/server/access/access';
import { listExhibits } from '$lib/server/db/queries/evidence';
import { membership } from '$lib/server/db/schema';
import { figureFormats } from '$lib/server/export/figure';
import { openExhibit } from '$lib/server/use-cases/exhibits';
import { indexChoices } from '$lib/server/use-cases/index-choices';
import { createIndex } from '$lib/server/use-cases/index-versions';
import { indicatorTable } from '$lib/server/use-cases/indicator-table';
import { loadSample } from '$lib/server/use-cases/load-sample';
import { listGroups, listInstances } from '$lib/server/use-cases/mapping';
import { wavesWithResponses } from '$lib/server/use-cases/show-figure';
import { openRoutes, type Opened } from './release-attack/open-routes';
import { readBy, type Overheard } from './release-attack/read-release';

/*
 * Everything the program releases of the sample county, attacked as one. Every release is overheard
 * while every measure is asked for and every page and file is opened by a viewer and by an analyst; then
 * an outsider who has all of it, and the counts behind every shown cell, tries to bound the hidden ones.
 * And what the pages and files carry is searched for the numbers of the hidden cells.
 *
 * All measures are asked for by place, and those of the newest wave by every group about who people are.
 * Groups inside places are a sample: two measures of each kind, the groups in turn; of answers to one
 * question, which take seconds each, none.
 */

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
let userId = '';
const opened: Opened[] = [];

/** Measures of one kind that are asked for by a group inside places. */
const mostInPlaces = 2;

/** Asks for every measure of every wave. */
function askForTables(): void {
  const waves = wavesWithResponses(access).map(({ wave }) => wave);
  for (const wave of waves) {
    const groups =
      wave === waves[0] ? listGroups(access, wave.id).filter((g) => g.isAboutPeople) : [];
    const asked = new Map<string, number>();
    for (const [i, { key, indicatorId }] of listInstances(access, wave.id).entries()) {
      const ofKind = asked.get(indicatorId) ?? 0;
      asked.set(indicatorId, ofKind + 1);
      const ask = (group: string | null, withArea: boolean) =>
        indicatorTable(access, { waves: [wave.id], instanceKey: key, group, withArea });
      const hasPlaces = wave.areaVariable !== null;
      ask(null, hasPlaces);
      for (const { name } of groups) ask(name, false);
      const inPlaces = groups[i % groups.length];
      const isSampled = ofKind < mostInPlaces && indicatorId !== 'answer-shares';
      if (inPlaces && hasPlaces && isSampled) ask(inPlaces.name, true);
    }
  }
}

/** First row of each table, for the names in brackets of the routes. */
function paramsOf(indexId: string): Record<string, string | undefined> {
  const first = (table: string): string | undefined =>
    getDb()
      .$client.prepare<[string], { id: string }>(`SELECT id FROM "${table}" WHERE workspace_id = ?`)
      .get(access.workspaceId)?.id;
  const [wave] = wavesWithResponses(access);
  return {
    workspace: slug,
    wave: wave?.wave.id,
    indicator: listInstances(access, wave!.wave.id)[0]?.key,
    definition: indicators[0]?.id,
    index: indexId,
    format: figureFormats[0],
    method: 'release',
    measure: first('policy_measure'),
    action: first('policy_action'),
    ...Object.fromEntries(
      ['exhibit', 'claim', 'campaign', 'hearing', 'organization', 'commitment'].map((table) => [
        table,
        first(table)
      ])
    )
  };
}

/** What is asked of a page beside its plain address: each view, and a few measures, groups and places. */
function queriesOf(routeId: string): string[] {
  const [wave] = wavesWithResponses(access);
  const groups = listGroups(access, wave!.wave.id).filter(({ isAboutPeople }) => isAboutPeople);
  const keys = listInstances(access, wave!.wave.id)
    .filter(({ indicatorId }, i, all) => all.findIndex((o) => o.indicatorId === indicatorId) === i)
    .map(({ key }) => key);
  if (/explore$|figure\//.test(routeId))
    return keys.map((key, i) => {
      const by = i % 3 === 0 ? 'place' : groups[i % groups.length]!.name;
      return `?show=${encodeURIComponent(key)}&by=${by}&as=${['dots', 'bars', 'map'][i % 3]}`;
    });
  if (routeId.endsWith('/bench') || routeId.endsWith('/bench/csv'))
    return groups.map(
      ({ name }) => `?wave=${wave!.wave.id}&family=mean_by&y=need_food&y-yes=yes&by=${name}&ask=1`
    );
  return [''];
}

beforeAll(async () => {
  process.env.GROUNDSWELL_DATA = folder;
  ({ access, slug } = await loadSample(getDb(), 'data/sample-county', 'a long enough password'));
  userId = access.userId ?? '';
  const index = createIndex(access, {
    name: 'Three needs',
    indicators: indexChoices(access)
      .slice(0, 3)
      .map(({ key }) => ({ key, low: 0, high: 0.6, direction: 'lower-is-better' as const })),
    aggregation: 'arithmetic',
    note: ''
  });
  if (!index.ok) throw new Error('there is no index');
  askForTables();
  const params = paramsOf(index.value.indexId);
  for (const [role, language] of [
    ['analyst', 'en'],
    ['speaker', 'es']
  ] as const) {
    getDb()
      .update(membership)
      .set({ role })
      .where(and(eq(membership.userId, userId), eq(membership.workspaceId, access.workspaceId)))
      .run();
    opened.push(...(await openRoutes({ userId, params, language }, queriesOf)));
  }
  for (const { id } of listExhibits(access)) openExhibit(access, id, 'en');
}, 600_000);

afterAll(() => {
  closeDb();
  delete process.env.GROUNDSWELL_DATA;
  rmSync(folder, { recursive: true, force: true });
});

/** The first ten digits of a number with as many: enough to be nobody else's, as a share or a percent. */
const digitsOf = (text: string): string => text.replace('.', '').replace(/^0+/, '').slice(0, 10);
const numbersIn = (text: string): string[] =>
  (text.match(/\d+\.\d{4,}/g) ?? []).map(digitsOf).filter((digits) => digits.length === 10);

/** Numbers that stand behind hidden cells only. */
function hiddenNumbers(): Set<string> {
  const behind = (isShown: boolean): Set<string> =>
    new Set(
      (overheard as Overheard[]).flatMap(({ raw, released }) =>
        raw.cells.flatMap(({ estimate: { value, se, low, high } }, i) =>
          (released.cells[i]!.value !== null) === isShown
            ? numbersIn([value, se, low, high].join(' '))
            : []
        )
      )
    );
  const shown = behind(true);
  return new Set([...behind(false)].filter((digits) => !shown.has(digits)));
}

/** Cells in some data that are hidden and carry a number all the same. */
function leakingCells(data: unknown, seen = new Set<unknown>()): unknown[] {
  if (typeof data !== 'object' || data === null || seen.has(data)) return [];
  seen.add(data);
  const inside = Object.values(data).flatMap((value) => leakingCells(value, seen));
  const { flag, ...rest } = data as Record<string, unknown>;
  const isHidden = flag === 'c' || flag === 'x';
  const numbers = ['value', 'low', 'high', 'n', 'nEffective', 'deff', 'df', 'estimate'];
  return isHidden && numbers.some((name) => typeof rest[name] === 'number')
    ? [data, ...inside]
    : inside;
}

describe('what the program releases of the county, taken together', () => {
  test('is much: tables of every kind of measure, and most pages for both people', () => {
    expect(opened.flatMap(({ name, crash }) => (crash ? [[name, crash]] : []))).toEqual([]);
    expect(overheard.length).toBeGreaterThan(400);
    expect(new Set(opened.map(({ name }) => name.split(' ')[0])).size).toBeGreaterThan(50);
    const files = opened.filter(({ name }) => name.includes(' GET '));
    expect(files.length).toBeGreaterThan(10);
  });

  test('gives no hidden count away', () => {
    const releases = overheard as Overheard[];
    const thresholds = new Set(releases.map(({ policy }) => policy.threshold));
    const outsider = new Outsider();
    for (const release of releases) readBy(outsider, release);
    expect(outsider.hidden).toBeGreaterThan(100);
    expect(outsider.exposed(Math.min(...thresholds))).toEqual([]);
  }, 600_000);

  test('is all that pages and files carry: no number of a hidden cell is in any', () => {
    const secrets = hiddenNumbers();
    expect(secrets.size).toBeGreaterThan(500);
    const leaks = (text: string): string[] => numbersIn(text).filter((each) => secrets.has(each));
    const [secret = ''] = secrets;
    expect(leaks(`{"value":0.${secret}77}, ${secret.slice(0, 2)}.${secret.slice(2)}`)).toHaveLength(
      2
    );
    expect(opened.flatMap(({ name, text }) => leaks(text).map((each) => [name, each]))).toEqual([]);
    expect(
      opened.flatMap(({ name, data }) => leakingCells(data).map((each) => [name, each]))
    ).toEqual([]);
  });
});
