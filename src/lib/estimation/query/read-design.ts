import { makeDesign } from '../design/design';
import { codedColumn, numericColumn, QueryError } from './data-source';
import { choiceField, nameList, objectField, objectList, textField } from './spec';
import { applySteps } from './weighting-steps';
import type { Design } from '../design/design';
import type { Keys } from '../design/units';
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
  if (spec['type'] === 'replicate') return readReplicates(source, spec);
  const strata = nameList(spec, 'strata');
  if (strata.length > 1)
    throw new QueryError('design-not-implemented', { feature: 'strata at later stages' });
  return makeDesign({
    rows: source.rows,
    strata: strata[0] === undefined ? null : keysOf(source, strata[0]),
    units: nameList(spec, 'ids').map((name) => keysOf(source, name)),
    weights: weightsOf(source, spec),
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
  const type = spec['type'] ?? 'taylor';
  return type === 'taylor' || type === 'replicate' ? null : `type ${JSON.stringify(type)}`;
}

const replicateKinds = ['BRR', 'Fay', 'JK1', 'JKn', 'bootstrap', 'successive-difference'] as const;

/** Other names of the kinds of replicate weights, as R survey spells them. */
const replicateNames: Record<string, (typeof replicateKinds)[number]> = {
  ACS: 'successive-difference',
  Bootstrap: 'bootstrap',
  subbootstrap: 'bootstrap',
  mrbbootstrap: 'bootstrap'
};

/** Kinds whose scale follows from their number of replicates; one that is given is ignored, as in R. */
const fixedScale: ReadonlySet<string> = new Set(['BRR', 'Fay', 'successive-difference']);

function readReplicates(source: DataSource, spec: Spec): Design {
  const said = spec['rep_type'];
  const kind = typeof said === 'string' ? (replicateNames[said] ?? said) : said;
  const number = (field: string): number | null =>
    typeof spec[field] === 'number' ? spec[field] : null;
  const isFixed = typeof kind === 'string' && fixedScale.has(kind);
  return makeDesign({
    rows: source.rows,
    weights: weightsOf(source, spec),
    dropMissingWeight: spec['drop_missing_weight'] === true,
    replicates: {
      kind: choiceField({ kind }, 'kind', replicateKinds),
      columns: replicateColumns(source, spec),
      combined: spec['combined'] !== false,
      scale: isFixed ? null : number('scale'),
      rscales: readScales(spec['rscales']),
      rho: number('rho'),
      mse: spec['mse'] === true
    }
  });
}

function replicateColumns(source: DataSource, spec: Spec): Float64Array[] {
  const listed = nameList(spec, 'repweights');
  if (listed.length > 0) return listed.map((name) => numericColumn(source, name));
  const pattern = textField(spec, 'repweights_pattern');
  let matches: RegExp;
  try {
    matches = new RegExp(pattern);
  } catch {
    throw new QueryError('field-invalid', {
      field: 'repweights_pattern',
      expected: 'a regular expression'
    });
  }
  return source.names
    .filter((name) => matches.test(name))
    .map((name) => numericColumn(source, name));
}

function readScales(value: unknown): number[] | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return [value];
  if (Array.isArray(value) && value.every((scale) => typeof scale === 'number')) return value;
  throw new QueryError('field-invalid', { field: 'rscales', expected: 'a list of numbers' });
}

/** The design before the steps: written out under `base`, or beside `adjust`. */
function baseOf(spec: Spec): Spec {
  if (spec['base'] !== undefined) return objectField(spec, 'base');
  const { adjust: _, ...base } = spec;
  return base;
}

/** The column of weights; null = every weight 1. */
function weightsOf(source: DataSource, spec: Spec): Float64Array | null {
  const [name = '.one', ...more] = nameList(spec, 'weights');
  if (more.length > 0)
    throw new QueryError('field-invalid', { field: 'weights', expected: 'one column name' });
  return name === '.one' ? null : numericColumn(source, name);
}

function keysOf(source: DataSource, name: string): Keys {
  const { codes, written } = codedColumn(source, name);
  return { codes, labels: written.map(String) };
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
