import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { SCALES } from './scale-lexicon';
import { directionOf, findScale } from './scales';

describe('scales', () => {
  property.prop([fc.constantFrom(...SCALES), fc.nat(), fc.array(fc.nat(), { minLength: 9 })])(
    'the steps of every lexicon are put in order, whatever order they came in',
    (scale, pick, keys) => {
      const labels = scale.steps.map((spellings) => spellings[pick % spellings.length] ?? '');
      const shuffled = labels
        .map((label, i) => ({ label, key: keys[i] ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ label }) => label);
      const found = findScale(shuffled);
      // Two scales may share words, such as "about the same": then it is one of them.
      expect(found?.order).toEqual(labels);
    }
  );

  test.each([
    [['Muy satisfecha', 'Insatisfecha', 'Ni satisfecho ni insatisfecho'], 'satisfaction'],
    [['De acuerdo', 'Muy en desacuerdo', 'Muy de acuerdo'], 'agreement'],
    [['Siempre', 'Nunca', 'A veces'], 'frequency'],
    [['Excelente', 'Mala', 'Regular'], 'quality'],
    [['Muy importante', 'Nada importante', 'Poco importante'], 'importance'],
    [['Muy probable', 'Improbable', 'Probable'], 'likelihood'],
    [['Muy preocupado', 'Nada preocupado', 'Algo preocupado'], 'concern'],
    [['Prioridad alta', 'Prioridad baja', 'Prioridad media'], 'priority'],
    [['Totalmente cierto', 'Nada cierto', 'Algo cierto'], 'truth'],
    [['Todo el tiempo', 'La mayor parte del tiempo', 'Parte del tiempo'], 'time'],
    [['Mucho mejor', 'Igual', 'Peor'], 'comparison'],
    [['Sí', 'No', 'Tal vez'], 'yes-maybe-no']
  ])('%j is a scale of %s', (labels, id) => {
    expect(findScale(labels)?.id).toBe(id);
  });

  test('two wordings of one step stand in no order', () => {
    expect(findScale(['Very dissatisfied', 'Extremely dissatisfied', 'Satisfied'])).toBeNull();
  });

  test('seven steps keep "somewhat" between the middle and the plain word', () => {
    const seven = [
      'Very dissatisfied',
      'Dissatisfied',
      'Somewhat dissatisfied',
      'Neutral',
      'Somewhat satisfied',
      'Satisfied',
      'Very satisfied'
    ];
    expect(findScale([...seven].reverse())?.order).toEqual(seven);
  });

  test.each([
    [
      ['1 (None at all)', '2', '3 (All my time)'],
      ['1 (None at all)', '2', '3 (All my time)']
    ],
    [
      ['5 - Excellent', '3', '1 - Poor'],
      ['1 - Poor', '3', '5 - Excellent']
    ],
    [
      ['1 – nunca', '2', '3 – siempre'],
      ['1 – nunca', '2', '3 – siempre']
    ]
  ])('numbers with words at the ends: %j', (values, order) => {
    expect(findScale(values)).toMatchObject({ id: 'labelled-ends', order });
  });

  test('ranges are no numbers with words at the ends', () => {
    expect(findScale(['1-3', '4-5', '6'])?.id).not.toBe('labelled-ends');
  });
});

describe('the direction of a scale', () => {
  test('is that of its words, and turns with the order of the codes', () => {
    const steps = ['Poor', 'Fair', 'Good', 'Excellent'];
    expect(directionOf(steps)).toBe('low-is-bad');
    expect(directionOf([...steps].reverse())).toBe('low-is-good');
  });

  test('is not assumed where codes have no labels, words have no good end, or the order is mixed', () => {
    expect(directionOf(['1', '2', '3', '4', '5'])).toBeNull();
    expect(directionOf(['Disagree', 'Neutral', 'Agree'])).toBeNull();
    expect(directionOf(['Good', 'Poor', 'Excellent', 'Fair'])).toBeNull();
  });

  test('of numbers is said by the words at their ends', () => {
    expect(directionOf(['1 (Poor)', '2', '3', '4 (Excellent)'])).toBe('low-is-bad');
    expect(directionOf(['1 (Excellent)', '2', '3', '4 (Poor)'])).toBe('low-is-good');
    expect(directionOf(['1 (Left)', '2', '3 (Right)'])).toBeNull();
  });
});
