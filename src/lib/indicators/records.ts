import { problemsOf, DefinitionError } from './define-indicator';
import type { Labels } from '$lib/codebook/codebook';
import type { Benchmark, BenchmarkKind } from './benchmark';
import type { IndicatorFacts } from './definition';

/** One reading of one clause or step of a policy by one coder, with the document it was read in. */
export interface ClauseReview {
  policy: string;
  /** `strength`: is it in the text; `step`: was it done */
  kind: ReviewKind;
  clause: string;
  coder: string;
  /** strength: 0 absent, 1 weak, 2 strong; step: 0 not done, 1 done */
  score: number;
  document: string;
  /** day it was read */
  date: string;
}

export const reviewKinds = ['strength', 'step'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** Highest score of a kind of review. */
export const highestScore: Readonly<Record<ReviewKind, number>> = { strength: 2, step: 1 };

/** Organizations of a coalition and which of them work together. */
export interface CoalitionTies {
  organizations: { id: string; sector: string | null }[];
  /** pairs of ids, each once */
  ties: [string, string][];
}

/** What people bring in beside surveys. No row of it is about a respondent. */
export interface Records {
  benchmarks: readonly Benchmark[];
  reviews: readonly ClauseReview[];
  coalition: CoalitionTies;
}

/** One number of an assessment. */
export interface AssessedPart {
  key: string;
  labels: Labels;
  /** null where the records do not give it */
  value: number | null;
  /** how far two coders agree beyond chance (Cohen's kappa); only where two read the same clauses */
  kappa?: number | null;
  /** readings or rows behind it */
  rows: number;
}

/** An indicator read from records: exact, without an interval. */
export interface Assessment {
  parts: AssessedPart[];
  /** documents and tables, as a source line names them */
  sources: string[];
}

/** An indicator fed by records of people, organizations and documents; it speaks of no respondent. */
export interface RecordIndicator extends IndicatorFacts {
  /** what it cannot do without */
  records: ('benchmarks' | 'reviews' | 'coalition')[];
  benchmarks: BenchmarkKind[];
  /** null where the records hold nothing of it */
  assess(records: Records): Assessment | null;
  examples: RecordExample[];
}

export interface RecordExample {
  title: string;
  given: Partial<Records>;
  /** the part that is checked */
  part: string;
  expect: { value: number };
}

export const noRecords: Records = {
  benchmarks: [],
  reviews: [],
  coalition: { organizations: [], ties: [] }
};

/** Checks a definition when the program starts. @throws DefinitionError */
export function defineRecordIndicator<const Id extends string>(
  definition: Omit<RecordIndicator, 'benchmarks'> & { id: Id; benchmarks?: BenchmarkKind[] }
): RecordIndicator & { readonly id: Id } {
  const problems = problemsOf(definition);
  if (definition.examples.length === 0) problems.push('no example');
  if (definition.records.length === 0) problems.push('no records feed it');
  if (problems.length > 0) throw new DefinitionError(`${definition.id}: ${problems.join('; ')}`);
  return { ...definition, benchmarks: definition.benchmarks ?? [] };
}
