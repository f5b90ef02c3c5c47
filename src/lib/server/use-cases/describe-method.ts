import { labelIn } from '$lib/codebook/codebook';
import { getIndicator } from '$lib/indicators';
import type { InputSpec } from '$lib/indicators/definition';
import { reliabilityProfiles, type ReliabilityProfile } from '$lib/privacy/policy';
import { inputKeys } from '$lib/indicators/input-keys';
import type { Access } from '$lib/server/access/access';
import { findVersion, responsesOf } from '$lib/server/db/queries/dataset-version';
import type { ReplicateType } from '$lib/server/db/schema/survey';
import { methodLinks, type MethodEntry } from '$lib/server/methods';
import { formatMonths, formatNumber } from '$lib/text/format';
import type { Language } from '$lib/text/text';
import { figureMethods } from './figure-methods';
import type { ShownFigure } from './show-figure';

/** How a figure came about, in the reader's language; null where it is not known. */
export interface MethodFacts {
  /** wording by language tag */
  question: { language: string; text: string }[];
  countedAsYes: string[];
  base: string;
  who: string | null;
  responses: string;
  when: string | null;
  mode: string | null;
  sampleType: ShownFigure['table']['sources'][number]['sampleType'];
  weights: string | null;
  strata: string | null;
  psus: string | null;
  /** replicate weights the ranges come from: how many, and how they were made */
  replicates: { count: string; type: NonNullable<ReplicateType> } | null;
  threshold: string;
  /** reliability standard of the numbers */
  profile: ReliabilityProfile;
  sponsor: string | null;
  limits: string | null;
  definition: string;
  /** pages on how it is computed */
  methods: MethodEntry[];
  version: string;
}

const nothing = '';

/** Everything the method panel says about a figure. Counts are of the whole version, never of a cell. */
export function describeMethod(
  access: Access,
  { instance, wave, table }: Pick<ShownFigure, 'instance' | 'wave' | 'table'>,
  language: Language
): MethodFacts {
  const source = table.sources[0];
  const version = source && findVersion(access, source.datasetVersionId);
  const responses = source && responsesOf(access, source.datasetVersionId);
  const inputs = Object.values(instance.inputs);
  const ids = new Set(inputs.map(({ questionId }) => questionId));
  const questions = responses?.codebook.questions.filter(({ id }) => ids.has(id)) ?? [];
  const languages = [...new Set(questions.flatMap(({ labels }) => Object.keys(labels)))];
  const counted =
    instance.indicatorId === 'answer-shares'
      ? { variable: undefined, codes: [] }
      : countedIn(instance.inputs, getIndicator(instance.indicatorId).needs);
  const categories =
    responses?.codebook.variables.find(({ name }) => name === counted.variable)?.categories ?? [];
  const distinct = (name: string | null | undefined): string | null => {
    const known = responses?.codebook.variables.find((variable) => variable.name === name);
    return known && known.categories.length > 0
      ? formatNumber(known.categories.length, language)
      : null;
  };
  const said = (labels: typeof wave.universe): string | null =>
    labels ? labelIn(labels, language) || null : null;
  return {
    question: languages.map((tag) => ({
      language: tag,
      text: questions.map(({ labels }) => labels[tag] ?? nothing).join(' ')
    })),
    countedAsYes: counted.codes.map((code) => {
      const category = categories.find((one) => one.code === code);
      return category ? labelIn(category.labels, language) : code;
    }),
    base: labelIn(table.subject.base, language),
    who: said(wave.universe),
    responses: formatNumber(source?.responses ?? 0, language),
    when: formatMonths(wave.fieldedFrom, wave.fieldedTo, language) || null,
    mode: said(wave.mode),
    sampleType: source?.sampleType ?? 'opt-in',
    weights: said(wave.weighting),
    strata: distinct(wave.design?.strata),
    psus: distinct(wave.design?.psu),
    replicates: replicatesOf(wave.design, language),
    threshold: formatNumber(table.method.threshold, language),
    profile: reliabilityProfiles.find((known) => known === table.method.profile) ?? 'nchs',
    sponsor: wave.sponsor,
    limits: said(wave.limits),
    definition: getIndicator(instance.indicatorId).source,
    methods: methodLinks(figureMethods(table, wave.design), language),
    version: String(version?.number ?? '')
  };
}

function replicatesOf(
  design: ShownFigure['wave']['design'],
  language: Language
): MethodFacts['replicates'] {
  const { variables, type } = design?.replicates ?? {};
  if (!variables || !type || !design?.weight || design.weightingId) return null;
  return { count: formatNumber(variables.length, language), type };
}

/** The answers that put a person into the number: for an unmet need, those that say help fell short. */
function countedIn(
  inputs: ShownFigure['instance']['inputs'],
  needs: readonly InputSpec[]
): {
  variable: string | undefined;
  codes: string[];
} {
  const { served } = inputs;
  if (served) return { variable: served.variables[0], codes: served.no };
  const [id, last] =
    Object.entries(inputs).find(([name]) => name === 'answer') ??
    Object.entries(inputs).at(-1) ??
    [];
  // Answers in their order are a scale, none of them counts by itself.
  const isScale = needs.some((spec) => spec.ordered && inputKeys(spec, inputs).includes(id ?? ''));
  return { variable: last?.variables[0], codes: isScale ? [] : (last?.yes ?? []) };
}
