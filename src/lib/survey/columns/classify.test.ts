import { describe, expect, test } from 'vitest';
import { textInMemory } from '../file/bytes';
import { inspectSurvey } from '../inspect';
import type { PlannedVariable } from '../plan';

/** The variable read from a file of one question; `cells` are repeated in the order given. */
function read(heading: string, cells: readonly string[], rows = 40): PlannedVariable | undefined {
  const lines = Array.from({ length: rows }, (_, i) => `r${i}x,"${cells[i % cells.length]}"`);
  const text = `id,"${heading}"\n${lines.join('\n')}\n`;
  const { plan } = inspectSurvey({ main: textInMemory(text), name: 'survey.csv', asIs: false });
  return plan?.variables.find((variable) => variable.columnIndex === 1);
}

describe('a place', () => {
  test.each([
    ['county', ['Sorrel', 'Alder']],
    ['Which neighborhood do you live in?', ['Court Square', 'Tannery Row', 'Coldspring']],
    ['zip', ['01103', '01105', '01109']],
    ['Council district', ['1', '2', '3', '4']]
  ])('%s', (heading, cells) => {
    expect(read(heading, cells)?.role).toBe('area');
  });
});

describe('a sentence that names a place and asks for something else is an answer', () => {
  test.each([
    ['How many years have you lived in this county?', ['2', '7', '11', '30', '4']],
    ['How long have you lived in the county?', ['All my life', 'A while', 'New here']],
    ['¿Cuántos años lleva en el barrio?', ['2', '7', '11', '30', '4']],
    ['Do you feel safe in your neighborhood?', ['Mostly', 'Yes', 'No']],
    ['How safe is your neighborhood at night?', ['Safe', 'So so', 'Unsafe']]
  ])('%s', (heading, cells) => {
    expect(read(heading, cells)?.role).toBe('answer');
  });
});

test('bands without a list come in the order of their numbers, not of how often they occur', () => {
  const cells = ['50_64', '50_64', '50_64', '65_plus', '65_plus', '18_34'];
  const band = read('Age group', cells);
  expect(band?.kind).toBe('categorical');
  expect(band?.categories.map((category) => category.code)).toEqual(['18_34', '50_64', '65_plus']);
});

test('two bands and a word: bands first', () => {
  const cells = ['Varies', '$50,000 or more', '$50,000 or more', 'Under $50,000', 'Varies'];
  expect(read('Pay', cells)?.categories.map((category) => category.code)).toEqual([
    'Under $50,000',
    '$50,000 or more',
    'Varies'
  ]);
});
