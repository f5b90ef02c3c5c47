import { labelIn } from '$lib/codebook/codebook';
import { answersOf, findTopCodes, inOrder } from './yes-no';
import { shortName, slugOf } from './survey-items';
import type { IndicatorInstance, MappedInput } from '../definition';
import type { Item } from './survey-items';

const topicWords = {
  importance: /importan/i,
  satisfaction: /satisf/i
} as const;

type Topic = keyof typeof topicWords;

/** Is the item a rating of importance or of satisfaction: by its scale, its question or its answers. */
function isAbout(item: Item, topic: Topic): boolean {
  const { question, variable } = item;
  if (question.kind === 'multiple-response' || question.kind === 'rank') return false;
  const ordered = inOrder(answersOf(variable.categories));
  if (!ordered) return false;
  if (ordered.scale === topic) return true;
  return (
    ordered.scale === 'numbers' &&
    Object.values(question.labels).some((t) => topicWords[topic].test(t))
  );
}

/** What an item is about, without "importance of" and name prefixes: alike in both batteries. */
function serviceKeys({ question, variable }: Item): string[] {
  const own = shortName(variable.name).replace(
    /^(imp|importance|importancia|sat|satisf|satisfaction|satisfaccion)_/i,
    ''
  );
  const words = labelIn(variable.labels, 'en') || labelIn(question.labels, 'en');
  const topic = words.replace(/.*\b(importan\w*|satisf\w*)\b( (is|are|of|with|to you))*/i, '');
  return [own === shortName(variable.name) ? '' : slugOf(own), slugOf(topic || words)].filter(
    Boolean
  );
}

/**
 * Batteries that ask for importance and for satisfaction of the same services, paired service by
 * service; services that are in one battery only are left out. At least two make an instance.
 */
export function findServiceRatings(items: readonly Item[]): IndicatorInstance[] {
  const importance = items.filter((item) => isAbout(item, 'importance'));
  const satisfaction = items.filter((item) => isAbout(item, 'satisfaction'));
  const pairs = satisfaction.flatMap((sat) => {
    const keys = serviceKeys(sat);
    const imp = importance.find((item) => serviceKeys(item).some((key) => keys.includes(key)));
    return imp ? [{ imp, sat }] : [];
  });
  const imp = battery(pairs.map((pair) => pair.imp));
  const sat = battery(pairs.map((pair) => pair.sat));
  if (pairs.length < 2 || !imp || !sat) return [];
  return [
    {
      indicatorId: 'importance-satisfaction',
      key: 'importance-satisfaction:services',
      labels: { en: 'Services', es: 'Servicios' },
      inputs: { importance: imp, satisfaction: sat }
    }
  ];
}

/** Several items read with one list of codes: those of the first. */
function battery(items: readonly Item[]): MappedInput | null {
  const [first] = items;
  const codes = first && findTopCodes(first.variable.categories, 'scale');
  return first && codes
    ? {
        questionId: first.question.id,
        variables: items.map(({ variable }) => variable.name),
        ...codes
      }
    : null;
}
