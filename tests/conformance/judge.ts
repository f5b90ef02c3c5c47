import { DesignError } from '$lib/estimation/design-error';
import { QueryError } from '$lib/estimation/query/data-source';
import { evaluate, implementedFamilies } from '$lib/estimation/query/query';
import { missingFeature } from '$lib/estimation/query/read-design';
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
    if (one.family === 'lonely_error')
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
  if (error instanceof DesignError || error instanceof QueryError)
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
