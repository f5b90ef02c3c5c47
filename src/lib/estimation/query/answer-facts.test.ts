import { expect, test } from 'vitest';
import { factsOf, mapFacts } from './answer-facts';

const answer = {
  n: 9,
  levels: ['own', 'rent'],
  estimate: [0.6, 0.4],
  covariance: [
    [1, 2],
    [2, 3]
  ],
  ci95_t: { lower: [0.5, 0.3], upper: [0.7, 0.5] },
  groups: [{ key: { sex: 'f' }, estimate: 0.2 }]
};

test('every number has its place and name', () => {
  const told = factsOf(answer, { family: 'mean' }).map(({ place, name }) => [name, place]);
  expect(told).toEqual([
    ['n', {}],
    ['estimate', { answer: 'own' }],
    ['estimate', { answer: 'rent' }],
    ['covariance.1.1', {}],
    ['covariance.1.2', {}],
    ['covariance.2.1', {}],
    ['covariance.2.2', {}],
    ['ci95_t.lower', { answer: 'own' }],
    ['ci95_t.lower', { answer: 'rent' }],
    ['ci95_t.upper', { answer: 'own' }],
    ['ci95_t.upper', { answer: 'rent' }],
    ['estimate', { sex: 'f' }]
  ]);
});

test('a number about several places at once is said to be', () => {
  const joint = factsOf(answer, { family: 'mean' }).filter(({ isJoint }) => isJoint);
  expect(joint.map(({ name }) => name.split('.')[0])).toEqual(Array(4).fill('covariance'));
});

test('what is changed to null is null at its place, and names of places stay', () => {
  const hidden = mapFacts(answer, { family: 'mean' }, ({ place, value }) =>
    place.answer === 'rent' ? null : value
  );
  expect(hidden).toMatchObject({
    levels: ['own', 'rent'],
    estimate: [0.6, null],
    ci95_t: { lower: [0.5, null] },
    groups: [{ key: { sex: 'f' }, estimate: 0.2 }]
  });
});

test('a probability named p is a number; the share of a quantile is a place', () => {
  const test = factsOf({ F: { statistic: 2, p: 0.1 } }, { family: 'chisq' });
  expect(test.map(({ name, value }) => [name, value])).toEqual([
    ['F.statistic', 2],
    ['F.p', 0.1]
  ]);
  const quantile = { results: [{ p: 0.5, qrule: 'school', interval: 'xlogit', estimate: 7 }] };
  expect(factsOf(quantile, { family: 'quantile' })).toEqual([
    { place: { p: '0.5', rule: 'school' }, name: 'estimate', value: 7, isJoint: false }
  ]);
});

test('questions are the places of their missing answers', () => {
  const facts = factsOf({ age: { blank: 3 } }, { family: 'missingness' });
  expect(facts).toMatchObject([{ place: { variable: 'age' }, name: 'blank', value: 3 }]);
});
