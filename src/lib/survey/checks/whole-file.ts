import type { Issue } from '$lib/base/issue';
import { isRounded, namesId } from '../columns/lost-digits';
import { cellText } from '../file/cell-text';
import type { RowBlock } from '../file/rows';
import type { PlannedVariable, RowFindings } from '../plan';
import { RowTable } from './row-table';
import { hygieneIssue, HYGIENE_FLAGS } from './unclean-cells';

/** Duplicates that are named one by one; more are one finding. */
const LISTED = 20;
/** Rows proposed to be left out, at most: a list in the plan, not a second file. */
const MOST_EXCLUSIONS = 10_000;
/** Different unclean cells of a column that are remembered. */
const REMEMBERED = 4096;

/**
 * Checks on every row of a file that is too large for the sample its plan is made from: rows that come
 * twice, ids that come again with other answers or have lost digits, and cells that had to be cleaned.
 * Fed with the blocks of one reading; memory is 20 bytes a row plus a little.
 */
export class WholeFileChecks {
  private readonly table = new RowTable();
  private readonly key: PlannedVariable | undefined;
  private readonly seen: Set<number>[] = [];
  private readonly known: Map<string, number>[] = [];
  private readonly headings: string[] = [];
  private readonly issues: Issue[] = [];
  private readonly duplicates: { line: number; first: number }[] = [];
  private duplicateRows = 0;
  private conflicts = 0;
  private conflict: { line: number; first: number; value: string } | null = null;
  private readonly idColumns: number[];
  /** rows are events of a record: its id comes again in each of them */
  private readonly isLong: boolean;

  /** @param found issues of the sample, so that nothing is said twice */
  constructor(variables: readonly PlannedVariable[], found: readonly Issue[]) {
    // Ids alone: two people may well give the same answers.
    this.key = variables.find(({ role, columnIndex }) => role === 'id' && columnIndex !== null);
    this.isLong = found.some(({ code }) => code === 'ROWS_NOT_RESPONDENTS');
    for (const { columnIndex, heading } of variables)
      if (columnIndex !== null) this.headings[columnIndex] = heading;
    this.idColumns = variables.flatMap(({ columnIndex, heading, role }) =>
      columnIndex !== null && (role === 'id' || namesId(heading)) ? [columnIndex] : []
    );
    for (const { code, where } of found) {
      const flag = HYGIENE_FLAGS.find(([, each]) => each === code)?.[0];
      if (flag === undefined || where.columnIndex === undefined) continue;
      (this.seen[where.columnIndex] ??= new Set()).add(flag);
    }
  }

  add(block: RowBlock): void {
    const { rows } = block;
    const keyColumn = this.key?.columnIndex ?? -1;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? [];
      // Two multiplicative hashes (FNV-1a with different offsets) over all characters of the row.
      let high = 0x811c9dc5;
      let low = 0x9747b28c;
      let keyHigh = 0;
      let keyLow = 0;
      for (let c = 0; c < row.length; c++) {
        const cell = row[c] ?? '';
        let isPlain = true;
        const from = high;
        const fromLow = low;
        if (c === keyColumn) {
          high = 0x811c9dc5;
          low = 0x9747b28c;
        }
        for (let k = 0; k < cell.length; k++) {
          const code = cell.charCodeAt(k);
          if (code === 0 || code > 0x7f) isPlain = false;
          high = Math.imul(high ^ code, 0x01000193);
          low = Math.imul(low ^ code, 0x85ebca6b) ^ (low >>> 13);
        }
        if (c === keyColumn) {
          keyHigh = high;
          keyLow = mixed(low);
          high = Math.imul(high ^ from, 0x01000193);
          low = Math.imul(low ^ fromLow, 0x85ebca6b) ^ (low >>> 13);
        }
        high = Math.imul(high ^ 0x1f, 0x01000193);
        low = Math.imul(low ^ 0x1f, 0x85ebca6b) ^ (low >>> 13);
        if (!isPlain) this.clean(c, cell, block, i);
      }
      if (keyColumn >= 0 && row[keyColumn] !== '')
        this.look([keyHigh, keyLow], [high, mixed(low)], row[keyColumn] ?? '', block.line(i));
      for (const c of this.idColumns) {
        const cell = row[c] ?? '';
        // Cheap first: no E, no rounded number.
        if (cell.length < 24 && /e/i.test(cell) && isRounded(cell)) this.rounded(c, cell, block, i);
      }
    }
  }

  private look(
    key: readonly [number, number],
    row: readonly [number, number],
    value: string,
    line: number
  ): void {
    const before = this.table.find(key, row, line);
    if (before === null) return;
    if (before.isSame) {
      this.duplicateRows++;
      if (this.duplicates.length < MOST_EXCLUSIONS)
        this.duplicates.push({ line, first: before.line });
      return;
    }
    this.conflicts++;
    this.conflict ??= { line, first: before.line, value: cellText(value).text };
  }

  private clean(column: number, cell: string, block: RowBlock, i: number): void {
    const known = (this.known[column] ??= new Map());
    if (known.has(cell)) return;
    if (known.size >= REMEMBERED) known.clear();
    const { text, flags } = cellText(cell);
    known.set(cell, flags);
    if (flags === 0) return;
    const seen = (this.seen[column] ??= new Set());
    for (const [flag] of HYGIENE_FLAGS) {
      if ((flags & flag) === 0 || seen.has(flag)) continue;
      seen.add(flag);
      const at = { index: column, heading: this.headings[column] ?? '' };
      this.issues.push(hygieneIssue(flag, at, block.line(i), text));
    }
  }

  private rounded(column: number, cell: string, block: RowBlock, i: number): void {
    const seen = (this.seen[column] ??= new Set());
    if (seen.has(0)) return;
    seen.add(0);
    const where = {
      line: block.line(i),
      column: this.headings[column] ?? '',
      columnIndex: column
    };
    this.issues.push({
      code: 'SCIENTIFIC_ID',
      severity: 'question',
      where,
      params: { value: cell, count: 1 }
    });
  }

  /** What was found, and the rows proposed to be left out. */
  result(): RowFindings {
    const { key, conflict, duplicates } = this;
    const issues = [...this.issues, ...duplicateIssues(duplicates, this.duplicateRows)];
    if (conflict && key && !this.isLong)
      issues.push({
        code: 'DUPLICATE_ID',
        severity: 'question',
        where: { line: conflict.line, column: key.heading, columnIndex: key.columnIndex ?? 0 },
        params: { value: conflict.value, first: conflict.first, count: this.conflicts }
      });
    return {
      issues,
      exclusions: duplicates.map(({ line }) => ({ line, reason: 'duplicate' }))
    };
  }
}

/** Spreads the low bits, which choose the place in the table. */
function mixed(hash: number): number {
  let value = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}

/** Rows that come twice, one question each; many of them are one question. */
export function duplicateIssues(
  duplicates: readonly { line: number; first: number }[],
  count: number
): Issue[] {
  if (count <= LISTED)
    return duplicates.map(({ line, first }) => ({
      code: 'DUPLICATE_ROW',
      severity: 'question',
      where: { line },
      params: { first }
    }));
  const [one] = duplicates;
  return [
    {
      code: 'DUPLICATE_ROWS',
      severity: 'question',
      where: { line: one?.line ?? 0 },
      params: { first: one?.first ?? 0, count, listed: duplicates.length }
    }
  ];
}
