import { answersOf, inOrder } from './yes-no';
import { categoricalItems, textOf, wordingOf } from './survey-items';
import type { Codebook, Labels } from '$lib/codebook/codebook';

/** One question about everything together, its answers from the low end to the high end. */
export interface OverallItem {
  variable: string;
  labels: Labels;
  steps: string[];
}

const satisfaction = /satisf|quality of life|calidad de vida/i;
const altogether =
  /\b(overall|all in all|all things considered|taken together|as a whole|in general|en general|en conjunto)\b/i;
const recommendation = /\brecommend|\brecom(iend|end)/i;
const place =
  /\b(live|living|community|county|city|town|neighbou?rhood|vivir|comunidad|condado|ciudad|pueblo|vecindario|barrio)\b/i;

/**
 * The question that says how satisfied people are overall; without one, whether they would recommend
 * living there. Null where neither was asked on a scale.
 */
export function findOverallItem(codebook: Codebook): OverallItem | null {
  const items = categoricalItems(codebook).filter(
    ({ question }) => question.variables.length === 1
  );
  const isAbout = (text: string, ...words: RegExp[]) => words.every((word) => word.test(text));
  const found =
    items.find((item) => isAbout(textOf(item), satisfaction, altogether)) ??
    items.find((item) => isAbout(textOf(item), recommendation, place));
  const ordered = found && inOrder(answersOf(found.variable.categories));
  return ordered
    ? {
        variable: found.variable.name,
        labels: wordingOf(found),
        steps: ordered.steps.map(({ code }) => code)
      }
    : null;
}
