import type { Labels } from '$lib/codebook/codebook';
import { plain } from './columns';
import type { ColumnPair } from './pair-columns';

/** A question that is asked in other words. */
export interface Rewording {
  pair: ColumnPair;
  before: string;
  now: string;
}

/**
 * What two wordings say differently, in a language both have; null where they say the same, or share no
 * language (a form that came with one file only is no rewording). Case, accents and punctuation count
 * for nothing.
 */
export function wordingChange(before: Labels, now: Labels): { before: string; now: string } | null {
  for (const [language, text] of Object.entries(before)) {
    const other = now[language];
    if (other !== undefined && plain(other) !== plain(text)) return { before: text, now: other };
  }
  return null;
}

/** Pairs of columns whose wording changed. */
export const rewordings = (pairs: readonly ColumnPair[]): Rewording[] =>
  pairs.flatMap((pair) => {
    const change = wordingChange(withoutNames(pair.before), withoutNames(pair.now));
    return change ? [{ pair, ...change }] : [];
  });

/** A column that says nothing but its name was not reworded when it was renamed. */
const withoutNames = ({ wording, heading }: ColumnPair['before']): Labels =>
  wording.und !== undefined && plain(wording.und) === plain(heading) && !heading.includes(' ')
    ? Object.fromEntries(Object.entries(wording).filter(([language]) => language !== 'und'))
    : wording;
