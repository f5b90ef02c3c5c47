import { quantiles } from '../estimates/quantile';
import { quantileRules } from '../estimates/quantile-rules';
import { QueryError } from './data-source';
import { levelField, objectField } from './spec';
import { readColumn } from './variable';
import type { ProportionMethod } from '../estimates/estimate';
import type { Question } from './question';
import type { Answer } from './report';
import type { Spec } from './spec';

const methods: Record<string, ProportionMethod> = {
  mean: 'mean',
  xlogit: 'logit',
  asin: 'asin',
  beta: 'beta'
};

/** Quantiles by every rule and interval asked for, with the sample behind them. */
export function quantileAnswer({ source, spec, design, within }: Question): Answer {
  const asked = quantiles(design, readColumn(source, objectField(spec, 'y')), within);
  const rules = words(spec, 'qrules', quantileRules, 'school');
  const intervals = words(spec, 'intervals', Object.keys(methods), 'xlogit');
  const level = levelField(spec);
  return {
    n: asked.n,
    n_positive_weight: asked.nPositive,
    sum_weights: asked.sumWeights,
    df: asked.df,
    df_full: asked.dfFull,
    results: shares(spec).flatMap((p) =>
      rules.flatMap((rule) =>
        intervals.map((name) => {
          const { value, low, high, se } = asked.at(p, { rule, interval: methods[name], level });
          return { p, qrule: rule, interval: name, estimate: value, lower: low, upper: high, se };
        })
      )
    )
  };
}

function shares(spec: Spec): number[] {
  const value = spec['probs'];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.length > 0 && list.every((p) => typeof p === 'number' && p >= 0 && p <= 1))
    return list as number[];
  throw new QueryError('field-invalid', { field: 'probs', expected: 'shares between 0 and 1' });
}

/** One word or a list of words out of some; a default when absent. */
function words<T extends string>(
  spec: Spec,
  field: string,
  choices: readonly T[],
  fallback: T
): T[] {
  const value = spec[field] ?? fallback;
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const found = list.map((word) => choices.find((choice) => choice === word));
  if (found.every((word) => word !== undefined)) return found;
  throw new QueryError('field-invalid', { field, expected: `some of ${choices.join(', ')}` });
}
