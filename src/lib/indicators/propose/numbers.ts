import { shortName, slugOf } from './survey-items';
import type { Codebook, Question, Variable } from '$lib/codebook/codebook';
import type { MappedInput } from '../definition';
import type { Proposal } from './proposal';

const waitWords = /\b(wait(ed|ing)?|espera\w*)\b|(^|[_/])(wait|espera)/i;
const timeWords =
  /\b(days?|weeks?|months?|hours?|minutes?|how long|d[ií]as?|semanas?|meses|horas?|minutos?)\b|_(days|weeks|hours|minutes)$/i;
const servedNames = /(^|_)(served|people_served|clients|atendid[ao]s)($|_)/i;
const capacityNames = /(^|_)(capacity|slots|places|beds|cupos|plazas|capacidad)($|_)/i;

interface Number {
  question: Question;
  variable: Variable;
}

/** Numbers that an organization or a person gives: waits, and people served with the places there are. */
export function findNumbers({ questions, variables }: Codebook): Proposal[] {
  const numbers = questions.flatMap((question) =>
    question.variables.flatMap((name): Number[] => {
      const variable = variables.find((one) => one.name === name);
      return variable?.kind === 'numeric' && variable.role === 'answer'
        ? [{ question, variable }]
        : [];
    })
  );
  return [...numbers.flatMap(waitOf), ...useOf(numbers)];
}

const wordsOf = ({ question, variable }: Number): string =>
  [
    shortName(variable.name),
    ...Object.values(question.labels),
    ...Object.values(variable.labels)
  ].join(' \n ');

const labelsOf = ({ question, variable }: Number) =>
  Object.keys(question.labels).length > 0 ? question.labels : variable.labels;

const whole = ({ question, variable }: Number): MappedInput => ({
  questionId: question.id,
  variables: [variable.name],
  yes: [],
  no: []
});

/** A wait in a unit of time; without a unit in its words a person says what it counts. */
function waitOf(number: Number): Proposal[] {
  const words = wordsOf(number);
  if (!waitWords.test(words)) return [];
  return [
    {
      indicatorId: 'waiting-time',
      key: `waiting-time:${slugOf(shortName(number.variable.name))}`,
      labels: labelsOf(number),
      inputs: { wait: whole(number) },
      isUnsure: !timeWords.test(words)
    }
  ];
}

/** One number served and one capacity, by their names; two of either are not paired by guessing. */
function useOf(numbers: readonly Number[]): Proposal[] {
  const named = (pattern: RegExp) =>
    numbers.filter(({ variable }) => pattern.test(shortName(variable.name)));
  const [served, capacity] = [named(servedNames), named(capacityNames)];
  if (served.length !== 1 || capacity.length !== 1) return [];
  return [
    {
      indicatorId: 'capacity-use',
      key: 'capacity-use:all',
      labels: { en: 'Use of capacity', es: 'Uso de la capacidad' },
      inputs: { served: whole(served[0]!), capacity: whole(capacity[0]!) }
    }
  ];
}
