import type { Issue } from '$lib/base/issue';
import type { PlannedVariable } from '../plan';
import type { Sheet } from '../sheet/sheet';
import { quasiIdentifier, type QuasiIdentifier } from './with-protection';

/** Fewer people than this with the same place, age, race and gender may be known to their neighbors. */
const SMALLEST_GROUP = 5;

/** Kinds that are looked at together, one variable each. */
const LOOKED_AT: readonly QuasiIdentifier[] = [
  'zip',
  'area',
  'age',
  'birth-year',
  'race',
  'gender'
];

/**
 * Rows whose place, age, race and gender together are shared by fewer than five rows (k-anonymity,
 * Sweeney 2002). A note, with counts only: outputs are gated by `privacy/release` in any case. Null
 * when the file names fewer than two of these, was not read whole, or has no such row.
 *
 * @returns `SMALL_COMBINATIONS` with `rows`, `alone` (rows of one) and `columns`
 */
export function findSmallCombinations(
  sheet: Sheet,
  variables: readonly PlannedVariable[]
): Issue | null {
  if (!sheet.isWhole || sheet.rows.length === 0) return null;
  const columns: number[] = [];
  const headings: string[] = [];
  for (const kind of LOOKED_AT) {
    const found = variables.find((one) => one.include && quasiIdentifier(one) === kind);
    if (found?.source.from !== 'column' || columns.includes(found.source.column)) continue;
    columns.push(found.source.column);
    headings.push(found.heading);
  }
  if (columns.length < 2) return null;
  const counts = new Map<string, number>();
  for (const row of sheet.rows) {
    const key = columns.map((column) => row[column] ?? '').join('\u0000');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let rows = 0;
  let alone = 0;
  for (const [key, count] of counts) {
    if (count >= SMALLEST_GROUP || key.replaceAll('\u0000', '') === '') continue;
    rows += count;
    if (count === 1) alone++;
  }
  if (rows === 0) return null;
  const params = { rows, alone, columns: headings.join(', ') };
  return { code: 'SMALL_COMBINATIONS', severity: 'note', where: {}, params };
}
