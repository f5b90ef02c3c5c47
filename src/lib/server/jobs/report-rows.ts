import { closeSync, openSync, writeSync } from 'node:fs';
import { csvRecord } from '$lib/base/csv';
import type { Issue } from '$lib/base/issue';
import { cellText } from '$lib/survey/file/cell-text';
import { tableText } from '$lib/survey/containers/unpack';
import { executePlan } from '$lib/survey/execute';
import { includedVariables, type ImportPlan, type PlannedVariable } from '$lib/survey/plan';
import { withoutPersonalValues } from '$lib/survey/protect/issue-values';
import type { RowBlock } from '$lib/survey/file/rows';
import { UNREADABLE, type EncodedChunk, type ImportSink } from '$lib/survey/sink';
import { dataSentence } from '$lib/text/data-problems';
import { columnLetter } from '$lib/text/en/import-issues';
import { textFor, type Language } from '$lib/text/text';
import { openFile } from './file-source';

/** A report about the rows of a draft, written as CSV to `out`. */
export interface ReportTask {
  what: 'issues' | 'bad-rows';
  path: string;
  plan: ImportPlan;
  /** what the reading found */
  issues: Issue[];
  /** columns with personal data: no cell of them is written */
  hidden: number[];
  language: Language;
  out: string;
}

interface BadRow {
  line: number;
  cells: readonly string[];
  issues: Issue[];
}

/** Writes every issue, each place of it in a record of its own. Returns the number of records. */
export function reportIssues(task: ReportTask): number {
  const { issues, hidden, language } = task;
  const words = textFor(language).data.importWizard.csv.headings;
  const severities: Record<string, string> = textFor(language).data.importReview.read.severities;
  const isHidden = new Set(hidden);
  return writing(task.out, (write) => {
    write([
      words.severity,
      words.code,
      words.line,
      words.column,
      words.name,
      words.value,
      words.text
    ]);
    const record = (issue: Issue, value: string): void => {
      const { line, column, columnIndex } = issue.where;
      write([
        severities[issue.severity] ?? issue.severity,
        issue.code,
        line ?? '',
        columnIndex === undefined ? '' : columnLetter(columnIndex),
        column ?? '',
        columnIndex !== undefined && isHidden.has(columnIndex) ? '' : value,
        dataSentence(issue, language)
      ]);
    };
    const seen = new Set<string>();
    eachBadRow(task, (row) => {
      for (const issue of withoutPersonalValues(row.issues, task.plan.variables)) {
        seen.add(issue.code);
        const { columnIndex } = issue.where;
        const cell = columnIndex === undefined || isOff(row) ? '' : (row.cells[columnIndex] ?? '');
        record(issue, String(issue.params.value ?? cellText(cell).text.slice(0, 200)));
      }
    });
    for (const issue of issues)
      if (!seen.has(issue.code) && issue.code !== 'CELLS_UNREADABLE')
        record(issue, String(issue.params.value ?? ''));
  });
}

/**
 * Writes the rows that could not be read as they stand, or not whole, with their line and the reason. Where
 * cells have slipped in a file with personal data, only line and reason are written. Returns the number of records.
 */
export function reportRows(task: ReportTask): number {
  const { plan, hidden, language } = task;
  const words = textFor(language).data.importWizard.csv.headings;
  const isHidden = new Set(hidden);
  const columns: number[] = [];
  for (let index = 0; index < plan.layout.columns; index++)
    if (!isHidden.has(index)) columns.push(index);
  const headings = new Map(plan.variables.map((one) => [one.columnIndex, one.heading]));
  return writing(task.out, (write) => {
    write([words.line, words.reason, ...columns.map((index) => headings.get(index) ?? '')]);
    eachBadRow(task, (row) => {
      const { line, cells } = row;
      const issues = withoutPersonalValues(row.issues, plan.variables);
      const reasons = issues.map((issue) => dataSentence(issue, language));
      const isShown = hidden.length === 0 || !isOff(row);
      write([
        line,
        reasons.join(' '),
        ...columns.map((index) => (isShown ? asWritten(cellText(cells[index] ?? '').text) : ''))
      ]);
    });
  });
}

