import type { Issue } from '$lib/base/issue';
import type { FileLayout, RowExclusion } from '../plan';
import type { ByteSource } from './bytes';
import { cellText } from './cell-text';
import { MAX_RECORD, readRecords, type RecordFault } from './records';
import { normalisedPieces, textPieces } from './text-pieces';

/** Rows of one block, all of the layout's width. Cells are byte text and may share memory. */
export interface RowBlock {
  rows: string[][];
  /** physical line of a row */
  line(index: number): number;
}

export interface RowOptions {
  /** cleaned headings, to notice a header that comes again */
  headings: readonly string[];
  /** rows to leave out, by line */
  exclusions?: readonly RowExclusion[];
  pieceBytes?: number;
  onProgress?: (bytesRead: number) => void;
  /** told every issue with a row, also those that `RowTally.issues` only counts */
  onIssue?: (issue: Issue) => void;
  /** stop after about so many rows */
  limit?: number;
}

export interface RowTally {
  /** rows of the file: not blank, not a repeated header, not a footer */
  rows: number;
  excluded: { reason: RowExclusion['reason']; count: number }[];
  issues: Issue[];
  /** every row of the file has been read */
  isWhole: boolean;
}

/** Issues of one kind that are listed one by one; the rest is counted. */
const LISTED = 20;

/**
 * Streams the rows below the header: blank rows and repeated headers are passed over, short rows are
 * filled up with blanks, long rows lose what is beyond the last heading; each is reported with its line.
 */
export function readRows(
  source: ByteSource,
  layout: FileLayout,
  options: RowOptions,
  onRows: (block: RowBlock) => boolean | void
): RowTally {
  const report = new RowReport(options.headings, options.onIssue);
  const excluded = new Map((options.exclusions ?? []).map((row) => [row.line, row.reason]));
  const counts = new Map<RowExclusion['reason'], number>();
  const skip = layout.preambleRecords + layout.headerRows;
  const pieces = textPieces(source, layout.encoding, layout.skipBytes, options.pieceBytes);
  const lineOffset = layout.firstLine - 1;
  const place = (line: number): number => source.lineOf?.(line + lineOffset) ?? line + lineOffset;
  let seen = 0;
  let rows = 0;
  let isWhole = true;

  readRecords(normalisedPieces(pieces), layout, (block) => {
    options.onProgress?.(pieces.offset);
    const kept: string[][] = [];
    let keptLines: number[] | null = null;
    const line = (index: number): number => place(block.line(index));
    const cutOff = block.isCutOff ? block.records.length - 1 : -1;
    for (const fault of block.faults)
      if (cutOff < 0 || fault !== block.faults.at(-1)) report.fault(fault, place(fault.line));
    for (let i = 0; i < block.records.length; i++) {
      const record = block.records[i] ?? [];
      if (seen++ < skip) {
        keptLines ??= [];
        continue;
      }
      if (i === cutOff) {
        report.add('FILE_TRUNCATED', 'repaired', line(i), {});
        continue;
      }
      // The common case first: right width, something in the first cell, nothing to leave out.
      const first = record[0] ?? '';
      const isPlain =
        record.length === layout.columns && first.charCodeAt(0) > 32 && excluded.size === 0;
      if (!isPlain || report.mayRepeatHeader(record)) {
        const reason = excluded.get(line(i));
        const isRow = reason === undefined && report.accept(record, layout.columns, line(i));
        if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
        if (!isRow) {
          keptLines ??= kept.map((_, index) => line(index));
          continue;
        }
      }
      kept.push(record);
      keptLines?.push(line(i));
    }
    rows += kept.length;
    const goesOn =
      kept.length === 0 ||
      onRows({ rows: kept, line: (index) => keptLines?.[index] ?? line(index) }) !== false;
    if (!goesOn || (options.limit !== undefined && rows >= options.limit)) {
      isWhole = false;
      return false;
    }
    return true;
  });

  const asRows: RowExclusion['reason'][] = ['duplicate', 'no-answers'];
  return {
    rows: rows + asRows.reduce((sum, reason) => sum + (counts.get(reason) ?? 0), 0),
    excluded: asRows
      .filter((reason) => counts.has(reason))
      .map((reason) => ({ reason, count: counts.get(reason) ?? 0 })),
    issues: report.issues(),
    isWhole
  };
}

/** Collects what is wrong with rows. */
class RowReport {
  private readonly listed: Issue[] = [];
  private readonly counts = new Map<string, number>();
  private blankLine = 0;
  private blankHasCells = false;
  private blankBeforeRow = 0;
  private blankRows = 0;

  constructor(
    private readonly headings: readonly string[],
    private readonly onIssue?: (issue: Issue) => void
  ) {}

  mayRepeatHeader(record: readonly string[]): boolean {
    const first = record[0] ?? '';
    const heading = this.headings[0] ?? '';
    return first.length >= heading.length && first.endsWith(heading) && heading !== '';
  }

  /** Brings a record to width; false when it is no row. */
  accept(record: string[], columns: number, line: number): boolean {
    if (record.every((cell) => cell.trim() === '')) {
      this.blankRows++;
      if (this.blankLine === 0) this.blankLine = line;
      if (record.length > 1) this.blankHasCells = true;
      return false;
    }
    this.blankBeforeRow = this.blankRows;
    if (this.repeatsHeader(record)) {
      this.add('HEADER_REPEATED', 'repaired', line, {});
      return false;
    }
    if (record.length < columns) {
      this.add('ROW_SHORT', 'repaired', line, { cells: record.length, columns });
      while (record.length < columns) record.push('');
    } else if (record.length > columns) {
      const extra = record.splice(columns).filter((cell) => cell.trim() !== '');
      if (extra.length > 0) {
        const value = cellText(extra.join(' | ')).text.slice(0, 80);
        this.add('ROW_LONG', 'repaired', line, { cells: columns + extra.length, columns, value });
      }
    }
    return true;
  }

  fault(fault: RecordFault, line: number): void {
    const column = this.headings[fault.cell] ?? '';
    const where = { line, column, columnIndex: fault.cell };
    if (fault.code === 'RECORD_TOO_LONG') {
      const params = { megabytes: MAX_RECORD / 2 ** 20 };
      this.count(fault.code, { code: fault.code, severity: 'error', where: { line }, params });
    } else this.count(fault.code, { code: fault.code, severity: 'repaired', where, params: {} });
  }

  issues(): Issue[] {
    const issues = this.listed.map((issue) => {
      const count = this.counts.get(issue.code) ?? 1;
      return { ...issue, params: { ...issue.params, count } };
    });
    if (this.blankBeforeRow > 0 || this.blankHasCells)
      issues.push({
        code: 'BLANK_ROWS_SKIPPED',
        severity: 'repaired',
        where: { line: this.blankLine },
        params: { count: this.blankRows }
      });
    return issues;
  }

  private repeatsHeader(record: readonly string[]): boolean {
    if (!this.mayRepeatHeader(record) || record.length < this.headings.length) return false;
    return this.headings.every((heading, i) => cellText(record[i] ?? '').text === heading);
  }

  add(code: string, severity: Issue['severity'], line: number, params: Issue['params']): void {
    this.count(code, { code, severity, where: { line }, params });
  }

  private count(code: string, issue: Issue): void {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    this.onIssue?.(issue);
    if (count <= LISTED) this.listed.push(issue);
  }
}
