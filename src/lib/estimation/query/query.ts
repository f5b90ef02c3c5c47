import { adjustP } from '../comparisons/adjust-p';
import { compareDomains } from '../comparisons/compare-domains';
import { estimateByGroup } from '../estimates/estimate-by-group';
import {
  estimateMean,
  estimatePopulation,
  estimateRatio,
  estimateTotal
} from '../estimates/estimate-mean';
import { estimateProportion } from '../estimates/estimate-proportion';
import { estimateShares } from '../estimates/estimate-shares';
import { kish } from '../estimates/kish';
import { standardizeAnswer, ttestAnswer } from './comparing-means';
import { comparisonFields } from './comparison-report';
import { chisqAnswer, tableAnswer } from './contingency';
import { QueryError } from './data-source';
import { cronbach, kappa } from './agreement';
import { concentration, gini } from './concentration';
import { deprivation } from './deprivation';
import { disparity } from './disparity';
import { filterRows } from './filter';
import { foodSecurity } from './food-security';
import { groupRows } from './grouping';
import { missingness } from './missingness';
import { proportionFields, reliabilityFields } from './proportion-report';
import { quantileAnswer } from './quantile';
import { readDesign } from './read-design';
import { glmAnswer } from './regression';
import { estimateFields, shareFields } from './report';
import { selectAll } from './select-all';
import {
  choiceField,
  levelField,
  listField,
  nameList,
  objectField,
  objectList,
  textField
} from './spec';
import { readColumn, readVariable } from './variable';
import { applySteps } from './weighting-steps';
import { weightFields } from './weights-report';
import type { AdjustMethod } from '../comparisons/adjust-p';
import type { Design } from '../design/design';
import type { Within } from '../design/domain';
import type { Kish } from '../estimates/kish';
import type { DataSource } from './data-source';
import type { Question } from './question';
import type { Answer } from './report';
import type { Spec } from './spec';

const statistics = ['mean', 'total'] as const;

function meanOrTotal({ source, spec, design, within }: Question, stat: 'mean' | 'total'): Answer {
  const variable = readVariable(source, objectField(spec, 'y'));
  if (variable.kind === 'category') {
    const scale = stat === 'total' ? 'total' : 'share';
    const shares = estimateShares(design, variable.category, { within, scale });
    return shareFields(shares, variable.category.labels);
  }
  const estimate = stat === 'total' ? estimateTotal : estimateMean;
  return estimateFields(estimate(design, variable.values, { within }));
}

function meanBy(question: Question): Answer {
  const { source, spec, design, within } = question;
  const stat = choiceField(spec, 'stat', statistics);
  const variable = readVariable(source, objectField(spec, 'y'));
  const { groups, keys } = groupRows(source, nameList(spec, 'by'), within);
  if (variable.kind === 'column') {
    const result = estimateByGroup(design, variable.values, groups, { within, statistic: stat });
    return {
      groups: result.groups.map(({ estimate }, g) => ({
        key: keys[g]!,
        ...estimateFields(estimate)
      })),
      covariance: result.covariance
    };
  }
  return {
    groups: keys.map((key, g) => {
      const inGroup = rowsOfGroup(groups.codes, g + 1);
      return { key, ...meanOrTotal({ ...question, within: inGroup }, stat) };
    })
  };
}

const rowsOfGroup = (codes: ArrayLike<number>, group: number): Uint8Array =>
  Uint8Array.from(codes, (code) => (code === group ? 1 : 0));

function kishBy({ source, spec, design, within }: Question): Answer {
  const by = nameList(spec, 'by');
  const overall = kishFields(kish(design, { within })[0]!);
  if (by.length === 0) return { overall };
  const { groups, keys } = groupRows(source, by, within);
  const each = kish(design, { within, groups });
  return { overall, groups: keys.map((key, g) => ({ key, ...kishFields(each[g]!) })) };
}

const kishFields = (k: Kish): Answer => ({
  n: k.n,
  n_positive_weight: k.nPositive,
  sum_weights: k.sumWeights,
  n_eff: k.nEffective,
  deff: k.deff,
  cv_weights: k.cvWeights
});

function reliabilityBy({ source, spec, design, within }: Question): Answer {
  const y = readColumn(source, objectField(spec, 'y'));
  const by = nameList(spec, 'by');
  const { groups, keys } =
    by.length > 0
      ? groupRows(source, by, within)
      : { groups: { codes: new Uint8Array(source.rows).fill(1), labels: [''] }, keys: [null] };
  const result = estimateByGroup(design, y, groups, { within, statistic: 'proportion' });
  return {
    groups: result.groups.map(({ estimate }, g) => ({
      key: keys[g]!,
      ...reliabilityFields(estimate)
    }))
  };
}

