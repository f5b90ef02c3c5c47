import { expect, test } from 'vitest';
import { sampleTypes, type SampleType } from '$lib/privacy/sample-type';
import type { ReleasedContrast } from '$lib/privacy/table';
import { findBannedWords } from './banned-words';
import {
  changeFinding,
  comparisonFinding,
  levelFinding,
  type FindingCell,
  type FindingContext
} from './finding';
import { textFor, type Language } from './text';

const cell = (
  group: string,
  p: number,
  lo: number,
  hi: number,
  n = 612,
  flag: '' | 'u' = ''
): FindingCell => ({
  group,
  flag,
  value: p / 100,
  low: lo / 100,
  high: hi / 100,
  n
});
const hidden: FindingCell = {
  group: 'renters',
  flag: 'c',
  value: null,
  low: null,
  high: null,
  n: null
};
const renters = cell('renters', 38, 33, 43);
const owners = cell('owners', 19, 15, 23, 498);

const context = (
  language: Language,
  sampleType: SampleType = 'probability',
  predicate: string | null = 'skipped meals'
): FindingContext => ({
  text: textFor(language),
  language,
  subject: { unit: 'proportion', decimals: 0 },
  label: 'Skipped meals',
  predicate,
  base: 'adults',
  sampleType
});

const contrast = (tested: boolean, difference = 19, low = 13, high = 25): ReleasedContrast => ({
  a: {},
  b: {},
  difference: difference / 100,
  differenceLow: low / 100,
  differenceHigh: high / 100,
  ratio: null,
  ratioLow: null,
  ratioHigh: null,
  tested
});

test('a level names the people, the number, its range and its answers', () => {
  expect(levelFinding(renters, context('en'))).toBe(
    'About 4 in 10 renters (38%) skipped meals. The true share is likely between 33% and 43%. 612 answers from adults.'
  );
});

test('a passed test is worded as more, with the gap and its range', () => {
  expect(comparisonFinding(renters, owners, contrast(true), context('en'))).toBe(
    'More renters than owners skipped meals (38% and 19%). The gap is 19 points (13 to 25). A gap this large is unlikely to be due to chance.'
  );
});

test('the larger group comes first, whichever was asked first', () => {
  expect(comparisonFinding(owners, renters, contrast(true, -19, -25, -13), context('en'))).toMatch(
    /^More renters than owners .*\(13 to 25\)/
  );
});

test('without a passed test no word compares, however far apart the numbers are', () => {
  const words = comparisonFinding(renters, owners, contrast(false), context('en'));
  expect(words).toBe(
    '38% of renters and 19% of owners skipped meals. The survey cannot tell if these differ.'
  );
  expect(words).not.toMatch(/\b(more|less|higher|lower|gap)\b/i);
});

test('an open survey never compares and never says likely between', () => {
  const words = comparisonFinding(renters, owners, contrast(true), context('en', 'opt-in'));
  expect(words).toBe(
    'Among the 612 renters who took this open survey, 38% skipped meals. People chose to take part, so this may not match the whole county.'
  );
});

test('a census speaks of the gap but not of chance', () => {
  expect(comparisonFinding(renters, owners, contrast(true), context('en', 'census'))).not.toMatch(
    /chance/
  );
});

test('few answers and wide ranges are said, each in its own words', () => {
  expect(levelFinding(cell('renters', 27, 13, 46, 41, 'u'), context('en'))).toContain(
    'Few people in this group answered (41)'
  );
  expect(levelFinding(cell('renters', 27, 13, 46, 200, 'u'), context('en'))).toContain(
    'The range is wide'
  );
});

test('a hidden number is told as private and nothing of it is printed', () => {
  expect(levelFinding(hidden, context('en'))).toBe(
    'We do not show this number, to protect the privacy of people in a small group.'
  );
  expect(comparisonFinding(hidden, owners, contrast(false), context('en'))).not.toMatch(/\d/);
});

test('rose and fell need a passed test', () => {
  const earlier = { ...cell('renters', 29, 25, 33), wave: '2023' };
  const later = { ...renters, wave: '2026' };
  expect(changeFinding(earlier, later, contrast(true, 9, 4, 14), context('en'))).toBe(
    'The share rose from 29% in 2023 to 38% in 2026.'
  );
  expect(changeFinding(earlier, later, contrast(false, 9, -1, 19), context('en'))).toContain(
    'The survey cannot tell if this changed.'
  );
  expect(changeFinding(earlier, later, null, context('en'))).toContain('cannot tell');
  const people = { ...context('en'), subject: { unit: 'people' as const, decimals: 0 } };
  const [few, many] = [earlier, later].map((one, i) => ({ ...one, value: 59_000 + 14_000 * i }));
  expect(changeFinding(few!, many!, contrast(true, 9, 4, 14), people)).toBe(
    'It rose from 59,000 in 2023 to 73,000 in 2026.'
  );
});

test.each(['en', 'es'] as const)('no sentence of any kind uses a banned word (%s)', (language) => {
  const cells = [renters, owners, hidden, cell('x', 55, 51, 59), cell('y', 98, 93, 99, 40, 'u')];
  for (const sampleType of sampleTypes)
    for (const predicate of ['skipped meals', null])
      for (const one of cells) {
        const now = context(language, sampleType, predicate);
        const sentences = [
          levelFinding(one, now),
          ...[true, false].flatMap((tested) => [
            comparisonFinding(one, owners, contrast(tested), now),
            changeFinding(
              { ...one, wave: '2023' },
              { ...owners, wave: '2026' },
              contrast(tested),
              now
            )
          ])
        ];
        for (const sentence of sentences)
          expect(findBannedWords(sentence, language, sampleType), sentence).toBeNull();
      }
});
