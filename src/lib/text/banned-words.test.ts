import { expect, test } from 'vitest';
import { findBannedWords } from './banned-words';
import { textFor } from './text';

/** Every plain sentence of a tree of texts; functions are called with a word for each input. */
function sentencesOf(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (typeof node === 'function') {
    const said: unknown = (node as (...words: unknown[]) => unknown)(...Array<string>(8).fill('X'));
    return typeof said === 'string' ? [said] : [];
  }
  if (typeof node === 'object' && node !== null) return Object.values(node).flatMap(sentencesOf);
  return [];
}

test.each(['en', 'es'] as const)(
  'no sentence of a figure claims a cause or speaks of statistics (%s)',
  (language) => {
    const { subtitle: _lists, ...figures } = textFor(language).figures;
    const sentences = sentencesOf(figures);
    expect(sentences.length).toBeGreaterThan(80);
    for (const sentence of sentences)
      expect(findBannedWords(sentence, language), sentence).toBeNull();
  }
);

test('the lint finds what it is for', () => {
  expect(findBannedWords('A significant rise', 'en')).toBe('significant');
  expect(findBannedWords('High rents cause hunger', 'en')).toBe('cause');
  expect(findBannedWords('There was no difference', 'en')).toBe('no difference');
  expect(findBannedWords('p < 0.05', 'en')).not.toBeNull();
  expect(findBannedWords('Es debido a la renta', 'es')).toBe('debido a');
  expect(findBannedWords('Una diferencia significativa', 'es')).toBe('significativa');
});

test('open surveys may not speak of chance or of the county', () => {
  const chance = 'A gap this large is unlikely to be due to chance.';
  expect(findBannedWords(chance, 'en', 'probability')).toBeNull();
  expect(findBannedWords(chance, 'en', 'opt-in')).toBe('chance');
  expect(findBannedWords('likely between 3% and 4%', 'en', 'opt-in')).not.toBeNull();
});
