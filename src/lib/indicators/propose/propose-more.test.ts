import { describe, expect, test } from 'vitest';
import { published } from '../example-benchmark';
import { proposeBeside } from './beside-benchmarks';
import { proposeMappings } from './propose-mappings';
import type { Category, Codebook, Question } from '$lib/codebook/codebook';

type Asked = Partial<Omit<Question, 'variables'>> & {
  variables: Record<string, string>;
  answers?: readonly string[];
  isNumber?: boolean;
  isArea?: boolean;
};

const codebookOf = (...asked: Asked[]): Codebook => ({
  questions: asked.map(({ variables, answers: _, isNumber, isArea: __, ...question }, i) => ({
    id: `q${i}`,
    labels: {},
    kind: isNumber ? 'numeric' : 'single',
    base: 'answered',
    ...question,
    variables: Object.keys(variables)
  })),
  variables: asked.flatMap(({ variables, answers = [], isNumber, isArea }) =>
    Object.entries(variables).map(([name, en], columnIndex) => ({
      columnIndex,
      name,
      heading: name,
      labels: { en },
      kind: isNumber ? 'numeric' : 'categorical',
      role: isArea ? ('area' as const) : ('answer' as const),
      categories: answers.map((code, order): Category => ({ code, labels: { en: code }, order })),
      missing: []
    }))
  )
});
const yesNo = ['yes', 'no'];
const agree = ['strongly disagree', 'disagree', 'neutral', 'agree', 'strongly agree'];

const need = (topic: string): Asked[] => [
  { variables: { [`need_${topic}`]: `Did you need help with ${topic}?` }, answers: yesNo },
  { variables: { [`got_${topic}`]: `Did you get help with ${topic}?` }, answers: yesNo }
];
const found = (codebook: Codebook, indicatorId: string) =>
  proposeMappings(codebook).filter((one) => one.indicatorId === indicatorId);

describe('over groups and places', () => {
  const county = codebookOf(
    ...need('rent'),
    {
      variables: { race: 'Which best describes you?' },
      answers: ['white', 'black', 'latino', 'refused']
    },
    {
      variables: { income: 'Household income' },
      answers: ['$50,000 or more', 'Under $15,000', '$15,000 to $49,999', 'Prefer not to answer']
    },
    { variables: { area: 'Neighborhood' }, answers: ['a', 'b', 'c'], isArea: true }
  );
  test('inequality takes race, without those who did not say', () => {
    expect(found(county, 'group-inequality')).toMatchObject([
      { key: 'group-inequality:rent', inputs: { groups: { yes: ['white', 'black', 'latino'] } } }
    ]);
  });
  test('the slope takes income from its lowest band, however the form lists it', () => {
    expect(found(county, 'income-slope')[0]?.inputs.groups?.yes).toEqual([
      'Under $15,000',
      '$15,000 to $49,999',
      '$50,000 or more'
    ]);
  });
  test('income in words without numbers has no known order and is left out', () => {
    const vague = codebookOf(...need('rent'), {
      variables: { income: 'Household income' },
      answers: ['modest', 'fine', 'plenty']
    });
    expect(found(vague, 'income-slope')).toEqual([]);
  });
  test('clustering takes the area', () => {
    expect(found(county, 'place-clustering')[0]?.inputs.groups?.variables).toEqual(['area']);
  });
});

test('needs as one index wait for a person, and two needs are none', () => {
  const three = codebookOf(...need('rent'), ...need('food'), ...need('rides'));
  expect(found(three, 'deprivation-index')).toMatchObject([{ isUnsure: true }]);
  expect(found(codebookOf(...need('rent'), ...need('food')), 'deprivation-index')).toEqual([]);
});

describe('scales', () => {
  test('three statements about neighbors are a scale; one may be turned round, so it is unsure', () => {
    const block = codebookOf({
      kind: 'matrix',
      variables: {
        a: 'People here can be trusted',
        b: 'Neighbors help each other',
        c: 'This is a close-knit place'
      },
      answers: agree
    });
    expect(found(block, 'social-cohesion')).toMatchObject([
      { isUnsure: true, inputs: { items: { variables: ['a', 'b', 'c'], yes: agree } } }
    ]);
  });
  test('skills are paired by name, importance with ability', () => {
    const five = ['1', '2', '3', '4', '5'];
    const staff = codebookOf(
      { kind: 'matrix', variables: { imp_grants: 'Grants', imp_data: 'Data' }, answers: five },
      { kind: 'matrix', variables: { able_data: 'Data', able_grants: 'Grants' }, answers: five }
    );
    expect(found(staff, 'capacity-need')[0]?.inputs).toMatchObject({
      importance: { variables: ['imp_data', 'imp_grants'] },
      ability: { variables: ['able_data', 'able_grants'] }
    });
  });
  test('support counts both sides by their words; neither is an opinion too', () => {
    const vote = codebookOf({
      variables: { fund: 'Do you support or oppose a rent relief fund?' },
      answers: ['Strongly oppose', 'Neither', 'Somewhat support', "Don't know"]
    });
    expect(found(vote, 'policy-support')).toMatchObject([
      {
        isUnsure: false,
        inputs: { support: { yes: ['Somewhat support'], no: ['Strongly oppose', 'Neither'] } }
      }
    ]);
  });
  test('family support is no policy', () => {
    const home = codebookOf({
      variables: { help: 'Do you get support from your family?' },
      answers: yesNo
    });
    expect(found(home, 'policy-support')).toEqual([]);
  });
});