/** A number as a number, so that one below zero is not written as text. */
const asWritten = (text: string): string | number =>
  text !== '' && String(Number(text)) === text ? Number(text) : text;

/**
 * The cells of a row may stand in other columns than their own: which of them is personal data cannot be
 * told by its column.
 */
const isOff = ({ issues }: BadRow): boolean =>
  issues.some(
    ({ code }) => code === 'ROW_LONG' || code === 'ROW_SHORT' || code.startsWith('QUOTE')
  );

/** Pieces of a report are written when they are about so long. */
const PIECE = 1 << 18;

function writing(out: string, work: (write: (cells: (string | number)[]) => void) => void): number {
  const file = openSync(out, 'w', 0o600);
  let text = '\ufeff';
  let records = -1;
  try {
    work((cells) => {
      text += csvRecord(cells);
      records++;
      if (text.length > PIECE) {
        writeSync(file, text);
        text = '';
      }
    });
    writeSync(file, text);
  } finally {
    closeSync(file);
  }
  return records;
}

/** Every row with something that could not be read or was put right, in file order. */
function eachBadRow({ path, plan }: ReportTask, onRow: (row: BadRow) => void): void {
  const own = mainTable(plan);
  const faults = new Map<number, Issue[]>();
  let pending: { line: number; cells: readonly string[] }[] = [];
  const sink: ImportSink = {
    start: () => undefined,
    chunk(chunk) {
      const cells = unreadableCells(chunk, includedVariables(own));
      pending.forEach((row, i) => {
        const issues = [...(faults.get(row.line) ?? []), ...(cells.get(i) ?? [])];
        if (issues.length > 0)
          onRow({
            ...row,
            issues: issues.map((issue) => ({ ...issue, where: { ...issue.where, line: row.line } }))
          });
        faults.delete(row.line);
      });
      pending = [];
    },
    finish: () => undefined
  };
  const onRows = (block: RowBlock): void => {
    block.rows.forEach((cells, i) => pending.push({ line: block.line(i), cells }));
  };
  const onIssue = (issue: Issue): void => {
    const line = issue.where.line ?? 0;
    const counted = { ...issue, params: { count: 1, ...issue.params } };
    faults.set(line, [...(faults.get(line) ?? []), counted]);
  };
  const file = openFile(path);
  try {
    executePlan(tableText(file, own.container), own, sink, { onRows, onIssue });
  } finally {
    file.close();
  }
  // Rows that never came to be: cut off at the end of the file, headers that came again.
  for (const [line, issues] of faults) onRow({ line, cells: [], issues });
}

/** The plan for the main table alone; what is protected is not looked at. */
function mainTable(plan: ImportPlan): ImportPlan {
  const { joins: _, ...rest } = plan;
  return {
    ...rest,
    variables: plan.variables.filter(
      ({ columnIndex, protect, kind }) =>
        !protect &&
        (kind === 'numeric' || kind === 'date') &&
        columnIndex !== null &&
        columnIndex < plan.layout.columns
    )
  };
}

/** By row of the chunk: the cells that could not be read as the kind of their variable. */
function unreadableCells(
  chunk: EncodedChunk,
  variables: readonly PlannedVariable[]
): Map<number, Issue[]> {
  const found = new Map<number, Issue[]>();
  chunk.columns.forEach(({ missing }, v) => {
    const variable = variables[v];
    if (!missing || !variable) return;
    for (let i = 0; i < chunk.rows; i++) {
      if (missing[i] !== UNREADABLE) continue;
      const issue: Issue = {
        code: 'CELL_UNREADABLE',
        severity: 'repaired',
        where: { column: variable.heading, columnIndex: variable.columnIndex ?? 0 },
        params: { kind: variable.kind }
      };
      found.set(i, [...(found.get(i) ?? []), issue]);
    }
  });
  return found;
}
