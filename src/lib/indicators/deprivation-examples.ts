import type { IndicatorExample } from './definition';

const input = (name: string) => ({ questionId: name, variables: [name], yes: ['y'], no: ['n'] });

/** Four people, four items: shares deprived 1/2, 1/4, 1 and 0; the first and the third count. */
const given = {
  housing: ['y', 'n', 'y', 'n'],
  food: ['y', 'y', 'y', 'n'],
  health: ['n', 'n', 'y', 'n'],
  work: ['n', 'n', 'y', 'n']
};
const inputs = {
  deprived: input('housing'),
  'deprived-2': input('food'),
  'deprived-3': input('health'),
  'deprived-4': input('work')
};

export const deprivationExamples: IndicatorExample[] = [
  {
    title: 'two of four are deprived in a third or more',
    given,
    inputs,
    at: { measure: 'h' },
    expect: { value: 1 / 2, n: 4 }
  },
  {
    title: 'the index adds their shares, 1/2 and 1, over four people',
    given,
    inputs,
    at: { measure: 'm0' },
    expect: { value: 1.5 / 4, n: 4 }
  },
  {
    title: 'among those two the mean share is 3/4',
    given,
    inputs,
    at: { measure: 'a' },
    expect: { value: 0.75, n: 4 }
  },
  {
    title: 'food gives 2 of the 6 deprivations counted',
    given,
    inputs,
    at: { measure: 'part:food' },
    expect: { value: 2 / 6, n: 4 }
  },
  {
    title: 'whoever left one item out is left out',
    given: { ...given, work: ['n', 'n', null, 'n'] },
    inputs,
    at: { measure: 'h' },
    expect: { value: 1 / 3, n: 3 }
  }
];
