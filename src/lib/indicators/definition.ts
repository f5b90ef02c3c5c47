import type { Labels } from '$lib/codebook/codebook';
import type { Responses } from '$lib/codebook/responses';
import type { Design } from '$lib/estimation/design';
import type { Claim, Level, UnitOfAnalysis } from './levels';
import type {
  CellKey,
  Dimension,
  EstimateTable,
  TableMethod,
  TableSource,
  TableSubject
} from '$lib/privacy/table';

/** What one input of an indicator may be mapped to. */
export interface InputSpec {
  id: string;
  /** kinds of question that fit */
  accepts: ('single' | 'scale' | 'nps' | 'multiple-response' | 'numeric' | 'area')[];
  optional: boolean;
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
}

export interface IndicatorDefinition {
  id: string;
  /** code of the inventory: Z1-Z16 mezzo, A1-A17 macro */
  code: string;
  /** where it is at home; a table's own level follows from its split, see ./levels.ts */
  level: Level;
  /** what the level rules look at */
  unitOfAnalysis: UnitOfAnalysis;
  /** about one domain at a time, or about how something is spread between groups */
  claim: Claim;
  unit: TableSubject['unit'];
  direction: TableSubject['direction'];
  decimals: number;
  labels: Labels;
  /** whom it speaks for, and the denominator in words */
  universe: Labels;
  within: Labels;
  /** published source of the definition */
  source: string;
  needs: InputSpec[];
  compute(context: ComputeContext): EstimateTable;
  /** small cases with known answers, run by the completeness test and shown on the methods page */
  examples: IndicatorExample[];
}

export interface IndicatorExample {
  title: string;
  /** split of people; default none */
  split?: Split;
  /** the cell that is checked; default the whole */
  at?: CellKey;
  /** weight of each row; default 1 */
  weights?: number[];
  population?: number;
  /** column name to values; null = missing */
  given: Record<string, (string | number | null)[]>;
  inputs: Record<string, MappedInput>;
  expect: { value: number; n: number };
}

export type { Dimension };
