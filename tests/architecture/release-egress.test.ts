import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildModel } from '$lib/charts/build-model';
import { charts } from '$lib/charts';
import { ChartRefused } from '$lib/charts/refusal';
import { altText } from '$lib/charts/svg';
import { release, sliceTable } from '$lib/privacy/release';
import { estimateOf, peopleTable } from '$lib/privacy/table.fixture';
import { exportFigure, figureFormats } from '$lib/server/export/figure';
import type { ChartModel, ChartType } from '$lib/charts/model';
import type { FigureSpec } from '$lib/charts/spec';
import type { Released, ReleasedTable } from '$lib/privacy/table';

const root = new URL('../..', import.meta.url).pathname;

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name))
    .map((name) => join(folder, name));

const sourceOf = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('the one door', () => {
  const sources = [...filesUnder('src'), ...filesUnder('tests')];
  test('only release makes a Released, beside the invented tables of the gallery', () => {
    const cast = /\bas\s+(unknown\s+as\s+)?Released\b|(=|\(|return)\s*<Released</;
    const makers = [
      'src/lib/privacy/release.ts',
      'tests/fixtures/released.ts',
      // Reads back what was released and frozen.
      'src/lib/server/use-cases/frozen-figure.ts'
    ];
    const casting = sources.filter((file) => cast.test(sourceOf(file)));
    expect(casting.filter((file) => !makers.includes(file))).toEqual([]);
    expect(casting).toContain('src/lib/privacy/release.ts');
  });
  test('pages, pictures, texts and exports know no estimate before its release', () => {
    const rooms = [
      'src/routes',
      'src/lib/charts',
      'src/lib/ui',
      'src/lib/text',
      'src/lib/server/export',
      'src/cli'
    ];
    const unreleased =
      /from '\$lib\/estimation|\b(EstimateTable|RawCell|RawContrast|waveTable)\b|\.compute\(/;
    const found = rooms
      .flatMap(filesUnder)
      .filter((file) => !file.endsWith('.test.ts') && unreleased.test(sourceOf(file)));
    // The analyst's command estimates what its specification says and marks it as unreleased.
    expect(found.filter((file) => file !== 'src/cli/estimate.ts')).toEqual([]);
  });
  test('only the use cases that release what they compute reach unreleased tables', () => {
    const users = filesUnder('src/lib/server').filter(
      (file) => !file.endsWith('.test.ts') && /\bwaveTable\b/.test(sourceOf(file))
    );
    expect(users.sort()).toEqual([
      'src/lib/server/use-cases/deprivation-checks.ts',
      'src/lib/server/use-cases/index-areas.ts',
      'src/lib/server/use-cases/index-result.ts',
      'src/lib/server/use-cases/indicator-table.ts',
      'src/lib/server/use-cases/needs.ts',
      'src/lib/server/use-cases/wave-change.ts'
    ]);
  });
  test('nothing in the program writes answers or estimates to the log', () => {
    const talkers = filesUnder('src/lib').filter(
      (file) =>
        !file.endsWith('.test.ts') && /console\.(log|info|debug|dir|table)\(/.test(sourceOf(file))
    );
    expect(talkers).toEqual([]);
  });
});

/**
 * Counts and numbers that stand behind hidden cells only. Each is written in every way a number is
 * printed: plain, with separators, as a share, as percents of one and no decimals.
 */
const secrets = {
  n: ['86771', '86,771', '86.771', '86 771'],
  x: ['41337', '41,337', '41.337'],
  value: ['0.4764', '0.476', '47.6', '47.64', '48%', '48 percent', '48 %', '48 por ciento'],
  low: ['0.4613', '0.461', '46.1', '46%', '46–', '46 to'],
  high: ['0.4917', '0.492', '49.2', '49%', '–49', 'to 49'],
  nEffective: ['77713', '77,713'],
  deff: ['7.9137', '7.91'],
  df: ['8849'],
  difference: ['0.2764', '27.6', '28 points', '28 puntos'],
  ratio: ['2.3826', '2.38']
};
const needles = Object.values(secrets).flat();

/** Shares by tenure in which one group came from a single PSU, and a second one is hidden with it. */
function releasedWithSecrets(): Released<ReleasedTable> {
  const counts = [
    { group: 0, n: 90_000, x: 18_000 },
    { group: 1, n: 86_771, x: 41_337 },
    { group: 2, n: 86_771, x: 41_337 },
    { group: 3, n: 100_000, x: 25_000 }
  ];
  const table = peopleTable(counts);
  const planted = { value: 0.4764, se: 0.01, low: 0.4613, high: 0.4917 };
  for (const cell of table.cells) {
    const isSecret = cell.at.group === 'g1' || cell.at.group === 'g2';
    if (isSecret)
      cell.estimate = estimateOf({ ...planted, nEffective: 77_713, deff: 7.9137, df: 8849 });
    if (cell.at.group === 'g1') cell.psus = 1;
    const plain = { value: 0.2, low: 0.19, high: 0.21, nEffective: 5000, deff: 1.5, df: 60 };
    if (!isSecret)
      cell.estimate = estimateOf({ ...plain, nPositive: cell.n, n: cell.n, se: 0.005 });
    // The whole would say what the hidden parts are together; the marks are those of the parts.
    if (Object.keys(cell.at).length === 0) cell.n = 363_542;
  }
  table.contrasts = [
    {
      a: { group: 'g1' },
      b: { group: 'g0' },
      difference: estimateOf({ value: 0.2764, low: 0.2713, high: 0.2817 }),
      ratio: estimateOf({ value: 2.3826, low: 2.2, high: 2.5 }),
      p: 0.0001,
      pAdjusted: 0.0001
    }
  ];
  table.rankBounds = table.cells
    .filter(({ at }) => at.group !== undefined)
    .map(({ at, estimate }) => ({ at, low: estimate.low!, high: estimate.high! }));
  return release(table, {
    sampleType: 'probability',
    threshold: 11,
    thresholdReason: null,
    profile: 'nchs'
  });
}

const released = releasedWithSecrets();
const square = (x: number): [number, number][] => [
  [x, 0],
  [x + 1, 0],
  [x + 1, 1],
  [x, 1],
  [x, 0]
];
const specOf = (type: ChartType): FigureSpec => ({
  id: 'secrets',
  type,
  by: 'group',
  at: {},
  reference: { at: {}, label: 'County' },
  areas: ['g0', 'g1', 'g2', 'g3'].map((key, i) => ({ key, rings: [square(i)] }))
});

/** The charts that can show the table, in both languages; a chart may refuse, never leak. */
const models: ChartModel[] = (Object.keys(charts) as ChartType[]).flatMap((type) =>
  (['en', 'es'] as const).flatMap((language) => {
    try {
      return [buildModel(specOf(type), [released], language)];
    } catch (error) {
      if (error instanceof ChartRefused) return [];
      throw error;
    }
  })
);

const textOfFile = (body: string | Uint8Array): string =>
  typeof body === 'string' ? body : Buffer.from(body).toString('latin1');

/** Every way a number leaves: what a reader, a program or a search engine could be given. */
const waysOut: Record<string, () => string[]> = {
  'page data: the table': () => [JSON.stringify(released)],
  'page data: a slice': () => [JSON.stringify(sliceTable(released, { by: ['group'] }))],
  'page data: the model': () => models.map((model) => JSON.stringify(model)),
  'alternative text': () => models.map(altText),
  ...Object.fromEntries(
    figureFormats.map((format) => [
      `download: ${format}`,
      () => models.map((model) => textOfFile(exportFigure(model, format).body))
    ])
  ),
  'error messages': () => [String(new ChartRefused({ code: 'nothing-to-show', offer: null }))]
};

describe('planted numbers of hidden cells', () => {
  test('the table hides the planted cell and a second one', () => {
    const hidden = released.cells.filter(({ flag }) => flag === 'c').map(({ at }) => at.group);
    expect(hidden).toContain('g1');
    expect(hidden.length).toBeGreaterThan(1);
    expect(models.length).toBeGreaterThanOrEqual(4);
  });
  test.each(Object.entries(waysOut))('are not in %s', (_, produce) => {
    for (const text of produce()) {
      // Places of marks are numbers too: what is drawn is searched in its words only.
      const words = text.replace(
        /\s(d|x|y|x1|x2|y1|y2|cx|cy|r|width|height|points|transform|viewBox)="[^"]*"/g,
        ''
      );
      expect(needles.filter((needle) => words.includes(needle))).toEqual([]);
    }
  });
  test('would be found: the search sees them in the table before release', () => {
    const open = released.cells.map((cell) =>
      cell.at.group === 'g1' ? { ...cell, value: 0.4764, n: 86_771 } : cell
    );
    const text = JSON.stringify({ ...released, cells: open });
    expect(needles.filter((needle) => text.includes(needle))).toContain('0.4764');
    expect(needles.filter((needle) => text.includes(needle))).toContain('86771');
  });
  test('every export format of the program is in the list', () => {
    for (const format of figureFormats)
      expect(Object.keys(waysOut)).toContain(`download: ${format}`);
  });
});
