import { expect, test } from 'vitest';
import { figureQueryString, parseFigureQuery, type FigureQuery } from './figure-query';

const full: FigureQuery = {
  show: 'unmet-need:rent',
  by: 'tenure',
  place: 'old-mill',
  wave: '01J',
  versus: 'own',
  view: 'bars'
};

test('a query reads back from its own address', () => {
  expect(parseFigureQuery(new URLSearchParams(figureQueryString(full)))).toEqual(full);
});

test('defaults stay out of the address', () => {
  const plain: FigureQuery = {
    ...full,
    by: null,
    place: null,
    wave: null,
    versus: 'everyone',
    view: 'dots'
  };
  expect(figureQueryString(plain)).toBe('show=unmet-need%3Arent');
  expect(parseFigureQuery(new URLSearchParams('show=unmet-need:rent&as=pie'))).toEqual(plain);
});
