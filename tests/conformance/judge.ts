import { DesignError } from '$lib/estimation/design/design-error';
import { QueryError } from '$lib/estimation/query/data-source';
import { evaluate, implementedFamilies } from '$lib/estimation/query/query';
import { missingFeature } from '$lib/estimation/query/read-design';
import { WeightingError, type WeightingCode } from '$lib/estimation/weighting/problem';
import { compare } from './agree';
import type { Case, Cases } from './cases';

export type Status = 'passed' | 'failed' | 'refused' | 'not-implemented';

export interface Verdict {
  id: string;
  family: string;
  status: Status;
  worstRelativeError: number | null;
  compared: number;
  problems: string[];
  /** for not implemented cases: what the design asks for, or null when the family itself is missing */
  feature: string | null;
}

/** Optional by the reference's own word, or the result of doing it wrong. */
const skip = new Set(['likelihood', 'lincom', 'saddlepoint', 'wrong_filtered_rows', 'undefined']);

/** What a described problem must be refused as. */
const problemCodes: [said: RegExp, code: WeightingCode][] = [
  [/category has no respondent/, 'margin-category-empty'],
  [/no population total/, 'margin-category-without-target'],
  [/different sums/, 'margin-totals-differ'],
  [/missing values/, 'margin-values-missing'],
  [/bounds too tight/, 'bounds-too-tight']
];

/** Runs one case and says how it went. */
export function judge(one: Case, cases: Cases): Verdict {
  const verdict = {
    id: one.id,
    family: one.family,
    worstRelativeError: null,
    compared: 0,
    problems: []
  };
  if (!implementedFamilies.includes(one.family))
    return { ...verdict, status: 'not-implemented', feature: null };
  const feature = one.designSpec ? missingFeature(one.designSpec) : null;
  if (feature) return { ...verdict, status: 'not-implemented', feature };
  try {
    const answer = evaluate(cases.source(one), { ...one, design: one.designSpec });
    if (one.family === 'lonely_error' || one.family === 'weighting_problem')
      return failed(one, ['a number was returned where an error is due']);
    const { problems, worst, compared } = compare(one.expected, answer, {
      tolerance: one.tolerance,
      methods: one.method_tolerance ?? {},
      skip
    });
    const status = problems.length > 0 || compared === 0 ? 'failed' : 'passed';
    return { ...verdict, status, problems, compared, worstRelativeError: worst, feature: null };
  } catch (error) {
    return refusal(one, error);
  }
}

function refusal(one: Case, error: unknown): Verdict {
  if (error instanceof DesignError && one.family === 'lonely_error') {
    const { message } = one.expected as { message: string };
    return error.message === message
      ? { ...failed(one, []), status: 'passed', compared: 1, worstRelativeError: 0 }
      : failed(one, [`${error.message}, expected ${message}`]);
  }
  if (error instanceof WeightingError && one.family === 'weighting_problem') {
    const { problem } = one.expected as { problem: string };
    const due = problemCodes.find(([said]) => said.test(problem));
    return !due || error.code === due[1]
      ? { ...failed(one, []), status: 'passed', compared: 1, worstRelativeError: 0 }
      : failed(one, [`${error.message}, expected: ${problem}`]);
  }
  if (
    error instanceof DesignError ||
    error instanceof QueryError ||
    error instanceof WeightingError
  )
    return { ...failed(one, [error.message]), status: 'refused' };
  throw error;
}

const failed = (one: Case, problems: string[]): Verdict => ({
  id: one.id,
  family: one.family,
  status: 'failed',
  worstRelativeError: null,
  compared: 0,
  problems,
  feature: null
});
