import { kornGraubard, proportionInterval } from '../estimates/proportion-interval';
import { nchsStandard } from '../estimates/reliability';
import { sampleFields } from './report';
import type { Estimate, ProportionMethod } from '../estimates/estimate';
import type { KornGraubard } from '../estimates/proportion-interval';
import type { Answer } from './report';

const methods: [name: string, method: ProportionMethod][] = [
  ['logit', 'logit'],
  ['xlogit', 'logit'],
  ['asin', 'asin'],
  ['mean', 'mean'],
  ['wilson', 'wilson'],
  ['likelihood_exact', 'likelihood']
];

/** R's `xlogit`: the standard error of the proportion brought to the log odds scale. */
const fromShare = (e: Estimate, name: string): Estimate =>
  name === 'xlogit' ? { ...e, logitSe: null } : e;

/** A proportion with every interval, by df of the rows used, infinite df and df of the design. */
export function proportionFields(e: Estimate, level: number): Answer {
  const intervals = (df: number | null): Answer =>
    Object.fromEntries(
      methods.map(([name, method]) => [name, bounds(fromShare(e, name), method, df, level)])
    );
  return {
    ...sampleFields(e),
    estimate: e.value,
    se: e.se,
    level,
    intervals_t: { ...intervals(e.df), beta: bounds(e, 'beta', e.df, level) },
    intervals_z: intervals(Infinity),
    intervals_t_full: intervals(e.dfFull),
    korn_graubard: kornGraubardFields(kornGraubard(e, e.df, level))
  };
}

function bounds(
  e: Estimate,
  method: ProportionMethod,
  df: number | null,
  level: number
): Answer | null {
  const found = proportionInterval(e, method, df, level);
  if (found) return { lower: found.low, upper: found.high };
  const p = e.value;
  return p !== null && (method === 'mean' || (p > 0 && p < 1))
    ? { lower: null, upper: null }
    : null;
}

const kornGraubardFields = (kg: KornGraubard): Answer => ({
  n_eff: kg.nEff,
  n_eff_capped: kg.nEffCapped,
  n_eff_df_adjusted: kg.nEffAdjusted,
  n_eff_used: kg.nEffUsed,
  lower: kg.low,
  upper: kg.high
});

/** A proportion judged by the NCHS presentation standards. */
export function reliabilityFields(e: Estimate): Answer {
  const r = nchsStandard(e);
  const suppressed = {
    suppress: r.decision === 'suppress',
    suppress_reasons: r.reasons.map((reason) =>
      reason.replace('no_observations', 'no observations')
    )
  };
  if (e.value === null) return { n: e.nPositive, ...suppressed };
  const review = r.flags.filter((flag) => flag !== 'Pc');
  return {
    n: e.nPositive,
    df: e.df,
    estimate: e.value,
    se: e.se,
    korn_graubard: kornGraubardFields(r.kornGraubard),
    absolute_width: r.absoluteWidth,
    relative_width: r.relativeWidth,
    relative_width_complement: r.relativeWidthComplement,
    ...suppressed,
    review: review.length > 0,
    review_reasons: review.map((flag) => (flag === 'P0' ? 'p_is_0_or_1' : 'df_lt_8')),
    complement_footnote: r.flags.includes('Pc')
  };
}
