import { labelIn } from '$lib/codebook/codebook';
import { findScale, findYesNo } from '$lib/survey/values/scales';
import type { Category, QuestionKind } from '$lib/codebook/codebook';

/** Which category codes count as yes and as no; what is in neither list stays outside the base. */
export interface YesNo {
  yes: string[];
  no: string[];
}

const notAnAnswer =
  /^(dk|dont_know|don'?t know.*|do not know|not sure|unsure|no s[eé]|no sabe.*|prefer not.*|prefiero no.*|refused|refuse.*|n\/?a|not applicable|no aplica|no opinion|sin opini[oó]n)$/i;

/** Label in English where there is one, else whatever there is, else the code. */
export const wordsOf = ({ labels, code }: Category): string => labelIn(labels, 'en') || code;

/** Categories that are answers: without don't know, refusals, not applicable. */
export const answersOf = (categories: readonly Category[]): Category[] =>
  categories
    .filter(
      (category) => ![wordsOf(category), category.code].some((w) => notAnAnswer.test(w.trim()))
    )
    .sort((a, b) => a.order - b.order);

/** Yes and no where a question has just these two answers, by label or code, in English or Spanish. */
export function findYesNoCodes(categories: readonly Category[]): YesNo | null {
  const answers = answersOf(categories);
  if (answers.length !== 2) return null;
  const meaningOf = (category: Category): boolean | null =>
    findYesNo(wordsOf(category)) ?? findYesNo(category.code);
  const yes = answers.filter((category) => meaningOf(category) === true);
  const no = answers.filter((category) => meaningOf(category) === false);
  return yes.length === 1 && no.length === 1 ? codes(yes, no) : null;
}

/**
 * Whether help came: "yes, all of it" is yes; no and part of it are no, since the need was left open.
 * Null where the answers do not start with a yes and hold a no.
 */
export function findServedCodes(categories: readonly Category[]): YesNo | null {
  const plain = findYesNoCodes(categories);
  if (plain) return plain;
  const answers = answersOf(categories);
  const isNo = (category: Category) => /^(no|none|ninguna?|nada)\b/i.test(wordsOf(category));
  const isFull = (category: Category) =>
    /^(yes|s[ií])\b|^(all|full|fully|completely|toda|todo|completa)/i.test(wordsOf(category)) &&
    !/\b(part|some|parte|algo)/i.test(wordsOf(category));
  const full = answers.filter(isFull);
  if (answers.length < 2 || full.length !== 1 || !answers.some(isNo)) return null;
  return codes(
    full,
    answers.filter((category) => category !== full[0])
  );
}

/** Scales by which people are sorted, not asked what they think or do: bands of age or income. */
const sortingScales = ['bands'];
/** Scales where the count starts in the middle: often and sometimes, against rarely and never. */
const firstYes: Record<string, RegExp> = {
  frequency:
    /^(sometimes|a veces|algunas veces|occasionally|ocasionalmente|more_once|more than once)$/i,
  truth: /^(somewhat|sometimes|a veces|algo)/i,
  time: /^some of the time$/i
};

/**
 * The upper end of an ordered scale as yes: often and sometimes; the top two of four or more steps;
 * the top one of three. Codes 0..10 of a recommendation question: 9 and 10. Null when the order is
 * not known, and for bands of age or income.
 */
export function findTopCodes(categories: readonly Category[], kind: QuestionKind): YesNo | null {
  const answers = answersOf(categories);
  if (kind === 'nps') {
    const isPromoter = (category: Category) => Number(category.code) >= 9;
    return codes(
      answers.filter(isPromoter),
      answers.filter((category) => !isPromoter(category))
    );
  }
  const ordered = inOrder(answers);
  if (!ordered) return null;
  const { scale, steps } = ordered;
  const start = steps.findIndex((category) => firstYes[scale]?.test(wordsOf(category)) === true);
  const from = start > 0 ? start : steps.length - (steps.length > 3 ? 2 : 1);
  return codes(steps.slice(from), steps.slice(0, from));
}

/** Answers from the low end to the high end with the scale's name; null when no order is known. */
export function inOrder(answers: Category[]): { scale: string; steps: Category[] } | null {
  if (answers.length < 3) return null;
  const words = answers.map(wordsOf);
  const match = findScale(words);
  if (match && sortingScales.includes(match.id)) return null;
  if (match)
    return {
      scale: match.id,
      steps: match.order.map((word) => answers[words.indexOf(word)]!)
    };
  const numbers = answers.map(({ code }) => Number(code));
  const isRun =
    answers.length <= 11 &&
    [...numbers].sort((a, b) => a - b).every((n, i, all) => n === all[0]! + i);
  if (!isRun || numbers.some((n) => n < 0 || n > 11)) return null;
  return { scale: 'numbers', steps: [...answers].sort((a, b) => Number(a.code) - Number(b.code)) };
}

const codes = (yes: readonly Category[], no: readonly Category[]): YesNo => ({
  yes: yes.map(({ code }) => code),
  no: no.map(({ code }) => code)
});
