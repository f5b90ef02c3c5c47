import { expect, test } from 'vitest';
import { sayPhrase, sayPhraseOf } from './finding';
import { phraseOf } from './phrase';
import { textFor } from './text';

const say = (p: number, lo = p - 4, hi = p + 4): string =>
  sayPhrase(phraseOf(p / 100, lo / 100, hi / 100), textFor('en'));

test.each([
  [48, 'about half'],
  [52, 'about half'],
  [38, 'about 4 in 10'],
  [42, 'about 4 in 10'],
  [8, 'about 1 in 10'],
  [92, 'about 9 in 10'],
  [5, 'about 1 in 20'],
  [13, 'about 1 in 8'],
  [14.5, 'about 1 in 7'],
  [17, 'about 1 in 6'],
  [25, 'about 1 in 4'],
  [33.3, 'about 1 in 3'],
  [66, 'about 2 in 3'],
  [75, 'about 3 in 4'],
  [95, 'about 19 in 20']
])('%d percent is said as "%s"', (p, words) => {
  expect(say(p)).toBe(words);
});

test('"more than half" needs the whole range above half', () => {
  expect(say(55, 51, 59)).toBe('more than half');
  expect(say(55, 50, 60)).not.toBe('more than half');
  expect(say(55, 49, 61)).toBe('about 55 in 100');
});

test('"more than" and "fewer than" need the whole range on their side', () => {
  expect(say(46, 42, 50)).toBe('more than 4 in 10');
  expect(say(46, 38, 54)).toBe('about 46 in 100');
  expect(say(46, 38, 49)).toBe('fewer than 5 in 10');
});

test('"nearly all" needs a range from 90 up', () => {
  expect(say(98, 93, 99)).toBe('nearly all');
  expect(say(98, 85, 99)).not.toBe('nearly all');
});

test('very small and very large shares are not called zero or all', () => {
  expect(say(0.3, 0, 2)).toBe('fewer than 1 in 100');
  expect(sayPhrase(phraseOf(0, 0, 0.03), textFor('en'))).toBe('none');
  expect(say(2, 0.5, 5)).toBe('about 2 in 100');
});

test('a phrase joins its group as the language wants it', () => {
  const half = phraseOf(0.5, 0.45, 0.55);
  const four = phraseOf(0.4, 0.35, 0.45);
  expect(sayPhraseOf(half, 'renters', textFor('en'), 'en')).toBe('about half of renters');
  expect(sayPhraseOf(four, 'renters', textFor('en'), 'en')).toBe('about 4 in 10 renters');
  expect(sayPhraseOf(half, 'inquilinos', textFor('es'), 'es')).toBe(
    'cerca de la mitad de inquilinos'
  );
});
