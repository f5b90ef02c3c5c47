import { tInterval } from '../estimates/estimate';
import type { Estimate } from '../estimates/estimate';
import type { Shares } from '../estimates/estimate-shares';

/** What an answer is made of: numbers, texts, null for what is not defined. */
export type Answer = { [field: string]: AnswerValue };
export type AnswerValue = string | number | boolean | null | AnswerValue[] | Answer;

/** The sample behind an estimate. */
export const sampleFields = (e: Estimate): Answer => ({
  n: e.n,
  n_positive_weight: e.nPositive,
  sum_weights: e.sumWeights,
  df: e.df,
  df_full: e.dfFull
});

/** Estimate, standard error, the three 95 % intervals and design effects under their report names. */
export function estimateFields(e: Estimate): Answer {
  const base = { ...sampleFields(e), estimate: e.value, se: e.se };
  if (e.value === null) return { ...base, undefined: undefinedText(e) };
  return {
    ...base,
    ci95_t: bounds(e, e.df),
    ci95_t_full: bounds(e, e.dfFull),
    ci95_z: bounds(e, Infinity),
    deff_without_replacement: e.deffWithoutReplacement,
    deff_with_replacement: e.deff
  };
}

const undefinedText = (e: Estimate): string =>
  e.reason === 'zero-denominator'
    ? 'the denominator is zero'
    : 'no positive-weight observation in the domain';

function bounds(e: Estimate, df: number | null): Answer {
  const found = tInterval(e, df, 0.95);
  return { lower: found?.low ?? null, upper: found?.high ?? null };
}

/** The fields of several levels as arrays in the order of the levels, with their covariance. */
export function shareFields(shares: Shares, levels: readonly string[]): Answer {
  const [first] = shares.estimates;
  if (!first || first.value === null)
    return { ...(first ? estimateFields(first) : {}), levels: [...levels] };
  const each = shares.estimates.map(estimateFields);
  const column = (field: string): AnswerValue[] => each.map((one) => one[field] ?? null);
  const interval = (field: string): Answer => {
    const side = (end: 'lower' | 'upper'): AnswerValue[] =>
      each.map((one) => (one[field] as Answer)[end] ?? null);
    return { lower: side('lower'), upper: side('upper') };
  };
  return {
    ...sampleFields(first),
    estimate: column('estimate'),
    se: column('se'),
    levels: [...levels],
    covariance: shares.covariance,
    ci95_t: interval('ci95_t'),
    ci95_t_full: interval('ci95_t_full'),
    ci95_z: interval('ci95_z'),
    deff_without_replacement: column('deff_without_replacement'),
    deff_with_replacement: column('deff_with_replacement')
  };
}
