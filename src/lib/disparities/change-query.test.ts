import { expect, test } from 'vitest';
import { parseChangeQuery, usualMargin } from './change-query';

const parse = (text: string) => parseChangeQuery(new URLSearchParams(text));
const figure = 'estimate=30&error=3.3&source=ACS&year=2023';

test('an empty address asks for the first measure in all waves, with the usual margin', () => {
  expect(parse('')).toEqual({
    query: {
      survey: null,
      show: '',
      part: null,
      waves: [],
      margin: usualMargin,
      planned: null,
      published: null,
      second: null
    },
    issues: []
  });
});

test('a published figure is a margin of error at 90% unless it says otherwise, and not of the same people', () => {
  expect(parse(figure).query.published).toEqual({
    estimate: 30,
    error: 3.3,
    errorIs: 'margin',
    level: 90,
    source: 'ACS',
    year: '2023',
    isSame: false,
    rho: 0
  });
});

test('numbers are read as people type them', () => {
  const { query } = parse('estimate=1,200&error=%E2%88%92&source=a');
  expect(query.published).toBeNull();
  expect(parse('estimate=38%20%25&error=2&source=a').query.published?.estimate).toBe(38);
  expect(parse('planned=1,200').query.planned).toBe(1200);
});

test('what is missing or cannot be is named at its field, and left out', () => {
  const at = (text: string) => parse(text).issues.map(({ code, where }) => [code, where.field]);
  expect(at('estimate=30&source=a')).toEqual([['published-incomplete', 'error']]);
  expect(at('estimate=30&error=2')).toEqual([['source-missing', 'source']]);
  expect(at(`${figure}&rho=2`)).toEqual([['number-out-of-range', 'rho']]);
  expect(at('planned=many')).toEqual([['number-unreadable', 'planned']]);
  expect(at('estimate=30&error=-1&source=a')).toEqual([['number-out-of-range', 'error']]);
  expect(parse(`${figure}&rho=2`).query.published).toBeNull();
});

test('a second published figure brings the years its period shares with the first', () => {
  const { query } = parse(`${figure}&estimate2=25&error2=3&year2=2018&shared=4&period=5`);
  expect(query.second).toEqual({
    estimate: 25,
    error: 3,
    year: '2018',
    sharedYears: 4,
    periodYears: 5
  });
  expect(parse(`${figure}&estimate2=25&error2=3&shared=5&period=5`).issues).toHaveLength(1);
});
