import { codedColumn, numericColumn } from './data-source';
import { filterRows } from './filter';
import { foodSecurityScores } from './food-security';
import { groupRows } from './grouping';
import { listField, nameList, objectField, objectList, textField } from './spec';
import { readColumn, readVariable } from './variable';
import type { Column, Groups, Within } from '../design/domain';
import type { DataSource } from './data-source';
import type { FactPlace } from './answer-facts';
import type { Spec } from './spec';

/** A way in which the people behind an answer are split; crossed with all others, margins included. */
export interface Factor {
  id: string;
  groups: Groups;
  /** answers to one question: they share a denominator and add up to it */
  answers: boolean;
}

/**
 * The people behind the numbers of an answer: who was used, how they were split, and who counted as
 * yes. Privacy is decided on these counts alone.
 */
export interface CountsBehind {
  /** the option or variable these counts are about; empty = the answer as a whole */
  part: FactPlace;
  /** 1 = the row is used */
  base: Uint8Array;
  factors: readonly Factor[];
  /** 1 in the numerator, 0 out; null where there is none, as for a mean of many values */
  member: Column | null;
}

type Reading = (source: DataSource, spec: Spec, within: Within) => CountsBehind[];

/** Rows inside in which every column has a value. */
function presentIn(source: DataSource, within: Within, columns: readonly ArrayLike<number>[]) {
  const base = new Uint8Array(source.rows);
  for (let i = 0; i < base.length; i++)
    if (within === 'all' || within[i] === 1)
      base[i] = columns.every((column) => !Number.isNaN(column[i]!)) ? 1 : 0;
  return base;
}

const inBoth = (a: Uint8Array, b: (row: number) => boolean): Uint8Array =>
  a.map((isIn, i) => (isIn === 1 && b(i) ? 1 : 0));

/**
 * Who counts as yes, where the values used are only one or two: their mean tells how many there are of
 * each. Null where there are more.
 */
function memberOf(values: Column, base: Uint8Array): Column | null {
  const seen = new Set<number>();
  for (let i = 0; i < values.length && seen.size < 3; i++) if (base[i] === 1) seen.add(values[i]!);
  if (seen.size === 0 || seen.size > 2) return null;
  const top = Math.max(...seen);
  return values.map((value) => (value === top ? 1 : 0));
}

/** Variables that split the people used, one factor each. */
const factorsOf = (source: DataSource, names: readonly string[], base: Within): Factor[] =>
  names.map((id) => ({ id, groups: groupRows(source, [id], base).groups, answers: false }));

const wholeOf = (base: Uint8Array, member: Column | null = null): CountsBehind => ({
  part: {},
  base,
  factors: [],
  member
});

/** Counts of one variable, split by others: its answers, its yes and no, or only how many answered. */
function ofVariable(source: DataSource, y: Spec, within: Within, by: readonly string[]) {
  const variable = readVariable(source, y);
  if (variable.kind === 'category') {
    const { category } = variable;
    const base = inBoth(presentIn(source, within, []), (i) => category.codes[i] !== 0);
    const answer: Factor = { id: 'answer', groups: category, answers: true };
    const people = factorsOf(source, by, base);
    return [
      { ...wholeOf(base), factors: people },
      { ...wholeOf(base), factors: [...people, answer] }
    ];
  }
  const base = presentIn(source, within, [variable.values]);
  const member = memberOf(variable.values, base);
  return [{ ...wholeOf(base, member), factors: factorsOf(source, by, base) }];
}

const ofY: Reading = (source, spec, within) =>
  ofVariable(source, objectField(spec, 'y'), within, nameList(spec, 'by'));

const ofPeople: Reading = (source, spec, within) => {
  const base = presentIn(source, within, []);
  return [{ ...wholeOf(base), factors: factorsOf(source, nameList(spec, 'by'), base) }];
};

const ofRatio: Reading = (source, spec, within) => {
  const numerator = readColumn(source, objectField(spec, 'numerator'));
  const denominator = readColumn(source, objectField(spec, 'denominator'));
  const base = presentIn(source, within, [numerator, denominator]);
  const [yes, all] = [memberOf(numerator, base), memberOf(denominator, base)];
  const among =
    all && yes
      ? [
          wholeOf(
            inBoth(base, (i) => all[i] === 1),
            yes
          )
        ]
      : [];
  return [wholeOf(base, yes), wholeOf(base, all), ...among];
};

