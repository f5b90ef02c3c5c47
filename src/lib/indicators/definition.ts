import type { Labels } from '$lib/codebook/codebook';
import type { Responses } from '$lib/codebook/responses';
import type { Design } from '$lib/estimation/design/design';
import type { Benchmark, BenchmarkKind } from './benchmark';
import type { Claim, Level, Lever, Target, UnitOfAnalysis } from './levels';
import type {
  CellKey,
  Dimension,
  EstimateTable,
  TableMethod,
  TableSource,
  TableSubject
} from '$lib/privacy/table';

/** Kinds of question an input takes. `battery`: a row of items with the same answers. */
export type AcceptedKind =
  'single' | 'scale' | 'nps' | 'multiple-response' | 'numeric' | 'area' | 'battery';

/** Where the numbers of an indicator come from. */
export type Feed =
  | 'respondent-survey'
  | 'organization-survey'
  | 'roster'
  | 'benchmark'
  | 'network-ties'
  | 'policy-review';

/** What one input of an indicator may be mapped to. */
export interface InputSpec {
  id: string;
  /** kinds of question that fit */
  accepts: AcceptedKind[];
  optional: boolean;
  /** several questions, each with its own answers: mapped as `id`, `id-2`, `id-3`, ... */
  many?: boolean;
  /** a number is read; no answers are listed */
  numbers?: boolean;
  /** `yes` lists the answers that count from the low end to the high end of the scale */
  ordered?: boolean;
  labels: Labels;
}

/**
 * One input mapped to one question of a wave: its variable(s), and which categories count as yes,
 * as no, or as outside the base. Every category the person left unassigned is outside the base.
 */
export interface MappedInput {
  questionId: string;
  variables: string[];
  yes: string[];
  no: string[];
}

/** An indicator tied to a survey's questions: one definition yields many instances. */
export interface IndicatorInstance {
  indicatorId: string;
  /** stable across waves: "unmet-need:rent" */
  key: string;
  labels: Labels;
  inputs: Record<string, MappedInput>;
}

/** How the people are split: nothing, one variable, areas, or both. */
export interface Split {
  group: string | null;
  area: string | null;
}

/** Which comparisons a table carries beside each member against all others. */
export interface Comparing {
  /** member of the group variable the others are compared with; null = none chosen */
  reference: string | null;
}

export interface ComputeContext {
  responses: Responses;
  design: Design;
  source: TableSource;
  instance: IndicatorInstance;
  split: Split;
  compare: Comparing;
  /** adults (or households) the sample stands for, when weights do not expand to it */
  population: number | null;
  weighting: TableMethod['weighting'];
  /** confidence level of the intervals; 0.95 unless a table ranks its cells */
  confidence?: number;
  /** respondents a group needs to be part of an index over groups; 0 without */
  fewest?: number;
  /** published numbers the indicator is put beside; what is absent makes its cells unknown */
  benchmarks?: readonly Benchmark[];
}

/** What is said of an indicator, whatever feeds it. */
export interface IndicatorFacts {
  id: string;
  /** code of the inventory: Z1-Z16 mezzo, A1-A17 macro */
  code: IndicatorCode;
  /** where it is at home; a table's own level follows from its split, see ./levels.ts */
  level: Level;
  /** what the level rules look at */
  unitOfAnalysis: UnitOfAnalysis;
  /** about one domain at a time, or about how something is spread between groups */
  claim: Claim;
  /** population or system the claim is about */
  target: Target;
  /** who can change it */
  lever: Lever;
  /** where its numbers can come from; the first is the usual one */
  feeds: Feed[];
  unit: TableSubject['unit'];
  direction: TableSubject['direction'];
  decimals: number;
  labels: Labels;
  /** whom it speaks for, and the denominator in words */
  universe: Labels;
  within: Labels;
  /** the formula in plain text; the same in every language */
  formula: string;
  /** published source of the definition */
  source: string;
  /** pages of src/docs/methods that explain how it is computed; the first is the main one */
  method: string[];
}

/** An indicator computed from the answers to a survey, alone or beside published numbers. */
export interface IndicatorDefinition extends IndicatorFacts {
  needs: InputSpec[];
  /** published numbers it cannot do without */
  benchmarks: BenchmarkKind[];
  compute(context: ComputeContext): EstimateTable;
  /** small cases with known answers, run by the completeness test and shown on the methods page */
  examples: IndicatorExample[];
}

/** Codes of the inventory. */
export type IndicatorCode = `Z${number}` | `A${number}`;

export interface IndicatorExample {
  title: string;
  /** split of people; default none */
  split?: Split;
  /** the cell that is checked; default the whole */
  at?: CellKey;
  /** weight of each row; default 1 */
  weights?: number[];
  population?: number;
  benchmarks?: Benchmark[];
  /** column name to values; null = missing */
  given: Record<string, (string | number | null)[]>;
  inputs: Record<string, MappedInput>;
  expect: { value: number; n: number };
}

export type { Dimension };
