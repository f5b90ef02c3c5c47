import type { Labels } from '$lib/codebook/codebook';
import type { Estimate } from '$lib/estimation/estimates/estimate';
import type { SampleType } from './sample-type';

export type { SampleType };

export type Statistic = 'proportion' | 'mean' | 'total' | 'ratio' | 'quantile' | 'index';

/** One way of splitting people: by a variable's categories, by area, by wave, or by answer. */
export interface Dimension {
  /** variable name, or `wave` */
  id: string;
  labels: Labels;
  /** ordered categories keep their order on every screen */
  ordered: boolean;
  /**
   * True when a person is in at most one member, so that members add up to the whole and a hidden one
   * could be found by subtraction. Options of a multiple-response set are not a partition.
   */
  partition: boolean;
  /**
   * True when the members are the answers to one question: every member has the same denominator, and
   * the numerators add up to it.
   */
  answers?: boolean;
  members: { key: string; labels: Labels }[];
}

/** Where a cell stands: one member key per dimension id; a dimension left out means everyone. */
export type CellKey = Record<string, string>;

/** One estimate before release, with the unweighted counts that decide about its release. */
export interface RawCell {
  at: CellKey;
  estimate: Estimate;
  /** respondents in the denominator */
  n: number;
  /** respondents in the numerator; null where the statistic has none, as a mean of numbers */
  x: number | null;
  /** distinct PSUs among the n (rows, when each row is its own PSU) */
  psus: number;
  /**
   * Respondents in each class this measure tells apart, where that is not x and n - x: several
   * numerators and their complements.
   */
  classes?: number[];
  /**
   * Counts of the broader measure with the same numerator: unmet need among everyone, for unmet need
   * among those with the need. What it hides is hidden here too, so that neither gives the other away.
   */
  broader?: { n: number; x: number };
  /** the proportion a total of people rests on; its reliability is that of the total */
  restsOn?: Estimate;
}

const restMark = 'rest:';

/** Member key of everyone outside a member, as the other side of a contrast. */
export const restKey = (member: string): string => restMark + member;

/** The member whose rest a key names; null when the key is an ordinary member. */
export const restOf = (key: string): string | null =>
  key.startsWith(restMark) ? key.slice(restMark.length) : null;

/** Two cells compared with their covariance. `a` minus `b`, `a` over `b`. */
export interface RawContrast {
  a: CellKey;
  b: CellKey;
  difference: Estimate;
  ratio: Estimate | null;
  /** two-sided p of the difference; null when it cannot be tested */
  p: number | null;
  /** Benjamini-Hochberg over the contrasts of this table */
  pAdjusted: number | null;
}

/** Two groups compared on every member of a dimension at once, as on all options of a set. */
export interface RawJointTest {
  a: CellKey;
  b: CellKey;
  /** the dimension whose members are tested together */
  over: string;
  /** F on `df1` and `df2` degrees of freedom, that no member differs */
  f: number;
  df1: number;
  df2: number;
  /** adjusted over the groups of the table */
  p: number;
}

/** What a figure is about, in words and references: everything a source line and method panel need. */
export interface TableSubject {
  indicatorId: string;
  /** names the instance: the same key in another wave is the same measure */
  key: string;
  labels: Labels;
  level: 'mezzo' | 'macro';
  unit: 'proportion' | 'number' | 'people' | 'minutes';
  direction: 'higher-is-better' | 'lower-is-better' | 'neutral';
  decimals: number;
  /** the denominator in words: "adults who needed child care" */
  base: Labels;
}

/** One wave's part in a table: who was asked, when, how. */
export interface TableSource {
  waveId: string;
  datasetVersionId: string;
  surveyName: string;
  waveName: string;
  sampleType: SampleType;
  fieldedFrom: string | null;
  fieldedTo: string | null;
  /** kept responses of the dataset version, not of a cell */
  responses: number;
  /** where everyone was asked: how many people that were, for the coverage in words */
  population?: number | null;
  isSample: boolean;
}

/** Estimates over every combination of its dimensions, margins and grand total included. */
export interface EstimateTable {
  subject: TableSubject;
  statistic: Statistic;
  dimensions: Dimension[];
  cells: RawCell[];
  contrasts: RawContrast[];
  /** for sets of options split by a group */
  jointTests?: RawJointTest[];
  /** simultaneous intervals of cells that are ranked against each other; the largest value is first */
  rankBounds?: { at: CellKey; low: number; high: number }[];
  sources: TableSource[];
  /** engine and method, for the method panel and the hash */
  method: TableMethod;
}

export interface TableMethod {
  interval: string;
  engine: string;
  weighting: 'weighted' | 'unweighted';
  /** published numbers it rests on beside the survey, as a source line names them */
  benchmarks?: string[];
}

/** One vocabulary of marks, everywhere: see the figure key. */
export type Flag = '' | 'u' | 'c' | 'x';

/** A cell that may leave the server. Where flag is `c` or `x` every number is null. */
export interface ReleasedCell {
  at: CellKey;
  flag: Flag;
  /** for `x`: why there is no number */
  reason:
    | 'no-answers'
    | 'not-asked'
    | 'too-imprecise'
    | 'whole-only'
    | 'too-few-groups'
    | 'undefined'
    | null;
  value: number | null;
  low: number | null;
  high: number | null;
  n: number | null;
  nEffective: number | null;
  deff: number | null;
  df: number | null;
}

/** A contrast between two shown cells; kept only when both carry a number. */
export interface ReleasedContrast {
  a: CellKey;
  b: CellKey;
  difference: number;
  differenceLow: number;
  differenceHigh: number;
  ratio: number | null;
  ratioLow: number | null;
  ratioHigh: number | null;
  /** the comparison gate: adjusted p < .05, both cells unflagged, n >= 30 */
  tested: boolean;
}

/** A test of several differences at once, kept only when every cell on both sides is shown and sure. */
export type ReleasedJointTest = RawJointTest;

/** A rank as a range: between `from` and `to` of `of` shown cells, 1 = largest value. */
export interface ReleasedRank {
  at: CellKey;
  from: number;
  to: number;
  of: number;
}

export interface ReleasedTable {
  subject: TableSubject;
  statistic: Statistic;
  dimensions: Dimension[];
  cells: ReleasedCell[];
  contrasts: ReleasedContrast[];
  jointTests?: ReleasedJointTest[];
  /** likely ranks of the shown cells, where the table ranks them */
  ranks: ReleasedRank[];
  sources: TableSource[];
  method: TableMethod & { threshold: number; profile: string };
  /** set when hiding took most of the table: the screen offers coarser groups */
  mostlyHidden: boolean;
}

declare const releasedMark: unique symbol;

/** Checked for privacy and reliability. Only `release` in ./release.ts makes one. */
export type Released<T> = T & { readonly [releasedMark]: true };
