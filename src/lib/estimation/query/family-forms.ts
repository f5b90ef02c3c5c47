/**
 * What an input of a family is: a variable, some variables, or a plain value.
 *
 * - `yes-no`: a variable and the answers that count as yes
 * - `number`: a variable of numbers, or of categories whose codes are numbers
 * - `share-or-number`: `yes-no` when answers are marked, else `number`
 * - `any`: the same, and a category becomes one level per answer
 * - `category`: a variable whose answers are groups; `named`: any variable
 * - `value`, `values`: numbers typed in; `answers`: codes of the variable of another field
 */
export type FieldKind =
  | 'yes-no'
  | 'number'
  | 'share-or-number'
  | 'any'
  | 'category'
  | 'named'
  | 'value'
  | 'values'
  | 'answers'
  | 'choice';

export interface FormField {
  id: string;
  kind: FieldKind;
  optional?: true;
  /** most variables that may be named; absent = one */
  most?: number;
  /** words of a `choice`, the first is the default */
  choices?: readonly string[];
  /** typed values when nothing was typed */
  preset?: string;
  /** field whose variable's answers these are */
  of?: string;
}

export type FormGroup = 'estimates' | 'groups' | 'models' | 'scales' | 'inequality' | 'sample';

/**
 * One family as a person asks for it. `gate` says how privacy is kept: `cells` hides single groups,
 * answers or options; `whole` refuses the answer when any count behind it is too small; `none` reads
 * no answers at all.
 */
export interface FamilyForm {
  family: string;
  group: FormGroup;
  fields: readonly FormField[];
  gate: 'cells' | 'whole' | 'none';
  /** page of `src/docs/methods` */
  method: string;
}

const y = (kind: FieldKind): FormField => ({ id: 'y', kind });
const by = (most: number, optional = true): FormField => ({
  id: 'by',
  kind: 'category',
  most,
  ...(optional && { optional: true })
});
const list = (id: string, kind: FieldKind): FormField => ({ id, kind, most: 60 });
const noYes = ['no', 'yes'] as const;

/** Quantile rules in the order offered; what each does stands in the method page. */
export const quantileRules = [
  'school',
  'math',
  'hf1',
  'hf2',
  'hf3',
  'hf4',
  'hf5',
  'hf6',
  'hf7',
  'hf8',
  'hf9'
] as const;

