import type { Category, Labels, QuestionKind, VariableRole } from '$lib/codebook/codebook';
import type { IdentifierType } from '../identifiers';
import type { FormDefinition } from '../xlsform';
import type { Sheet } from '../sheet';

/** The first records of a file from the header on, cleaned. */
export interface Head {
  /** first record */
  h: string[];
  /** second and third record; [] when there is none */
  r1: string[];
  r2: string[];
  records: string[][];
}

/** What a format knows about a column; whatever it leaves out is found from the cells. */
export interface ColumnHint {
  /** text of the question, or of the item inside its group */
  labels?: Labels;
  /** columns with the same group id belong to one question */
  group?: { id: string; labels: Labels };
  /** code of the option or item inside the group */
  code?: string;
  role?: VariableRole;
  kind?: QuestionKind;
  identifier?: IdentifierType;
  /** answers as the form defines them, in order */
  categories?: Category[];
  /** the cell holds several choices: names joined by spaces */
  joined?: 'space';
  /** skip logic of the form */
  relevant?: string;
  /** free text beside an "other" option of its group: ticking the option leaves no other trace */
  isOtherText?: boolean;
  /** repeats what other columns say; not imported */
  isRedundant?: boolean;
}

export interface SurveyFormat {
  id: string;
  /** the tool in words */
  tool: string;
  /** Does a file with these first records come from the tool? Formats are asked in the order of the list. */
  sniff(head: Head): boolean;
  /** records that make the header */
  headerRows: number;
  /** columns that the tool adds itself, by heading in lower case */
  system?: Readonly<Record<string, Pick<ColumnHint, 'role' | 'identifier'>>>;
  /** what the headings say, one hint per column; without it only headings and cells speak */
  read?(sheet: Sheet, form: FormDefinition | null): ColumnHint[];
  /** codes below zero stand for options such as "no basis", never for answers */
  negativeCodesAreMissing?: boolean;
  /** the tool writes zeros also for who did not answer a select-all: the base is everyone, and flagged */
  baseIsEveryone?: boolean;
  /** small files the sniffing is tested with: first records, and whether they are this format's */
  examples: { title: string; records: string[][]; matches: boolean }[];
}

export const unnamed = (text: string): Labels => ({ und: text });

/** Share of the filled cells that fulfil a condition, 0..1. */
export function shareOf(cells: readonly string[], holds: (cell: string) => boolean): number {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 0 ? 0 : filled.filter(holds).length / filled.length;
}
