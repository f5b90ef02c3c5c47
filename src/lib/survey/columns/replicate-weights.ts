import { correlation } from '$lib/base/rank-correlation';
import type { Sheet } from '../sheet/sheet';
import { parseNumber } from '../values/numbers';
import { designRole } from './design-role';
import { answerNumbers, type ColumnFacts } from './facts';

/** A family of replicate weights has at least so many columns. */
const FEWEST = 10;
/** Median correlation with the weight above which a family is one of its replicates. */
const CORRELATED = 0.5;
/** Replicates add up to about what the weight does: they share its total, whatever they do to a row. */
const SAME_MEAN = 0.25;
/** Rows that are enough to tell. */
const ROWS = 5000;

const NUMBERED = /^(.*?\D)_?(\d{1,3})$/;
const NAMES =
  /(^|_)(rep(lica(te)?)?s?|brr|jk[12n]?|jack(knife)?|boot(strap)?|bsw|fay|sdr)[_ ]?(w(ei)?g?h?ts?)?_?$|^(h|p)?we?i?g?h?t(s|p)?_?$|^p?wgtp_?$|rep_?wg?t_?$|repwt_?$|w(ei)?g?h?ts?_?rep_?$/i;

/**
 * Columns that are replicate weights, by position: a numbered family of at least ten columns that is
 * highly correlated with a weight of the file, or that is named as such families are (jackknife,
 * balanced repeated replication, bootstrap) and has the mean of the weight.
 */
export function findReplicateWeights(
  sheet: Sheet,
  facts: readonly ColumnFacts[]
): ReadonlySet<number> {
  const found = new Set<number>();
  const weights = facts.filter(
    (each) => each.hint.role === 'weight' || (!each.hint.role && designRole(each) === 'weight')
  );
  const columns = weights.map((each) => valuesOf(sheet, each));
  for (const [stem, family] of familiesIn(facts)) {
    if (family.length < FEWEST) continue;
    const isNamed = NAMES.test(stem);
    if (columns.length === 0 && !isNamed) continue;
    const replicates = family.map((each) => valuesOf(sheet, each));
    const fits = columns.some((weight) => {
      const correlations = replicates.map((each) => correlationOfKnown(weight, each));
      const isCorrelated = median(correlations) >= CORRELATED;
      return isCorrelated || (isNamed && hasMeanOf(weight, replicates));
    });
    if (fits || (isNamed && columns.length === 0 && areWeights(replicates)))
      for (const each of family) found.add(each.column.index);
  }
  return found;
}

function familiesIn(facts: readonly ColumnFacts[]): Map<string, ColumnFacts[]> {
  const families = new Map<string, ColumnFacts[]>();
  for (const each of facts) {
    const stem = NUMBERED.exec(each.column.heading)?.[1];
    if (stem === undefined || each.hint.role || !each.number) continue;
    if (answerNumbers(each).some((value) => value < 0)) continue;
    families.set(stem, [...(families.get(stem) ?? []), each]);
  }
  return families;
}

function valuesOf(sheet: Sheet, { column, number }: ColumnFacts): Float64Array {
  const rows = Math.min(ROWS, sheet.rows.length);
  const values = new Float64Array(rows);
  for (let i = 0; i < rows; i++)
    values[i] = number ? parseNumber(sheet.rows[i]?.[column.index] ?? '', number) : NaN;
  return values;
}

const mean = (values: Float64Array): number => {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
};

const hasMeanOf = (weight: Float64Array, replicates: readonly Float64Array[]): boolean => {
  const target = mean(weight);
  return replicates.every((each) => Math.abs(mean(each) - target) <= target * SAME_MEAN);
};

/** Without a weight beside them: decimals, or zeros among numbers above them. */
const areWeights = (replicates: readonly Float64Array[]): boolean =>
  replicates.every((each) => each.some((value) => value > 0 && !Number.isInteger(value)));

/** Correlation over the rows in which both are known; 0 when one of them does not vary. */
function correlationOfKnown(a: Float64Array, b: Float64Array): number {
  const known: [number[], number[]] = [[], []];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? NaN, b[i] ?? NaN];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    known[0].push(x);
    known[1].push(y);
  }
  return correlation(...known) ?? 0;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
