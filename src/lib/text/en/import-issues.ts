import { upperFirst } from '../format';
import type { Issue, Place } from '$lib/base/issue';
import { answerIssues } from './answer-issues';
import { companionIssues } from './companion-issues';
import { nextWaveIssues } from './next-wave-issues';
import { weightingIssues } from './weighting-issues';

type Params = Issue['params'];

/** What is wrong with a file, and what to do about it. */
export interface ImportSentence {
  problem: string;
  fix: string;
}

type Sentences = Record<string, (params: Params, where: Place) => ImportSentence>;

const place = ({ line, column, columnIndex }: Place): string => {
  const letter = columnIndex === undefined ? '' : `column ${columnLetter(columnIndex)}`;
  const name = column ? ` (${column})` : '';
  const at = letter || name ? `${letter || 'column'}${name}` : '';
  return [line === undefined ? '' : `line ${line}`, at].filter((part) => part !== '').join(', ');
};

/** A, B, ..., Z, AA: as a spreadsheet names the column at a 0-based position. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

const at = (where: Place): string => upperFirst(place(where)) || 'The file';
const rows = (count: string | number | undefined): string =>
  Number(count) === 1 ? '1 row' : `${count} rows`;

/** Sentences by issue code; every code of the import has one. */
export const importIssues = {
  ...nextWaveIssues,
  ...weightingIssues,
  ...companionIssues,
  ...answerIssues,
  NOT_CSV_XLSX: () => ({
    problem: 'This is an Excel workbook, not a CSV file, whatever its name says.',
    fix: 'Open it in Excel, choose Save As, pick "CSV UTF-8 (Comma delimited)", and upload that file.'
  }),
  NOT_CSV_XLS: () => ({
    problem: 'This is an Excel workbook in the old .xls format, not a CSV file.',
    fix: 'Open it in Excel, choose Save As, pick "CSV UTF-8 (Comma delimited)", and upload that file.'
  }),
  NOT_CSV_GZIP: () => ({
    problem: 'This file is compressed.',
    fix: 'Unpack it first and upload the CSV file inside.'
  }),
  NOT_CSV_SPSS: () => ({
    problem: 'This is an SPSS data file (.sav), not a CSV file.',
    fix: 'In SPSS choose File, Export, CSV data, and upload that file with its value labels as a codebook.'
  }),
  NOT_CSV_STATA: () => ({
    problem: 'This is a Stata data file, not a CSV file.',
    fix: 'In Stata run "export delimited" and upload the CSV file.'
  }),
  NOT_CSV_PDF: () => ({
    problem: 'This is a PDF document, not a CSV file.',
    fix: 'Ask for the raw responses as CSV; numbers in a document cannot be read back.'
  }),
  NOT_CSV_HTML: () => ({
    problem: 'This is a web page, not a CSV file: most likely the sign-in page of the survey tool.',
    fix: 'Sign in to the tool, export the responses again, and check that the file opens as a table.'
  }),
  NOT_CSV_JSON: () => ({
    problem: 'This file holds JSON, not CSV.',
    fix: 'Export the responses as CSV from the same place.'
  }),
  FILE_EMPTY: () => ({
    problem: 'The file is empty.',
    fix: 'Export it again, and check that the survey has responses.'
  }),
  RECORD_TOO_LONG: ({ megabytes }, where) => ({
    problem: `Line ${where.line} goes on for more than ${megabytes} MB without an end. No answer is that long: the line ends are lost, or this is no table.`,
    fix: 'Export the file again as CSV.'
  }),
  TOO_MANY_COLUMNS: ({ columns, most }, where) => ({
    problem: `Line ${where.line} has ${columns} columns; up to ${most} can be read.`,
    fix: 'Check the delimiter, or export fewer questions at a time.'
  }),
  NO_RESPONSES: ({ columns }) => ({
    problem: `The file has ${columns} columns and no responses.`,
    fix: 'Check the filter of the export: only the header arrived.'
  }),
  AGGREGATE_TABLE: (_params, where) => ({
    problem: `This is a table of results, not one row per respondent: percentages begin on line ${where.line}.`,
    fix: 'Ask for the raw export of the responses; from percentages nothing can be computed again.'
  }),
  ENCODING_GUESSED: ({ encoding }, where) => ({
    problem: `The file does not say how its letters are stored; from ${place(where)} on we read them as ${encoding}.`,
    fix: 'Look at names and accents in the preview. If they are wrong, choose another encoding.'
  }),
  INVALID_BYTES: ({ value }, where) => ({
    problem: `${at(where)}: a letter is stored in another way than the rest of the file. We read "${value}".`,
    fix: 'Check the cell.'
  }),
  MOJIBAKE_SUSPECTED: ({ value }, where) => ({
    problem: `${at(where)}: "${value}" looks like text that was saved with the wrong encoding.`,
    fix: 'Decide whether to repair it, or export the file again as UTF-8.'
  }),
  LOST_CHARACTERS: (_params, where) => ({
    problem: `${at(where)}: letters were lost before the file reached us and stand as \uFFFD.`,
    fix: 'Export the file again if the original still has them. We do not guess.'
  }),
  NUL_BYTES: (_params, where) => ({
    problem: `${at(where)}: zero bytes stood inside cells and were left out.`,
    fix: 'Nothing to do, unless the text looks incomplete.'
  }),
  INVISIBLE_CHARACTERS: (_params, where) => ({
    problem: `${at(where)}: invisible characters were left out, so that equal answers count as one.`,
    fix: 'Nothing to do.'
  }),
  DELIMITER_UNSURE: () => ({
    problem: 'No separator divides the lines evenly; we read the file as one column.',
    fix: 'Choose the separator if the file has several columns.'
  }),
  MIXED_EOL: () => ({
    problem: 'The lines of the file end in different ways; we read all of them as line ends.',
    fix: 'Nothing to do.'
  }),
  CR_ONLY: () => ({
    problem: 'The lines end the way old Macintosh programs wrote them.',
    fix: 'Nothing to do.'
  }),
  ESCAPE_BACKSLASH: (_params, where) => ({
    problem: `${at(where)}: quotation marks inside cells are written \\" as databases do; we read them so.`,
    fix: 'Check a cell with quotation marks in the preview.'
  }),
  QUOTE_UNTERMINATED: (_params, where) => ({
    problem: `${at(where)}: a quotation mark opens here on line ${where.line} and never closes. We read it as text and kept the rows after it.`,
    fix: 'Check the cell.'
  }),
  QUOTE_STRAY: (_params, where) => ({
    problem: `${at(where)}: text follows a closing quotation mark. We kept all of it as text.`,
    fix: 'Check the cell.'
  }),
  ROW_SHORT: ({ cells, columns, count }, where) => ({
    problem: `${at(where)} has ${cells} cells where the header has ${columns}; the rest is taken as blank.${more(count)}`,
    fix: 'Check that its answers stand in the right columns.'
  }),
  ROW_LONG: ({ cells, columns, value, count }, where) => ({
    problem: `${at(where)} has ${cells} cells where the header has ${columns}; "${value}" has no column and is left out.${more(count)}`,
    fix: 'Often a comma in an answer is not quoted. Correct the line, or accept it.'
  }),
  FILE_TRUNCATED: (_params, where) => ({
    problem: `${at(where)}: the file breaks off in the middle of this row; it is not imported.`,
    fix: 'Download the file again.'
  }),
  BLANK_ROWS_SKIPPED: ({ count }, where) => ({
    problem: `${rows(count)} without any cell, the first on line ${where.line}, are not counted.`,
    fix: 'Nothing to do.'
  }),
  BLANK_COLUMNS_DROPPED: ({ count }) => ({
    problem: `${count} columns at the end have neither a heading nor a cell and are left out.`,
    fix: 'Nothing to do.'
  }),
  HEADER_REPEATED: (_params, where) => ({
    problem: `${at(where)} repeats the header and is not counted: two exports seem to be joined.`,
    fix: 'Check that no respondent stands in both.'
  }),
  HEADER_MISSING: ({ columns }) => ({
    problem: 'The first line looks like a response, not like a header.',
    fix: `Accept the names Column 1 to Column ${columns}, or add a header line to the file.`
  }),
  HEADER_DUPLICATE: ({ heading, count }) => ({
    problem: `${count} headings occur more than once, such as "${heading}". All columns are kept.`,
    fix: 'Tell them apart by position, and give them labels.'
  }),
  HEADER_BLANK: ({ count }) => ({
    problem: `${count} columns have no heading. They are kept under their position.`,
    fix: 'Give them labels.'
  }),
  PREAMBLE_SKIPPED: ({ count, text }) => ({
    problem: `${count} lines before the header are kept as a note: "${text}".`,
    fix: 'Check that the header is the right line.'
  }),
  FOOTER_SUSPECTED: ({ count }, where) => ({
    problem: `${rows(count)} from line ${where.line} on look like totals or notes and are left out.`,
    fix: 'Put them back if they are responses.'
  }),
  DUPLICATE_ROW: ({ first }, where) => ({
    problem: `${at(where)} is the same as line ${first} in every cell.`,
    fix: 'Leave it out, or keep it if two people gave the same answers.'
  }),
  DUPLICATE_ID: ({ value, first }, where) => ({
    problem: `${at(where)}: the id "${value}" stands also on line ${first}, with other answers.`,
    fix: 'Decide which of the rows counts.'
  }),
  DECIMAL_COMMA: ({ value }, where) => ({
    problem: `${at(where)}: "${value}" is read as a number with a decimal comma.`,
    fix: 'Nothing to do.'
  }),
  NUMBER_FORMATS_MIXED: ({ value }, where) => ({
    problem: `${at(where)}: numbers are written in different ways, such as "${value}".`,
    fix: 'Check that decimal marks are read right.'
  }),
  DATE_AMBIGUOUS: ({ value, order }, where) => ({
    problem: `${at(where)}: "${value}" may be day and month or month and day, and little or nothing in the column says which. We read ${order === 'dmy' ? 'the day' : 'the month'} first.`,
    fix: 'Check the order, and change it if it is wrong.'
  }),
  DATE_FORMATS_MIXED: (_params, where) => ({
    problem: `${at(where)}: dates are written in several ways in this column; each is read for itself.`,
    fix: 'Check some of them in the preview.'
  }),
  DATE_SERIAL: ({ value }, where) => ({
    problem: `${at(where)}: "${value}" is a day number of a spreadsheet and is read as a date.`,
    fix: 'Nothing to do.'
  }),
  EXCEL_DATE_MANGLED: ({ value, proposal }, where) => ({
    problem: `${at(where)}: a spreadsheet turned an answer into the date "${value}"; it was probably ${proposal}.`,
    fix: 'Confirm the proposal, or export the file again without opening it in a spreadsheet.'
  }),
  SCIENTIFIC_ID: ({ value }, where) => ({
    problem: `${at(where)}: the id "${value}" has lost its last digits in a spreadsheet.`,
    fix: 'It cannot tell respondents apart. Export the file again with this column as text.'
  }),
  LEADING_ZERO_LOST: ({ value, proposal }, where) => ({
    problem: `${at(where)}: the ZIP code "${value}" has lost its leading zero; it was probably ${proposal}.`,
    fix: 'Confirm the proposal.'
  }),
  FORMULA_LIKE: (_params, where) => ({
    problem: `${at(where)}: some answers look like formulas. They are kept as text.`,
    fix: 'Nothing to do: exports write them so that no program runs them.'
  }),
  VALUES_MERGED: ({ values }, where) => ({
    problem: `${at(where)}: ${values} spellings of yes and no are read as Yes and No.`,
    fix: 'Check the counts.'
  }),
  CELL_UNREADABLE: ({ kind }, where) => ({
    problem: `${at(where)}: the cell could not be read as a ${kind === 'date' ? 'date' : 'number'} and is missing.`,
    fix: 'Read the variable as text, or correct the cell.'
  }),
  CELLS_UNREADABLE: ({ count, value, kind }, where) => ({
    problem: `${at(where)}: ${count} cells such as "${value}" could not be read as ${kind === 'date' ? 'dates' : 'numbers'} and are missing.`,
    fix: 'Read the variable as text, or correct the cells.'
  }),
  PREVIEW_ROWS: ({ count }) => ({
    problem: `${rows(count)} were entered through the preview link of the survey. They are kept.`,
    fix: 'Leave them out if they are tests.'
  }),
  NO_ANSWERS: ({ status }, where) => ({
    problem: `Line ${where.line} holds no answers: the server says "${status}". It is left out.`,
    fix: 'Unlock the submissions on the server and export again to have them.'
  }),
  ROWS_NOT_RESPONDENTS: ({ rows: count, records }) => ({
    problem: `The ${count} rows are ${records} records: a record has several rows, one for each event or repeat.`,
    fix: 'Go on to keep all rows. Export a single event to have one row per respondent.'
  }),
  COMPANION_AS_MAIN: ({ tool, kind }) => ({
    problem: `This file is no survey data: it is a ${tool}${kind === 'form' ? ', which holds the questions of a form' : ''}. It holds no responses.`,
    fix: 'Choose the file with the responses first, and add this one beside it.'
  }),
  REPEAT_ROWS: ({ tool }) => ({
    problem: `This is a ${tool}: its rows are members of a repeated group, not respondents.`,
    fix: 'To count respondents, choose the main file first and add this one beside it.'
  }),
  SMALL_COMBINATIONS: ({ rows: count, columns }) => ({
    problem: `${rows(count)}: fewer than 5 people share the same mix of ${columns}. Somebody who knows them could tell who they are.`,
    fix: 'Make ZIP codes or ages coarser at the step Privacy. Figures hide such small groups in any case.'
  })
} satisfies Sentences;

function more(count: string | number | undefined): string {
  return Number(count) > 1 ? ` ${Number(count)} rows are like this.` : '';
}

/** Problem and fix in one line, for the command line and logs; the code itself when there is no sentence. */
export function issueMessage({ code, params, where }: Issue): string {
  const sentence = (importIssues as Sentences)[code];
  if (!sentence) return `${code} ${JSON.stringify(params)}`;
  const { problem, fix } = sentence(params, where);
  return `${problem} ${fix}`;
}
