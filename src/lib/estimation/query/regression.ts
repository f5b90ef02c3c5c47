import { ModelError } from '../models/model-error';
import { fitRegression } from '../models/regression';
import { QueryError } from './data-source';
import { choiceField, levelField, nameList, objectField, objectList, textField } from './spec';
import { readColumn, readVariable } from './variable';
import type { ModelTerm } from '../models/model-columns';
import type { Coefficient, Regression } from '../models/regression';
import type { Question } from './question';
import type { Answer } from './report';
import type { Spec } from './spec';

const links = ['logit', 'identity'] as const;

/** A regression's coefficients; odds ratios with the logit link. */
export function glmAnswer(question: Question): Answer {
  const fitted = fit(question);
  const { coefficients } = fitted;
  const column = (field: keyof Coefficient): (string | number | null)[] =>
    coefficients.map((one) => one[field]);
  const base = {
    n: fitted.n,
    df_design: fitted.df,
    df_residual: fitted.dfResidual,
    terms: column('name'),
    coefficients: column('value'),
    se: column('se'),
    covariance: fitted.covariance,
    t: column('t'),
    p: column('p'),
    lower: column('low'),
    upper: column('high')
  };
  if (fitted.link !== 'logit') return base;
  // Past 1e308 an odds ratio is no number.
  const odds = (field: 'value' | 'low' | 'high'): (number | null)[] =>
    coefficients.map((one) => {
      const ratio = one[field] === null ? null : Math.exp(one[field]);
      return ratio === Infinity ? null : ratio;
    });
  return {
    ...base,
    odds_ratio: odds('value'),
    odds_ratio_lower: odds('low'),
    odds_ratio_upper: odds('high')
  };
}

/** @throws QueryError when the model has no solution, with the sentence that says why */
function fit({ source, spec, design, within }: Question): Regression {
  const y = readColumn(source, objectField(spec, 'y'));
  const link = choiceField(spec, 'link', links);
  const terms = objectList(spec, 'terms').map((term): ModelTerm => {
    const variable = readVariable(source, term);
    const name = nameOf(term);
    return variable.kind === 'category'
      ? { name, kind: 'category', category: variable.category }
      : { name, kind: 'number', values: variable.values };
  });
  try {
    return fitRegression(design, y, terms, { within, link, level: levelField(spec) });
  } catch (error) {
    if (error instanceof ModelError)
      throw new QueryError('model-refused', { sentence: error.message });
    throw error;
  }
}

const nameOf = (term: Spec): string =>
  term['var'] === undefined ? nameList(term, 'vars').join('+') : textField(term, 'var');
