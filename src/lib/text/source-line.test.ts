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

const lineOf = (over: Partial<typeof exampleSource>, language: 'en' | 'es' = 'en'): string =>
  sourceLine([{ ...exampleSource, ...over }], table.method, 0, textFor(language), language);

test.each(['en', 'es'] as const)(
  'an open survey names its ranges model-based and ends with the required statement (%s)',
  (language) => {
    const { openStatement } = textFor(language).figures.source;
    const line = lineOf({ sampleType: 'opt-in' }, language);
    expect(line).toContain(openStatement);
    expect(line).toMatch(
      /model-based interval \(assumes weighting|intervalo basado en un modelo \(supone/
    );
    expect(line).not.toMatch(/95%/);
    expect(lineOf({ sampleType: 'probability' }, language)).not.toContain(openStatement);
  }
);

test('a census attempt says its coverage, and no ranges', () => {
  const line = lineOf({ sampleType: 'census', population: 2418 });
  expect(line).toContain('1,209 of 2,418 people answered (50%)');
  expect(line).toContain('No ranges: nobody was drawn');
  expect(lineOf({ sampleType: 'census', population: null })).toContain('1,209 responses');
});

test('where waves differ, the strictest decides what ranges are called', () => {
  const waves = [
    exampleSource,
    { ...exampleSource, waveId: 'other', sampleType: 'opt-in' as const }
  ];
  expect(sourceLine(waves, table.method, 0, textFor('en'), 'en')).toContain('model-based');
});

test('two hidden cells read the same, whatever hid them', () => {
  const text = textFor('en');
  expect(flagText({ flag: 'c', reason: null }, text)).toBe('[c] Not shown, to protect privacy');
  expect(flagText({ flag: 'x', reason: 'not-asked' }, text)).toBe('[x] Not available: not asked');
  expect(flagShort({ flag: 'u', reason: null }, text)).toBe('[u] care');
  expect(explainFlags(['c', '', 'u', 'c'], text).map(({ flag }) => flag)).toEqual(['u', 'c']);
});
