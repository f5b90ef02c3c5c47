import { expect, test } from 'vitest';
import { exampleSource, exampleTable } from '../../../tests/fixtures/released';
import { explainFlags, flagShort, flagText } from './flags';
import { sourceLine } from './source-line';
import { textFor } from './text';

const table = exampleTable({ dimensions: [], cells: [] });

test('a source line names survey, months, responses, sample, weighting, hidden numbers and method', () => {
  expect(sourceLine([exampleSource], table.method, 2, textFor('en'), 'en')).toBe(
    'Alder County needs survey, 2026, March to May 2026, 1,209 responses, random sample. Weighted, 2 numbers hidden for privacy. 95% ranges: Korn-Graubard.'
  );
});

test('two hidden cells read the same, whatever hid them', () => {
  const text = textFor('en');
  expect(flagText({ flag: 'c', reason: null }, text)).toBe('[c] Not shown, to protect privacy');
  expect(flagText({ flag: 'x', reason: 'not-asked' }, text)).toBe('[x] Not available: not asked');
  expect(flagShort({ flag: 'u', reason: null }, text)).toBe('[u] care');
  expect(explainFlags(['c', '', 'u', 'c'], text).map(({ flag }) => flag)).toEqual(['u', 'c']);
});
