import { conditionsOf, mapped } from './needs';
import { shortName, slugOf, textOf } from './survey-items';
import { findYesNoCodes, wordsOf } from './yes-no';
import type { MappedInput } from '../definition';
import type { Proposal } from './proposal';
import type { Labels, Question } from '$lib/codebook/codebook';
import type { Item } from './survey-items';

const barrierWords =
  /barrier|kept (you|your|them)|prevent|stopped you|why (did|could|have)(n.t| you not| not)|reasons? (you|for not)|imp(e|i)di|barrera|obst[aá]cul|por qu[eé] no/i;
const needWords =
  /\b(needs?|priorit\w+|problems?|challenges?|issues?|necesidad\w*|prioridad\w*|problemas?)\b/i;
const mostWords =
  /\b(top|biggest|most|greatest|main|mayor\w*|principal\w*|m[aá]s (importante|urgente)s?)\b/i;
const noneWords = /^(none( of (these|the above))?|ningun[ao]?( de (estas|las anteriores))?)$/i;

/**
 * Multiple-response sets: barriers where the words say so (among those in need, when the form's logic
 * names one need question), otherwise the share of people who chose each option.
 */
export function findChoices(items: readonly Item[]): Proposal[] {
  const sets = new Map<string, Item[]>();
  for (const item of items)
    if (item.question.kind === 'multiple-response')
      sets.set(item.question.id, [...(sets.get(item.question.id) ?? []), item]);
  return [...sets.values()].flatMap((options): Proposal[] => {
    const [first] = options;
    const input = choiceInput(options);
    if (!first || !input) return [];
    const { question } = first;
    const labels =
      Object.keys(question.labels).length > 0 ? question.labels : first.variable.labels;
    const key = slugOf(question.id);
    const isBarriers = barrierWords.test(
      [question.id, ...Object.values(question.labels)].join(' ')
    );
    const need = isBarriers ? needBehind(first, items) : null;
    return isBarriers
      ? [
          {
            indicatorId: 'access-barriers',
            key: `access-barriers:${key}`,
            labels,
            inputs: { barriers: input, ...(need && { need }) }
          }
        ]
      : [
          {
            indicatorId: 'prevalence',
            key: `prevalence:${key}`,
            labels,
            inputs: { answer: input }
          },
          ...topNeeds(question, key, labels, input)
        ];
  });
}

/** A set that asks for needs or priorities: in the words of the question, else a person says so. */
function topNeeds(
  { labels: said, id }: Question,
  key: string,
  labels: Labels,
  input: MappedInput
): Proposal[] {
  if (input.variables.length < 3) return [];
  const words = [id, ...Object.values(said)].join(' ');
  if (!needWords.test(words)) return [];
  return [
    {
      indicatorId: 'top-needs',
      key: `top-needs:${key}`,
      labels,
      inputs: { named: input },
      isUnsure: !mostWords.test(words)
    }
  ];
}

/** Options with their marks; "none of these" keeps its people in the base and is no option. */
function choiceInput(options: readonly Item[]): MappedInput | null {
  const isNone = ({ variable }: Item) =>
    Object.values(variable.labels).some((text) => noneWords.test(text.trim())) ||
    /(^|[_/])none$/i.test(variable.name);
  const shown = options.filter((option) => !isNone(option));
  const first = shown[0] ?? options[0];
  if (!first) return null;
  const categories = first.variable.categories;
  const marks = findYesNoCodes(categories) ?? {
    yes: categories
      .filter((c) => c.code === '1' || /^(chosen|elegida)$/i.test(wordsOf(c)))
      .map((c) => c.code),
    no: categories.filter((c) => c.code === '0').map((c) => c.code)
  };
  if (marks.yes.length === 0) return null;
  return {
    questionId: first.question.id,
    variables: (shown.length > 0 ? shown : options).map(({ variable }) => variable.name),
    ...marks
  };
}

/** The one need question that opened the set; null when it was opened by several, or is not known. */
function needBehind({ question }: Item, items: readonly Item[]): MappedInput | null {
  const opened = conditionsOf(question.relevant).flatMap(({ name, code }) => {
    const item = items.find(({ variable }) => shortName(variable.name) === shortName(name));
    const codes = item && findYesNoCodes(item.variable.categories);
    const isNeed = item && codes?.yes.includes(code) && /need|necesit/i.test(textOf(item));
    return isNeed && codes ? [mapped(item, codes)] : [];
  });
  return opened.length === 1 ? opened[0]! : null;
}
