import type { Issue } from '$lib/base/issue';
import { firstCause, firstComparison, firstMajority, firstRank } from './claim-words';

export const mostHeadlineWords = 12;

/** What a figure supports, so that its headline says no more. */
export interface HeadlineSupport {
  /** every text that the figure prints: its numbers are the headline's numbers */
  printed: readonly string[];
  /** group and measure names of the codebook: their words are not weighed */
  names: readonly string[];
  /** a difference of the figure passed its test */
  tested: boolean;
  /** a share of the figure lies above one half with its whole range */
  majority: boolean;
}

const problem = (code: string, params: Issue['params'] = {}): Issue => ({
  code,
  severity: 'error',
  where: { field: 'title' },
  params
});

const numbersIn = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

/**
 * What keeps a headline from standing above a figure: no words or more than twelve; a number that the
 * figure does not print; a cause; a rank; a comparison no test supports; "most" without a majority.
 */
export function checkHeadline(title: string, support: HeadlineSupport): Issue[] {
  const count = title.split(/\s+/).filter(Boolean).length;
  if (count === 0) return [problem('title-missing')];
  const issues: Issue[] = [];
  if (count > mostHeadlineWords)
    issues.push(problem('title-long', { words: count, most: mostHeadlineWords }));
  const printed = new Set(support.printed.flatMap(numbersIn));
  const words = withoutNames(title, support.names);
  const strange = numbersIn(words).find((number) => !printed.has(number));
  if (strange) issues.push(problem('title-number', { number: strange }));
  const cause = firstCause(words);
  if (cause) issues.push(problem('cause-claimed', { word: cause }));
  const rank = firstRank(words);
  if (rank) issues.push(problem('rank-not-shown', { word: rank }));
  const majority = firstMajority(words);
  if (majority && !support.majority) issues.push(problem('majority-not-shown', { word: majority }));
  const comparison = firstComparison(words);
  if (comparison && !support.tested)
    issues.push(problem('comparison-not-tested', { word: comparison }));
  return issues;
}

/**
 * A text without the names in it, longest first and as whole words: "Age 18 to 34" is a group, not a
 * number. A name without a letter is no name: it would hide a number.
 */
export const withoutNames = (text: string, names: readonly string[]): string =>
  names
    .filter((name) => /\p{L}/u.test(name))
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => {
      const literal = name.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return rest.replace(
        new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu'),
        ' '
      );
    }, text);
