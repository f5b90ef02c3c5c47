import type { MissingCode, MissingReason } from '$lib/codebook/codebook';

const WORDS: [RegExp, MissingReason][] = [
  [/^(na|\.|-|--|nan|\(blank\)|\[not completed\]|<na>)$/i, 'blank'],
  [/^(null|\{question_not_shown\}|not asked|no preguntad[ao])$/i, 'not-asked'],
  [/^(#n\/a|#div\/0!|#ref!|#value!|#name\?|#num!|#null!)$/i, 'unreadable'],
  [
    /^(n\/a|n\.a\.|not applicable|does(n't| not) apply|no aplica|no corresponde)$/i,
    'not-applicable'
  ],
  [/^n\/?a\s*\(.*\)$/i, 'not-applicable'],
  [/\(n\/?a\)$/i, 'not-applicable'],
  [/^no basis( for evaluation)?$/i, 'not-applicable'],
  [/^(i )?(do(n't| not)) (know|remember)( \/ ?n\/?a)?[.]?$/i, 'dont-know'],
  [/^(dk|d\/k|don't know ?\/ ?not sure|not sure|unsure|no opinion|no idea)$/i, 'dont-know'],
  [/^(no (lo )?s[eé]|no sabe|ns|ns\/nc|no recuerd[ao])$/i, 'dont-know'],
  [/^(refused|refuse|refused to answer|no answer|no response|skipped|no contesta|nc)$/i, 'refused'],
  [
    /^(i )?(would )?(prefer|choose|rather|decline|declined)( not)? ?to?( not)? ?(to )?(answer|say|respond|disclose|share|state|specify)[.]?$/i,
    'refused'
  ],
  [/^prefiero no (responder|contestar|decir(lo)?)[.]?$/i, 'refused']
];

/** Words that mean "no value" only among numbers and dates; elsewhere they are answers. */
const NONE_WORDS = /^(none|unknown|missing)$/i;

/**
 * The reason a cell stands for when it is one of the usual words for no answer, English or Spanish.
 *
 * @param isQuantity the other cells of the column are numbers or dates
 */
export function findMissingWord(text: string, isQuantity: boolean): MissingReason | null {
  const plain = text.replaceAll('\u2019', "'").replace(/\s+/g, ' ').trim();
  if (plain === '' || plain.length > 60) return plain === '' ? 'blank' : null;
  for (const [pattern, reason] of WORDS) if (pattern.test(plain)) return reason;
  return isQuantity && NONE_WORDS.test(plain) ? 'blank' : null;
}

const NEGATIVE = [-99, -98, -97, -88, -77, -9, -8, -7, -6, -5, -4, -3, -2, -1, -999, -888, -777];
const POSITIVE = [7, 8, 9, 77, 88, 97, 98, 99, 777, 888, 998, 999, 7777, 8888, 9999];

/**
 * Number codes that stand for no answer among the codes of a categorical item: outside the item's
 * contiguous range by two or more. The range must begin at 0 or 1 and, for 7, 8 and 9, end by 7.
 *
 * Never call this for counts, ages or 0 to 10 ratings: there 7, 8, 9 and 99 are answers.
 */
export function findMissingNumbers(values: readonly number[]): MissingCode[] {
  const isToken = (value: number): boolean => NEGATIVE.includes(value) || POSITIVE.includes(value);
  const core = values.filter((value) => !isToken(value)).sort((a, b) => a - b);
  const low = core[0];
  if (low === undefined || low < 0 || low > 1) return [];
  let high = low;
  // Codes that could be either belong to the range when they continue it.
  const sorted = [...values].sort((a, b) => a - b);
  for (const value of sorted) if (value > high && value - high <= 1) high = value;
  for (const value of core) if (value > high) high = value;
  for (const value of sorted) if (value > high && value - high <= 1) high = value;
  const tokens = sorted.filter((value) => {
    if (value < 0) return isToken(value) && low - value >= (value > -5 ? 2 - low : 2);
    if (!POSITIVE.includes(value) || value - high < 2) return false;
    return value > 9 ? high <= 40 : high <= 7 && low === 1;
  });
  const both = (a: number, b: number): boolean => tokens.includes(a) && tokens.includes(b);
  const hasRefusal = both(7, 9) || both(8, 9) || both(77, 99) || both(88, 99) || both(98, 99);
  return tokens.map((value) => ({ token: String(value), reason: reasonOf(value, hasRefusal) }));
}

/** Codes of scales by long-standing custom: 9s refused when 7s or 8s are don't know, else don't know. */
function reasonOf(value: number, hasRefusal: boolean): MissingReason {
  if (value === -99 || value === -999) return 'blank';
  if (value < 0) return 'not-applicable';
  return hasRefusal && /^9+$/.test(String(value)) ? 'refused' : 'dont-know';
}
