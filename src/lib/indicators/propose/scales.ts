import { labelIn } from '$lib/codebook/codebook';
import { shortName, slugOf, textOf, wordingOf } from './survey-items';
import { answersOf, findTopCodes, findYesNoCodes, inOrder, wordsOf } from './yes-no';
import { mapped } from './needs';
import type { Question } from '$lib/codebook/codebook';
import type { MappedInput } from '../definition';
import type { Proposal } from './proposal';
import type { Item } from './survey-items';

const cohesionWords =
  /\b(neighbou?rs?|close-?knit|get along|trust(ed)?|help (each other|their neighbou?rs)|count on|share the same values|vecin[oa]s|conf[ií]a\w*|se ayudan)\b/i;
const skillNames = /^(able|ability|skill|compet\w*|conf\w*|know\w*|habilidad|capacidad)_(.+)$/i;
const importanceNames = /^(imp|importance|importancia)_(.+)$/i;
const supportWords = /\b(support|oppose|in favor|favou?r|apoya\w*|se opone|a favor)\b/i;
const policyWords =
  /\b(policy|law|ordinance|tax|levy|measure|bill|fund|budget|proposal|ley|ordenanza|impuesto|medida|fondo|presupuesto|propuesta)\b/i;
const severityWords = /\b(severity|severe|gravedad)\b|(^|[_/])sev(erity)?_/i;

/** Batteries and scales that feed cohesion, skills, support and severity. */
export function findScales(items: readonly Item[]): Proposal[] {
  return [
    ...findCohesion(items),
    ...findSkills(items),
    ...findSupport(items),
    ...findSeverity(items)
  ];
}

/** Codes of the answers from the low end to the high end; null when no order is known. */
function stepsOf(item: Item): string[] | null {
  const ordered = inOrder(answersOf(item.variable.categories));
  return ordered ? ordered.steps.map(({ code }) => code) : null;
}

const byQuestion = (items: readonly Item[]): [Question, Item[]][] => {
  const groups = new Map<Question, Item[]>();
  for (const item of items) groups.set(item.question, [...(groups.get(item.question) ?? []), item]);
  return [...groups];
};

/**
 * Three statements or more in one battery about neighbors and trust. A battery may hold a statement
 * the other way round ("people here do not get along"), so a person looks at each first.
 */
function findCohesion(items: readonly Item[]): Proposal[] {
  return byQuestion(items).flatMap(([question, battery]) => {
    const steps = battery[0] && stepsOf(battery[0]);
    const about = battery.filter((item) => cohesionWords.test(textOf(item))).length;
    if (question.kind === 'multiple-response' || battery.length < 3 || about < 3 || !steps)
      return [];
    return [
      {
        indicatorId: 'social-cohesion',
        key: `social-cohesion:${slugOf(question.id)}`,
        labels: question.labels,
        inputs: {
          items: {
            questionId: question.id,
            variables: battery.map(({ variable }) => variable.name),
            yes: steps,
            no: []
          }
        },
        isUnsure: true
      }
    ];
  });
}

/** Skills rated twice, by names such as imp_outreach and able_outreach. At least two make an instance. */
function findSkills(items: readonly Item[]): Proposal[] {
  const named = (pattern: RegExp) =>
    new Map(
      items.flatMap((item): [string, Item][] => {
        const topic = pattern.exec(shortName(item.variable.name))?.[2];
        return topic ? [[topic.toLowerCase(), item]] : [];
      })
    );
  const importance = named(importanceNames);
  const pairs = [...named(skillNames)].flatMap(([topic, ability]) => {
    const wanted = importance.get(topic);
    return wanted ? [{ wanted, ability }] : [];
  });
  const wanted = battery(pairs.map((pair) => pair.wanted));
  const ability = battery(pairs.map((pair) => pair.ability));
  if (pairs.length < 2 || !wanted || !ability || wanted.yes.length !== ability.yes.length)
    return [];
  return [
    {
      indicatorId: 'capacity-need',
      key: 'capacity-need:skills',
      labels: { en: 'Skills', es: 'Capacidades' },
      inputs: { importance: wanted, ability }
    }
  ];
}

function battery(items: readonly Item[]): MappedInput | null {
  const steps = items[0] && stepsOf(items[0]);
  return items[0] && steps
    ? {
        questionId: items[0].question.id,
        variables: items.map(({ variable }) => variable.name),
        yes: steps,
        no: []
      }
    : null;
}

/** For or against a policy: its words must say both that it is support and of what. */
function findSupport(items: readonly Item[]): Proposal[] {
  return items.flatMap((item): Proposal[] => {
    const { question, variable } = item;
    const said = [textOf(item), ...variable.categories.map(wordsOf)].join(' ');
    if (question.kind === 'multiple-response' || !supportWords.test(said)) return [];
    if (!policyWords.test(textOf(item))) return [];
    const codes =
      supportCodes(item) ??
      findYesNoCodes(variable.categories) ??
      findTopCodes(variable.categories, question.kind);
    if (!codes || codes.yes.length === 0) return [];
    return [
      {
        indicatorId: 'policy-support',
        key: `policy-support:${slugOf(shortName(variable.name) || labelIn(variable.labels, 'en'))}`,
        labels: wordingOf(item),
        inputs: { support: mapped(item, codes) },
        isUnsure: supportCodes(item) === null
      }
    ];
  });
}

/** Answers that name the side: "strongly support", "somewhat oppose", "a favor", "en contra". */
function supportCodes({ variable }: Item): { yes: string[]; no: string[] } | null {
  const answers = answersOf(variable.categories);
  const side = (pattern: RegExp) =>
    answers.filter((one) => pattern.test(wordsOf(one))).map(({ code }) => code);
  const no = side(/\b(oppose|against|disfavor|en contra|me opongo|no apoy\w*|not support)\b/i);
  const yes = side(/\b(support|favor|for it|a favor|apoy\w*)\b/i).filter(
    (code) => !no.includes(code)
  );
  if (yes.length === 0 || no.length === 0) return null;
  // Neither for nor against is an opinion too: in the base, not among the supporters.
  const rest = answers.map(({ code }) => code).filter((code) => !yes.includes(code));
  return { yes, no: rest };
}

/** Severity of several areas of life, one question each; the cut-offs are a choice, so a person looks first. */
function findSeverity(items: readonly Item[]): Proposal[] {
  const scales = items.flatMap((item) => {
    const steps = stepsOf(item);
    return severityWords.test(textOf(item)) && steps && steps.length >= 4 && steps.length <= 5
      ? [mapped(item, { yes: steps, no: [] })]
      : [];
  });
  if (scales.length < 2) return [];
  return [
    {
      indicatorId: 'severity-phase',
      key: 'severity-phase:all',
      labels: { en: 'Combined severity', es: 'Gravedad combinada' },
      inputs: Object.fromEntries(
        scales.map((input, i) => [i === 0 ? 'severity' : `severity-${i + 1}`, input])
      ),
      isUnsure: true
    }
  ];
}
