import { scaleReliability } from '../estimates/cronbach';
import { kappaSchemes, ratingAgreement, surveyKappa } from '../estimates/kappa';
import { codedColumn, compareValues } from './data-source';
import { objectList, textField } from './spec';
import { readColumn, readVariable } from './variable';
import type { Groups } from '../design/domain';
import type { Kappa } from '../estimates/kappa';
import type { DataSource } from './data-source';
import type { Question } from './question';
import type { Answer } from './report';
import type { Spec } from './spec';

/**
 * Agreement of the ratings `r1` and `r2` over `levels` (absent = every value either has); with
 * `design_based` also by the design.
 */
export function kappa({ source, spec, design, within }: Question): Answer {
  const levels = spec['levels'] ?? valuesOf(source, spec);
  const [first, second] = [rating(source, spec, 'r1', levels), rating(source, spec, 'r2', levels)];
  const found = ratingAgreement(first, second, within);
  const fields: Answer = {
    n: found.n,
    table: found.table,
    percent_agreement: found.agreement
  };
  for (const scheme of kappaSchemes) fields[scheme] = kappaFields(found.kappa[scheme]);
  if (spec['design_based'] === true) {
    const { value, se } = surveyKappa(design, first, second, { within });
    fields['survey_weighted'] = { kappa: value, se };
  }
  return fields;
}

const kappaFields = (found: Kappa | null): Answer => ({
  kappa: found?.value ?? null,
  observed: found?.observed ?? null,
  expected: found?.expected ?? null,
  se: found?.se ?? null,
  se_null: found?.seNull ?? null,
  lower_z: found?.low ?? null,
  upper_z: found?.high ?? null
});

function rating(source: DataSource, spec: Spec, field: string, levels: unknown): Groups {
  const variable = readVariable(source, {
    var: textField(spec, field),
    kind: 'category',
    levels
  });
  return variable.kind === 'category' ? variable.category : { codes: new Uint8Array(), labels: [] };
}

function valuesOf(source: DataSource, spec: Spec): (string | number)[] {
  const values = ['r1', 'r2'].flatMap((field) => [
    ...codedColumn(source, textField(spec, field)).values
  ]);
  return [...new Set(values)].sort(compareValues);
}

/** Cronbach's alpha of `items`, over rows complete on all of them. */
export function cronbach({ source, spec, design, within }: Question): Answer {
  const items = objectList(spec, 'items').map((item) => readColumn(source, item));
  const found = scaleReliability(design, items, { within });
  return {
    n: found.n,
    alpha_raw_unweighted: found.raw,
    alpha_standardized_unweighted: found.standardized,
    item_rest_correlation: found.itemRest,
    alpha_if_dropped: found.withoutItem,
    alpha_raw_weighted: found.weighted
  };
}
