import { hasErrors, type Issue } from '$lib/base/issue';
import { checkAnswers } from '../checks/answers';
import { checkColumns } from '../checks/columns';
import { findDuplicates } from '../checks/duplicates';
import { findFooter } from '../checks/footer';
import { headingIssues } from '../checks/headings';
import { findPublishedTable } from '../checks/published-table';
import { hintsFrom, type Definition } from '../companions/definition';
import { findLabelsNeeded } from '../companions/labels-needed';
import { pairTables, type Pairing } from '../companions/pair-tables';
import { knowSheet, layoutSaid, type OpenTable } from '../companions/table';
import { openFile, type LayoutOverride, type OpenedFile } from '../file/open-file';
import { findFormat } from '../formats';
import { headerRowsOf, toHead, type ColumnHint, type SurveyFormat } from '../formats/format';
import { findMissingHeader } from '../formats/reading/header-rows';
import { findFreeText } from '../identifiers/free-text';
import { joinSheet } from '../joins/join-sheet';
import type { ImportPlan, RowExclusion, RowFindings } from '../plan';
import { withoutPersonalValues } from '../protect/issue-values';
import { findSmallCombinations } from '../protect/small-combinations';
import { proposeQuestions, type Reading } from '../questions/questions';
import { readSheet } from '../sheet/read-sheet';
import { repairedSheet } from '../sheet/repaired-sheet';
import { withoutBlankTail, withoutLines, type Sheet } from '../sheet/sheet';
import { asIs, plainTable } from './as-is';
import type { Planned, TableRequest } from './planned';
import { planRepeats } from './plan-repeats';

/** Proposes an import plan for one table, by its first rows; all of them when it is small. */
export function planTable(request: TableRequest): Planned {
  const { text, others, asIs: isAsIs = false } = request;
  const opening = openFile(text.source, layoutSaid(text, request.layout));
  if (!opening.ok)
    return { plan: null, issues: opening.issues, opened: null, columns: 0, identifiers: [] };
  const table = readTable(opening.file, request);
  const { format, opened, full, header } = table;
  const refused = findRefusal(table);
  if (refused) return refused;
  const main: OpenTable = { ...text, opened, format, headings: header[0] ?? [] };
  knowSheet(main, full);
  const pairing = pairTables(main, others);
  const { sheet, reading, footer, exclusions, ...found } = readResponses(table, pairing, request);
  const columns = full.columns.length;
  const companions = pairing.paired;
  const said = [...table.issues, ...pairing.issues, ...headerIssues(table), ...found.issues];
  if (hasErrors(said))
    return { plan: null, issues: said, opened, columns, identifiers: [], companions };
  const combinations = isAsIs ? null : findSmallCombinations(sheet, reading.variables);
  // From here on no issue quotes a cell of a personal column.
  const issues = withoutPersonalValues(
    combinations ? [...said, combinations] : said,
    reading.variables
  );
  const repeats = planRepeats(pairing, isAsIs, planTable);
  const plan: ImportPlan = {
    version: 1,
    format: format.id,
    tool: format.tool,
    layout: opened.layout,
    ...(text.container && { container: text.container }),
    ...(pairing.joins.length > 0 && { joins: pairing.joins.map((join) => join.plan) }),
    ...(repeats.length > 0 && { repeats }),
    questions: reading.questions,
    variables: reading.variables,
    exclusions,
    openQuestions: issues.filter((issue) => issue.severity === 'question'),
    asIs: false
  };
  return {
    plan: isAsIs ? asIs(plan, reading.facts, footer) : plan,
    issues,
    opened,
    columns,
    identifiers: reading.identifiers,
    isSample: !full.isWhole,
    freeText: findFreeText(sheet, reading),
    companions
  };
}

/** A table whose first rows have been read, before anybody asks what they mean. */
interface ReadTable extends FoundHeader {
  opened: OpenedFile;
  /** as wide as the file */
  read: Sheet;
  /** without blank columns at the end */
  full: Sheet;
  /** of the file, its container and its header */
  issues: Issue[];
}

function readTable(file: OpenedFile, { text, layout: said }: TableRequest): ReadTable {
  const found = findHeader(file, said);
  const { format, layout, header } = found;
  const raw = readSheet(text.source, layout, header);
  const read = format.cells ? repairedSheet(raw, format.cells) : raw;
  const full = withoutBlankTail(read);
  const opened = { ...file, layout };
  const issues = [...file.issues, ...text.issues];
  if (found.isHeaderMissing && said?.headerRows === undefined)
    issues.push({
      code: 'HEADER_MISSING',
      severity: 'question',
      where: { line: file.headerLine },
      params: { columns: layout.columns }
    });
  return { ...found, opened, read, full, issues };
}

