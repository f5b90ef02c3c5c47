import { makeDesign } from '../design';
import { codedColumn, numericColumn, QueryError } from './data-source';
import { choiceField, nameList, objectField, objectList } from './spec';
import { applySteps } from './weighting-steps';
import type { Design } from '../design';
import type { Keys } from '../units';
import type { DataSource } from './data-source';
import type { Spec } from './spec';

const lonelyRules = ['fail', 'adjust', 'average', 'certainty', 'remove'] as const;

/**
 * The design a specification describes: `ids` (one column per stage, null = each row), `strata`,
 * `weights` (`.one` = every weight 1), `fpc` (population counts per stage), `nest`, `lonely`,
 * `adjust_domain_lonely`, `drop_missing_weight`; or a `base` design and the weighting steps `adjust`.
 *
 * @throws QueryError for designs of other types; DesignError for columns that make no design;
 *   WeightingError for weights that cannot be made
 */
export function readDesign(source: DataSource, spec: Spec): Design {
  const missing = missingFeature(spec);
  if (missing) throw new QueryError('design-not-implemented', { feature: missing });
  const steps = objectList(spec, 'adjust');
  if (spec['base'] !== undefined || steps.length > 0)
    return applySteps(source, readDesign(source, baseOf(spec)), steps);
  const strata = nameList(spec, 'strata');
  if (strata.length > 1)
    throw new QueryError('design-not-implemented', { feature: 'strata at later stages' });
  const weights = spec['weights'];
  const hasWeights = typeof weights === 'string' && weights !== '.one';
  return makeDesign({
    rows: source.rows,
    strata: strata[0] === undefined ? null : keysOf(source, strata[0]),
    units: nameList(spec, 'ids').map((name) => keysOf(source, name)),
    weights: hasWeights ? numericColumn(source, weights) : null,
    populations: populations(source, spec['fpc']),
    nest: spec['nest'] === true,
    lonely: choiceField(spec, 'lonely', lonelyRules),
    adjustDomainLonely: spec['adjust_domain_lonely'] === true,
    dropMissingWeight: spec['drop_missing_weight'] === true
  });
}

/** The part of a design this engine does not have yet, in words; null when it has all. */
export function missingFeature(spec: Spec): string | null {
  if (spec['base'] !== undefined) return missingFeature(objectField(spec, 'base'));
  if ((spec['type'] ?? 'taylor') !== 'taylor') return 'replicate weights';
  return null;
}

/** The design before the steps: written out under `base`, or beside `adjust`. */
function baseOf(spec: Spec): Spec {
  if (spec['base'] !== undefined) return objectField(spec, 'base');
  const { adjust: _, ...base } = spec;
  return base;
}

function keysOf(source: DataSource, name: string): Keys {
  const { codes, values } = codedColumn(source, name);
  return { codes, labels: values.map(String) };
}

function populations(source: DataSource, fpc: unknown): (Float64Array | null)[] {
  if (fpc === undefined || fpc === null) return [];
  const columns = Array.isArray(fpc) ? fpc : [fpc];
  return columns.map((name: unknown) => {
    if (name === null) return null;
    if (typeof name === 'string') return numericColumn(source, name);
    throw new QueryError('field-invalid', { field: 'fpc', expected: 'a list of column names' });
  });
}
