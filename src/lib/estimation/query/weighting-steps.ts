import { withReplicates } from '../design/design';
import { calibratedDesign, fixedWeights } from '../design/projection';
import { withWeights } from '../design/replicates';
import { calibrate, type CalibrationTerm } from '../weighting/calibrate';
import { crossCodes } from '../weighting/crossing';
import { problem, WeightingError, orThrow } from '../weighting/problem';
import { poststratify, rake } from '../weighting/rake';
import { trim } from '../weighting/trim';
import { codedColumn, compareValues, getColumn, isSame, QueryError } from './data-source';
import { choiceField, nameList, objectField, objectList, textField } from './spec';
import type { AuxiliaryTerm } from '../design/auxiliary';
import type { Design } from '../design/design';
import type { ReplicateSet } from '../design/replicates';
import type { Margin } from '../weighting/margin';
import type { DataSource } from './data-source';
import type { Spec } from './spec';

const steps = ['poststratify', 'rake', 'calibrate', 'trim'] as const;
const kinds = ['linear', 'raking', 'logit'] as const;

/**
 * A design after its weighting steps, in order: `poststratify`, `rake`, `calibrate` (known totals
 * lower variances from then on), `trim` (weights count as fixed from then on).
 *
 * @throws WeightingError when weights cannot be made; QueryError for a step that is not known
 */
export function applySteps(source: DataSource, design: Design, list: readonly Spec[]): Design {
  return list.reduce((before, step) => applyStep(source, before, step), design);
}

function applyStep(source: DataSource, design: Design, step: Spec): Design {
  const op = choiceField(step, 'op', steps);
  const make = (weights: Float64Array): MadeWeights => makeStep(source, design, step, op, weights);
  const made = make(design.weights);
  if (design.replicates) return replicatesAfter(design, design.replicates, op, made, make);
  if (made.terms === null) return fixedWeights(design, made.weights);
  return calibratedDesign(design, made.weights, made.terms);
}

/** Weights after a step; the terms whose totals they meet, null when they meet none. */
interface MadeWeights {
  weights: Float64Array;
  terms: AuxiliaryTerm[] | null;
}

function makeStep(
  source: DataSource,
  design: Design,
  step: Spec,
  op: (typeof steps)[number],
  start: Float64Array
): MadeWeights {
  if (op === 'trim') {
    const limit = (field: string): number | undefined =>
      typeof step[field] === 'number' ? step[field] : undefined;
    const [lower, upper] = [limit('lower'), limit('upper')];
    const { weights } = orThrow(
      trim(start, {
        ...(lower !== undefined && { lower }),
        ...(upper !== undefined && { upper }),
        strict: step['strict'] === true
      })
    );
    return { weights, terms: null };
  }
  if (op === 'calibrate') {
    const terms = readTerms(source, design, step);
    const { weights } = orThrow(
      calibrate(start, terms, {
        kind: choiceField(step, 'calfun', kinds),
        bounds: readBounds(step['bounds'])
      })
    );
    return { weights, terms: terms.map(({ term }) => term) };
  }
  const { weights, margins } = orThrow(
    op === 'rake'
      ? rake(
          start,
          objectList(step, 'margins').map((margin) => readMargin(source, margin))
        )
      : poststratify(start, readMargin(source, step))
  );
  return {
    weights,
    terms: margins.map(({ codes, labels }) => ({ kind: 'category', codes, size: labels.length }))
  };
}

/**
 * Every replicate meets the totals by itself, so their spread holds what the totals explain. Trimming
 * changes each row's replicates by the factor its weight changed by.
 */
function replicatesAfter(
  design: Design,
  set: ReplicateSet,
  op: (typeof steps)[number],
  { weights }: MadeWeights,
  make: (weights: Float64Array) => MadeWeights
): Design {
  const replicates = set.weights.map((column) =>
    op === 'trim'
      ? column.map((w, i) => (design.weights[i] === 0 ? w : (w * weights[i]!) / design.weights[i]!))
      : make(column).weights
  );
  return withReplicates(fixedWeights(design, weights), withWeights(set, replicates));
}

/** A margin `{vars, cells: [{key, total}]}`; combinations in the sample that no cell names come last. */
export function readMargin(source: DataSource, spec: Spec): Margin {
  const names = nameList(spec, 'vars');
  const columns = names.map((name) => codedColumn(source, name));
  const { cell, cells, codes } = crossCodes(
    source.rows,
    columns.map((column) => column.codes)
  );
  const wanted = objectList(spec, 'cells').map((one) => ({
    key: objectField(one, 'key'),
    total: typeof one['total'] === 'number' ? one['total'] : NaN
  }));
  const labels = wanted.map(({ key }) => names.map((name) => String(key[name])).join(', '));
  const targets = wanted.map(({ total }) => total);
  const codeOfCell = new Uint32Array(cells);
  for (let c = 0; c < cells; c++) {
    const values = columns.map((column, k) => column.values[codes[k * cells + c]! - 1]);
    if (values.some((value) => value === undefined)) continue;
    let at = wanted.findIndex(({ key }) => names.every((name, k) => isSame(values[k]!, key[name])));
    if (at < 0) {
      at = labels.length;
      labels.push(values.join(', '));
      targets.push(NaN);
    }
    codeOfCell[c] = at + 1;
  }
  return {
    name: names.join(', '),
    codes: cell.map((c) => codeOfCell[c]!),
    labels,
    targets: Float64Array.from(targets)
  };
}

