import type { Issue } from '$lib/base/issue';
import { formatNumber } from './format';
import { textFor, type Language } from './text';

/** One thing to put right, in words; `field` is '' when it is about the whole page. */
export interface Problem {
  field: string;
  sentence: string;
}

/** Sentences of issues about ratings. */
export function ratingProblems(
  issues: readonly Issue[] | undefined,
  language: Language
): Problem[] {
  const { 'rating-out-of-range': outOfRange, ...plain } = textFor(language).priorities.problems;
  const known: Record<string, string | undefined> = plain;
  return (issues ?? []).map(({ code, where, params }) => ({
    field: where.field ?? '',
    sentence:
      code === 'rating-out-of-range'
        ? outOfRange(Number(params.most))
        : (known[code] ?? plain['not-here'])
  }));
}

/** Sentences of issues about indexes. */
export function indexProblems(issues: readonly Issue[] | undefined, language: Language): Problem[] {
  const { problems, pointsSum } = textFor(language).indexes;
  const known: Record<string, string | undefined> = problems;
  return (issues ?? []).map(({ code, where, params }) => ({
    field: where.field ?? '',
    sentence:
      code === 'points-sum'
        ? pointsSum(formatNumber(Number(params.total), language))
        : (known[code] ?? problems['not-here'])
  }));
}
