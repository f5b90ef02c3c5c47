import { describe, expect, test } from 'vitest';
import { groupVariables } from './group-variables';
import { proposeMappings } from './propose-mappings';
import type { Category, Codebook, Labels, Question } from '$lib/codebook/codebook';

type Ask = Partial<Omit<Question, 'variables'>> & {
  /** variable name to label */
  variables: Record<string, Labels>;
  /** code to label */
  answers: Record<string, string>;
};

const codebookOf = (...asked: Ask[]): Codebook => ({
  questions: asked.map(({ variables, answers: _, ...question }, i) => ({
    id: `q${i}`,
    labels: {},
    kind: 'single',
    base: 'answered',
    ...question,
    variables: Object.keys(variables)
  })),
  variables: asked.flatMap(({ variables, answers }) =>
    Object.entries(variables).map(([name, labels], columnIndex) => ({
      columnIndex,
      name,
      heading: name,
      labels,
      kind: 'categorical' as const,
      role: 'answer' as const,
      categories: Object.entries(answers).map(([code, en], order): Category => ({
        code,
        labels: { en },
        order
      })),
      missing: []
    }))
  )
});

const yesNo = { yes: 'Yes', no: 'No', dk: "Don't know" };
const five = { 1: '1', 2: '2', 3: '3', 4: '4', 5: '5' };

const county = codebookOf(
  {
    labels: {
      en: 'In the past 12 months, did you need help with paying the rent?',
      es: '¿Necesitó ayuda con pagar la renta?'
    },
    variables: { 'needs/need_rent': {} },
    answers: yesNo
  },
  {
    labels: { en: 'Did you get the help you needed with paying the rent?' },
    relevant: "${consent} = 'yes' and ${need_rent} = 'yes'",
    variables: { 'needs/helped_rent': {} },
    answers: { full: 'Yes, all of it', partly: 'Some of it', no: 'No' }
  },
  {
    id: 'barriers',
    labels: { en: 'What kept you from getting help?' },
    kind: 'multiple-response',
    variables: {
      cost: { en: 'It cost too much' },
      hours: { en: 'Hours' },
      none: { en: 'None of these' }
    },
    answers: { 0: 'Not chosen', 1: 'Chosen' }
  },
  {
    labels: { en: 'How often did anyone skip meals?' },
    kind: 'scale',
    variables: { skipped_meals: {} },
    answers: {
      often: 'Often',
      sometimes: 'Sometimes',
      rarely: 'Rarely',
      never: 'Never',
      dk: "Don't know"
    }
  },
  {
    kind: 'matrix',
    labels: { en: 'How important is each service?' },
    variables: {
      imp_parks: { en: 'Parks' },
      imp_buses: { en: 'Buses' },
      imp_roads: { en: 'Roads' }
    },
    answers: five
  },
  {
    kind: 'matrix',
    labels: { en: 'How satisfied are you with each service?' },
    variables: { sat_buses: { en: 'Buses' }, sat_parks: { en: 'Parks' } },
    answers: { ...five, dk: "Don't know" }
  },
  {
    labels: { en: 'Do you own or rent?' },
    variables: { tenure: {} },
    answers: { own: 'Own', rent: 'Rent' }
  }
);

const find = (codebook: Codebook, key: string) =>
  proposeMappings(codebook).find((instance) => instance.key === key);

