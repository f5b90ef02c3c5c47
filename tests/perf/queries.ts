import {
  categoryCell,
  frameDomains,
  makeDesign,
  proportionOf,
  sharePoint,
  tabulateCategories,
  variance,
  type DomainFrame,
  type Tabulation
} from '$lib/estimation';
import { openDatabase } from '$lib/server/db/open';
import { listVersions, responsesOf } from '$lib/server/db/queries/dataset-version';
import type { StoredResponses } from '$lib/server/db/stored-responses';

/** Milliseconds of the fastest of some runs, and what the last one gave. */
function timed<T>(runs: number, work: () => T): { ms: number; value: T } {
  let ms = Infinity;
  let value = undefined as T;
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    value = work();
    ms = Math.min(ms, performance.now() - started);
  }
  return { ms, value };
}

interface Indicator {
  /** one byte a row: 0 = missing */
  codes: Uint8Array;
  categories: number;
  /** the category it is the share of, from 0 */
  category: number;
}

const INDICATORS = 50;

/** Fifty shares: each attitude and frequency question's first category, then its second. */
function chooseIndicators(responses: StoredResponses): Indicator[] {
  const columns = responses.codebook.variables
    .filter(({ heading }) => /^(agree|often)_/.test(heading))
    .map(({ name }) => responses.categories(name));
  return Array.from({ length: INDICATORS }, (_, k) => {
    const column = columns[k % columns.length];
    if (!column || !(column.codes instanceof Uint8Array))
      throw new Error('the file has no attitude questions');
    return {
      codes: column.codes,
      categories: column.categories.length,
      category: Math.floor(k / columns.length)
    };
  });
}

/** What becomes of one indicator in every area, from its sums. */
function inAreas<T>(
  frame: DomainFrame,
  { codes, categories, category }: Indicator,
  estimate: (tabulation: Tabulation, member: number[], within: number[]) => T
): T[] {
  const tabulation = tabulateCategories(frame, codes, categories);
  return Array.from({ length: frame.domains }, (_, area) => {
    const cell = (level: number) => categoryCell(area + 1, level, categories);
    const levels = Array.from({ length: categories }, (_level, c) => cell(c + 1));
    return estimate(tabulation, [cell(category + 1)], levels);
  });
}

/** Share with its linearized standard error. */
function shareWithError(tabulation: Tabulation, member: number[], within: number[]) {
  const point = sharePoint(tabulation, member, within);
  if (typeof point === 'string') return { value: null, se: null };
  const spread = variance(tabulation, point.score);
  return { value: point.value, se: spread === null ? null : Math.sqrt(spread) };
}

/** The same cells counted without weights: what no program can be faster than by much. */
function countByArea(area: ArrayLike<number>, areas: number, { codes, categories }: Indicator) {
  const counts = new Uint32Array((areas + 1) * (categories + 1));
  const width = categories + 1;
  for (let i = 0; i < codes.length; i++)
    counts[(area[i] as number) * width + (codes[i] as number)]!++;
  return counts;
}

function run(databaseFile: string) {
  const db = openDatabase(databaseFile);
  const access = { db, organizationId: '', userId: null, role: 'owner' as const };
  const place = db.$client.prepare<[], string>('SELECT id FROM workspace').pluck().get() ?? '';
  const inside = { ...access, workspaceId: place };
  const version = listVersions(inside)[0];
  const responses = version ? responsesOf(inside, version.versionId) : null;
  if (!responses) throw new Error('nothing was imported');
  const named = (heading: string) =>
    responses.codebook.variables.find((one) => one.heading === heading)?.name ?? heading;

  const load = timed(1, () => ({
    area: responses.categories(named('neighborhood')),
    tenure: responses.categories(named('tenure')),
    weights: responses.numbers(named('weight')).values
  }));
  const { area, tenure, weights } = load.value;
  const crossTab = timed(9, () => {
    const width = tenure.categories.length + 1;
    const sums = new Float64Array((area.categories.length + 1) * width);
    for (let i = 0; i < weights.length; i++)
      sums[(area.codes[i] as number) * width + (tenure.codes[i] as number)]! += weights[
        i
      ] as number;
    return sums;
  });

  const keys = (heading: string) => {
    const { codes, categories } = responses.categories(named(heading));
    return { codes, labels: categories.map(({ code }) => code) };
  };
  const design = timed(1, () =>
    makeDesign({ rows: responses.rows, strata: keys('stratum'), units: [keys('psu')], weights })
  );
  const indicators = chooseIndicators(responses);
  const areas = area.categories.length;
  const places = Uint8Array.from(area.codes);
  const estimates = timed(3, () => {
    const frame = frameDomains(design.value, places, areas);
    return indicators.map((one) => inAreas(frame, one, shareWithError));
  });
  const intervals = timed(3, () => {
    const frame = frameDomains(design.value, places, areas);
    return indicators.map((one) => inAreas(frame, one, proportionOf));
  });
  const counts = timed(3, () => indicators.map((one) => countByArea(area.codes, areas, one)));
  const unknown = estimates.value.flat().filter(({ se }) => se === null).length;
  db.$client.close();
  return {
    load: load.ms,
    crossTab: crossTab.ms,
    design: design.ms,
    estimates: estimates.ms,
    intervals: intervals.ms,
    counts: counts.ms,
    cells: estimates.value.flat().length,
    unknown,
    counted: counts.value.length
  };
}

process.stdout.write(JSON.stringify(run(process.argv[2] ?? '')));
