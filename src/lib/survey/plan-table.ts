import { hasErrors, type Issue } from '$lib/base/issue';
import { findAggregateTable } from './aggregate';
import { asIs } from './as-is';
import { checkAnswers } from './answer-checks';
import { checkColumns } from './checks';
import { hintsFrom, type Definition } from './companions/definition';
import { findLabelsNeeded } from './companions/labels-needed';
import { pairTables, type Pairing } from './companions/pair-tables';
import { planRepeats } from './companions/plan-repeats';
import { knowSheet, layoutSaid, type OpenTable } from './companions/table';
import type { TableText } from './containers/unpack';
import { findFormat } from './formats';
import { headerRowsOf, type ColumnHint, type Head, type SurveyFormat } from './formats/format';
import { findMissingHeader } from './header';
import { findFreeText } from './identifiers/free-text';
import { joinSheet } from './joins/join-sheet';
import { openFile, type LayoutOverride, type OpenedFile } from './layout';
import type { ImportPlan } from './plan';
import type { Planned } from './plan-survey';
import { plainTable } from './plain-table';
import { withoutPersonalValues } from './protect/issue-values';
import { findSmallCombinations } from './protect/small-combinations';
import { proposeQuestions } from './questions';
import { repairedSheet } from './repaired-sheet';
import { findDuplicates, findFooter } from './row-checks';
import { readSheet, withoutBlankTail, type Sheet } from './sheet';
import { headingIssues, withoutLines } from './sheet-lines';

/** A table to be planned, with the tables that stand beside it. */
export interface TableRequest {
  text: TableText;
  others: readonly OpenTable[];
  asIs?: boolean;
  layout?: LayoutOverride;
  /** what is known of its variables beforehand: of a child table, by the form of its parent */
  definition?: Definition;
}

/** Proposes an import plan for one table, by its first rows; all of them when it is small. */
export function planTable(request: TableRequest): Planned {
  const { text } = request;
  const opening = openFile(text.source, layoutSaid(text, request.layout));
  if (!opening.ok)
    return { plan: null, issues: opening.issues, opened: null, columns: 0, identifiers: [] };
  const { file } = opening;
  const issues = [...file.issues, ...text.issues];
  const { format, layout, header, isHeaderMissing } = findHeader(file, request.layout, issues);
  const raw = readSheet(text.source, layout, header);
  const read = format.cells ? repairedSheet(raw, format.cells) : raw;
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
  if (format.companion && format.companion !== 'repeat') {
    const params = { kind: format.companion, tool: format.tool, rows: full.rows.length };
    const table = plainTable(full, format, layout);
    return {
      ...refuse({ code: 'COMPANION_AS_MAIN', severity: 'error', where: {}, params }),
      table
    };
  }
  const aggregate = findAggregateTable(full);
  if (aggregate) return { ...refuse(aggregate), table: plainTable(full, format, layout) };

  const main: OpenTable = { ...text, opened, format, headings: header[0] ?? [] };
  knowSheet(main, full);
  const pairing = pairTables(main, request.others);
  issues.push(...pairing.issues);
  const isJoined = pairing.joins.length > 0;
  if (dropped > 0)
    issues.push({
      code: 'BLANK_COLUMNS_DROPPED',
      severity: 'repaired',
      where: { line: file.headerLine },
      params: { count: dropped }
    });
  if (layout.headerRows === 1 && !isHeaderMissing)
    issues.push(...headingIssues(full, file.headerLine));

  // Joined columns stand after all of the file's, blank ones included.
  const base = isJoined ? read : full;
  const footer = findFooter(full);
  const footerLines = footer.exclusions.map((row) => row.line);
  const own = withoutLines(base, footerLines);
  const { sheet, known } = withCompanions(own, pairing, request.definition);
  const reading = proposeQuestions(sheet, format, pairing.form, known);
  const rows = format.checkRows?.(own) ?? { issues: [], exclusions: [] };
  const duplicates = findDuplicates(
    own,
    reading.variables.filter(({ columnIndex }) => (columnIndex ?? 0) < layout.columns)
  );
  // Where rows are events of a record, its id comes again in each of them.
  const isLong = rows.issues.some((issue) => issue.code === 'ROWS_NOT_RESPONDENTS');
  issues.push(
    ...footer.issues,
    ...duplicates.issues.filter((issue) => !isLong || issue.code !== 'DUPLICATE_ID'),
    ...checkColumns(reading.facts, reading.variables),
    ...(request.asIs ? [] : checkAnswers(sheet, reading)),
    ...rows.issues,
    ...(format.companion === 'repeat'
      ? [
          {
            code: 'REPEAT_ROWS',
            severity: 'note' as const,
            where: {},
            params: { tool: format.tool }
          }
        ]
      : []),
    ...(request.asIs || pairing.definition ? [] : findLabelsNeeded(reading.variables))
  );
  const companions = pairing.paired;
  if (hasErrors(issues))
    return { plan: null, issues, opened, columns, identifiers: [], companions };
  const combinations = request.asIs ? null : findSmallCombinations(sheet, reading.variables);
  if (combinations) issues.push(combinations);
  // From here on no issue quotes a cell of a personal column.
  issues.splice(0, issues.length, ...withoutPersonalValues(issues, reading.variables));
  const repeats = planRepeats(pairing, request.asIs === true, planTable);
  const plan: ImportPlan = {
    version: 1,
    format: format.id,
    tool: format.tool,
    layout,
    ...(text.container && { container: text.container }),
    ...(isJoined && { joins: pairing.joins.map((join) => join.plan) }),
    ...(repeats.length > 0 && { repeats }),
    questions: reading.questions,
    variables: reading.variables,
    exclusions: [...footer.exclusions, ...duplicates.exclusions, ...rows.exclusions],
    openQuestions: issues.filter((issue) => issue.severity === 'question'),
    asIs: false
  };
  return {
    plan: request.asIs ? asIs(plan, reading.facts, footer.exclusions) : plan,
    issues,
    opened,
    columns,
    identifiers: reading.identifiers,
    isSample: !full.isWhole,
    freeText: findFreeText(sheet, reading),
    companions
  };
}

