import { expect, test } from 'vitest';
import { textInMemory } from '../file/bytes';
import { planSurvey } from '../planning/plan-survey';
import { arrangeFiles } from './arrange-files';
import { labelledValues } from './codebook';
import { missingReasonOf, reasonOfMissing } from './definition';

const file = (name: string, ...rows: string[]) => ({
  name,
  source: textInMemory(`${rows.join('\n')}\n`)
});

const planOf = (main: ReturnType<typeof file>, ...companions: ReturnType<typeof file>[]) =>
  planSurvey({ main: main.source, name: main.name, companions });

const main = file(
  'answers.csv',
  'case_id,q1,q2,age',
  'a-0001,1,1,30',
  'a-0002,2,9,41',
  'a-0003,2,2,88',
  'a-0004,1,1,7'
);
const dictionaryHead =
  'Variable / Field Name,Form Name,Section Header,Field Type,Field Label,"Choices, Calculations, OR Slider Labels",Field Note,Text Validation Type OR Show Slider Number,Text Validation Min,Text Validation Max,Identifier?,Branching Logic (Show field only if...),Required Field?,Custom Alignment,Question Number (surveys only),Matrix Group Name,Matrix Ranking?,Field Annotation';

test.each([
  [
    '1=Yes; 2=No; 9=DK',
    [
      ['1', 'Yes'],
      ['2', 'No'],
      ['9', 'DK']
    ]
  ],
  [
    '1 = Yes, always | 2: No',
    [
      ['1', 'Yes, always'],
      ['2', 'No']
    ]
  ],
  [
    '-1=Refused, 1=Yes, 2=No, never',
    [
      ['-1', 'Refused'],
      ['1', 'Yes'],
      ['2', 'No, never']
    ]
  ],
  [
    '1, one\n2, two',
    [
      ['1', 'one'],
      ['2', 'two']
    ]
  ],
  ['open answer', []]
])('the values of a variable in one cell: %s', (written, values) => {
  expect(labelledValues(written).map(({ code, label }) => [code, label])).toEqual(values);
});

test('a label says whether and why there is no answer', () => {
  expect(missingReasonOf('Prefer not to answer')).toBe('refused');
  expect(missingReasonOf('Prefer buses')).toBeNull();
  expect(reasonOfMissing("Don't know/Not sure")).toBe('dont-know');
  expect(reasonOfMissing('Not asked or missing')).toBe('not-asked');
  expect(reasonOfMissing('Something else')).toBe('not-applicable');
});

test('a codebook with a row per variable gives labels, order and missing codes', () => {
  const codebook = file(
    'codebook.csv',
    'variable,label,values,missing',
    'q1,Do you rent?,1=Yes; 2=No,',
    'q2,Are you safe?,1=Yes; 2=No; 9=DK,9',
    'age,How old are you?,,88'
  );
  const { plan, companions } = planOf(main, codebook);
  const of = (name: string) => plan?.variables.find((variable) => variable.name === name);
  expect(of('q1')).toMatchObject({ labels: { und: 'Do you rent?' }, kind: 'categorical' });
  expect(of('q1')?.categories.map(({ labels }) => labels.und)).toEqual(['Yes', 'No']);
  expect(of('q2')?.missing).toContainEqual({ token: '9', reason: 'dont-know' });
  expect(of('age')?.missing).toContainEqual({ token: '88', reason: 'not-applicable' });
  expect(companions).toMatchObject([{ kind: 'codebook', matched: 3, unmatched: 0 }]);
});

test('a codebook with a row per value says which codes are missing; no others are', () => {
  const codebook = file(
    'codebook.csv',
    'variable,label,value,value_label,missing',
    'q2,Are you safe?,1,Yes,0',
    'q2,Are you safe?,2,No,0',
    'q2,Are you safe?,9,Yes and no,0',
    'age,How old are you?,1-87,Years,0',
    'age,How old are you?,88,None,0'
  );
  const { plan } = planOf(main, codebook);
  const of = (name: string) => plan?.variables.find((variable) => variable.name === name);
  expect(of('q2')?.missing.filter(({ token }) => token !== '')).toEqual([]);
  expect(of('age')).toMatchObject({ kind: 'numeric', source: { merge: { '88': '0' } } });
});

test('a REDCap dictionary gives types, labels, conditions, and keeps marked fields out', () => {
  const dictionary = file(
    'dictionary.csv',
    dictionaryHead,
    'case_id,f,,text,Case,,,,,,,,,,,,,',
    'q1,f,,radio,Do you rent?,"1, Yes, I do|2, No",,,,,,,,,,,,',
    'q2,f,,dropdown,Safe?,"1, Yes | 2, No | 9, Prefer not to say",,,,,,[q1] = \'1\',,,,,,',
    'age,f,,text,Age,,,integer,,,y,,,,,,,'
  );
  const { plan } = planOf(main, dictionary);
  const of = (name: string) => plan?.variables.find((variable) => variable.name === name);
  expect(of('q1')?.categories.map(({ labels }) => labels.und)).toEqual(['Yes, I do', 'No']);
  expect(of('q2')?.missing).toContainEqual({ token: '9', reason: 'refused' });
  expect(plan?.questions.find(({ id }) => id === 'q2')?.relevant).toBe("[q1] = '1'");
  expect(of('age')).toMatchObject({ role: 'identifier', include: false });
});

