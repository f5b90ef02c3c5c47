import type { Issue } from '$lib/base/issue';
import { marginLevels, type MarginLevel } from './margin-levels';

/** A figure somebody else published, as it was typed; numbers in the unit the screen shows. */
export interface PublishedQuery {
  estimate: number;
  error: number;
  /** `error` is a margin of error at `level`, or a standard error */
  errorIs: 'margin' | 'se';
  level: MarginLevel;
  source: string;
  year: string;
  /** it speaks of the same people in the same place as the survey */
  isSame: boolean;
  /** correlation with the survey, or with the second published figure */
  rho: number;
}

/** A second published figure, to compare the first with instead of the survey. */
export interface SecondQuery {
  estimate: number;
  error: number;
  year: string;
  /** years both periods have, and years of a period; 0 of 1 for figures of single years */
  sharedYears: number;
  periodYears: number;
}

/** What is asked on the page about change. It lives in the address bar, so that a link brings it back. */
export interface ChangeQuery {
  /** id of a survey; null = the one that is opened first */
  survey: string | null;
  /** key of a measure; '' = the first */
  show: string;
  /** option, item or answer of a measure that has several; null = the first */
  part: string | null;
  /** ids of waves; none = all */
  waves: string[];
  /** largest change that would not matter, in points or in the unit of the measure */
  margin: number;
  /** answers planned for the next wave */
  planned: number | null;
  published: PublishedQuery | null;
  second: SecondQuery | null;
}

export const usualMargin = 5;

/**
 * Reads `survey`, `show`, `part`, `wave` (several), `margin`, `planned`, and the published figure (`estimate`,
 * `error`, `errorIs`, `level`, `source`, `year`, `same`, `rho`) with a second one (`estimate2`,
 * `error2`, `year2`, `shared`, `period`).
 *
 * @returns issues at the field where a number cannot be read or cannot be; what they are about is left
 *   out of the query
 */
export function parseChangeQuery(search: URLSearchParams): { query: ChangeQuery; issues: Issue[] } {
  const issues: Issue[] = [];
  const read = reader(search, issues);
  const margin = read('margin', { low: 0 });
  const planned = read('planned', { low: 2, isWhole: true });
  const published = readPublished(search, read, issues);
  return {
    query: {
      survey: search.get('survey') || null,
      show: search.get('show') ?? '',
      part: search.get('part') || null,
      waves: search.getAll('wave').filter(Boolean),
      margin: margin !== null && margin > 0 ? margin : usualMargin,
      planned,
      published,
      second: published && readSecond(search, read, issues)
    },
    issues
  };
}

type Read = (
  field: string,
  range?: { low?: number; high?: number; isWhole?: boolean }
) => number | null;

/** Numbers as people type them: "1,200", "38 %", "0.5", "−2". */
function reader(search: URLSearchParams, issues: Issue[]): Read {
  return (field, { low = -Infinity, high = Infinity, isWhole = false } = {}) => {
    const typed = (search.get(field) ?? '').trim();
    if (typed === '') return null;
    const value = Number(
      typed
        .replace(/[\s%]/g, '')
        .replace(/,(?=\d{3}\b)/g, '')
        .replace(/^−/, '-')
    );
    if (!Number.isFinite(value) || (isWhole && !Number.isInteger(value))) {
      issues.push({ code: 'number-unreadable', severity: 'error', where: { field }, params: {} });
      return null;
    }
    if (value < low || value > high) {
      const params = {
        low: Number.isFinite(low) ? low : '',
        high: Number.isFinite(high) ? high : ''
      };
      issues.push({ code: 'number-out-of-range', severity: 'error', where: { field }, params });
      return null;
    }
    return value;
  };
}

function readPublished(
  search: URLSearchParams,
  read: Read,
  issues: Issue[]
): PublishedQuery | null {
  const before = issues.length;
  const estimate = read('estimate');
  const error = read('error', { low: 0 });
  const rho = read('rho', { low: -1, high: 1 }) ?? 0;
  if (estimate === null && error === null) return null;
  for (const [field, value] of [
    ['estimate', estimate],
    ['error', error]
  ] as const)
    if (value === null && !issues.some((issue) => issue.where.field === field))
      issues.push({
        code: 'published-incomplete',
        severity: 'error',
        where: { field },
        params: {}
      });
  const source = (search.get('source') ?? '').trim().slice(0, 200);
  if (source === '')
    issues.push({
      code: 'source-missing',
      severity: 'error',
      where: { field: 'source' },
      params: {}
    });
  if (estimate === null || error === null || issues.length > before) return null;
  const level = Number(search.get('level'));
  return {
    estimate,
    error,
    errorIs: search.get('errorIs') === 'se' ? 'se' : 'margin',
    level: marginLevels.find((one) => one === level) ?? 90,
    source,
    year: (search.get('year') ?? '').trim().slice(0, 40),
    isSame: search.get('same') === 'yes',
    rho
  };
}

function readSecond(search: URLSearchParams, read: Read, issues: Issue[]): SecondQuery | null {
  const before = issues.length;
  const estimate = read('estimate2');
  const error = read('error2', { low: 0 });
  const periodYears = read('period', { low: 1, high: 10, isWhole: true }) ?? 1;
  const sharedYears = read('shared', { low: 0, high: periodYears - 1, isWhole: true }) ?? 0;
  if (estimate === null && error === null) return null;
  if (estimate === null || error === null || issues.length > before) return null;
  const year = (search.get('year2') ?? '').trim().slice(0, 40);
  return { estimate, error, year, sharedYears, periodYears };
}
