import type { Labels } from '$lib/codebook/codebook';
import type { IndicatorInstance, MappedInput } from '../definition';
import { shortName, slugOf, textOf, wordingOf } from './survey-items';
import { findServedCodes, findYesNoCodes } from './yes-no';
import type { YesNo } from './yes-no';
import type { Item } from './survey-items';

/** A need question with the question whether help came. */
export interface NeedPair {
  key: string;
  labels: Labels;
  need: MappedInput;
  served: MappedInput;
}

const needWords = /\bneed|necesit|_need|^need/i;
const servedWords =
  /\b(get|got|received?|obtain|able to get|helped|served)\b|_?(got|helped|received|served)_|recibi|obtuv|consigui|atendid/i;
const helpName = /^(got|gets?|helped|help|received?|served|met|obtained|recibio|ayuda)_(.+)$/i;
const needName = /^(needs?|needed|necesita|necesito)_(.+)$/i;

/** `${need_rent} = 'yes'` or `selected(${need_rent}, 'yes')`: the last condition is the question's own. */
const condition = /(?:selected\(\s*)?\$\{([^}]+)\}\s*(?:=|,)\s*['"]([^'"]*)['"]/g;

/** Questions that a form's skip logic asks for with `=`, in the order they are written. */
export const conditionsOf = (relevant: string | undefined): { name: string; code: string }[] =>
  [...(relevant ?? '').matchAll(condition)].map(([, name = '', code = '']) => ({ name, code }));

/**
 * Pairs of "did you need" and "did you get it": by skip logic where the form is known (the second is
 * asked only after a yes to the first), by names such as need_rent and got_rent otherwise.
 */
export function findNeedPairs(items: readonly Item[]): NeedPair[] {
  const yesNo = items.flatMap((item) => {
    const codes = findYesNoCodes(item.variable.categories);
    return codes && item.question.kind !== 'multiple-response' ? [{ item, codes }] : [];
  });
  const byName = new Map(yesNo.map((need) => [shortName(need.item.variable.name), need]));
  const taken = new Set<string>();
  return items.flatMap((item): NeedPair[] => {
    const codes = findServedCodes(item.variable.categories);
    if (!codes || item.question.kind === 'multiple-response') return [];
    const need = byLogic(item, byName) ?? byNames(item, byName);
    if (!need || need.item === item || taken.has(need.item.variable.name)) return [];
    taken.add(need.item.variable.name);
    return [
      {
        key: needKey(need.item),
        labels: needLabels(wordingOf(need.item)),
        need: mapped(need.item, need.codes),
        served: mapped(item, codes)
      }
    ];
  });
}

type Candidate = { item: Item; codes: YesNo };

function byLogic(item: Item, byName: ReadonlyMap<string, Candidate>): Candidate | undefined {
  if (!servedWords.test(textOf(item))) return undefined;
  const own = conditionsOf(item.question.relevant).at(-1);
  const need = own && byName.get(shortName(own.name));
  return need?.codes.yes.includes(own!.code) && needWords.test(textOf(need.item))
    ? need
    : undefined;
}

function byNames(item: Item, byName: ReadonlyMap<string, Candidate>): Candidate | undefined {
  const topic = helpName.exec(shortName(item.variable.name))?.[2];
  return topic ? [...byName].find(([name]) => needName.exec(name)?.[2] === topic)?.[1] : undefined;
}

export const mapped = ({ question, variable }: Item, { yes, no }: YesNo): MappedInput => ({
  questionId: question.id,
  variables: [variable.name],
  yes,
  no
});

const needKey = ({ variable }: Item): string => {
  const name = shortName(variable.name);
  return slugOf(needName.exec(name)?.[2] ?? name);
};

const topics = [
  /\bneed(?:ed|s)?\s+(?:any\s+)?(?:help\s+)?(?:with\s+|to get\s+|getting\s+)?(.+?)\s*\?*$/i,
  /necesit\p{L}*\s+(?:alguna?\s+)?(?:ayuda\s+)?(?:con\s+|para\s+)?(.+?)\s*\?*$/iu
];

/** The need itself, out of the question: "did you need help with paying the rent?" gives "Paying the rent". */
export function needLabels(labels: Labels): Labels {
  return Object.fromEntries(
    Object.entries(labels).map(([language, text]) => {
      const topic = topics.map((pattern) => pattern.exec(text)?.[1]).find(Boolean) ?? text;
      return [
        language,
        topic.charAt(0).toLocaleUpperCase(language === 'und' ? 'en' : language) + topic.slice(1)
      ];
    })
  );
}

/** The four measures of one need: share of everyone, of those in need, number of people, gaps. */
export function needInstances({ key, labels, need, served }: NeedPair): IndicatorInstance[] {
  const inputs = { need, served };
  return [
    { indicatorId: 'unmet-need-rate', key: `unmet-need:${key}`, labels, inputs },
    { indicatorId: 'coverage-gap', key: `coverage-gap:${key}`, labels, inputs },
    { indicatorId: 'people-in-need', key: `people-in-need:${key}`, labels, inputs },
    { indicatorId: 'group-gap', key: `group-gap:${key}`, labels, inputs }
  ];
}
