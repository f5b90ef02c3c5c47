import type { Container } from '../plan';

/** What a file that was dropped beside the responses is to them. */
export type PairKind =
  /** sheets of an XLSForm */
  | 'form'
  /** REDCap data dictionary, and its list of events */
  | 'dictionary'
  | 'events'
  /** labels of values or variables */
  | 'codebook'
  /** replicate weights of the same respondents */
  | 'weights'
  /** further columns of the same respondents */
  | 'columns'
  /** rows of a repeated group: members of a household */
  | 'repeat'
  /** nothing that belongs to the responses, as far as we can tell */
  | 'none';

/** How a further table was paired with the main one, for people to see. */
export interface Paired {
  kind: PairKind;
  /** name of the file */
  file: string;
  /** where in the file: a sheet of a workbook, an entry of an archive */
  container?: Container;
  /** code of the reason; its words are in text/<language>/import-wizard */
  reason:
    | 'headings'
    | 'parent-key'
    | 'same-id'
    | 'same-id-numbered'
    | 'many-rows-per-id'
    | 'unknown'
    | 'same-columns';
  /** columns whose cells pair the rows */
  mainColumn?: string;
  companionColumn?: string;
  /** rows of this table that found their row in the main one; of a form, fields that found a column */
  matched: number;
  unmatched: number;
}