describe('a survey with its form', () => {
  test('a need and its follow-up make four measures with the same inputs', () => {
    const keys = proposeMappings(county).map(({ key }) => key);
    expect(keys.slice(0, 4)).toEqual([
      'unmet-need:rent',
      'coverage-gap:rent',
      'people-in-need:rent',
      'group-gap:rent'
    ]);
    expect(find(county, 'unmet-need:rent')).toMatchObject({
      labels: { en: 'Paying the rent', es: 'Pagar la renta' },
      inputs: {
        need: { variables: ['needs/need_rent'], yes: ['yes'], no: ['no'] },
        served: { variables: ['needs/helped_rent'], yes: ['full'], no: ['partly', 'no'] }
      }
    });
  });
  test('barriers leave out "none of these", which keeps its people in the base', () => {
    expect(find(county, 'access-barriers:barriers')?.inputs).toEqual({
      barriers: { questionId: 'barriers', variables: ['cost', 'hours'], yes: ['1'], no: ['0'] }
    });
  });
  test("often and sometimes are yes, rarely and never no, don't know neither", () => {
    expect(find(county, 'prevalence:skipped-meals')?.inputs.answer).toMatchObject({
      yes: ['sometimes', 'often'],
      no: ['never', 'rarely']
    });
  });
  test('importance and satisfaction are paired service by service', () => {
    expect(find(county, 'importance-satisfaction:services')?.inputs).toMatchObject({
      importance: { variables: ['imp_buses', 'imp_parks'], yes: ['4', '5'], no: ['1', '2', '3'] },
      satisfaction: { variables: ['sat_buses', 'sat_parks'], yes: ['4', '5'], no: ['1', '2', '3'] }
    });
  });
  test('a question about who people are is a way to split, not a measure', () => {
    expect(find(county, 'prevalence:tenure')).toBeUndefined();
    expect(groupVariables(county)[0]).toMatchObject({ name: 'tenure', isAboutPeople: true });
  });
  test('no key is given twice', () => {
    const keys = proposeMappings(county).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('files without a form', () => {
  test('a resident survey of bare numbers: 4 and 5 are yes, 9 is not part of the scale', () => {
    const kcmo = codebookOf({
      kind: 'scale',
      variables: { q1_01: { und: 'q1_01' } },
      answers: five
    });
    expect(find(kcmo, 'prevalence:q1-01')?.inputs.answer).toMatchObject({
      yes: ['4', '5'],
      no: ['1', '2', '3']
    });
    expect(find(kcmo, 'answer-shares:q1-01')?.inputs.answer?.yes).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5'
    ]);
  });
  test('yes or no and select-all of a web survey', () => {
    const films = codebookOf(
      {
        labels: { und: 'Have you seen any of the 6 films in the Star Wars franchise?' },
        variables: { seen_any: {} },
        answers: { Yes: 'Yes', No: 'No' }
      },
      {
        id: 'seen',
        labels: { und: 'Which of the following films have you seen?' },
        kind: 'multiple-response',
        variables: { ep_1: { und: 'Episode I' }, ep_2: { und: 'Episode II' } },
        answers: { 0: 'Not chosen', 1: 'Chosen' }
      }
    );
    expect(find(films, 'prevalence:seen-any')?.inputs.answer).toMatchObject({
      yes: ['Yes'],
      no: ['No']
    });
    expect(find(films, 'prevalence:seen')?.inputs.answer?.variables).toEqual(['ep_1', 'ep_2']);
  });
  test('names alone pair a need with its help', () => {
    const plain = codebookOf(
      { variables: { need_food: { und: 'need_food' } }, answers: { yes: 'yes', no: 'no' } },
      { variables: { got_food: { und: 'got_food' } }, answers: { yes: 'yes', no: 'no' } }
    );
    expect(find(plain, 'unmet-need:food')?.inputs.served?.variables).toEqual(['got_food']);
  });
  test('an interview of farmers: yes and no in lower case, materials are no measure', () => {
    const safi = codebookOf(
      { variables: { memb_assoc: { und: 'memb_assoc' } }, answers: { yes: 'yes', no: 'no' } },
      {
        variables: { wall_type: { und: 'wall_type' } },
        answers: { muddaub: 'muddaub', burntbricks: 'burntbricks', sunbricks: 'sunbricks' }
      }
    );
    expect(proposeMappings(safi).map(({ key }) => key)).toEqual([
      'prevalence:memb-assoc',
      'participation:civic'
    ]);
  });
});
