import { describe, expect, test } from 'vitest';
import { readMargins, readNumber } from './read-margins';

const read = (text: string) => {
  const parsed = readMargins(text);
  return parsed.ok
    ? parsed.value.map(({ variables, cells, isShare }) => [
        variables.join('+'),
        cells.map(({ key, target }) => `${key.join('+')}=${target}`).join(' '),
        isShare
      ])
    : parsed.issues.map(({ code, where }) => [code, where.line]);
};

describe('margins as text', () => {
  test('one line a category', () => {
    expect(
      read('variable,category,target\ngender,Woman,66000\ngender,Man,57000\nage,18-34,1\n')
    ).toEqual([
      ['gender', 'Woman=66000 Man=57000', false],
      ['age', '18-34=1', true]
    ]);
  });
  test('a table for each variable, with blank lines between', () => {
    expect(read('gender,people\nWoman,"66,000"\nMan,57000\n\nage;x\n')).toEqual([
      ['margin-line-short', 5]
    ]);
    expect(
      read('gender\tpeople\r\nWoman\t52%\r\nMan\t48%\r\n\r\ntenure\tpeople\r\nown\t10\r\n')
    ).toEqual([
      ['gender', 'Woman=52 Man=48', true],
      ['tenure', 'own=10', false]
    ]);
  });
  test('a table over two variables', () => {
    expect(read('age,sex,n\nold,f,10\nold,m,20\n')).toEqual([
      ['age+sex', 'old+f=10 old+m=20', false]
    ]);
  });
  test('a category in quotes keeps its commas', () => {
    expect(read('place,n\n"Harbor, East",10\n')).toEqual([['place', 'Harbor, East=10', false]]);
  });
  test('what is wrong is named with its line', () => {
    expect(read('')).toEqual([['margins-none', undefined]]);
    expect(read('gender,n\nWoman,many\n')).toEqual([['margin-number-unreadable', 2]]);
    expect(read('gender,n\nWoman,1\nWoman,2\n')).toEqual([['margin-category-twice', 3]]);
  });
  test('shares add up to 1 or to 100', () => {
    expect(read('g,n\na,0.5\nb,0.49\n')[0]?.[2]).toBe(true);
    expect(read('g,n\na,51\nb,49\n')[0]?.[2]).toBe(true);
    expect(read('g,n\na,51\nb,490\n')[0]?.[2]).toBe(false);
  });
});

test('a number is read as people write it', () => {
  expect(
    ['66,000', '66 000', '1,234,567.5', '12.5%', '5e3', 'x', '1,2'].map((t) => readNumber(t))
  ).toEqual([66000, 66000, 1234567.5, 12.5, 5000, null, null]);
  expect(['52,5', '66.000,5', '66,000'].map((t) => readNumber(t, ';'))).toEqual([
    52.5, 66000.5, 66000
  ]);
});
