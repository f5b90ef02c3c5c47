import type { Issue } from '$lib/base/issue';
import { detached, isAscii } from '../file/byte-text';
import type { ByteSource } from '../file/bytes';
import { cellText } from '../file/cell-text';
import { readRows } from '../file/rows';
import type { JoinPlan } from '../plan';
import { RowStore } from './row-store';

/** Bytes of rows held for one table. Beyond it, fewer columns of it must be read. */
const MOST_BYTES = 536_870_912;

export interface JoinOptions {
  /** columns of the joined table that are wanted; without it all */
  columns?: ReadonlySet<number>;
  /** keys that are wanted; without it all */
  keys?: ReadonlySet<string>;
  mostBytes?: number;
}

/**
 * A table beside the main one, by key. Only wanted columns are held, as bytes; a table that is only
 * counted costs its keys.
 */
export class JoinTable {
  private readonly rowOf = new Map<string, number>();
  private readonly store = new RowStore();
  private readonly used = new Set<string>();
  private readonly wanted: number[];
  private repeated: { line: number; count: number } = { line: 0, count: 0 };
  private isTooLarge = false;
  private without: { line: number; count: number } = { line: 0, count: 0 };
  private matchedRows = 0;
  private rows = 0;

  /** @param source delimited text of the table */
  constructor(
    private readonly plan: JoinPlan,
    source: ByteSource,
    private readonly options: JoinOptions = {}
  ) {
    const { columns } = plan.layout;
    this.wanted = Array.from({ length: columns }, (_, i) => i).filter(
      (i) => plan.take === 'cells' && (options.columns?.has(i) ?? true)
    );
    this.read(source);
  }

  /** Cells for a row of the main table, `plan.columns` of them; null when no row has its key. */
  cells(row: readonly string[], line: number): string[] | null {
    const { plan } = this;
    const key = keyOf(row, plan.key, 'main');
    const found = this.rowOf.get(key);
    if (found === undefined) {
      if (this.without.count++ === 0) this.without.line = line;
      return plan.take === 'count' ? [key === '' ? '' : '0'] : null;
    }
    this.matchedRows++;
    this.used.add(key);
    if (plan.take === 'count') return [String(found)];
    const cells: string[] = new Array<string>(plan.columns).fill('');
    const stored = this.store.get(found);
    for (let i = 0; i < this.wanted.length; i++) cells[this.wanted[i] ?? 0] = stored[i] ?? '';
    return cells;
  }

  /** Rows of the main table with and without a row here, and rows here nobody asked for. */
  get tally(): { matched: number; without: number; used: number; unused: number } {
    let used = 0;
    if (this.plan.take === 'count') for (const key of this.used) used += this.rowOf.get(key) ?? 0;
    else used = this.used.size;
    const { matchedRows, without, rows } = this;
    return {
      matched: matchedRows,
      without: without.count,
      used,
      unused: rows - this.repeated.count - used
    };
  }

  /** What did not pair. That somebody has no child row is no fault; a child row without parent is. */
  issues(): Issue[] {
    const { plan, repeated, without } = this;
    const { unused } = this.tally;
    const issue = (
      code: string,
      severity: Issue['severity'],
      line: number,
      params: Issue['params']
    ): Issue => ({
      code,
      severity,
      where: { ...(line > 0 && { line }) },
      params: { name: plan.file, ...params }
    });
    const issues: Issue[] = [];
    if (this.isTooLarge) issues.push(issue('JOIN_TOO_LARGE', 'error', 0, {}));
    if (repeated.count > 0)
      issues.push(issue('JOIN_KEY_REPEATED', 'repaired', repeated.line, { count: repeated.count }));
    if (plan.take === 'cells' && !plan.required && without.count > 0)
      issues.push(issue('JOIN_UNMATCHED', 'repaired', without.line, { count: without.count }));
    if (unused > 0 && !plan.required && !this.options.keys)
      issues.push(issue('JOIN_UNUSED', 'note', 0, { count: unused }));
    return issues;
  }

  private read(source: ByteSource): void {
    const { plan, options, rowOf } = this;
    const most = options.mostBytes ?? MOST_BYTES;
    const rowOptions = { headings: [], exclusions: plan.exclusions ?? [] };
    readRows(source, plan.layout, rowOptions, (block) => {
      const { rows } = block;
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] ?? [];
        const key = keyOf(row, plan.key, 'joined');
        this.rows++;
        if (key === '' || (options.keys && !options.keys.has(key))) continue;
        const before = rowOf.get(key);
        if (plan.take === 'count')
          rowOf.set(before === undefined ? detached(key) : key, (before ?? 0) + 1);
        else if (before !== undefined) {
          if (this.repeated.count++ === 0) this.repeated.line = block.line(i);
        } else if (this.store.bytes > most) this.isTooLarge = true;
        else
          rowOf.set(detached(key), this.store.add(this.wanted.map((column) => row[column] ?? '')));
      }
    });
  }
}

/** The key of a row as text; '' when all its parts are blank. */
export function keyOf(
  row: readonly string[],
  key: JoinPlan['key'],
  side: 'main' | 'joined'
): string {
  const only = key.length === 1 ? key[0] : undefined;
  if (only) return keyText(row[only[side]] ?? '');
  const parts = key.map((pair) => keyText(row[pair[side]] ?? ''));
  return parts.every((part) => part === '') ? '' : parts.join('\u001f');
}

/** As it is when there is nothing to clean, which is nearly always. */
const keyText = (raw: string): string => {
  const first = raw.charCodeAt(0);
  const last = raw.charCodeAt(raw.length - 1);
  return first > 32 && last > 32 && isAscii(raw) ? raw : cellText(raw).text;
};
