import { describe, expect, test } from 'vitest';
import { inspectRecords } from '../inspecting.fixture';

/** Codes of a column that were proposed to mean no answer, with their reasons. */
function missing(heading: string, values: readonly (string | number)[]) {
  const rows = values.map((value, i) => [String(i + 1), String(value)]);
  const { plan, inspection } = inspectRecords([
    ['id', heading],
    ...rows,
    ...rows.map(([id = '', v = '']) => [`${id}b`, v])
  ]);
  const codes = plan?.variables[1]?.missing.filter(({ token }) => token !== '') ?? [];
  return {
    codes: Object.fromEntries(codes.map(({ token, reason }) => [token, reason])),
    asked: inspection.issues.filter(({ code }) => code === 'CODES_MAY_BE_MISSING').length
  };
}

describe('number codes for no answer', () => {
  test('are taken only outside the range of the answers, with a gap', () => {
    expect(missing('q3', [1, 2, 3, 4, 5, 9]).codes).toEqual({ '9': 'dont-know' });
    expect(missing('q3', [1, 2, 3, 4, 5, 6]).codes).toEqual({});
    expect(missing('q3', [1, 2, 7, 9]).codes).toEqual({ '7': 'dont-know', '9': 'refused' });
  });

  test.each([
    ['How many children live with you?', [0, 1, 2, 3, 9]],
    ['Age', [23, 35, 48, 77, 88, 99]],
    ['How likely are you to recommend us? (0-10)', [0, 1, 2, 5, 9, 8]],
    ['Rate the parks from 1 to 10', [1, 2, 3, 5, 9]],
    ['On a scale of 1-10, how safe is it?', [1, 2, 3, 7, 9]]
  ])('are never taken in "%s"', (heading, values) => {
    expect(missing(heading, values)).toEqual({ codes: {}, asked: 0 });
  });

  test('among days of poor health are asked about, 88 as none', () => {
    const found = missing('physhlth days', [0, 1, 2, 5, 15, 30, 77, 88, 99]);
    expect(found).toEqual({ codes: {}, asked: 1 });
  });
});

describe('words for no answer', () => {
  test('keep their reasons apart', () => {
    const words = ['Yes', 'No', 'Maybe', "Don't know", 'N/A', 'Prefer not to say', 'NULL', 'NA'];
    expect(missing('Do you rent?', words).codes).toEqual({
      "Don't know": 'dont-know',
      'N/A': 'not-applicable',
      'Prefer not to say': 'refused',
      NULL: 'not-asked',
      NA: 'blank'
    });
  });

  test('in Spanish too', () => {
    const words = [
      'Sí',
      'No',
      'Tal vez',
      'No sé',
      'No aplica',
      'Prefiero no responder',
      'No contesta'
    ];
    expect(missing('¿Alquila?', words).codes).toEqual({
      'No sé': 'dont-know',
      'No aplica': 'not-applicable',
      'Prefiero no responder': 'refused',
      'No contesta': 'refused'
    });
  });

  test('are unreadable where a spreadsheet left its errors', () => {
    expect(missing('rent', [900, 1000, 1100, '#DIV/0!', '#N/A', '-']).codes).toEqual({
      '#DIV/0!': 'unreadable',
      '#N/A': 'unreadable',
      '-': 'blank'
    });
  });
});
