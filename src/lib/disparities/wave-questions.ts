import { tQuantile, tTwoSided } from '$lib/estimation/numeric/distributions';
import { keyOf } from '$lib/privacy/release';
import type { Estimate } from '$lib/estimation/estimates/estimate';
import type { CellKey, EstimateTable, RawCell, RawContrast, TableSource } from '$lib/privacy/table';
import { waveDimension, type JointChanges } from './changes';
import { detectableChange } from './detectable';
import { compareEstimates, type Comparable, type CompareOptions } from './published';
import { trendOf } from './trend';

/*
 * Further questions to a table over waves. Each is the same table with other contrasts, so that its
 * numbers leave by the same door and only beside cells that are shown.
 */

/**
 * In place of every change between waves, the smallest change that these waves could have seen
 * (5% two-sided, power 80%). A released difference of it is that size, without an interval of its own.
 */
export const detectableTable = (table: EstimateTable): EstimateTable => ({
  ...table,
  contrasts: table.contrasts.flatMap((contrast) => {
    const { se } = contrast.difference;
    if (contrast.a[waveDimension] === contrast.b[waveDimension] || se === null) return [];
    const size = detectableChange(se);
    const difference = { ...contrast.difference, value: size, low: size, high: size };
    return [{ ...contrast, difference, ratio: null, p: null, pAdjusted: null }];
  })
});

/** Time of a wave in years, the middle of its fieldwork; null where nobody wrote it down. */
export function yearOf({ fieldedFrom, fieldedTo }: Pick<TableSource, 'fieldedFrom' | 'fieldedTo'>) {
  const days = [fieldedFrom, fieldedTo].flatMap((day) => (day ? [Date.parse(day)] : []));
  if (days.length === 0 || days.some(Number.isNaN)) return null;
  const middle = days.reduce((sum, day) => sum + day, 0) / days.length;
  return 1970 + middle / (365.2425 * 86_400_000);
}

/** Steps of time that a trend is told in. */
export type TrendUnit = 'year' | 'wave';

/** Years where every wave has its own, else the place of each wave in their order. */
export function timesOf(sources: readonly TableSource[]): { unit: TrendUnit; times: number[] } {
  const years = sources.map(yearOf);
  const known = years.flatMap((year) => (year === null ? [] : [year]));
  return known.length === sources.length && new Set(known).size === known.length
    ? { unit: 'year', times: known }
    : { unit: 'wave', times: sources.map((_, i) => i + 1) };
}

/**
 * In place of the changes, the trend at one place over some waves: the generalized least squares slope
 * per unit of time, with the covariance of waves that share their PSUs. It stands as the contrast of
 * the last wave with the first.
 *
 * No contrast where a wave has no number, where waves of one panel bring no covariance, or with fewer
 * than three waves.
 *
 * @param waves  ids, oldest first, asked alike
 */
export function trendTable(
  table: EstimateTable,
  joint: readonly JointChanges[],
  { waves, at, times }: { waves: readonly string[]; at: CellKey; times: readonly number[] }
): EstimateTable {
  const place = (wave: string): CellKey => ({ [waveDimension]: wave, ...at });
  const cells = waves.map((wave) => cellAt(table, place(wave)));
  const contrast = trendContrast(cells, waves.map(place), joint, times);
  return { ...table, contrasts: contrast ? [contrast] : [] };
}

const cellAt = (table: EstimateTable, at: CellKey): RawCell | undefined =>
  table.cells.find((cell) => keyOf(cell.at) === keyOf(at));

function trendContrast(
  cells: readonly (RawCell | undefined)[],
  places: readonly CellKey[],
  joint: readonly JointChanges[],
  times: readonly number[]
): RawContrast | null {
  const estimates = cells.flatMap((cell) => (cell ? [cell.estimate] : []));
  const last = estimates.at(-1);
  const known = estimates.flatMap(({ value, se }) =>
    value === null || se === null ? [] : [{ value, se }]
  );
  if (!last || known.length < places.length) return null;
  const spread = covarianceOf(
    known.map(({ se }) => se),
    estimates,
    places,
    joint
  );
  if (!spread) return null;
  const trend = trendOf(
    times,
    known.map(({ value }) => value),
    spread.covariance
  );
  if (!trend) return null;
  const { df } = spread;
  const p = df !== null && df > 0 && trend.se > 0 ? tTwoSided(trend.slope / trend.se, df) : null;
  return {
    a: places.at(-1)!,
    b: places[0]!,
    difference: withT({ ...last, df }, trend.slope, trend.se),
    ratio: null,
    p,
    pAdjusted: p
  };
}

/** Variances of the waves, the covariance their panel gives, and the degrees of freedom of all. */
function covarianceOf(
  errors: readonly number[],
  estimates: readonly Estimate[],
  places: readonly CellKey[],
  joint: readonly JointChanges[]
): { covariance: Float64Array; df: number | null } | null {
  const k = places.length;
  const covariance = new Float64Array(k * k);
  const groups = new Map<string, number[]>();
  for (let i = 0; i < k; i++) {
    covariance[i * k + i] = errors[i]! ** 2;
    const own = waveOf(places[i]!);
    const panel = joint.findIndex(({ waves }) => waves.includes(own));
    const group = panel < 0 ? own : `panel ${panel}`;
    groups.set(group, [...(groups.get(group) ?? []), estimates[i]!.df ?? 0]);
    for (let j = 0; j < i; j++) {
      const other = waveOf(places[j]!);
      const shared = joint.find(({ waves }) => waves.includes(own) && waves.includes(other));
      if (!shared) continue;
      const pair = keyOf(places[i]!) + keyOf(places[j]!);
      const se = shared.contrasts.find(({ a, b }) => keyOf(a) + keyOf(b) === pair)?.difference.se;
      if (se === undefined || se === null) return null;
      const value = (errors[i]! ** 2 + errors[j]! ** 2 - se * se) / 2;
      covariance[i * k + j] = value;
      covariance[j * k + i] = value;
    }
  }
  const df = [...groups.values()].reduce((sum, found) => sum + Math.min(...found), 0);
  return { covariance, df: df > 0 ? df : null };
}

const waveOf = (place: CellKey): string => place[waveDimension] ?? '';

/**
 * In place of the changes, one wave's number compared with a published figure: survey minus published.
 * Both sides of the contrast are the cell of the survey, so it is shown only where that cell is.
 */
export function publishedTable(
  table: EstimateTable,
  at: CellKey,
  published: Comparable,
  options: Pick<CompareOptions, 'rho'>
): EstimateTable {
  const cell = cellAt(table, at)?.estimate;
  const gap =
    cell && cell.value !== null && cell.se !== null && (cell.df ?? 0) > 0
      ? compareEstimates({ value: cell.value, se: cell.se, df: cell.df }, published, options)
      : null;
  if (!cell || !gap) return { ...table, contrasts: [] };
  const { difference: value, se, low, high, p, df } = gap;
  const difference = { ...cell, value, se, low, high, df, method: 't' as const };
  return { ...table, contrasts: [{ a: at, b: at, difference, ratio: null, p, pAdjusted: p }] };
}

function withT(base: Estimate, value: number, se: number): Estimate {
  const { df, level } = base;
  const plain = { ...base, value, se, method: 't' as const };
  if (df === null || df <= 0) return { ...plain, low: null, high: null };
  const reach = tQuantile((1 + level) / 2, df) * se;
  return { ...plain, low: value - reach, high: value + reach };
}
