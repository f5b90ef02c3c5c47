import type { CellKey } from '$lib/privacy/table';
import type { ChartType } from './model';

/** A rank as the interval it is known to, 1 the highest. */
export interface RankRange {
  best: number;
  worst: number;
}

/**
 * What a person chose to see, in references only: it holds no number of the survey, so it may be kept,
 * sent in a URL and frozen beside the table it belongs to.
 */
export interface FigureSpec {
  id: string;
  type: ChartType;
  /** dimension whose members are the rows; null: one row for each table ("top needs") */
  by: string | null;
  /** members of the other dimensions that stay the same: `{ wave: '2026' }` */
  at: CellKey;
  /** stacked charts: the dimension of the answers, the answers drawn beside the stack, the colours */
  parts?: { dimension: string; apart: string[]; ramp: 'sequential' | 'diverging' };
  /** stacked charts: the second table holds, for each row, the share these words name */
  net?: { label: string; at: CellKey };
  /** the cell every row is compared with, and its name: "County" */
  reference?: { at: CellKey; label: string };
  /** short name of what the rows are: "Housing"; default: the dimension's own label */
  heading?: string;
  /** rows drawn in the accent colour; none = all */
  focus?: string[];
  ranks?: Record<string, RankRange>;
  /** an author's headline in place of the generated one */
  headline?: string;
  /** who and where, for the subtitle: "Adults in Alder County" */
  who?: string;
  /** words that turn the general sentences into plain ones */
  words?: FigureWords;
  /** rows that cannot be compared with the one above, with the words on the line between them */
  breaks?: Record<string, string>;
  multipleChoice?: boolean;
  notes?: string[];
  areas?: { key: string; rings: [number, number][][] }[];
  /** dimension whose members are areas: its figures speak of areas, not of people */
  areaDimension?: string;
  hash?: string;
}

export interface FigureWords {
  /** what the people counted did: "skipped meals to pay rent" */
  predicate: string;
  /** how each row is named inside a sentence: `{ renters: 'renters' }` */
  groups: Record<string, string>;
}