interface FoundHeader {
  format: SurveyFormat;
  layout: ImportPlan['layout'];
  /** header records, cleaned */
  header: string[][];
  isHeaderMissing: boolean;
}

function findHeader(
  file: OpenedFile,
  said: LayoutOverride | undefined,
  issues: Issue[]
): FoundHeader {
  const { head } = file;
  const first: Head = { h: head[0] ?? [], r1: head[1] ?? [], r2: head[2] ?? [], records: head };
  const format = findFormat(first);
  const rows = said?.headerRows;
  const layout = { ...file.layout, headerRows: rows ?? headerRowsOf(format, first) };
  const mayMiss = rows === undefined && format.id === 'generic';
  const isHeaderMissing = rows === 0 || (mayMiss && findMissingHeader(head));
  if (!isHeaderMissing)
    return { format, layout, header: head.slice(0, layout.headerRows), isHeaderMissing };
  layout.headerRows = 0;
  if (rows === undefined)
    issues.push({
      code: 'HEADER_MISSING',
      severity: 'question',
      where: { line: file.headerLine },
      params: { columns: layout.columns }
    });
  const header = [first.h.map((_, i) => `Column ${i + 1}`)];
  return { format, layout, header, isHeaderMissing };
}

/** The sample with joined columns, and what forms and codebooks say of every column. */
function withCompanions(
  own: Sheet,
  { joins, definition }: Pairing,
  before: Definition | undefined
): { sheet: Sheet; known: (ColumnHint | null)[] } {
  const say = (headings: readonly string[], said: Definition | null | undefined) =>
    said ? hintsFrom(said, headings) : headings.map(() => null);
  const joined = joinSheet(
    own,
    joins.map(({ plan, table, name }) => ({
      plan,
      source: table.source,
      headings: plan.take === 'count' ? [name] : table.headings,
      known: say(table.headings, definition)
    }))
  );
  const ownHints = say(
    own.columns.map((column) => column.heading),
    before ?? definition
  );
  return {
    sheet: joined.sheet,
    known: joined.known.map((hint, i) => hint ?? ownHints[i] ?? null)
  };
}
