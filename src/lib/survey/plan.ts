import type { Issue } from '$lib/base/issue';
import type { Codebook, Question, Variable } from '$lib/codebook/codebook';

/** Encodings a file may come in; the spelling of `TextDecoder`, save `macintosh` (Mac OS Roman). */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh';

/** How the bytes become records. Everything here can be edited at the review screen. */
export interface FileLayout {
  encoding: Encoding;
  /** bytes before the text begins: a byte order mark, a `sep=;` line */
  skipBytes: number;
  /** physical line on which the text after `skipBytes` begins */
  firstLine: number;
  delimiter: string;
  /** as found in the file; reading accepts all of them */
  eol: 'lf' | 'crlf' | 'cr' | 'mixed' | 'none';
  /** records before the header: titles, comments */
  preambleRecords: number;
  /** records that make the header; 0 when the file has none */
  headerRows: number;
  /** width of a record */
  columns: number;
  /** a backslash, not a second quote, escapes a quote inside quotes */
  backslashEscapes: boolean;
}

/** How a cell becomes a number. */
export interface NumberStyle {
  decimal: '.' | ',';
  /** `1,250.5` with "," */
  thousands: '' | ',' | '.' | ' ' | "'";
}

/** How a cell becomes a day or an instant. */
export interface DateStyle {
  order: 'iso' | 'dmy' | 'mdy' | 'ymd';
  /** minutes east of UTC of cells that name no zone; null when unknown, then the clock reading is kept as if UTC */
  offsetMinutes: number | null;
  /** where cells that name no zone were clocked, when summer time matters: `America/New_York` */
  zone?: string;
  /** true: the variable holds instants (Float64 ms since 1970); false: days (Int32 since 1970-01-01) */
  hasTime: boolean;
}

/** How a cell that holds several choices is taken apart (`joined-cells/split.ts`). */
export interface SplitRule {
  separator: string;
  /** options in form order; what is left over is "other" text */
  options: string[];
  /** names in a space-joined cell, or a list literal such as ['a', 'b'] */
  style: 'separated' | 'list-literal';
  /** texts met often that stand where write-ins do: they count as "other", not as options */
  writtenIn?: string[];
}

/**
 * What is put right in a cell before it is read, once a person has agreed: text that was decoded twice;
 * ranges a spreadsheet took for dates (`3-Jan` was 1-3); ZIP codes that lost their leading zeros.
 */
export type CellRepair =
  | 'mojibake'
  | 'range-from-date'
  | 'zip-zeros'
  /** `{newline}`, `{quote}` and the like, as LimeSurvey's VV files write them */
  | 'limesurvey-vv'
  /** the apostrophe a tool puts before a text that begins with "=" */
  | 'formula-mask';

/**
 * Where the values of a variable come from. Column numbers are 0-based positions in the file; the
 * columns of joined tables follow those of the main one (`JoinPlan.offset`).
 */
export type ValueSource =
  | {
      from: 'column';
      column: number;
      number?: NumberStyle;
      date?: DateStyle;
      /** spellings that mean the same: as written, to the code of the category or to the number */
      merge?: Record<string, string>;
      repair?: CellRepair;
    }
  /**
   * One row of a battery that stands in one cell, a line each: `Row: Answer`. With `ranking` the cell
   * lists all rows in the person's order, and the answer is the place of this one: 1, 2, ...
   */
  | { from: 'line'; column: number; row: string; ranking?: SplitRule }
  /** one option of a multiple-response set that has its own column: 1 chosen, 0 not chosen */
  | {
      from: 'member';
      column: number;
      /** further columns of the same option, read where this one is blank: other versions of a form */
      also?: number[];
      chosen: string[];
      notChosen: string[];
      /** what a blank cell says: nothing; not chosen; not chosen when any column of `set` is filled */
      blank: 'missing' | 'not-chosen' | 'not-chosen-if-answered';
      /** every column that shows that the question was answered */
      set: number[];
      /** any other text means chosen: the write-in field of an "other" option */
      anyText: boolean;
    }
  /**
   * One option of a joined cell: 1 chosen, 0 not chosen, missing when the cell is. With `rest` it is
   * what no option accounts for instead: whether there is any ("other"), or its words.
   */
  | {
      from: 'joined';
      column: number;
      option: string;
      split: SplitRule;
      rest?: 'any' | 'words';
    }
  /** a single choice spread over one column per option: the label of the column that is filled */
  | { from: 'spread'; columns: number[]; labels: string[] };

/**
 * How personal data is stored when it is read at all: encrypted and shown to nobody but who may manage
 * people; as a keyed code that tells the same person again; or coarser than it was.
 */
export type Protection =
  | { how: 'private' }
  | { how: 'pseudonym' }
  /** first three digits of a ZIP code */
  | { how: 'zip3' }
  /** a date of birth, as its year */
  | { how: 'birth-year' }
  /** a number of years, as a band: `30-39` */
  | { how: 'age-band'; years: number }
  /** one coordinate, rounded */
  | { how: 'rounded'; decimals: number }
  /** two coordinates (this column is one of them), as the area they lie in */
  | { how: 'area'; latitude: number; longitude: number; areaSetId: string };

