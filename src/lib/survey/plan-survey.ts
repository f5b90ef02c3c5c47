import { hasErrors, type Issue } from '$lib/base/issue';
import { findAggregateTable } from './aggregate';
import type { ByteSource } from './bytes';
import { checkColumns } from './checks';
import { findFormat } from './formats';
import type { Head, SurveyFormat } from './formats/format';
import type { IdentifierFinding } from './identifiers';
import { openFile, type OpenedFile } from './layout';
import { findMissingHeader } from './header';
import type { ImportPlan } from './plan';
import { proposeQuestions } from './questions';
import { asIs } from './as-is';
import { findDuplicates, findFooter } from './row-checks';
import { readSheet, withoutBlankTail, type Sheet } from './sheet';
import { findXlsFormSheet, readXlsForm, type FormDefinition } from './xlsform';

export interface NamedSource {
  name: string;
  source: ByteSource;
}

export interface PlanRequest {
  main: ByteSource;
  /** name of the main file as the person knows it */
  name: string;
  /** sheets of the form, saved as CSV; paired by their headings */
  companions?: readonly NamedSource[];
  /** keep every column as a variable; only blank is missing */
  asIs?: boolean;
}

/** What a file is and how it would be imported, or why it can not be. */
export interface Planned {
  /** null when the file is refused; then `issues` holds an error */
  plan: ImportPlan | null;
  issues: Issue[];
  opened: OpenedFile | null;
  /** columns of the data: blank ones at the end are not counted */
  columns: number;
  identifiers: ({ index: number } & IdentifierFinding)[];
}

/** Reads the beginning of a file (all of it when it is small) and proposes an import plan. Writes nothing. */
export function planSurvey(request: PlanRequest): Planned {
  const opening = openFile(request.main);
  if (!opening.ok)
    return { plan: null, issues: opening.issues, opened: null, columns: 0, identifiers: [] };
  const { file } = opening;
  const issues = [...file.issues];
  const head: Head = {
    h: file.head[0] ?? [],
    r1: file.head[1] ?? [],
    r2: file.head[2] ?? [],
    records: file.head
  };
  const format = findFormat(head);
  const layout = { ...file.layout, headerRows: format.headerRows };
  const missingHeader = format.id === 'generic' ? findMissingHeader(file.head) : false;
  if (missingHeader) {
    layout.headerRows = 0;
    issues.push({
      code: 'HEADER_MISSING',
      severity: 'question',
      where: { line: file.headerLine },
      params: { columns: layout.columns }
    });
  }
  const header = missingHeader
    ? [head.h.map((_, i) => `Column ${i + 1}`)]
    : file.head.slice(0, format.headerRows);
  const read = readSheet(request.main, layout, header);
  const { sheet: full, dropped } = withoutBlankTail(read);
  const columns = full.columns.length;
  const opened = { ...file, layout };
  const refuse = (issue: Issue): Planned => ({
    plan: null,
    issues: [...issues, issue],
    opened,
    columns,
    identifiers: []
  });
  if (full.rows.length === 0)
    return refuse({ code: 'NO_RESPONSES', severity: 'error', where: {}, params: { columns } });
  const aggregate = findAggregateTable(full);
  if (aggregate) return refuse(aggregate);
  if (dropped > 0)
    issues.push({
      code: 'BLANK_COLUMNS_DROPPED',
      severity: 'repaired',
      where: { line: file.headerLine },
      params: { count: dropped }
    });
  if (format.headerRows === 1 && !missingHeader)
    issues.push(...headingIssues(full, file.headerLine));

  const companions = readCompanions(request.companions ?? []);
  issues.push(...companions.issues);
  const footer = findFooter(full);
  const sheet = withoutLines(
    full,
    footer.exclusions.map((row) => row.line)
  );
  const reading = proposeQuestions(sheet, format, companions.form);
  const duplicates = findDuplicates(sheet, reading.variables);
  issues.push(
    ...footer.issues,
    ...duplicates.issues,
    ...checkColumns(reading.facts, reading.variables),
    ...previewIssues(sheet, format)
  );
  if (hasErrors(issues)) return { plan: null, issues, opened, columns, identifiers: [] };
  const plan: ImportPlan = {
    version: 1,
    format: format.id,
    tool: format.tool,
    layout,
    questions: reading.questions,
    variables: reading.variables,
    exclusions: [...footer.exclusions, ...duplicates.exclusions],
    openQuestions: issues.filter((issue) => issue.severity === 'question'),
    asIs: false
  };
  return {
    plan: request.asIs ? asIs(plan, reading.facts, footer.exclusions) : plan,
    issues,
    opened,
    columns,
    identifiers: reading.identifiers
  };
}

