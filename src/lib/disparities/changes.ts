import { adjustP } from '$lib/estimation/comparisons/adjust-p';
import { tQuantile, tTwoSided } from '$lib/estimation/numeric/distributions';
import { keyOf } from '$lib/privacy/release';
import type { Estimate } from '$lib/estimation/estimates/estimate';
import type { CellKey, Dimension, EstimateTable, RawCell, RawContrast } from '$lib/privacy/table';

/** Id of the dimension that tells waves apart. */
export const waveDimension = 'wave';

/** Changes between waves that visited the same PSUs, with their covariance. */
export interface JointChanges {
  waves: readonly string[];
  /** every pair of the waves, later minus earlier, at every place of the split */
  contrasts: readonly RawContrast[];
}

/**
 * One table over several waves of a survey, oldest first, with the change of every place from each
 * wave to the next, save where the waves were not asked alike.
 *
 * Waves are independent samples unless they are given jointly: the variance of a change is then the
 * sum of the two variances, its degrees of freedom their sum. Waves that visited the same PSUs bring
 * their changes along (`jointChanges`), with the covariance; where these say nothing about a place,
 * nothing is said. P-values are adjusted (Benjamini and Hochberg 1995) over the places that are split
 * alike. Members of a dimension that one wave lacks stay, without a cell for that wave.
 *
 * @param breaks  for each wave after the first: it was not asked like the one before
 * @param joint  waves that visited the same PSUs, with their changes
 *
 * @throws RangeError without a table, or with tables of different measures
 */
export function combineWaves(
  tables: readonly EstimateTable[],
  breaks: readonly boolean[] = [],
  joint: readonly JointChanges[] = []
): EstimateTable {
  const [first] = tables;
  if (!first) throw new RangeError('a change needs at least one wave');
  if (tables.some((table) => table.subject.key !== first.subject.key))
    throw new RangeError('waves are compared in one measure only');
  const inWave = (table: EstimateTable) => ({ [waveDimension]: waveOf(table) });
  const dimension: Dimension = {
    id: waveDimension,
    labels: { en: 'Survey year', es: 'Año de la encuesta' },
    ordered: true,
    partition: false,
    members: tables.map((table) => ({
      key: waveOf(table),
      labels: { und: table.sources[0]?.waveName ?? '' }
    }))
  };
  return {
    ...tables.at(-1)!,
    dimensions: [dimension, ...mergedDimensions(tables)],
    cells: tables.flatMap((table) =>
      table.cells.map((cell) => ({ ...cell, at: { ...inWave(table), ...cell.at } }))
    ),
    contrasts: [
      ...tables.flatMap((table) =>
        table.contrasts.map((contrast) => ({
          ...contrast,
          a: { ...inWave(table), ...contrast.a },
          b: { ...inWave(table), ...contrast.b }
        }))
      ),
      ...tables.slice(1).flatMap((later, i) => (breaks[i] ? [] : changes(tables[i]!, later, joint)))
    ],
    sources: tables.flatMap(({ sources }) => sources)
  };
}

const waveOf = (table: EstimateTable): string => table.sources[0]?.waveId ?? '';

function mergedDimensions(tables: readonly EstimateTable[]): Dimension[] {
  return (tables.at(-1)?.dimensions ?? []).map((dimension) => {
    const members = new Map(dimension.members.map((member) => [member.key, member]));
    for (const table of tables)
      for (const member of table.dimensions.find(({ id }) => id === dimension.id)?.members ?? [])
        if (!members.has(member.key)) members.set(member.key, member);
    return { ...dimension, members: [...members.values()] };
  });
}

/** Later minus earlier at every place that both waves have, adjusted over places split alike. */
export function changes(
  earlier: EstimateTable,
  later: EstimateTable,
  joint: readonly JointChanges[] = []
): RawContrast[] {
  const before = new Map(earlier.cells.map((cell) => [keyOf(cell.at), cell]));
  const pair = [waveOf(later), waveOf(earlier)] as const;
  const shared = joint.find(({ waves }) => pair.every((wave) => waves.includes(wave)));
  const known = new Map(
    shared?.contrasts.map((contrast) => [keyOf(contrast.a) + keyOf(contrast.b), contrast])
  );
  const found = later.cells.flatMap((cell) => {
    const old = before.get(keyOf(cell.at));
    if (!old) return [];
    const [a, b] = pair.map((wave) => keyOf({ [waveDimension]: wave, ...cell.at }));
    const contrast = shared
      ? known.get(`${a}${b}`)
      : changeOf(cell, old, waveOf(later), waveOf(earlier));
    return contrast ? [{ contrast, at: cell.at }] : [];
  });
  const families = new Map<string, number[]>();
  found.forEach(({ at }, i) => {
    const family = Object.keys(at).sort().join(' ');
    families.set(family, [...(families.get(family) ?? []), i]);
  });
  const result = found.map(({ contrast }) => contrast);
  for (const members of families.values()) {
    const adjusted = adjustP(
      members.map((i) => result[i]!.p),
      'BH'
    );
    members.forEach((i, place) => {
      result[i] = { ...result[i]!, pAdjusted: adjusted[place] ?? null };
    });
  }
  return result;
}

function changeOf(
  { at, estimate: now }: RawCell,
  { estimate: then }: RawCell,
  later: string,
  earlier: string
): RawContrast | null {
  if (now.value === null || then.value === null || now.se === null || then.se === null) return null;
  const df = now.df !== null && then.df !== null ? now.df + then.df : null;
  const se = Math.hypot(now.se, then.se);
  const gap = now.value - then.value;
  const base = { ...now, n: now.n + then.n, df, method: 't' as const };
  const isPositive = now.value > 0 && then.value > 0;
  const place = (wave: string): CellKey => ({ [waveDimension]: wave, ...at });
  return {
    a: place(later),
    b: place(earlier),
    difference: withT(base, gap, se),
    ratio: isPositive ? ratioOf(base, now.value, then.value, now.se, then.se) : null,
    p: se > 0 && df !== null && df > 0 ? tTwoSided(gap / se, df) : null,
    pAdjusted: null
  };
}

function ratioOf(base: Estimate, a: number, b: number, seA: number, seB: number): Estimate {
  const log = withT(base, Math.log(a / b), Math.hypot(seA / a, seB / b));
  return {
    ...log,
    value: a / b,
    se: log.se === null ? null : (log.se * a) / b,
    low: log.low === null ? null : Math.exp(log.low),
    high: log.high === null ? null : Math.exp(log.high)
  };
}

function withT(base: Estimate, value: number, se: number): Estimate {
  const { df, level } = base;
  if (df === null || df <= 0) return { ...base, value, se, low: null, high: null };
  const reach = tQuantile((1 + level) / 2, df) * se;
  return { ...base, value, se, low: value - reach, high: value + reach };
}