describe('numbers and yes or no', () => {
  test('a wait with a unit is plain, one without is not', () => {
    const days = { variables: { wait_days: 'Days until the first visit' }, isNumber: true };
    const bare = { variables: { wait: 'Wait for a visit' }, isNumber: true };
    expect(found(codebookOf(days), 'waiting-time')).toMatchObject([{ isUnsure: false }]);
    expect(found(codebookOf(bare), 'waiting-time')).toMatchObject([{ isUnsure: true }]);
  });
  test('people served and places are paired only when there is one of each', () => {
    const served = { variables: { people_served: 'Served' }, isNumber: true };
    const places = { variables: { capacity: 'Places' }, isNumber: true };
    expect(found(codebookOf(served, places), 'capacity-use')).toHaveLength(1);
    const twice = { variables: { night_capacity: 'Places at night' }, isNumber: true };
    expect(found(codebookOf(served, places, twice), 'capacity-use')).toEqual([]);
  });
  test('membership is taking part; several questions together wait for a person', () => {
    const member = { variables: { memb_assoc: 'memb_assoc' }, answers: yesNo };
    const help = { variables: { v: 'Did you volunteer last year?' }, answers: yesNo };
    expect(found(codebookOf(member), 'participation')).toMatchObject([{ isUnsure: false }]);
    expect(found(codebookOf(member, help), 'participation')).toMatchObject([
      { isUnsure: true, inputs: { part: {}, 'part-2': {} } }
    ]);
  });
  test('a referral needs its end, and is plain with its start', () => {
    const sent = { variables: { referred: 'Were you referred to a service?' }, answers: yesNo };
    const came = { variables: { reached: 'Did you reach the service?' }, answers: yesNo };
    expect(found(codebookOf(sent), 'referral-completion')).toEqual([]);
    expect(found(codebookOf(came), 'referral-completion')).toMatchObject([{ isUnsure: true }]);
    expect(found(codebookOf(sent, came), 'referral-completion')).toMatchObject([
      { isUnsure: false, inputs: { referred: { variables: ['referred'] } } }
    ]);
  });
});

describe('a set that asks for needs', () => {
  const named = (question: string) =>
    codebookOf({
      kind: 'multiple-response',
      labels: { en: question },
      variables: { rent: 'Rent', food: 'Food', rides: 'Rides' },
      answers: ['0', '1']
    });
  test.each([
    ['What does your household need most?', [false]],
    ['Which problems do you see?', [true]],
    ['Which films have you seen?', []]
  ])('%s', (question, unsure) => {
    expect(found(named(question), 'top-needs').map(({ isUnsure }) => isUnsure)).toEqual(unsure);
  });
});

describe('beside published numbers', () => {
  const codebook = codebookOf(...need('rent'));
  const beside = (...numbers: Parameters<typeof published>[]) =>
    proposeBeside(
      proposeMappings(codebook),
      codebook,
      numbers.map((one) => published(...one))
    );
  test('places of one need make the ratio of that need only', () => {
    expect(beside(['supply', 5, { topic: 'rent' }]).map(({ key }) => key)).toEqual([
      'supply-need-ratio:rent'
    ]);
    expect(beside(['supply', 5, { topic: 'food' }])).toEqual([]);
    expect(beside(['supply', 5])).toEqual([]);
  });
  test('a population of the whole is no district', () => {
    expect(beside(['population', 5])).toEqual([]);
    expect(beside(['population', 5, { place: 'd1' }]).map(({ key }) => key)).toEqual([
      'constituents-affected:rent'
    ]);
  });
  test('languages whose codes the survey does not have are unsure', () => {
    const spoken = codebookOf({ variables: { language: 'Language' }, answers: ['en', 'es'] });
    const gap = (place: string) =>
      proposeBeside([], spoken, [published('language-supply', 0.4, { place })]);
    expect(gap('es')).toMatchObject([{ indicatorId: 'language-match', isUnsure: false }]);
    expect(gap('spanish')).toMatchObject([{ isUnsure: true }]);
  });
});
