import type {
  Category,
  Labels,
  MissingCode,
  QuestionKind,
  VariableRole
} from '$lib/codebook/codebook';
import type { IdentifierType } from '../identifiers/identifiers';
import type { CellRepair, SplitRule, RowFindings } from '../plan';
import type { Sheet, SheetColumn } from '../sheet/sheet';
import type { FormDefinition } from './reading/xlsform';

/** The first records of a file from the header on, cleaned. */
export interface Head {
  /** first record */
  h: string[];
  /** second and third record; [] when there is none */
  r1: string[];
  r2: string[];
  records: string[][];
}

/** The first records of a file as formats are asked about them. */
export const toHead = (records: string[][]): Head => ({
  h: records[0] ?? [],
  r1: records[1] ?? [],
  r2: records[2] ?? [],
  records
});

/** What a format knows about a column; whatever it leaves out is found from the cells. */
export interface ColumnHint {
  /** text of the question, or of the item inside its group */
  labels?: Labels;
  /** columns with the same group id belong to one question */
  group?: { id: string; labels: Labels };
  /** code of the option or item inside the group */
  code?: string;
  /** the tool's own id of the column, beside its heading */
  toolId?: string;
  role?: VariableRole;
  kind?: QuestionKind;
  identifier?: IdentifierType;
  /** answers as the form defines them, in order */
  categories?: Category[];
  /** codes for no answer, all of them: no others are looked for among the numbers */
  missing?: MissingCode[];
  /** what a cell says as the number or code it stands for: `88` is none, 0 */
  merge?: Record<string, string>;
  unit?: string;
  /** the cell holds several choices: names joined by spaces */
  joined?: 'space';
  /** how several choices stand in one cell, where the cells alone would not tell */
  split?: SplitRule;
  /** what the cells of an option column say, where the cells alone would not tell */
  marks?: {
    chosen: string[];
    notChosen: string[];
    /** the question was not put, or not reported */
    notAsked?: string[];
  };
  /** skip logic of the form */
  relevant?: string;
  /** the column of the same option in another version of the form */
  sameAs?: number;
  /** free text beside an "other" option of its group: ticking the option leaves no other trace */
  isOtherText?: boolean;
  /** repeats what other columns say; not imported */
  isRedundant?: boolean;
}

/** A file that describes the answers of another one, or hangs below it. */
export type CompanionKind =
  /** REDCap data dictionary, or its list of events */
  | 'dictionary'
  | 'events'
  /** a sheet of an XLSForm */
  | 'form'
  /** labels of variables or values */
  | 'codebook'
  /** rows of a repeated group: one per member, not per respondent */
  | 'repeat';

export interface SurveyFormat {
  id: string;
  /** the tool in words */
  tool: string;
  /** Does a file with these first records come from the tool? Formats are asked in the order of the list. */
  sniff(head: Head): boolean;
  /** records that make the header */
  headerRows: number;
  /** where it varies from file to file: records that make the header of this one */
  findHeaderRows?(head: Head): number;
  /** set when the file belongs beside a file of responses and is none itself */
  companion?: CompanionKind;
  /** columns that the tool adds itself, by heading in lower case */
  system?: Readonly<Record<string, Pick<ColumnHint, 'role' | 'identifier'>>>;
  /** what the headings say, one hint per column; without it only headings and cells speak */
  read?(sheet: Sheet, form: FormDefinition | null): ColumnHint[];
  /** what the tool does to texts in cells, to be undone */
  cells?: CellRepair;
  /** codes below zero stand for options such as "no basis", never for answers */
  negativeCodesAreMissing?: boolean;
  /** the tool writes zeros also for who did not answer a select-all: the base is everyone, and flagged */
  baseIsEveryone?: boolean;
  /** zone of times that name none, where the tool always writes the same */
  zone?: string;
  /** choices are numbered from 1 where numbers stand for them; 0 is "not applicable" */
  zeroIsMissing?: boolean;
  /** the tool joins the names of several choices with spaces in one cell */
  joinsNames?: boolean;
  /** rows that are no responses, or not one per respondent, by the tool's own columns */
  checkRows?(sheet: Sheet): RowFindings;
  /** the tool can write a single choice as one column per option */
  maySpread?: boolean;
  /** small files the sniffing is tested with: first records, and whether they are this format's */
  examples: { title: string; records: string[][]; matches: boolean }[];
}

export const unnamed = (text: string): Labels => ({ und: text });

/** Share of the filled cells that fulfil a condition, 0..1. */
export function shareOf(cells: readonly string[], holds: (cell: string) => boolean): number {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 0 ? 0 : filled.filter(holds).length / filled.length;
}

/** Records that make the header of a file in this format. */
export const headerRowsOf = (format: SurveyFormat, head: Head): number =>
  format.findHeaderRows?.(head) ?? format.headerRows;

/** 1 when the row below the headings holds HXL tags (`#affected`), else 0. */
export const tagRows = ({ r1 }: Head): number =>
  r1.some((cell) => cell !== '') && r1.every((cell) => cell === '' || /^#[a-z]/i.test(cell))
    ? 1
    : 0;

/** Uploaded files, as the addresses under which the tool keeps them. */
export const holdsFiles = ({ values }: SheetColumn): boolean =>
  values.size > 0 &&
  [...values.keys()].every((text) => /^https?:\/\/\S+(\s+https?:\/\/\S+)*$/.test(text));