function contrast({ source, spec, design, within }: Question): Answer {
  const side = (name: 'a' | 'b') => {
    const part = objectField(spec, name);
    return {
      y: readColumn(source, objectField(part, 'y')),
      within: bothWithin(within, filterRows(source, part))
    };
  };
  return comparisonFields(compareDomains(design, side('a'), side('b')));
}

const families: Record<string, (question: Question) => Answer> = {
  mean: (question) => meanOrTotal(question, 'mean'),
  total: (question) => meanOrTotal(question, 'total'),
  population_size: ({ design, within }) => estimateFields(estimatePopulation(design, { within })),
  ratio: ({ source, spec, design, within }) => {
    const numerator = readColumn(source, objectField(spec, 'numerator'));
    const denominator = readColumn(source, objectField(spec, 'denominator'));
    return estimateFields(estimateRatio(design, numerator, denominator, { within }));
  },
  ciprop: ({ source, spec, design, within }) => {
    const level = levelField(spec);
    const member = readColumn(source, objectField(spec, 'y'));
    return proportionFields(estimateProportion(design, member, { within, level }), level);
  },
  mean_by: meanBy,
  domain_trap: (question) => ({
    right: meanOrTotal(question, choiceField(question.spec, 'stat', statistics))
  }),
  lonely_error: (question) => meanOrTotal(question, 'mean'),
  kish: kishBy,
  nchs: reliabilityBy,
  contrast,
  weights: ({ source, spec, design }) => weightFields(source, spec, design),
  weighting_problem: ({ source, spec, design }) =>
    weightFields(source, spec, applySteps(source, design, objectList(spec, 'adjust'))),
  select_all: ({ source, spec, design, within }) => selectAll(source, spec, design, within),
  food_security: ({ source, spec, design, within }) => foodSecurity(source, spec, design, within),
  missingness: ({ source, spec, design, within }) => missingness(source, spec, design, within),
  alkire_foster: deprivation,
  disparity,
  concentration,
  gini,
  kappa,
  cronbach,
  quantile: quantileAnswer,
  table: tableAnswer,
  chisq: chisqAnswer,
  ttest: ttestAnswer,
  glm: glmAnswer,
  standardize: standardizeAnswer
};

/** Families of estimates this engine answers. Every one must pass its reference cases whole. */
export const implementedFamilies: readonly string[] = [...Object.keys(families), 'padjust'].sort();

const adjustMethods: AdjustMethod[] = ['bonferroni', 'holm', 'hochberg', 'hommel', 'BH', 'BY'];

function adjustAll(spec: Spec): Answer {
  const p = listField(spec, 'p').map((value) => (typeof value === 'number' ? value : null));
  return Object.fromEntries(adjustMethods.map((method) => [method, adjustP(p, method)]));
}

/**
 * Answers one specification `{family, design, filter?, ...}` over a data source, in full precision;
 * what is not defined is null. The words are those of the reference cases
 * (tests/fixtures/reference/README.md).
 *
 * @throws QueryError when the specification asks for a column, family or design that is not there
 * @throws DesignError when the design cannot give a variance (a stratum with a single PSU)
 * @throws WeightingError when the weights of the design cannot be made, for every reason
 */
export function evaluate(source: DataSource, spec: Spec): Answer {
  return evaluateWith(source, spec, () => readDesign(source, objectField(spec, 'design')));
}

/** The same over a design that is at hand, as that of a stored wave with weights made here. */
export function evaluateWith(source: DataSource, spec: Spec, designOf: () => Design): Answer {
  const family = textField(spec, 'family');
  if (family === 'padjust') return adjustAll(spec);
  const answer = families[family];
  if (!answer) throw new QueryError('family-not-implemented', { family });
  const design = designOf();
  return answer({ source, spec, design, within: insideDesign(design, filterRows(source, spec)) });
}

/** Rows of both domains. */
function bothWithin(a: Within, b: Within): Within {
  if (a === 'all') return b;
  return b === 'all' ? a : a.map((isIn, i) => (isIn === 1 && b[i] === 1 ? 1 : 0));
}

/** Rows left out of the design make no group either. */
function insideDesign({ excluded }: Design, within: Within): Within {
  if (!excluded) return within;
  return excluded.map((isOut, i) => (isOut || (within !== 'all' && within[i] !== 1) ? 0 : 1));
}
