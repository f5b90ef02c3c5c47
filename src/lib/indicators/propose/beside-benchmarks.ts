import { topicOf, type Benchmark, type BenchmarkKind } from '../benchmark';
import { namedFor } from './named-for';
import { categoricalItems, textOf } from './survey-items';
import type { Codebook } from '$lib/codebook/codebook';
import type { IndicatorInstance } from '../definition';
import type { Proposal } from './proposal';

/** Which published number makes which indicator out of which mapped one of the same topic. */
const rules: {
  kind: BenchmarkKind;
  from: string;
  to: string;
  /** a number of all topics will not do */
  ownTopic: boolean;
  isUnsure?: boolean;
}[] = [
  { kind: 'supply', from: 'people-in-need', to: 'supply-need-ratio', ownTopic: true },
  { kind: 'budget', from: 'people-in-need', to: 'budget-adequacy', ownTopic: true },
  // Who needs help is not quite who is eligible: a person says whether it will do.
  { kind: 'enrolled', from: 'people-in-need', to: 'take-up', ownTopic: true, isUnsure: true },
  { kind: 'share', from: 'prevalence', to: 'benchmark-gap', ownTopic: true },
  { kind: 'population', from: 'people-in-need', to: 'constituents-affected', ownTopic: false }
];

const languageWords =
  /\b(which language|what language|qu[eé] idioma)\b|(^|[_/])language(?=[_/\s]|$)/i;

/** Measures that published numbers make possible beside those a survey already feeds. */
export function proposeBeside(
  instances: readonly Pick<IndicatorInstance, 'indicatorId' | 'key' | 'labels' | 'inputs'>[],
  codebook: Codebook,
  benchmarks: readonly Pick<Benchmark, 'kind' | 'topic' | 'place'>[]
): Proposal[] {
  const beside = rules.flatMap(({ kind, from, to, ownTopic, isUnsure }) => {
    const numbers = benchmarks.filter(
      // People of a district are those of a place; people of the whole are no district.
      (one) => one.kind === kind && (kind !== 'population' || one.place !== '')
    );
    return instances.flatMap((instance): Proposal[] => {
      const topic = topicOf(instance.key);
      const isThere = numbers.some((one) => one.topic === topic || (!ownTopic && one.topic === ''));
      if (instance.indicatorId !== from || !isThere) return [];
      const input = Object.values(instance.inputs);
      const isOneAnswer = input.length > 0 && input[0]!.variables.length === 1;
      if (!isOneAnswer) return [];
      return [
        {
          indicatorId: to,
          key: `${to}:${topic}`,
          labels: namedFor(to, instance.labels),
          inputs: to === 'take-up' ? { need: instance.inputs.need ?? input[0]! } : instance.inputs,
          ...(isUnsure && { isUnsure })
        }
      ];
    });
  });
  return [...beside, ...languageGap(codebook, benchmarks)];
}

/** The language people speak, beside the languages services speak: the codes must be the same. */
function languageGap(
  codebook: Codebook,
  benchmarks: readonly Pick<Benchmark, 'kind' | 'place'>[]
): Proposal[] {
  const offered = benchmarks.filter(({ kind }) => kind === 'language-supply');
  const item = categoricalItems(codebook).find(
    (one) => one.question.kind === 'single' && languageWords.test(textOf(one))
  );
  if (offered.length === 0 || !item) return [];
  const codes = item.variable.categories.map(({ code }) => code);
  return [
    {
      indicatorId: 'language-match',
      key: 'language-match:services',
      labels: { en: 'Languages of services', es: 'Idiomas de los servicios' },
      inputs: {
        language: {
          questionId: item.question.id,
          variables: [item.variable.name],
          yes: codes,
          no: []
        }
      },
      isUnsure: offered.some(({ place }) => !codes.includes(place))
    }
  ];
}