const crossed = (source: DataSource, names: readonly string[], within: Within): CountsBehind[] => {
  const coded = names.map((name) => codedColumn(source, name).codes);
  const base = inBoth(presentIn(source, within, []), (i) => coded.every((codes) => codes[i] !== 0));
  return [{ ...wholeOf(base), factors: renamed(factorsOf(source, names, base)) }];
};

/** The two sides of a table stand under their own names, as in the answer. */
const renamed = (factors: readonly Factor[]): Factor[] =>
  factors.map((factor, i) => ({ ...factor, id: i === 0 ? 'row' : 'col' }));

/** A column of two values as a factor; null where it has more. */
function twoSides(id: string, values: Column, base: Uint8Array): Factor | null {
  const member = memberOf(values, base);
  if (!member) return null;
  const codes = Uint8Array.from(member, (yes, i) => (base[i] === 1 ? 2 - yes : 0));
  return { id, groups: { codes, labels: ['1', '0'] }, answers: false };
}

const ofTtest: Reading = (source, spec, within) => {
  const y = readColumn(source, objectField(spec, 'y'));
  if (spec.group === undefined) return ofVariable(source, objectField(spec, 'y'), within, []);
  const group = readColumn(source, objectField(spec, 'group'));
  const base = presentIn(source, within, [y, group]);
  const sides = twoSides('group', group, base);
  return [{ ...wholeOf(base, memberOf(y, base)), factors: sides ? [sides] : [] }];
};

/** Both sides and what they share: subtracting one from the other speaks of the rest. */
const ofContrast: Reading = (source, spec) => {
  const sides = (['a', 'b'] as const).map((name) => {
    const side = objectField(spec, name);
    const y = readColumn(source, objectField(side, 'y'));
    return { y, base: presentIn(source, filterRows(source, side), [y]) };
  });
  const [a, b] = sides.map(({ base }) => base) as [Uint8Array, Uint8Array];
  const codes = a.map((isIn, i) => (isIn ? (b[i] ? 2 : 1) : b[i] ? 3 : 0));
  const parts: Factor = {
    id: 'side',
    groups: { codes, labels: ['a', 'both', 'b'] },
    answers: false
  };
  const union = codes.map((code) => (code > 0 ? 1 : 0));
  return [
    ...sides.map(({ y, base }) => wholeOf(base, memberOf(y, base))),
    { ...wholeOf(union), factors: [parts] }
  ];
};

const ofModel: Reading = (source, spec, within) => {
  const y = readColumn(source, objectField(spec, 'y'));
  const terms = objectList(spec, 'terms').map((term) => ({
    name: textField(term, 'var'),
    variable: readVariable(source, term)
  }));
  const columns = terms.map(({ variable }) =>
    variable.kind === 'column'
      ? variable.values
      : Float64Array.from(variable.category.codes, (code) => (code === 0 ? NaN : code))
  );
  const base = presentIn(source, within, [y, ...columns]);
  const yes = memberOf(y, base);
  const factors = terms.map(({ name, variable }, t): Factor | null =>
    variable.kind === 'category'
      ? { id: name, groups: variable.category, answers: false }
      : twoSides(name, columns[t]!, base)
  );
  // Equal sums of y in every group of a term are what a fitted model tells: each term with y.
  return [
    wholeOf(base, yes),
    ...factors.flatMap((factor) => (factor ? [{ ...wholeOf(base, yes), factors: [factor] }] : []))
  ];
};

const ofStandardize: Reading = (source, spec, within) => {
  const y = readColumn(source, objectField(spec, 'y'));
  const strata = codedColumn(source, textField(spec, 'stratum_var')).codes;
  const base = inBoth(presentIn(source, within, [y]), (i) => strata[i] !== 0);
  const names = [textField(spec, 'stratum_var'), ...nameList(spec, 'by')];
  return [{ ...wholeOf(base, memberOf(y, base)), factors: factorsOf(source, names, base) }];
};

