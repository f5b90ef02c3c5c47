import { expect, test } from 'vitest';
import { countWords, scriptLength, secondsToSay, wordBudget } from './word-budget';

test('three minutes hold 390 words, two minutes 260', () => {
  expect(wordBudget(180)).toBe(390);
  expect(wordBudget(120)).toBe(260);
  expect(wordBudget(90)).toBe(195);
});

test('without a limit there is no budget and nothing is over it', () => {
  expect(scriptLength('one two', null)).toEqual({ words: 2, budget: null, over: 0, seconds: 1 });
});

test('a dash between words is no word; a number and a contraction are one each', () => {
  expect(countWords('38% of renters — 4 in 10 — don’t eat.')).toBe(8);
  expect(countWords('¿Quién paga la renta?')).toBe(4);
  expect(countWords('  \n ')).toBe(0);
});

test('words over the budget are counted', () => {
  expect(scriptLength('word '.repeat(400), 180)).toEqual({
    words: 400,
    budget: 390,
    over: 10,
    seconds: 185
  });
  expect(secondsToSay('word '.repeat(130))).toBe(60);
});
