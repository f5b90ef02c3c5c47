import { extent } from '$lib/base/extent';
import type { MissingCode } from '$lib/codebook/codebook';
import { answerNumbers, type ColumnFacts } from './facts';

/** Codes of public health files among amounts: do not know, none, refused; by number of digits. */
const FAMILIES: readonly (readonly number[])[] = [
  [77, 88, 97, 98, 99],
  [777, 888, 997, 998, 999],
  [7777, 8888, 9997, 9998, 9999]
];
/** What is measured ends far below the codes. */
const BELOW = 0.6;
const IS_AGE = /\bage\b|edad|years? old|birth|nacimiento/i;

export interface SuspectedCodes {
  /** codes that would be no answer */
  codes: number[];
  /** the code that would be 0 */
  none: number | null;
}

/**
 * Numbers of an amount that look like codes for no answer: at least two of one family, far above all
 * others. They are never taken for such without a codebook or a person's word, and never among ages.
 */
export function findSuspectedCodes(facts: ColumnFacts): SuspectedCodes | null {
  if (facts.hint.missing || IS_AGE.test(`${facts.column.heading} ${facts.label}`)) return null;
  const numbers = answerNumbers(facts);
  for (const family of FAMILIES) {
    const found = family.filter((code) => numbers.includes(code));
    const rest = numbers.filter((value) => !found.includes(value));
    const top = extent(rest).high;
    if (found.length < 2 || rest.length < 3 || top > BELOW * extent(found).low) continue;
    const none = found.find((code) => /^8+$/.test(String(code))) ?? null;
    return { codes: found.filter((code) => code !== none), none };
  }
  return null;
}

/** 7s and 97s stand for "don't know", 9s for "refused". */
export const codesFromText = (codes: string): MissingCode[] =>
  codes.split(', ').map((token) => ({
    token,
    reason: /^(9+|9*8)$/.test(token) && token !== '8' ? 'refused' : 'dont-know'
  }));