/** Every family a person can ask for, one entry each, in the order of the list. */
export const familyForms: readonly FamilyForm[] = [
  {
    family: 'mean',
    group: 'estimates',
    fields: [y('any')],
    gate: 'cells',
    method: 'totals'
  },
  {
    family: 'total',
    group: 'estimates',
    fields: [y('any')],
    gate: 'cells',
    method: 'totals'
  },
  {
    family: 'ciprop',
    group: 'estimates',
    fields: [y('yes-no'), { id: 'level', kind: 'value', preset: '0.95' }],
    gate: 'cells',
    method: 'proportions'
  },
  {
    family: 'ratio',
    group: 'estimates',
    fields: [
      { id: 'numerator', kind: 'share-or-number' },
      { id: 'denominator', kind: 'share-or-number' }
    ],
    gate: 'cells',
    method: 'totals'
  },
  {
    family: 'population_size',
    group: 'estimates',
    fields: [],
    gate: 'cells',
    method: 'totals'
  },
  {
    family: 'quantile',
    group: 'estimates',
    fields: [
      y('number'),
      { id: 'probs', kind: 'values', preset: '0.25, 0.5, 0.75' },
      { id: 'qrules', kind: 'choice', choices: quantileRules },
      { id: 'intervals', kind: 'choice', choices: ['xlogit', 'mean', 'asin', 'beta'] }
    ],
    gate: 'whole',
    method: 'quantiles'
  },
  {
    family: 'mean_by',
    group: 'groups',
    fields: [y('any'), by(2, false), { id: 'stat', kind: 'choice', choices: ['mean', 'total'] }],
    gate: 'cells',
    method: 'domains'
  },
  {
    family: 'nchs',
    group: 'groups',
    fields: [y('yes-no'), by(2)],
    gate: 'cells',
    method: 'reliability'
  },
  {
    family: 'table',
    group: 'groups',
    fields: [
      { id: 'row', kind: 'category' },
      { id: 'col', kind: 'category' }
    ],
    gate: 'cells',
    method: 'tables-and-tests'
  },
  {
    family: 'chisq',
    group: 'groups',
    fields: [
      { id: 'row', kind: 'category' },
      { id: 'col', kind: 'category' }
    ],
    gate: 'whole',
    method: 'tables-and-tests'
  },
  {
    family: 'ttest',
    group: 'groups',
    fields: [
      y('share-or-number'),
      { id: 'group', kind: 'yes-no', optional: true },
      { id: 'null', kind: 'value', optional: true }
    ],
    gate: 'whole',
    method: 't-tests'
  },
  {
    family: 'contrast',
    group: 'groups',
    fields: [
      y('share-or-number'),
      { id: 'group', kind: 'category' },
      { id: 'a', kind: 'answers', of: 'group' },
      { id: 'b', kind: 'answers', of: 'group' },
      { id: 'odds', kind: 'choice', choices: noYes }
    ],
    gate: 'whole',
    method: 'contrasts'
  },
  {
    family: 'standardize',
    group: 'groups',
    fields: [
      y('yes-no'),
      { id: 'stratum_var', kind: 'category' },
      { id: 'standard', kind: 'values' },
      by(1)
    ],
    gate: 'whole',
    method: 'standardization'
  },
  {
    family: 'glm',
    group: 'models',
    fields: [
      y('share-or-number'),
      { id: 'terms', kind: 'any', most: 12 },
      { id: 'link', kind: 'choice', choices: ['identity', 'logit'] }
    ],
    gate: 'whole',
    method: 'models'
  },
  {
    family: 'padjust',
    group: 'models',
    fields: [{ id: 'p', kind: 'values' }],
    gate: 'none',
    method: 'many-comparisons'
  },
  {
    family: 'select_all',
    group: 'scales',
    fields: [list('options', 'yes-no'), { id: 'none', kind: 'yes-no', optional: true }],
    gate: 'cells',
    method: 'select-all'
  },
  {
    family: 'food_security',
    group: 'scales',
    fields: [by(1)],
    gate: 'whole',
    method: 'food-security'
  },
  {
    family: 'cronbach',
    group: 'scales',
    fields: [list('items', 'number')],
    gate: 'whole',
    method: 'cronbach'
  },
  {
    family: 'kappa',
    group: 'scales',
    fields: [
      { id: 'r1', kind: 'category' },
      { id: 'r2', kind: 'category' }
    ],
    gate: 'whole',
    method: 'kappa'
  },
  {
    family: 'alkire_foster',
    group: 'inequality',
    fields: [
      list('indicators', 'yes-no'),
      { id: 'indicator_weights', kind: 'values', optional: true },
      { id: 'k', kind: 'value', preset: '0.3333333333333333' },
      by(1)
    ],
    gate: 'whole',
    method: 'alkire-foster'
  },
  {
    family: 'disparity',
    group: 'inequality',
    fields: [
      y('share-or-number'),
      by(1, false),
      { id: 'ordered', kind: 'choice', choices: noYes },
      { id: 'lower_is_better', kind: 'choice', choices: ['yes', 'no'] }
    ],
    gate: 'whole',
    method: 'disparity'
  },
  {
    family: 'concentration',
    group: 'inequality',
    fields: [
      y('share-or-number'),
      { id: 'rank_by', kind: 'number' },
      { id: 'bounds', kind: 'values', optional: true }
    ],
    gate: 'whole',
    method: 'concentration'
  },
  {
    family: 'gini',
    group: 'inequality',
    fields: [y('number')],
    gate: 'whole',
    method: 'concentration'
  },
  { family: 'kish', group: 'sample', fields: [by(1)], gate: 'cells', method: 'effective-size' },
  {
    family: 'missingness',
    group: 'sample',
    fields: [list('vars', 'named')],
    gate: 'cells',
    method: 'missing-answers'
  }
];

/** Families that are not asked on their own: the page that describes each. */
export const otherFamilies: Readonly<Record<string, string>> = {
  // What filtering rows first would give; every domain here is right.
  domain_trap: 'domains',
  // What a stratum with one PSU must raise.
  lonely_error: 'taylor-variance',
  // Weights are made and shown on the screen Weights.
  weights: 'weighting',
  weighting_problem: 'weighting-problems'
};

export const findForm = (family: string): FamilyForm | undefined =>
  familyForms.find((form) => form.family === family);

/** The method page of a family; null for a family nobody described. */
export const methodOfFamily = (family: string): string | null =>
  findForm(family)?.method ?? otherFamilies[family] ?? null;
