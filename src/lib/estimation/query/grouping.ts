import { codedColumn, compareValues } from './data-source';
import type { Groups, Within } from '../design/domain';
import type { DataSource, Value } from './data-source';

/** Groups with the value of every key, in the order of the labels. */
export interface Grouping {
  groups: Groups;
  keys: Record<string, Value>[];
}

/**
 * Distinct combinations of some columns among the rows inside, numbers by value, texts by code point,
 * first column slowest. A row with a missing value is in no group.
 */
export function groupRows(source: DataSource, by: readonly string[], within: Within): Grouping {
  const columns = by.map((name) => rankedColumn(source, name));
  const combined = new Float64Array(source.rows);
  for (const { ranks, size } of columns)
    for (let i = 0; i < combined.length; i++) {
      const rank = ranks[i]!;
      const before = combined[i]!;
      combined[i] = before < 0 || rank === 0 ? -1 : before * size + (rank - 1);
    }
  const inside = (i: number): boolean => combined[i]! >= 0 && (within === 'all' || within[i] === 1);
  const found = new Set<number>();
  for (let i = 0; i < combined.length; i++) if (inside(i)) found.add(combined[i]!);
  const ordered = [...found].sort((a, b) => a - b);
  const codeOf = new Map(ordered.map((key, g) => [key, g + 1]));
  const codes = new Uint32Array(source.rows);
  for (let i = 0; i < codes.length; i++) if (inside(i)) codes[i] = codeOf.get(combined[i]!) ?? 0;
  const keys = ordered.map((key) => {
    let rest = key;
    const values = columns.toReversed().map(({ values: sorted, size }) => {
      const value = sorted[rest % size]!;
      rest = Math.floor(rest / size);
      return value;
    });
    return Object.fromEntries(by.map((name, k) => [name, values[by.length - 1 - k]!]));
  });
  return { groups: { codes, labels: keys.map((key) => Object.values(key).join(' / ')) }, keys };
}

/** Ranks 1.. of the sorted distinct values, and the values as they are written; 0 = missing. */
function rankedColumn(source: DataSource, name: string) {
  const { codes, values, written } = codedColumn(source, name);
  const sorted = values
    .map((value, k) => ({ value, k }))
    .sort((a, b) => compareValues(a.value, b.value));
  const rankOf = new Uint32Array(values.length + 1);
  sorted.forEach(({ k }, rank) => (rankOf[k + 1] = rank + 1));
  const ranks = new Uint32Array(codes.length);
  for (let i = 0; i < ranks.length; i++) ranks[i] = rankOf[codes[i]!]!;
  return { ranks, values: sorted.map(({ k }) => written[k]!), size: Math.max(1, values.length) };
}
