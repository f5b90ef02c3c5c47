import { expect, test } from 'vitest';
import { sampleTypes } from '$lib/privacy/sample-type';
import { findBannedWords } from './banned-words';
import { findBannedText } from './banned-words.fixture';
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
      expect(findBannedWords(sentence, language, 'probability'), sentence).toBeNull();
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

test.each(sampleTypes)('nobody claims a margin of error or significance (%s)', (type) => {
  expect(findBannedWords('The margin of error is 3 points', 'en', type)).not.toBeNull();
  expect(findBannedWords('Statistically significant', 'en', type)).not.toBeNull();
  expect(findBannedWords('El margen de error es de 3 puntos', 'es', type)).not.toBeNull();
});

test('where nobody was drawn by chance, no likely range and no random draw is claimed', () => {
  for (const type of ['opt-in', 'census', 'administrative'] as const) {
    expect(
      findBannedWords('The true share is likely between 3% and 4%.', 'en', type)
    ).not.toBeNull();
    expect(findBannedWords('A random sample of members', 'en', type)).not.toBeNull();
    expect(findBannedWords('No se debe al azar', 'es', type)).not.toBeNull();
  }
  expect(findBannedWords('A random sample of homes', 'en', 'casper')).toBeNull();
});

test('few answers, lists and open links do not represent anyone else', () => {
  const claim = 'This represents the county.';
  for (const type of ['address-based', 'membership', 'opt-in', 'administrative'] as const)
    expect(findBannedWords(claim, 'en', type)).toBe('represents');
  expect(findBannedWords(claim, 'en', 'probability')).toBeNull();
  expect(findBannedWords('Esto representa al condado.', 'es', 'opt-in')).toBe('representa');
  expect(findBannedWords('Half of adults in the county', 'en', 'opt-in')).toBe(
    'adults in the county'
  );
});

test('a CASPER says nothing about neighborhoods', () => {
  expect(findBannedWords('Worst in the neighborhood of Mill Bend', 'en', 'casper')).toBe(
    'neighborhood'
  );
  expect(findBannedWords('En este barrio', 'es', 'casper')).toBe('barrio');
});

test.each(['en', 'es'] as const)('the required statement may stand as it is (%s)', (language) => {
  const { openStatement } = textFor(language).figures.source;
  expect(openStatement).toMatch(/sampling error|error de muestreo/);
  expect(findBannedText([openStatement], language, 'opt-in')).toBeNull();
  const other = `${openStatement} There is no sampling error. No hay error de muestreo.`;
  expect(findBannedText([other], language, 'opt-in')?.text).toBe(other);
});

test.each(sampleTypes)('what is said of a sample keeps to its own words (%s)', (type) => {
  for (const language of ['en', 'es'] as const) {
    const { figures, evidence } = textFor(language);
    const { answers } = evidence.hearingFile;
    const said = [
      figures.source.sample[type],
      answers.sample[type],
      answers.sureOpen('38%'),
      answers.cannot,
      answers.notCompared
    ];
    expect(findBannedText(said, language, type)).toBeNull();
  }
});
