import { estimateDeprivation } from '../estimates/alkire-foster';
import { groupRows } from './grouping';
import { namedColumn, numberField } from './names';
import { listField, nameList } from './spec';
import { QueryError } from './data-source';
import type { DeprivationParts } from '../estimates/alkire-foster';
import type { Question } from './question';
import type { Answer } from './report';
import type { Spec } from './spec';

/**
 * Alkire-Foster numbers: `indicators` (columns of 0 and 1), `indicator_weights` (absent = equal), the
 * cutoff `k`, and a decomposition `by` groups.
 */
export function deprivation({ source, spec, design, within }: Question): Answer {
  const indicators = listField(spec, 'indicators').map((one) =>
    namedColumn(source, 'indicators', one)
  );
  const by = nameList(spec, 'by');
  const grouping = by.length > 0 ? groupRows(source, by, within) : null;
  const result = estimateDeprivation(design, indicators, {
    within,
    cutoff: numberField(spec, 'k', 1 / 3),
    importance: importanceOf(spec, indicators.length),
    groups: grouping?.groups ?? null
  });
  const overall = partFields(result);
  if (!grouping) return overall;
  const overGroups = result.groups.reduce(
    (sum, { share, adjusted }) => sum + (share.value ?? 0) * (adjusted.value ?? 0),
    0
  );
  return {
    ...overall,
    groups: result.groups.map((group, g) => ({
      key: grouping.keys[g]!,
      ...partFields(group),
      population_share: group.share.value,
      population_share_se: group.share.se,
      contribution_to_M0: group.contribution.value,
      contribution_to_M0_se: group.contribution.se
    })),
    M0_over_groups: result.groups.some(({ share }) => share.value !== null) ? overGroups : null
  };
}

function importanceOf(spec: Spec, indicators: number): number[] {
  if (spec['indicator_weights'] === undefined || spec['indicator_weights'] === null)
    return new Array<number>(indicators).fill(1);
  const weights = listField(spec, 'indicator_weights');
  const isUsable = weights.every((weight) => typeof weight === 'number' && weight >= 0);
  if (isUsable && weights.length === indicators && weights.some((weight) => weight !== 0))
    return weights as number[];
  throw new QueryError('field-invalid', {
    field: 'indicator_weights',
    expected: 'one number from 0 up per indicator, not all 0'
  });
}

function partFields(parts: DeprivationParts): Answer {
  const { headcount, adjusted, intensity, uncensored, censored, contributions } = parts;
  return {
    n: adjusted.n,
    sum_weights: adjusted.sumWeights,
    df: adjusted.df,
    H: headcount.value,
    H_se: headcount.se,
    M0: adjusted.value,
    M0_se: adjusted.se,
    A: intensity.value,
    A_se: intensity.se,
    uncensored_headcount: uncensored.map(({ value }) => value),
    uncensored_headcount_se: uncensored.map(({ se }) => se),
    censored_headcount: censored.map(({ value }) => value),
    censored_headcount_se: censored.map(({ se }) => se),
    dimension_contribution: contributions.map(({ value }) => value),
    dimension_contribution_se: contributions.map(({ se }) => se)
  };
}
