import type { Issue, Parsed } from '$lib/base/issue';

/** What can be wrong with weights that are to be made. `row` counts from 1, in the order of the data. */
export type WeightingCode =
  | 'margins-none'
  | 'margin-category-empty'
  | 'margin-category-without-target'
  | 'margin-values-missing'
  | 'margin-totals-differ'
  | 'margin-target-unusable'
  | 'margin-target-zero'
  | 'weights-missing'
  | 'weights-negative'
  | 'weights-all-zero'
  | 'weighting-not-converged'
  | 'bounds-unusable'
  | 'bounds-too-tight'
  | 'trim-not-possible'
  | 'casper-numbers-unusable'
  | 'casper-cluster-missing'
  | 'casper-clusters-too-few';

/** Worth knowing beside weights that were made. */
export type WeightingNote =
  | 'margin-category-small'
  | 'margin-rescaled'
  | 'margin-unknown-kept'
  | 'made-weights-negative'
  | 'trim-not-settled';

type Params = Issue['params'];

const sentences: Record<WeightingCode, (p: Params) => string> = {
  'margins-none': () => 'There is no margin to weight to.',
  'margin-category-empty': (p) =>
    `No respondent is in the category "${p.category}" of ${p.variable}, whose target is ${p.target}.`,
  'margin-category-without-target': (p) =>
    `${p.count} respondents are in the category "${p.category}" of ${p.variable}, which has no target.`,
  'margin-values-missing': (p) =>
    `${p.count} respondents have no value in ${p.variable}, the first is row ${p.row}.`,
  'margin-totals-differ': (p) =>
    `The targets of ${p.first} add up to ${p.firstTotal}, those of ${p.second} to ${p.secondTotal}.`,
  'margin-target-unusable': (p) =>
    `The target of "${p.category}" in ${p.variable} is ${p.value}; targets are numbers above 0.`,
  'margin-target-zero': (p) =>
    `The target of "${p.category}" in ${p.variable} is 0, and ${p.count} respondents are in it.`,
  'weights-missing': (p) =>
    `${p.count} rows have no weight to start from, the first is row ${p.row}.`,
  'weights-negative': (p) => `${p.count} rows have a negative weight, the first is row ${p.row}.`,
  'weights-all-zero': () => 'No row has a weight above 0.',
  'weighting-not-converged': (p) =>
    `After ${p.rounds} rounds "${p.category}" of ${p.variable} is still off by ${p.percent} percent.`,
  'bounds-unusable': (p) =>
    `The bounds ${p.lower} and ${p.upper} are not usable: the lower is below 1, the upper above 1.`,
  'bounds-too-tight': (p) =>
    `No weights between ${p.lower} and ${p.upper} times the weights before meet the totals; "${p.category}" fits worst.`,
  'trim-not-possible': (p) =>
    `Weights between ${p.lower} and ${p.upper} cannot add up to ${p.total} over ${p.rows} rows.`,
  'casper-numbers-unusable': () =>
    'Households in the frame and clusters selected are whole numbers above 0.',
  'casper-cluster-missing': (p) =>
    `${p.count} interviews have no cluster, the first is row ${p.row}.`,
  'casper-clusters-too-few': (p) =>
    `Interviews come from ${p.found} clusters, and only ${p.selected} were selected.`
};

/** Weights that cannot be made, for callers that cannot go on: the first problem as a sentence. */
export class WeightingError extends Error {
  override name = 'WeightingError';
  readonly code: WeightingCode;

  constructor(readonly issues: readonly Issue[]) {
    const [first] = issues;
    const code = (first?.code ?? 'margins-none') as WeightingCode;
    super(sentences[code](first?.params ?? {}));
    this.code = code;
  }
}

export const problem = (code: WeightingCode, params: Params = {}, field?: string): Issue => ({
  code,
  severity: 'error',
  where: field === undefined ? {} : { field },
  params
});

export const note = (code: WeightingNote, params: Params): Issue => ({
  code,
  severity: 'note',
  where: {},
  params
});

export const refuse = (
  code: WeightingCode,
  params: Params = {}
): { ok: false; issues: Issue[] } => ({
  ok: false,
  issues: [problem(code, params)]
});

/** The value. @throws WeightingError with every problem */
export function orThrow<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw new WeightingError(parsed.issues);
}

/** Missing, negative or only zero weights to start from. */
export function baseProblems(base: Float64Array): Issue[] {
  const missing = { count: 0, row: 0 };
  const negative = { count: 0, row: 0 };
  let positive = 0;
  for (let i = 0; i < base.length; i++) {
    const weight = base[i]!;
    if (weight > 0 && Number.isFinite(weight)) positive++;
    else if (weight !== 0) {
      const found = weight < 0 ? negative : missing;
      if (found.count++ === 0) found.row = i + 1;
    }
  }
  if (missing.count > 0) return [problem('weights-missing', missing, 'base')];
  if (negative.count > 0) return [problem('weights-negative', negative, 'base')];
  return positive === 0 ? [problem('weights-all-zero', {}, 'base')] : [];
}
