import { findScale } from '$lib/survey/values/scales';
import { namedFor } from './named-for';
import { categoricalItems, textOf } from './survey-items';
import { answersOf, wordsOf } from './yes-no';
import type { Codebook } from '$lib/codebook/codebook';
import type { MappedInput } from '../definition';
import type { NeedPair } from './needs';
import type { Proposal } from './proposal';
import type { Item } from './survey-items';

const raceWords = /\b(race|raza|ethnic\w*|etni\w*|hispanic)\b|(^|[_/])(race|ethnicity)/i;
const tenureWords = /\b(own or rent|propio o rentado|tenure)\b|(^|[_/])tenure(?=[_/\s]|$)/i;
const incomeWords = /\b(income|ingresos?)\b|(^|[_/])income(?=[_/\s]|$)/i;

/** Fewer groups are a plain comparison; more have too few people each. */
const fewestGroups = 3;
const mostGroups = 12;

/** Measures of each need over groups: inequality and avoidable share, the slope along income, clustering in places. */
export function findOverGroups(
  codebook: Codebook,
  items: readonly Item[],
  needs: readonly NeedPair[]
): Proposal[] {
  const groups = groupsOf(items);
  const income = incomeOf(items);
  const places = placesOf(codebook);
  return needs.flatMap(({ key, labels, need }) => {
    const over = (indicatorId: string, groupsInput: MappedInput | null): Proposal[] =>
      groupsInput
        ? [
            {
              indicatorId,
              key: `${indicatorId}:${key}`,
              labels: namedFor(indicatorId, labels),
              inputs: { answer: need, groups: groupsInput }
            }
          ]
        : [];
    return [
      ...over('group-inequality', groups),
      ...over('avoidable-share', groups),
      ...over('income-slope', income),
      ...over('place-clustering', places)
    ];
  });
}

const groupOf = (item: Item, codes: string[]): MappedInput => ({
  questionId: item.question.id,
  variables: [item.variable.name],
  yes: codes,
  no: []
});

/** Race or ethnicity where it was asked in one question, else owning or renting. */
function groupsOf(items: readonly Item[]): MappedInput | null {
  for (const words of [raceWords, tenureWords]) {
    const item = items.find(
      (one) =>
        one.question.kind === 'single' &&
        one.question.variables.length === 1 &&
        (words.test(textOf(one)) || words.test(one.variable.name)) &&
        isManageable(one)
    );
    if (item)
      return groupOf(
        item,
        answersOf(item.variable.categories).map(({ code }) => code)
      );
  }
  return null;
}

const isManageable = ({ variable }: Item): boolean => {
  const count = answersOf(variable.categories).length;
  return count >= fewestGroups && count <= mostGroups;
};

/** Income in bands whose order their numbers tell; anything less plain is left to a person. */
function incomeOf(items: readonly Item[]): MappedInput | null {
  for (const item of items) {
    if (!incomeWords.test(textOf(item)) || !isManageable(item)) continue;
    if (!['single', 'scale'].includes(item.question.kind)) continue;
    const answers = answersOf(item.variable.categories);
    const words = answers.map(wordsOf);
    const scale = findScale(words);
    if (scale?.id !== 'bands') continue;
    return groupOf(
      item,
      scale.order.map((word) => answers[words.indexOf(word)]!.code)
    );
  }
  return null;
}

/** The variable that says where people live. */
function placesOf(codebook: Codebook): MappedInput | null {
  const named = (name: string) =>
    /(^|[_/])(neighborhood|vecindario|barrio)(?=[_/\s]|$)/i.test(name);
  const area =
    codebook.variables.find(({ role, kind }) => role === 'area' && kind === 'categorical') ??
    categoricalItems(codebook).find(({ variable }) => named(variable.name))?.variable;
  const question = codebook.questions.find(({ variables }) => variables.includes(area?.name ?? ''));
  if (!area || area.categories.length < fewestGroups) return null;
  return {
    questionId: question?.id ?? '',
    variables: [area.name],
    yes: answersOf(area.categories).map(({ code }) => code),
    no: []
  };
}