test('a form describes a table whose tool does not follow its paths', () => {
  const survey = file(
    'survey.csv',
    'type,name,label',
    'select_one yn,q1,Do you rent?',
    'integer,age,How old?'
  );
  const choices = file('choices.csv', 'list_name,name,label', 'yn,1,Yes', 'yn,2,No');
  const { plan } = planOf(main, survey, choices);
  const q1 = plan?.variables.find(({ name }) => name === 'q1');
  expect(q1?.labels).toEqual({ und: 'Do you rent?' });
  expect(q1?.categories.map(({ labels }) => labels.und)).toEqual(['Yes', 'No']);
});

test('number codes without a codebook are codes, and labels are asked for', () => {
  const rows = [
    'id,q1,q2,q3,q4,q5,q6',
    ...Array.from(
      { length: 12 },
      (_, i) => `p${i},${[1, 2, 3, 4, 5, 1].map((n) => ((n + i) % 5) + 1).join()}`
    )
  ];
  const { plan, issues } = planOf(file('codes.csv', ...rows));
  expect(issues.map(({ code }) => code)).toContain('LABELS_NEEDED');
  expect(
    plan?.variables
      .filter(({ name }) => /^q\d$/.test(name))
      .every(({ kind }) => kind === 'categorical')
  ).toBe(true);
});

test('which file holds the responses is found by what is in them', () => {
  const codebook = file('a.csv', 'variable,label,value,value_label', 'q1,Rent,1,Yes');
  const child = file('b.csv', 'x,_index,_parent_table_name,_parent_index', '1,1,m,1');
  const weights = file(
    'c.csv',
    `case_id,${Array.from({ length: 12 }, (_, i) => `W${i + 1}`).join()}`,
    `a-0001,${Array.from({ length: 12 }, () => '1.5').join()}`
  );
  const names = (files: (typeof main)[]) => {
    const arranged = arrangeFiles(files);
    return [arranged.main.name, ...arranged.companions.map(({ name }) => name)];
  };
  expect(names([codebook, child, weights, main])).toEqual([
    'answers.csv',
    'a.csv',
    'b.csv',
    'c.csv'
  ]);
  expect(names([main, file('d.csv', 'case_id,z', 'a-0001,1')])).toEqual(['answers.csv', 'd.csv']);
});

test('further columns of the same people are joined by their id, once each', () => {
  const more = file(
    'more.csv',
    'Case ID,q1,tenure',
    'a-0004,1,rent',
    'a-0001,1,own',
    'a-0003,2,own',
    'a-0002,2,rent'
  );
  const { plan, companions } = planOf(main, more);
  expect(companions).toMatchObject([
    {
      kind: 'columns',
      reason: 'same-id',
      mainColumn: 'case_id',
      companionColumn: 'Case ID',
      matched: 4
    }
  ]);
  expect(plan?.joins).toMatchObject([
    { file: 'more.csv', offset: 4, columns: 3, key: [{ main: 0, joined: 0 }] }
  ]);
  const of = (index: number) => plan?.variables.find(({ columnIndex }) => columnIndex === index);
  expect([of(4)?.include, of(5)?.include, of(6)?.include]).toEqual([false, false, true]);
  expect(plan?.questions.some(({ variables }) => variables.includes('tenure'))).toBe(true);
});

test('several rows for each id are a repeated group, counted for everybody', () => {
  const trips = file('trips.csv', 'case_id,mode', 'a-0001,bus', 'a-0001,walk', 'a-0003,bus');
  const { plan, companions } = planOf(main, trips);
  expect(companions).toMatchObject([{ kind: 'repeat', reason: 'many-rows-per-id', matched: 3 }]);
  expect(plan?.repeats).toMatchObject([{ name: 'trips', key: { main: 0, joined: 0 } }]);
  expect(plan?.variables.find(({ name }) => name === 'trips')?.kind).toBe('numeric');
});

test('row numbers alone do not make one survey of two', () => {
  const first = file(
    'first.csv',
    'id,q1,q2',
    ...Array.from({ length: 9 }, (_, i) => `${i + 1},a,b`)
  );
  const second = file(
    'second.csv',
    'id,p1,p2,p3',
    ...Array.from({ length: 6 }, (_, i) => `${i + 1},c,d,e`)
  );
  const { plan, issues } = planOf(first, second);
  expect(plan).toBeNull();
  expect(issues.map(({ code }) => code)).toContain('TWO_SURVEYS');
});

test('row numbers that agree in every row are asked about', () => {
  const rows = Array.from({ length: 9 }, (_, i) => i + 1);
  const first = file('first.csv', 'id,q1,q2', ...rows.map((id) => `${id},a,b`));
  const second = file('second.csv', 'id,p1', ...rows.map((id) => `${id},c`));
  const { plan } = planOf(first, second);
  expect(plan?.openQuestions.map(({ code }) => code)).toEqual(['JOIN_UNSURE']);
});
