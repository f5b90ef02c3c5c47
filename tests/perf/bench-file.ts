import { makeDesign, type Design, type Keys } from '$lib/estimation';
import { openDatabase } from '$lib/server/db/open';
import { listVersions, responsesOf } from '$lib/server/db/queries/dataset-version';
import type { Db } from '$lib/server/db/open';
import type { StoredResponses } from '$lib/server/db/stored-responses';

/** The generated file as it was imported. */
export interface BenchFile {
  db: Db;
  responses: StoredResponses;
  /** a variable's name by its heading */
  named: (heading: string) => string;
  keys: (heading: string) => Keys;
  makeDesign: () => Design;
}

/** Opens the database of a benchmark's import. */
export function openBenchFile(databaseFile: string): BenchFile {
  const db = openDatabase(databaseFile);
  const access = { db, organizationId: '', userId: null, role: 'owner' as const };
  const workspaceId =
    db.$client.prepare<[], string>('SELECT id FROM workspace').pluck().get() ?? '';
  const inside = { ...access, workspaceId };
  const version = listVersions(inside)[0];
  const responses = version ? responsesOf(inside, version.versionId) : null;
  if (!responses) throw new Error('nothing was imported');
  const named = (heading: string) =>
    responses.codebook.variables.find((one) => one.heading === heading)?.name ?? heading;
  const keys = (heading: string) => {
    const { codes, categories } = responses.categories(named(heading));
    return { codes, labels: categories.map(({ code }) => code) };
  };
  return {
    db,
    responses,
    named,
    keys,
    makeDesign: () =>
      makeDesign({
        rows: responses.rows,
        strata: keys('stratum'),
        units: [keys('psu')],
        weights: responses.numbers(named('weight')).values
      })
  };
}

/** A share of people: one category among the answers to a question. */
export interface Indicator {
  heading: string;
  /** one byte a row: 0 = missing */
  codes: Uint8Array;
  categories: number;
  /** the category it is the share of, from 0 */
  category: number;
  /** as the file writes it */
  answer: string;
}

/** Shares of each attitude and frequency question's first category, then of its second. */
export function chooseIndicators({ responses }: BenchFile, count: number): Indicator[] {
  const columns = responses.codebook.variables
    .filter(({ heading }) => /^(agree|often)_/.test(heading))
    .map(({ name, heading }) => ({ heading, ...responses.categories(name) }));
  return Array.from({ length: count }, (_, k) => {
    const column = columns[k % columns.length];
    const category = Math.floor(k / columns.length);
    const answer = column?.categories[category]?.code;
    if (!column || answer === undefined || !(column.codes instanceof Uint8Array))
      throw new Error('the file has no attitude questions');
    const { heading, codes } = column;
    return { heading, codes, categories: column.categories.length, category, answer };
  });
}

/** Milliseconds of the fastest of some runs, and what the last one gave. */
export function timed<T>(runs: number, work: (run: number) => T): { ms: number; value: T } {
  let ms = Infinity;
  let value = undefined as T;
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    value = work(i);
    ms = Math.min(ms, performance.now() - started);
  }
  return { ms, value };
}

/** The middle of the milliseconds of some runs. */
export function usual(runs: number, work: (run: number) => unknown): number {
  const times = Array.from({ length: runs }, (_, i) => timed(1, () => work(i)).ms);
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? NaN;
}
