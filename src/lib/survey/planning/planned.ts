import type { Issue } from '$lib/base/issue';
import type { Definition } from '../companions/definition';
import type { Paired } from '../companions/paired';
import type { OpenTable } from '../companions/table';
import type { TableText } from '../containers/unpack';
import type { LayoutOverride, OpenedFile } from '../file/open-file';
import type { TextFinding } from '../identifiers/free-text';
import type { IdentifierFinding } from '../identifiers/identifiers';
import type { ImportPlan } from '../plan';

/** A table to be planned, with the tables that stand beside it. */
export interface TableRequest {
  text: TableText;
  others: readonly OpenTable[];
  asIs?: boolean;
  layout?: LayoutOverride;
  /** what is known of its variables beforehand: of a child table, by the form of its parent */
  definition?: Definition;
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
  /** columns of people's own words, with the personal details found in them */
  freeText?: ({ index: number } & TextFinding)[];
  /** the plan was made from the first rows; the others have not been looked at */
  isSample?: boolean;
  /** a refused file that can still be shown: a codebook or form, as a plain table */
  table?: ImportPlan;
  /** how the other files, and the other sheets of a workbook, were paired with the responses */
  companions?: Paired[];
}
