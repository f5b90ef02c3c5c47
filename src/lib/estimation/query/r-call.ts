import { nameList, objectList } from './spec';
import type { Spec } from './spec';

/** A design in the words of R: columns by name, null where there is none. */
export interface DesignColumns {
  strata: string | null;
  psu: string | null;
  weight: string | null;
  fpc: string | null;
  nest: boolean;
  lonely: string;
  /** made of replicate weights, or with weights calibrated here: told in a comment */
  note: 'replicates' | 'calibrated' | null;
}

/**
 * The call of R's survey package that answers the same question, for checking by hand.
 *
 * @returns lines of R; a first line with the design, then the call; null where R has no single call
 */
export function rCall(spec: Spec, design: DesignColumns): string[] | null {
  const call = callOf(spec);
  if (call === null) return null;
  const people = conditions(spec);
  const domain = people ? [`d <- subset(d, ${people})`] : [];
  return spec.family === 'padjust' ? [call] : [...designLines(design), ...domain, call];
}

const formula = (name: string | null): string => (name === null ? '' : `~${name}`);

function designLines({ strata, psu, weight, fpc, nest, lonely, note }: DesignColumns): string[] {
  const parts = [
    `ids = ${psu === null ? '~1' : formula(psu)}`,
    ...(strata === null ? [] : [`strata = ${formula(strata)}`]),
    `weights = ${weight === null ? '~1' : formula(weight)}`,
    ...(fpc === null ? [] : [`fpc = ${formula(fpc)}`]),
    ...(nest ? ['nest = TRUE'] : []),
    'data = wave'
  ];
  if (note === 'replicates')
    return [
      '# repweights: the replicate weights of the wave; type, scale and rscales as the wave says',
      `d <- svrepdesign(weights = ${weight === null ? '~1' : formula(weight)}, repweights = repweights, data = wave)`
    ];
  const rule = lonely === 'average' || lonely === 'adjust' ? lonely : null;
  return [
    ...(note === 'calibrated'
      ? ['# then calibrate(d, ..., calfun = "raking") to the margins']
      : []),
    ...(rule ? [`options(survey.lonely.psu = "${rule}")`] : []),
    `d <- svydesign(${parts.join(', ')})`
  ];
}

const quoted = (value: unknown): string =>
  typeof value === 'number' ? String(value) : JSON.stringify(String(value));

const among = (name: string, values: readonly unknown[]): string =>
  values.length === 1
    ? `${name} == ${quoted(values[0])}`
    : `${name} %in% c(${values.map(quoted).join(', ')})`;

function conditions(spec: Spec): string {
  return objectList(spec, 'filter')
    .map((clause) => {
      const name = String(clause.var);
      switch (clause.op) {
        case 'in':
          return among(name, clause.value as unknown[]);
        case 'not_in':
          return `!(${among(name, clause.value as unknown[])})`;
        case 'present':
          return `!is.na(${name})`;
        case 'missing':
          return `is.na(${name})`;
        default:
          return `${name} ${String(clause.op)} ${quoted(clause.value)}`;
      }
    })
    .join(' & ');
}

/** A variable inside a formula. */
function termOf(variable: unknown): string {
  const { var: name, kind, true: yes } = variable as Spec;
  if (kind === 'indicator') return `I(${among(String(name), yes as unknown[])})`;
  return kind === 'category' ? `factor(${String(name)})` : String(name);
}

const plus = (names: readonly unknown[]): string => names.map(String).join(' + ');

const variableOf = (spec: Spec, field: string): string => termOf(spec[field]);

const calls: Readonly<Record<string, (spec: Spec) => string | null>> = {
  mean: (spec) => `svymean(~${variableOf(spec, 'y')}, d, na.rm = TRUE, deff = TRUE)`,
  total: (spec) => `svytotal(~${variableOf(spec, 'y')}, d, na.rm = TRUE, deff = TRUE)`,
  ciprop: (spec) =>
    `svyciprop(~${variableOf(spec, 'y')}, d, method = "beta", level = ${String(spec.level)}, df = degf(subset(d, !is.na(${String((spec.y as Spec).var)}))))`,
  ratio: (spec) =>
    `svyratio(~${variableOf(spec, 'numerator')}, ~${variableOf(spec, 'denominator')}, d, na.rm = TRUE)`,
  population_size: () => 'svytotal(~one, update(d, one = 1))',
  quantile: (spec) =>
    `svyquantile(~${variableOf(spec, 'y')}, d, quantiles = c(${(spec.probs as number[]).join(', ')}), ci = TRUE, interval.type = "${String(spec.intervals)}", qrule = "${String((spec.qrules as string[])[0])}", na.rm = TRUE)`,
  mean_by: (spec) =>
    `svyby(~${variableOf(spec, 'y')}, ~${plus(spec.by as string[])}, d, ${spec.stat === 'total' ? 'svytotal' : 'svymean'}, na.rm = TRUE, covmat = TRUE)`,
  nchs: (spec) => {
    const by = nameList(spec, 'by');
    const y = variableOf(spec, 'y');
    return by.length === 0
      ? `svyciprop(~${y}, d, method = "beta")`
      : `svyby(~${y}, ~${plus(by)}, d, svyciprop, vartype = "ci", method = "beta")`;
  },
  table: (spec) => `svytable(~${plus(spec.vars as string[])}, d)`,
  chisq: (spec) => `svychisq(~${String(spec.row)} + ${String(spec.col)}, d, statistic = "F")`,
  ttest: (spec) =>
    spec.group
      ? `svyttest(${variableOf(spec, 'y')} ~ ${variableOf(spec, 'group')}, d)`
      : `svyttest(${variableOf(spec, 'y')} - ${String(spec.null)} ~ 0, d)`,
  contrast: () => null,
  standardize: (spec) =>
    `svystandardize(d, by = ~${String(spec.stratum_var)}, over = ${nameList(spec, 'by').length > 0 ? `~${plus(nameList(spec, 'by'))}` : '~1'}, population = c(${(spec.standard as number[]).join(', ')}))`,
  glm: (spec) =>
    `svyglm(${variableOf(spec, 'y')} ~ ${(spec.terms as Spec[]).map(termOf).join(' + ')}, d${spec.link === 'logit' ? ', family = quasibinomial()' : ''})`,
  padjust: (spec) => `p.adjust(c(${(spec.p as number[]).join(', ')}), method = "BH")`,
  gini: (spec) => `convey::svygini(~${variableOf(spec, 'y')}, convey::convey_prep(d))`,
  cronbach: () => null
};

const callOf = (spec: Spec): string | null => calls[String(spec.family)]?.(spec) ?? null;

/** Families whose numbers differ from that call by a convention of ours, each told on its page. */
export const conventionDiffers: readonly string[] = [
  'mean',
  'total',
  'mean_by',
  'ciprop',
  'nchs',
  'ratio',
  'quantile',
  'standardize',
  'gini'
];
