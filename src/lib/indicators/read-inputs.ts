import Papa from 'papaparse';
import { benchmarkKinds, type Benchmark } from './benchmark';
import { highestScore, reviewKinds, type ClauseReview } from './records';
import type { Issue, Parsed } from '$lib/base/issue';

/** A reading as it is kept: with a free note. */
export type NotedReview = ClauseReview & { note: string };

type Row = Record<string, string>;

/** Rows a pasted table may have at once. */
const mostRows = 2000;

/**
 * Published numbers out of a pasted table (comma, semicolon or tab; its first line the headings).
 *
 * Refused, with the line: `inputs-none`, `inputs-too-many`, `heading-missing`, and the reasons of
 * `toBenchmark`.
 */
export const readBenchmarks = (text: string): Parsed<Benchmark[]> =>
  readRows(text, ['kind', 'value', 'source', 'date'], toBenchmark);

/** Policy readings out of a pasted table; refused like `readBenchmarks`, with the reasons of `toReview`. */
export const readReviews = (text: string): Parsed<NotedReview[]> =>
  readRows(text, ['policy', 'clause', 'coder', 'score', 'document', 'date'], toReview);

/**
 * One published number as it was typed. Percents ("38%") and thousands separators ("12,000") are read.
 *
 * Refused: `kind-unknown`, `number-unreadable`, `share-out-of-range` (a share is 0 to 1),
 * `number-negative`, `moe-unreadable`, `source-missing`, `date-missing`, `date-unreadable`.
 */
export function toBenchmark(row: Row, line?: number): Parsed<Benchmark> {
  const issues: Issue[] = [];
  const refuse = refuser(issues, line);
  const field = fieldOf(row);
  const kind = benchmarkKinds.find((one) => one === field('kind').toLowerCase());
  if (!kind) refuse('kind-unknown', 'kind', { value: field('kind') });
  const value = numberOf(field('value'));
  const isShare = kind === 'share' || kind === 'language-supply';
  if (value === null) refuse('number-unreadable', 'value', { value: field('value') });
  else if (isShare && (value < 0 || value > 1))
    refuse('share-out-of-range', 'value', { value: field('value') });
  else if (value < 0) refuse('number-negative', 'value', { value: field('value') });
  const moe = field('moe') === '' ? null : numberOf(field('moe'));
  if (field('moe') !== '' && (moe === null || moe < 0))
    refuse('moe-unreadable', 'moe', { value: field('moe') });
  if (field('source') === '') refuse('source-missing', 'source');
  checkDate(field('date'), refuse);
  if (issues.length > 0 || !kind || value === null) return { ok: false, issues };
  const { topic, place, source, date, note } = {
    topic: field('topic'),
    place: field('place'),
    source: field('source'),
    date: field('date'),
    note: field('note')
  };
  return { ok: true, value: { kind, topic, place, value, moe, source, date, note } };
}

/**
 * One reading as it was typed.
 *
 * Refused: `policy-missing`, `clause-missing`, `coder-missing`, `document-missing`, `date-missing`,
 * `date-unreadable`, `score-unreadable` (0, 1 or 2 for a clause; 0 or 1 for a step).
 */
export function toReview(row: Row, line?: number): Parsed<NotedReview> {
  const issues: Issue[] = [];
  const refuse = refuser(issues, line);
  const field = fieldOf(row);
  const kind = reviewKinds.find((one) => one === (field('kind') || 'strength').toLowerCase());
  if (!kind) refuse('kind-unknown', 'kind', { value: field('kind') });
  for (const name of ['policy', 'clause', 'coder', 'document'] as const)
    if (field(name) === '') refuse(`${name}-missing`, name);
  checkDate(field('date'), refuse);
  const score = numberOf(field('score'));
  const highest = kind ? highestScore[kind] : 2;
  if (score === null || !Number.isInteger(score) || score < 0 || score > highest)
    refuse('score-unreadable', 'score', { value: field('score'), highest });
  if (issues.length > 0 || !kind || score === null) return { ok: false, issues };
  return {
    ok: true,
    value: {
      policy: field('policy'),
      kind,
      clause: field('clause'),
      coder: field('coder'),
      score,
      document: field('document'),
      date: field('date'),
      note: field('note')
    }
  };
}

type Refuse = (code: string, field: string, params?: Issue['params']) => void;

const refuser =
  (issues: Issue[], line: number | undefined): Refuse =>
  (code, field, params = {}) => {
    issues.push({
      code,
      severity: 'error',
      where: line === undefined ? { field } : { field, line },
      params
    });
  };

const fieldOf =
  (row: Row) =>
  (name: string): string =>
    (row[name] ?? '').trim().slice(0, 500);

/** A year, or a day: what it speaks of must be known, how finely is up to the source. */
function checkDate(date: string, refuse: Refuse): void {
  if (date === '') refuse('date-missing', 'date');
  else if (!/^\d{4}(-\d{4}|-\d{2}(-\d{2})?)?$/.test(date))
    refuse('date-unreadable', 'date', { value: date });
}

/** "12,000", "$1,500", "38%", "0.38"; null when it is no number. */
function numberOf(text: string): number | null {
  const plain = text.replace(/^\$\s*/, '').replace(/,(?=\d{3}(\D|$))/g, '');
  const match = /^(-?\d+(?:\.\d+)?)\s*(%?)$/.exec(plain.trim());
  if (!match) return null;
  return match[2] ? Number(match[1]) / 100 : Number(match[1]);
}

function readRows<T>(
  text: string,
  wanted: readonly string[],
  read: (row: Row, line?: number) => Parsed<T>
): Parsed<T[]> {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, '').trim(), {
    skipEmptyLines: 'greedy'
  });
  const refuse = (code: string, params: Issue['params'] = {}): Parsed<T[]> => ({
    ok: false,
    issues: [{ code, severity: 'error', where: { field: 'table' }, params }]
  });
  const [head, ...rows] = data;
  if (!head || rows.length === 0) return refuse('inputs-none');
  if (rows.length > mostRows) return refuse('inputs-too-many', { most: mostRows });
  const headings = head.map((cell) => cell.trim().toLowerCase());
  const missing = wanted.find((name) => !headings.includes(name));
  if (missing !== undefined) return refuse('heading-missing', { heading: missing });
  const values: T[] = [];
  const issues: Issue[] = [];
  rows.forEach((cells, i) => {
    const row = Object.fromEntries(headings.map((name, c) => [name, cells[c] ?? '']));
    const result = read(row, i + 2);
    if (result.ok) values.push(result.value);
    else issues.push(...result.issues);
  });
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: values };
}