const ofSelectAll: Reading = (source, spec, within) => {
  const names = nameList(spec, 'options');
  const none = typeof spec.none === 'string' ? [spec.none] : [];
  const options = names.map((name) => numericColumn(source, name));
  const block = [...options, ...none.map((name) => numericColumn(source, name))];
  const asked = inBoth(presentIn(source, within, []), (i) =>
    block.some((column) => !Number.isNaN(column[i]!))
  );
  const chose = inBoth(asked, (i) => options.some((column) => column[i]! > 0));
  const yes = (column: Column): Column => column.map((value) => (value > 0 ? 1 : 0));
  return [
    wholeOf(asked, Float64Array.from(chose)),
    ...options.flatMap((column, k) =>
      [asked, chose].map((base) => ({
        ...wholeOf(base, yes(column)),
        part: { option: names[k]! }
      }))
    )
  ];
};

const ofFoodSecurity: Reading = (source, spec, within) => {
  const scores = foodSecurityScores(source);
  const base = presentIn(source, within, [scores]);
  const codes = Uint8Array.from(scores, (score) => (Number.isNaN(score) ? 0 : score + 1));
  const points: Groups = { codes, labels: ['0', '1', '2', '3', '4', '5', '6'] };
  const insecure = scores.map((score) => (score >= 2 ? 1 : 0));
  return [
    wholeOf(base),
    { ...wholeOf(base), factors: [{ id: 'score', groups: points, answers: true }] },
    { ...wholeOf(base, insecure), factors: factorsOf(source, nameList(spec, 'by'), base) }
  ];
};

const ofMissing: Reading = (source, spec, within) =>
  nameList(spec, 'vars').map((variable) => {
    const { codes } = codedColumn(source, variable);
    const blank = Float64Array.from(codes, (code) => (code === 0 ? 1 : 0));
    return { ...wholeOf(presentIn(source, within, []), blank), part: { variable } };
  });

const ofDeprivation: Reading = (source, spec, within) => {
  const indicators = nameList(spec, 'indicators').map((name) => numericColumn(source, name));
  const weights = listField(spec, 'indicator_weights').map(Number);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const cutoff = Number(spec.k) - 1e-12;
  const base = presentIn(source, within, indicators);
  const poor = Float64Array.from(base, (_, i) =>
    indicators.reduce((sum, column, j) => sum + (weights[j]! / total) * column[i]!, 0) >= cutoff
      ? 1
      : 0
  );
  const factors = factorsOf(source, nameList(spec, 'by'), base);
  const censored = indicators.map((column) => column.map((value, i) => value * poor[i]!));
  return [poor, ...indicators, ...censored].map((member) => ({
    ...wholeOf(base, member),
    factors
  }));
};

const ofDisparity: Reading = (source, spec, within) =>
  ofVariable(source, objectField(spec, 'y'), within, [textField(spec, 'by')]);

const ofRanked: Reading = (source, spec, within) => {
  const y = readColumn(source, objectField(spec, 'y'));
  const rank = numericColumn(source, textField(spec, 'rank_by'));
  const base = presentIn(source, within, [y, rank]);
  return [wholeOf(base, memberOf(y, base))];
};

const ofItems: Reading = (source, spec, within) => {
  const items = objectList(spec, 'items').map((item) => readColumn(source, item));
  const base = presentIn(source, within, items);
  return items.map((item) => wholeOf(base, memberOf(item, base)));
};

const readings: Readonly<Record<string, Reading>> = {
  mean: ofY,
  total: ofY,
  ciprop: ofY,
  mean_by: ofY,
  nchs: ofY,
  quantile: ofY,
  gini: ofY,
  population_size: ofPeople,
  kish: ofPeople,
  ratio: ofRatio,
  table: (source, spec, within) => crossed(source, nameList(spec, 'vars'), within),
  chisq: (source, spec, within) =>
    crossed(source, [textField(spec, 'row'), textField(spec, 'col')], within),
  kappa: (source, spec, within) =>
    crossed(source, [textField(spec, 'r1'), textField(spec, 'r2')], within),
  ttest: ofTtest,
  contrast: ofContrast,
  glm: ofModel,
  standardize: ofStandardize,
  select_all: ofSelectAll,
  food_security: ofFoodSecurity,
  missingness: ofMissing,
  alkire_foster: ofDeprivation,
  disparity: ofDisparity,
  concentration: ofRanked,
  cronbach: ofItems
};

/**
 * The counts behind the answer to a specification; null for a family that reads no answers, or that
 * nobody described here (its answers stay inside).
 *
 * @throws QueryError when the specification names columns that are not there
 */
export function countsBehind(
  source: DataSource,
  spec: Spec,
  within: Within
): CountsBehind[] | null {
  return readings[textField(spec, 'family')]?.(source, spec, within) ?? null;
}