function readBounds(value: unknown): readonly [number, number] | null {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value) && value.length === 2) {
    const [lower, upper] = value.map((bound: unknown) => (typeof bound === 'number' ? bound : NaN));
    return [lower!, upper!];
  }
  throw new QueryError('field-invalid', { field: 'bounds', expected: 'two numbers' });
}

const intercept = '(Intercept)';

/**
 * Terms of a formula of main effects. A text column has one column for each level but the first, named
 * variable + level; the reference is the level without a total.
 *
 * @throws WeightingError for a level without a total and for the total of a level nobody has
 */
function readTerms(source: DataSource, design: Design, step: Spec): CalibrationTerm[] {
  const totals = objectField(step, 'totals');
  const terms: CalibrationTerm[] = [];
  const texts: string[] = [];
  if (totals[intercept] !== undefined)
    terms.push({
      term: { kind: 'category', codes: new Uint8Array(source.rows).fill(1), size: 1 },
      totals: [totalOf(totals, intercept)],
      names: [intercept]
    });
  for (const name of textField(step, 'formula')
    .split('+')
    .map((part) => part.trim())) {
    if (name === '1' || name === '') continue;
    const column = getColumn(source, name);
    if (column.kind === 'numeric') {
      refuseMissing(design, name, (i) => Number.isNaN(column.values[i]!));
      const values = column.values.map((value) => (Number.isNaN(value) ? 0 : value));
      const total = totalOf(totals, name);
      terms.push({ term: { kind: 'number', values }, totals: [total], names: [name] });
    } else {
      refuseMissing(design, name, (i) => column.codes[i] === 0);
      texts.push(name);
      terms.push(textTerm(design, name, column, totals));
    }
  }
  refuseOtherTotals(totals, terms, texts);
  return terms;
}

function totalOf(totals: Spec, name: string): number {
  const total = totals[name];
  if (typeof total === 'number') return total;
  throw new QueryError('field-invalid', { field: 'totals', expected: `a total of "${name}"` });
}

function textTerm(
  design: Design,
  variable: string,
  { codes, labels }: { codes: ArrayLike<number>; labels: readonly string[] },
  totals: Spec
): CalibrationTerm {
  const levels = [...labels].sort(compareValues);
  const reference = levels.find((level) => totals[variable + level] === undefined);
  const coded = levels.filter((level) => level !== reference);
  const without = coded.filter((level) => typeof totals[variable + level] !== 'number');
  if (without.length > 0)
    throw new WeightingError(
      without.map((category) => {
        const code = labels.indexOf(category) + 1;
        const count = design.weights.filter((w, i) => w !== 0 && codes[i] === code).length;
        return problem('margin-category-without-target', { variable, category, count }, variable);
      })
    );
  const codeOf = [0, ...labels.map((label) => coded.indexOf(label) + 1)];
  return {
    term: {
      kind: 'category',
      codes: Uint32Array.from(codes, (code) => codeOf[code]!),
      size: coded.length
    },
    totals: coded.map((level) => totalOf(totals, variable + level)),
    names: coded.map((level) => variable + level)
  };
}

/** A total no term meets: that of a category nobody is in, or of something the formula leaves out. */
function refuseOtherTotals(
  totals: Spec,
  terms: readonly CalibrationTerm[],
  texts: readonly string[]
): void {
  const met = new Set(terms.flatMap(({ names }) => names));
  for (const [name, target] of Object.entries(totals)) {
    if (met.has(name) || target === 0 || typeof target !== 'number') continue;
    const variable = texts.find((text) => name.startsWith(text));
    if (variable === undefined)
      throw new QueryError('field-invalid', {
        field: 'totals',
        expected: `no total of "${name}", which the formula does not name`
      });
    const category = name.slice(variable.length);
    throw new WeightingError([
      problem('margin-category-empty', { variable, category, target }, variable)
    ]);
  }
}

function refuseMissing(design: Design, variable: string, isMissing: (row: number) => boolean) {
  let count = 0;
  let row = 0;
  for (let i = 0; i < design.rows; i++) {
    if (design.weights[i] === 0 || !isMissing(i)) continue;
    if (count++ === 0) row = i + 1;
  }
  if (count > 0)
    throw new WeightingError([
      problem('margin-values-missing', { variable, count, row }, variable)
    ]);
}