function headingIssues(sheet: Sheet, line: number): Issue[] {
  const issues: Issue[] = [];
  const seen = new Map<string, number>();
  for (const { heading } of sheet.columns) seen.set(heading, (seen.get(heading) ?? 0) + 1);
  const blank = seen.get('') ?? 0;
  const repeated = [...seen].filter(([heading, count]) => heading !== '' && count > 1);
  if (repeated.length > 0)
    issues.push({
      code: 'HEADER_DUPLICATE',
      severity: 'repaired',
      where: { line, column: repeated[0]?.[0] ?? '' },
      params: { heading: repeated[0]?.[0] ?? '', count: repeated.length }
    });
  if (blank > 0)
    issues.push({
      code: 'HEADER_BLANK',
      severity: 'repaired',
      where: { line },
      params: { count: blank }
    });
  return issues;
}

function withoutLines(sheet: Sheet, lines: readonly number[]): Sheet {
  if (lines.length === 0) return sheet;
  const kept = sheet.lines.map((line) => !lines.includes(line));
  const rows = sheet.rows.filter((_, i) => kept[i]);
  const columns = sheet.columns.map((column) => {
    const values = new Map<string, number>();
    let blank = 0;
    for (const row of rows) {
      const text = row[column.index] ?? '';
      if (text === '') blank++;
      else values.set(text, (values.get(text) ?? 0) + 1);
    }
    return { ...column, values, blank, rows: rows.length };
  });
  return { ...sheet, rows, columns, lines: sheet.lines.filter((_, i) => kept[i]) };
}

/** Responses entered through a preview link are often real: they are counted, not dropped. */
function previewIssues(sheet: Sheet, format: SurveyFormat): Issue[] {
  if (!format.id.startsWith('qualtrics')) return [];
  const status = sheet.columns.find((column) => /^status$/i.test(column.heading));
  if (!status) return [];
  const hasText = [...status.values.keys()].some((value) => /[a-z]/i.test(value));
  const count = status.values.get(hasText ? 'Survey Preview' : '1') ?? 0;
  if (count === 0 || count === sheet.rows.length) return [];
  const where = { column: status.heading, columnIndex: status.index };
  return [{ code: 'PREVIEW_ROWS', severity: 'question', where, params: { count } }];
}

function readCompanions(companions: readonly NamedSource[]): {
  form: FormDefinition | null;
  issues: Issue[];
} {
  const issues: Issue[] = [];
  const tables: Partial<
    Record<'survey' | 'choices' | 'settings', { headings: string[]; rows: string[][] }>
  > = {};
  for (const { name, source } of companions) {
    const opening = openFile(source);
    const headings = opening.ok ? (opening.file.head[0] ?? []) : [];
    const kind = findXlsFormSheet(headings);
    if (!opening.ok || !kind) {
      issues.push({
        code: 'COMPANION_UNKNOWN',
        severity: 'note',
        where: { field: name },
        params: { name }
      });
      continue;
    }
    const sheet = readSheet(source, opening.file.layout, [headings]);
    tables[kind] = { headings, rows: sheet.rows };
  }
  const { survey, choices, settings } = tables;
  return { form: survey ? readXlsForm({ survey, choices, settings }) : null, issues };
}
