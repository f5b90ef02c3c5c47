/** Words a minute for spoken testimony, read calmly and understood in the last row. */
export const wordsPerMinute = 130;

/** Words of a script: runs of letters, digits and the marks inside them; dashes alone are none. */
export const countWords = (script: string): number =>
  script.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/**
 * Words that fit into a time limit.
 *
 * @param limitSeconds null: the body named no limit, so there is no budget
 */
export const wordBudget = (limitSeconds: number | null, rate = wordsPerMinute): number | null =>
  limitSeconds === null ? null : Math.floor((limitSeconds * rate) / 60);

/** Seconds a script takes to say. */
export const secondsToSay = (script: string, rate = wordsPerMinute): number =>
  Math.ceil((countWords(script) * 60) / rate);

export interface ScriptLength {
  words: number;
  /** null: no limit */
  budget: number | null;
  /** words over the budget; 0 when it fits or there is no limit */
  over: number;
  seconds: number;
}

export function scriptLength(script: string, limitSeconds: number | null): ScriptLength {
  const words = countWords(script);
  const budget = wordBudget(limitSeconds);
  return {
    words,
    budget,
    over: budget === null ? 0 : Math.max(0, words - budget),
    seconds: secondsToSay(script)
  };
}
