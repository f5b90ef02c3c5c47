import type { Comparison } from '../comparisons/compare-domains';
import type { Answer } from './report';

/** Two domain means compared, under their report names. */
export function comparisonFields(c: Comparison): Answer {
  const base = {
    n_a: c.a.n,
    n_b: c.b.n,
    df: c.df,
    df_full: c.dfFull,
    a: c.a.value,
    b: c.b.value,
    covariance: c.covariance
  };
  return {
    ...base,
    difference: c.difference?.value ?? null,
    difference_se: c.difference?.se ?? null,
    difference_ci95_t: {
      lower: c.difference?.low ?? null,
      upper: c.difference?.high ?? null
    },
    difference_t: c.t,
    difference_p: c.p,
    ratio: c.ratio?.value ?? null,
    ratio_se: c.ratio?.se ?? null,
    log_ratio: c.logRatio?.value ?? null,
    log_ratio_se: c.logRatio?.se ?? null,
    ratio_ci95_log_t: { lower: c.ratio?.low ?? null, upper: c.ratio?.high ?? null },
    log_odds_ratio: c.logOddsRatio?.value ?? null,
    log_odds_ratio_se: c.logOddsRatio?.se ?? null
  };
}
