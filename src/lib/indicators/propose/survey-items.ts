import { labelIn } from '$lib/codebook/codebook';
import type { Codebook, Labels, Question, Variable } from '$lib/codebook/codebook';

/** One variable with the question it answers, as the proposals look at them. */
export interface Item {
  question: Question;
  variable: Variable;
}

/** Every variable that holds answers in categories, in form order. */
export function categoricalItems({ questions, variables }: Codebook): Item[] {
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  return questions.flatMap((question) =>
    question.variables.flatMap((name): Item[] => {
      const variable = byName.get(name);
      const isAnswer = variable?.kind === 'categorical' && variable.role === 'answer';
      return variable && isAnswer ? [{ question, variable }] : [];
    })
  );
}

/** Wording of an item: of the variable in a battery or set, of the question otherwise. */
export const wordingOf = ({ question, variable }: Item): Labels =>
  question.variables.length > 1 || Object.keys(question.labels).length === 0
    ? variable.labels
    : question.labels;

/** All texts of an item in every language, with its name: what patterns are matched against. */
export const textOf = (item: Item): string =>
  [
    item.variable.name,
    ...Object.values(item.question.labels),
    ...Object.values(item.variable.labels)
  ].join(' \n ');

/** Names made alike across waves: lower case, words joined by "-". */
export const slugOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'item';

/** The last part of a variable's name: the groups of a form come before it. */
export const shortName = (name: string): string => name.split(/[/.]/).at(-1) ?? name;

/** A key from a heading: its short name, or its words when the name says nothing. */
export const keyOfItem = ({ variable }: Item): string =>
  slugOf(shortName(variable.name) || labelIn(variable.labels, 'en'));
