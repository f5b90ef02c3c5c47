import { expect, test } from 'vitest';
import { measureNames } from './measure-names';

const rated = (questionId: string, label: string, indicatorId = 'prevalence') => ({
  instance: {
    indicatorId,
    labels: { en: label, es: label },
    inputs: { answer: { questionId, variables: [questionId], yes: ['4'], no: ['1'] } }
  },
  questions: [
    { id: 'imp', labels: { en: 'How important?' } },
    { id: 'sat', labels: { en: 'How satisfied?' } }
  ]
});
const named = (...measures: Parameters<typeof measureNames>[0]) =>
  measureNames(measures).map(({ en }) => en);

test('a measure is named with its indicator, once', () => {
  expect(
    named(
      rated('imp', 'Parks'),
      rated('imp', 'Rent: avoidable share', 'avoidable-share'),
      rated('imp', 'Rent')
    )
  ).toEqual(['Parks: share of people', 'Rent: avoidable share', 'Rent: share of people']);
});

test('of measures that would be called alike the question comes first, in every language', () => {
  const measures = [rated('imp', 'Parks'), rated('sat', 'Parks'), rated('sat', 'Buses')];
  expect(named(...measures)).toEqual([
    'How important? Parks: share of people',
    'How satisfied? Parks: share of people',
    'Buses: share of people'
  ]);
  for (const language of ['en', 'es'])
    expect(new Set(measureNames(measures).map((labels) => labels[language])).size).toBe(3);
});