/** A variable as proposed, with what a person needs to judge the proposal. */
export interface PlannedVariable extends Variable {
  source: ValueSource;
  /** the tool's own id of the column, where the file says it: it stays when the heading is changed */
  toolId?: string;
  /** read it at import; personal data is off until a person turns it on */
  include: boolean;
  /** how it is made safe while it is read; without it the value is stored as it is */
  protect?: Protection;
  /** 0..1 */
  confidence: number;
  /** code of the reason for kind and role; its sentence is in text/<language>/import-reasons */
  reason: string;
}

export interface PlannedQuestion extends Question {
  confidence: number;
  reason: string;
}

/** A row left out, and why; by physical line of its first character. */
export interface RowExclusion {
  line: number;
  reason: 'header-repeated' | 'footer' | 'duplicate' | 'truncated' | 'no-answers' | 'no-parent';
}

/** What was found about rows: what to say of it, and the rows proposed to be left out. */
export interface RowFindings {
  issues: Issue[];
  exclusions: RowExclusion[];
}

/** What a file is packed in, when it is not delimited text itself. */
export type Container =
  { kind: 'xlsx'; sheet: string } | { kind: 'zip'; entry: string } | { kind: 'sav' };

/**
 * A table beside the main one. Its columns stand after those of the main table, so that a row is read
 * as if both had been one file.
 */
export interface JoinPlan {
  /** name of the companion file */
  file: string;
  container?: Container;
  layout: FileLayout;
  /** columns whose equal cells pair a row of the main table with a row of this one */
  key: { main: number; joined: number }[];
  /** the cells of the one row with the key; or one column: how many rows have it */
  take: 'cells' | 'count';
  /** where its first column stands among all columns */
  offset: number;
  /** columns it adds */
  columns: number;
  /** a row of the main table that finds none here is left out: a child row without its parent */
  required?: boolean;
  /** rows of it that are not to be used, by line */
  exclusions?: RowExclusion[];
}

/**
 * A repeated group in a table of its own: stored beside the responses as a dataset whose rows are its
 * members, with the design, area and groups of the respondent they belong to.
 */
export interface RepeatPlan {
  /** as the tool names the group */
  name: string;
  /** name of the file, which may be the main one when it is a further sheet of it */
  file: string;
  container?: Container;
  /** column of the responses and column of the members whose equal cells pair their rows */
  key: { main: number; joined: number };
  include: boolean;
  /** of the members alone; what their respondent adds is worked out at import (`withParent`) */
  plan: ImportPlan;
}

/**
 * Everything an import needs besides the bytes: plain data, so it can be stored, edited at the review
 * screen, sent to a worker, and used again for the next wave.
 */
export interface ImportPlan {
  version: 1;
  format: string;
  /** the tool in words, e.g. `KoboToolbox` */
  tool: string;
  layout: FileLayout;
  /** what the main file is packed in */
  container?: Container;
  /** tables read beside the main one */
  joins?: JoinPlan[];
  /** tables of repeated groups, stored as datasets of their own */
  repeats?: RepeatPlan[];
  /** name of the repeated group whose rows these are; without it a row is a respondent */
  repeat?: string;
  questions: PlannedQuestion[];
  variables: PlannedVariable[];
  /** rows that will be left out */
  exclusions: RowExclusion[];
  /** issues of severity `question`: each needs a decision, `--yes` accepts the proposal */
  openQuestions: Issue[];
  /** true: every column is kept, no code means missing, only blank does */
  asIs: boolean;
}

/** The (first) column a value comes from. */
export const sourceColumn = (source: ValueSource): number =>
  source.from === 'spread' ? (source.columns[0] ?? 0) : source.column;

/** The variables an import will write, in the order the sink receives them. */
export const includedVariables = (plan: ImportPlan): PlannedVariable[] =>
  plan.variables.filter((variable) => variable.include);

/** The codebook of the version that this plan makes: included variables and the questions they carry. */
export function codebookOf(plan: ImportPlan): Codebook {
  const variables = includedVariables(plan);
  const names = new Set(variables.map((variable) => variable.name));
  return {
    variables: variables.map(toVariable),
    questions: plan.questions
      .map((question) => ({
        ...toQuestion(question),
        variables: question.variables.filter((name) => names.has(name))
      }))
      .filter((question) => question.variables.length > 0)
  };
}

const toVariable = (planned: PlannedVariable): Variable => {
  const { columnIndex, name, heading, labels, kind, role, categories, missing, unit } = planned;
  const variable = { columnIndex, name, heading, labels, kind, role, categories, missing };
  return unit === undefined ? variable : { ...variable, unit };
};

const toQuestion = (planned: PlannedQuestion): Question => {
  const { id, labels, kind, variables, base, direction, relevant } = planned;
  return {
    id,
    labels,
    kind,
    variables,
    base,
    ...(direction && { direction }),
    ...(relevant && { relevant })
  };
};