/** A table without responses is refused; what it holds instead can still be shown. */
function findRefusal({ format, opened, full, issues }: ReadTable): Planned | null {
  const columns = full.columns.length;
  const rows = full.rows.length;
  const refuse = (issue: Issue): Planned => ({
    plan: null,
    issues: [...issues, issue],
    opened,
    columns,
    identifiers: []
  });
  if (rows === 0)
    return refuse({ code: 'NO_RESPONSES', severity: 'error', where: {}, params: { columns } });
  const params = { kind: format.companion ?? '', tool: format.tool, rows };
  const issue: Issue | null =
    format.companion && format.companion !== 'repeat'
      ? { code: 'COMPANION_AS_MAIN', severity: 'error', where: {}, params }
      : findPublishedTable(full);
  return issue && { ...refuse(issue), table: plainTable(full, format, opened.layout) };
}

/** What is wrong with the headings, and with columns that have none. */
function headerIssues({ opened, layout, read, full, isHeaderMissing }: ReadTable): Issue[] {
  const line = opened.headerLine;
  const count = read.columns.length - full.columns.length;
  const dropped: Issue = {
    code: 'BLANK_COLUMNS_DROPPED',
    severity: 'repaired',
    where: { line },
    params: { count }
  };
  return [
    ...(count > 0 ? [dropped] : []),
    ...(layout.headerRows === 1 && !isHeaderMissing ? headingIssues(full, line) : [])
  ];
}

/** What the rows of a table say, joined with those of its companions. */
interface Responses extends RowFindings {
  /** the sample without its footer, with joined columns */
  sheet: Sheet;
  reading: Reading;
  footer: RowExclusion[];
}

function readResponses(
  { format, layout, read, full }: ReadTable,
  pairing: Pairing,
  { asIs: isAsIs, definition }: TableRequest
): Responses {
  const footer = findFooter(full);
  const own = withoutLines(
    // Joined columns stand after all of the file's, blank ones included.
    pairing.joins.length > 0 ? read : full,
    footer.exclusions.map((row) => row.line)
  );
  const { sheet, known } = withCompanions(own, pairing, definition);
  const reading = proposeQuestions(sheet, format, pairing.form, known);
  const { facts, variables } = reading;
  const rows = format.checkRows?.(own) ?? { issues: [], exclusions: [] };
  const duplicates = findDuplicates(
    own,
    variables.filter(({ columnIndex }) => (columnIndex ?? 0) < layout.columns)
  );
  // Where rows are events of a record, its id comes again in each of them.
  const isLong = rows.issues.some((issue) => issue.code === 'ROWS_NOT_RESPONDENTS');
  const repeats: Issue = {
    code: 'REPEAT_ROWS',
    severity: 'note',
    where: {},
    params: { tool: format.tool }
  };
  return {
    sheet,
    reading,
    footer: footer.exclusions,
    exclusions: [...footer.exclusions, ...duplicates.exclusions, ...rows.exclusions],
    issues: [
      ...footer.issues,
      ...duplicates.issues.filter((issue) => !isLong || issue.code !== 'DUPLICATE_ID'),
      ...checkColumns(facts, variables),
      ...(isAsIs ? [] : checkAnswers(sheet, reading)),
      ...rows.issues,
      ...(format.companion === 'repeat' ? [repeats] : []),
      ...(isAsIs || pairing.definition ? [] : findLabelsNeeded(variables))
    ]
  };
}

interface FoundHeader {
  format: SurveyFormat;
  layout: ImportPlan['layout'];
  /** header records, cleaned; numbered columns where there are none */
  header: string[][];
  isHeaderMissing: boolean;
}

function findHeader({ head, layout }: OpenedFile, said: LayoutOverride | undefined): FoundHeader {
  const first = toHead(head);
  const format = findFormat(first);
  const rows = said?.headerRows;
  const headerRows = rows ?? headerRowsOf(format, first);
  const mayMiss = rows === undefined && format.id === 'generic';
  const isHeaderMissing = rows === 0 || (mayMiss && findMissingHeader(head));
  const numbered = first.h.map((_, i) => `Column ${i + 1}`);
  return {
    format,
    layout: { ...layout, headerRows: isHeaderMissing ? 0 : headerRows },
    header: isHeaderMissing ? [numbered] : head.slice(0, headerRows),
    isHeaderMissing
  };
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
