import { expect, test } from 'vitest';
import { findSplit, splitChoices } from './split';

const cells = (...texts: string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

test('an option that holds the separator in brackets stays whole', () => {
  const joined = cells(
    'Bus, Rides (car, taxi)',
    'Rides (car, taxi), Food',
    'Bus, Food',
    'Food',
    'Bus',
    'Bus, Food'
  );
  expect(findSplit(joined)?.options.sort()).toEqual(['Bus', 'Food', 'Rides (car, taxi)']);
});

test('pieces that always stand together are one option', () => {
  const joined = cells(
    'Jobs; training;Food',
    'Food;Bus',
    'Jobs; training;Bus',
    'Bus;Food',
    'Jobs; training'
  );
  const split = findSplit(joined);
  expect(split?.separator).toBe(';');
  expect(split?.options.sort()).toEqual(['Bus', 'Food', 'Jobs; training']);
  if (split)
    expect(splitChoices('Jobs; training;Bus;a lawyer', split)).toEqual([
      'Jobs; training',
      'Bus',
      'a lawyer'
    ]);
});

test('list literals of Python and R are lists whatever stands between the items', () => {
  const split = findSplit(cells("['Aug' ;  'Sept']", "['none']", '[]'));
  expect(split?.style).toBe('list-literal');
  if (split) {
    expect(splitChoices("['Aug' ;  'Sept']", split)).toEqual(['Aug', 'Sept']);
    expect(splitChoices('c("a", "b, c")', split)).toEqual(['a', 'b, c']);
  }
});

test('free text with commas is not a list of choices', () => {
  const texts = Array.from(
    { length: 40 },
    (_, i) => `well, answer number ${i}, more words ${i * 7}`
  );
  expect(findSplit(cells(...texts))).toBeNull();
});

test('single answers that hold a comma are not a list of choices', () => {
  expect(
    findSplit(cells('Yes, often', 'No, never', 'Yes, often', 'No, never', 'No, never'))
  ).toBeNull();
});

test('a comma inside single answers that share their beginning makes no list', () => {
  const answers = [
    'Employed, full-time',
    'Employed, part-time',
    'Not employed, looking',
    'Not employed, retired'
  ];
  expect(findSplit(cells(...answers, ...answers, ...answers))).toBeNull();
});
