import { canonical } from '$lib/base/canonical';
import type { Issue } from '$lib/base/issue';
import { labelIn, type Codebook, type Labels, type Variable } from '$lib/codebook/codebook';
import type { IndicatorInstance, MappedInput } from '$lib/indicators/definition';
import { spelling } from '$lib/survey/templates/columns';
import { wordingChange } from '$lib/survey/templates/wording';

/** One wave's way of asking: what must be alike for a change to mean anything. */
export interface Asked {
  codebook: Codebook;
  instance: IndicatorInstance;
  universe: Labels | null;
  mode: Labels | null;
}

/**
 * What differs between two waves of one measure: wording, answers, which answers count, who the
 * denominator is, whom it was asked, how. Each difference is an issue, and makes a break: the change is
 * neither computed nor worded.
 *
 * Wordings and answers are compared in the languages both waves have, without regard to case, accents
 * and punctuation; answers by their words, because a code may be written otherwise.
 */
export function comparabilityIssues(earlier: Asked, later: Asked): Issue[] {
  const issues: Issue[] = [];
  const note = (code: string, params: Issue['params'] = {}): void => {
    issues.push({ code, severity: 'note', where: {}, params });
  };
  for (const [id, now] of Object.entries(later.instance.inputs)) {
    const before = earlier.instance.inputs[id];
    if (!before) {
      note('input-added', { input: id });
      continue;
    }
    const old = inputOf(earlier.codebook, before);
    const fresh = inputOf(later.codebook, now);
    const about = { input: id, question: now.questionId };
    const wording = rewording(old, fresh);
    if (wording) note('wording-changed', { ...about, ...wording });
    const answers = answerChange(old, fresh);
    if (answers) note('answers-changed', { ...about, ...answers });
    else if (!isAlike(counted(old, before), counted(fresh, now))) note('counting-changed', about);
    if (old.base !== fresh.base || (old.relevant ?? '') !== (fresh.relevant ?? ''))
      note('base-changed', about);
  }
  for (const id of Object.keys(earlier.instance.inputs))
    if (!(id in later.instance.inputs)) note('input-removed', { input: id });
  for (const what of ['universe', 'mode'] as const) {
    const [before, now] = [earlier[what], later[what]];
    // What was said of one wave only may have been otherwise in the other.
    if ((before === null) !== (now === null)) note(`${what}-unknown`);
    else if (before && now && wordingChange(before, now)) note(`${what}-changed`);
  }
  return issues;
}

/** An input as the people of a wave were asked it. */
interface AskedInput {
  wording: Labels;
  items: Variable[];
  base: string | undefined;
  relevant: string | undefined;
}

function inputOf({ questions, variables }: Codebook, input: MappedInput): AskedInput {
  const question = questions.find(({ id }) => id === input.questionId);
  return {
    wording: question?.labels ?? {},
    items: input.variables.flatMap((name) => variables.find((one) => one.name === name) ?? []),
    base: question?.base,
    relevant: question?.relevant
  };
}

/** The question, or an item that both waves have, in other words. */
function rewording(before: AskedInput, now: AskedInput): { before: string; now: string } | null {
  const question = wordingChange(before.wording, now.wording);
  if (question) return question;
  const isAlone = before.items.length === 1 && now.items.length === 1;
  for (const item of before.items) {
    // Options that come and go are told as answers.
    if (isMark(item)) continue;
    const same = isAlone ? now.items[0] : now.items.find(({ name }) => name === item.name);
    const change = same && wordingChange(item.labels, same.labels);
    if (change) return change;
  }
  return null;
}

/** The answers one could give then and not now, and the other way round; null when they are the same. */
function answerChange(before: AskedInput, now: AskedInput): { added: string; gone: string } | null {
  const language = sharedLanguage(before.items, now.items);
  const [old, fresh] = [before, now].map(({ items }) =>
    items.length > 1 && items.every(isMark)
      ? new Map(items.map((one) => named(labelIn(one.labels, language))))
      : new Map(
          items.flatMap(({ categories }) =>
            categories.map(({ labels }) => named(labelIn(labels, language)))
          )
        )
  ) as [Map<string, string>, Map<string, string>];
  const added = [...fresh].flatMap(([key, text]) => (old.has(key) ? [] : [text]));
  const gone = [...old].flatMap(([key, text]) => (fresh.has(key) ? [] : [text]));
  return added.length + gone.length === 0
    ? null
    : { added: added.join(', '), gone: gone.join(', ') };
}

const named = (text: string): [string, string] => [spelling(text) || text, text];

/** One option of a multiple-response set: chosen or not. */
const isMark = ({ categories }: Variable): boolean =>
  categories.length === 2 && categories.every(({ code }) => code === '0' || code === '1');

function sharedLanguage(before: readonly Variable[], now: readonly Variable[]): string {
  const languages = (items: readonly Variable[]) =>
    new Set(
      items.flatMap(({ labels, categories }) =>
        [labels, ...categories.map((one) => one.labels)].flatMap((one) => Object.keys(one))
      )
    );
  const later = languages(now);
  const shared = [...languages(before)].filter((language) => later.has(language));
  return shared.find((language) => language !== 'und') ?? shared[0] ?? 'en';
}

/** The answers that count, in words, since codes may be written otherwise. */
function counted({ items }: AskedInput, { yes, no }: MappedInput): string[][] {
  const labels = new Map(
    items.flatMap(({ categories }) =>
      categories.map((one) => [one.code, spelling(labelIn(one.labels, 'en')) || one.code])
    )
  );
  return [yes, no].map((codes) => codes.map((code) => labels.get(code) ?? code).sort());
}

const isAlike = (a: Parameters<typeof canonical>[0], b: Parameters<typeof canonical>[0]): boolean =>
  canonical(a) === canonical(b);
