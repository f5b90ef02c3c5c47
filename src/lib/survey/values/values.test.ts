import { describe, expect, test } from 'vitest';
import { amountsInOrder } from './bands';
import { parseDate, readDates } from './dates';
import { isoInstant } from './iso-date';
import { findMissingNumbers, findMissingWord } from './missing';
import { findNumberStyle, parseNumber, PLAIN_NUMBERS } from './numbers';
import { findScale } from './scales';

/** Thousands are written with a comma or a k; all else by the digits. */
const firstNumber = (text: string): number => {
  const isBelow = /^(<|Less|Menos)/.test(text);
  const [, digits = '', k = ''] = /(\d[\d,]*)(k?)/i.exec(text) ?? [];
  const amount = Number(digits.replaceAll(',', '')) * (k === '' ? 1 : 1000);
  return isBelow ? -1 : amount;
};

describe('numbers', () => {
  test('money, percent, brackets and thousands are read; words are not', () => {
    const read = (text: string): number => parseNumber(text, PLAIN_NUMBERS);
    expect(['$1,250', '$ 980.50', '1.100,00 €', '(50)', '45%', '1e3'].map(read)).toEqual([
      1250, 980.5, 1100, -50, 45, 1000
    ]);
    expect(read('12 months')).toBeNaN();
    expect(read('')).toBeNaN();
  });

  test('a decimal comma is seen from the cells', () => {
    const style = findNumberStyle(['-21.419,06', '-53,9', '-116'], 1);
    expect(style?.decimal).toBe(',');
    if (style) expect(parseNumber('-21.419,06', style)).toBe(-21419.06);
  });
});

describe('dates', () => {
  test('only a part above 12 says which comes first', () => {
    expect(readDates(['03/04/2024', '13/04/2024', '25/12/2024'], 1)?.style.order).toBe('dmy');
    expect(readDates(['03/04/2024', '04/13/2024'], 1)?.style.order).toBe('mdy');
    expect(readDates(['03/04/2024', '05/06/2024'], 1)?.isAmbiguous).toBe(true);
  });

  test.each(['2024-05-01', '1-May-24', '45413', '05/01/2024', '2024/05/01', 'May 1, 2024'])(
    '%s is the first of May 2024',
    (text) => {
      const style = { order: 'mdy' as const, offsetMinutes: null, hasTime: false };
      expect(new Date(parseDate(text, style)).toISOString().slice(0, 10)).toBe('2024-05-01');
    }
  );

  test('the fast reading of ISO instants agrees with the platform', () => {
    for (const text of [
      '2024-02-29T23:59:59.250-04:00',
      '1969-12-31T00:00:00Z',
      '2000-01-01T12:30Z',
      '2024-04-28'
    ])
      expect(isoInstant(text, 0)).toBe(Date.parse(text));
    for (const text of ['2023-02-29', '2024-13-01', '2024-01-01T25:00:00', '2024-01-01x'])
      expect(isoInstant(text, 0)).toBeNaN();
  });
});

describe('no answer', () => {
  test.each([
    ['NULL', 'not-asked'],
    ['Prefer not to say', 'refused'],
    ['Prefiero no responder', 'refused'],
    ["Don't know", 'dont-know'],
    ['I don\u2019t know', 'dont-know'],
    ['Unfamiliar (N/A)', 'not-applicable'],
    ['#DIV/0!', 'unreadable']
  ])('%s means %s', (text, reason) => {
    expect(findMissingWord(text, false)).toBe(reason);
  });

  test.each(['None', 'No', 'Nada', 'Refused asylum', 'Other'])('%s is an answer', (text) => {
    expect(findMissingWord(text, false)).toBeNull();
  });

  test('9 after a scale of five is no answer; inside a scale of ten it is one', () => {
    expect(findMissingNumbers([1, 2, 3, 4, 5, 9]).map((code) => code.token)).toEqual(['9']);
    expect(findMissingNumbers([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual([]);
    expect(findMissingNumbers([0, 1, 2, 3, 4, 5, 7])).toEqual([]);
  });

  test('99 after sixteen picks is no answer, and 9 among them is a pick', () => {
    const picks = Array.from({ length: 16 }, (_, i) => i + 1);
    expect(findMissingNumbers([...picks, 99]).map((code) => code.token)).toEqual(['99']);
  });

  test('7 with 9 is the custom of public health surveys: do not know, refused', () => {
    expect(findMissingNumbers([1, 2, 7, 9])).toEqual([
      { token: '7', reason: 'dont-know' },
      { token: '9', reason: 'refused' }
    ]);
  });
});

describe('scales', () => {
  test('labels of a lexicon come in order, in English and Spanish', () => {
    expect(findScale(['Very satisfied', 'Neutral', 'Dissatisfied'])?.order).toEqual([
      'Dissatisfied',
      'Neutral',
      'Very satisfied'
    ]);
    expect(findScale(['De acuerdo', 'Totalmente de acuerdo', 'En desacuerdo'])?.order[0]).toBe(
      'En desacuerdo'
    );
  });

  test('bands are ordered by their numbers', () => {
    expect(findScale(['$150,000+', '$0 - $24,999', 'Under $10'])?.order.at(-1)).toBe('$150,000+');
    expect(findScale(['> 60', '18-29', '30-44'])?.order).toEqual(['18-29', '30-44', '> 60']);
  });

  test.each([
    [['50_64', '18_34', '65_plus', '35_49']],
    [['65 and up', '< 18', '18 to 64']],
    [['$25,000 - $49,999', '$100,000 or more', 'Less than $25,000', '$50,000 - $99,999']],
    [['$50K-$99K', '$100K+', '25-49k']],
    [['Menos de 18', '65 y más', '18 a 64']]
  ])('%j are bands, in whatever order they came', (bands) => {
    const sorted = [...bands].sort((a, b) => firstNumber(a) - firstNumber(b));
    expect(findScale(bands)?.order).toEqual(sorted);
  });

  test('long codes joined by a dash are no bands', () => {
    expect(findScale(['01103-2210', '01105-1002', '01109-0001'])).toBeNull();
  });

  test('bare amounts stand among bands; what has no number comes last', () => {
    expect(amountsInOrder(['2', '4 or more', 'None', '1', '3', 'It varies'])).toEqual([
      'None',
      '1',
      '2',
      '3',
      '4 or more',
      'It varies'
    ]);
    expect(amountsInOrder(['65+', '18-64'])).toEqual(['18-64', '65+']);
  });

  test('names with a number in them are no amounts', () => {
    expect(amountsInOrder(['Ward 2', 'Ward 1', 'District 10 and up'])).toBeNull();
    expect(amountsInOrder(['Route 4 bus', '18-29', 'Bike', 'Walk'])).toBeNull();
  });

  test('unordered answers are no scale', () => {
    expect(findScale(['Eastside', 'Old Town', 'Northgate'])).toBeNull();
  });
});
