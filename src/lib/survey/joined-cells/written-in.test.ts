import { describe, expect, test } from 'vitest';
import { findSplit, splitChoices, writtenInOf } from './split';

/** Cells with how often each occurs. */
const cells = (...list: [string, number][]): Map<string, number> => new Map(list);

const rule = (...list: [string, number][]) => findSplit(cells(...list));

describe('joined choices', () => {
  test.each(['\n', '; ', ';', ' | ', '|', ', ', ','])('are parted at %j', (separator) => {
    const join = (...options: string[]) => options.join(separator);
    const found = rule(
      [join('Food', 'Rent help'), 5],
      [join('Rent help', 'Bus'), 4],
      [join('Food', 'Bus'), 6],
      ['Bus', 3],
      [join('Food', 'Rent help', 'Bus'), 4]
    );
    expect(found?.separator).toBe(separator);
    expect([...(found?.options ?? [])].sort()).toEqual(['Bus', 'Food', 'Rent help']);
  });

  test('inside round brackets are left together', () => {
    const found = rule(
      ['Bus (routes 1, 2), Food', 4],
      ['Food, Rent', 5],
      ['Rent, Bus (routes 1, 2)', 4],
      ['Food', 3],
      ['Bus (routes 1, 2), Rent', 3]
    );
    expect(found?.options).toContain('Bus (routes 1, 2)');
  });

  test('with a separator at the end are the same as without', () => {
    const found = rule(['A1;B1;', 4], ['B1;C1;', 4], ['A1;C1;', 4], ['C1;', 3], ['C1;A1;', 2]);
    expect([...(found?.options ?? [])].sort()).toEqual(['A1', 'B1', 'C1']);
    if (found) expect(splitChoices('A1;B1;', found)).toEqual(['A1', 'B1']);
  });

  test('a piece that begins with a space goes on where the separator has none', () => {
    const found = rule(
      ['Food, groceries,Rent', 5],
      ['Rent,Bus', 5],
      ['Food, groceries,Bus', 5],
      ['Bus,Food, groceries', 2],
      ['Bus', 4]
    );
    expect(found?.separator).toBe(',');
    expect(found?.options).toContain('Food, groceries');
  });

  test('pieces that always stand beside each other are one option', () => {
    const found = rule(
      ['Food, groceries and meals, Rent', 5],
      ['Rent, Bus', 5],
      ['Food, groceries and meals, Bus', 5],
      ['Bus, Rent', 2],
      ['Bus', 4]
    );
    expect(found?.options).toContain('Food, groceries and meals');
  });

  test.each([
    [`['food', 'bus']`, ['food', 'bus']],
    [`['food' ;  'bus']`, ['food', 'bus']],
    [`["food"]`, ['food']],
    [`c("food", "bus")`, ['food', 'bus']],
    ['list()', []],
    ['[]', []]
  ])('the list literal %s', (text, choices) => {
    const found = rule([text, 3], [`['food', 'rent']`, 2], [`['rent']`, 2]);
    if (!found) throw new Error('no rule');
    expect(found.style).toBe('list-literal');
    expect(splitChoices(text, found)).toEqual(choices);
  });

  test('single choices with commas, and sentences, are not parted', () => {
    expect(rule(['Employed, full-time', 9], ['Employed, part-time', 5], ['Retired', 4])).toBeNull();
    expect(
      rule(
        ['I like it here, but rents rise', 1],
        ['Nothing to add, thanks', 1],
        ['Buses, please, and soon', 1],
        ['More light, more trees, less noise', 1]
      )
    ).toBeNull();
  });
});

describe('what is written in for "other"', () => {
  const found = rule(
    ['Food, Rent', 9],
    ['Rent, Bus', 8],
    ['Food, Bus', 9],
    ['Food, Rent, Bus', 6],
    ['Rent, translation', 2],
    ['Bus, translation', 2],
    ['Bus, Food, legal help', 1],
    ['Rent, coats, boots', 1],
    ['None of these', 2]
  );

  test('is no option, even when several people write the same', () => {
    expect([...(found?.options ?? [])].sort()).toEqual(['Bus', 'Food', 'None of these', 'Rent']);
    expect(found?.writtenIn).toEqual(['translation']);
  });

  test('is what stands beside the options, with the separators that are part of it', () => {
    if (!found) throw new Error('no rule');
    expect(writtenInOf('Rent, coats, boots', found)).toBe('coats, boots');
    expect(writtenInOf('Bus, Food, legal help', found)).toBe('legal help');
    expect(writtenInOf('Food, Rent', found)).toBe('');
    expect(writtenInOf('None of these', found)).toBe('');
  });

  test('an option stays one when it is followed by others, or meets what was written in', () => {
    const lists: [string, number][] = [
      ['Food, Rent', 20],
      ['Rent, Bus', 18],
      ['Food, Bus', 19],
      ['Food, Rent, Bus', 12]
    ];
    const followed = rule(...lists, ['Rent, Legal', 3], ['Legal, coats', 1], ['Food, Legal', 2]);
    expect(followed?.options).toContain('Legal');
  });

  test('ten people do not write the same words by chance', () => {
    const many = rule(
      ['Food, Rent', 40],
      ['Rent, Bus', 38],
      ['Food, Bus', 39],
      ['Food, Rent, Bus', 32],
      ['Rent, Legal help', 12],
      ['Bus, coats', 1],
      ['Food, stamps', 1]
    );
    expect(many?.options).toContain('Legal help');
  });
});
