import { fc, test as check } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { textInMemory } from '../file/bytes';
import type { ImportPlan } from '../plan';
import { planSurvey } from '../planning/plan-survey';
import { applyTemplate } from './apply';
import { matchIssues } from './issues';
import { isUnchanged, matchTemplate } from './match';
import { toTemplate, type Sight, type Template } from './template';

const planned = (csv: string): ImportPlan => {
  const { plan, issues } = planSurvey({ main: textInMemory(csv), name: 'x.csv' });
  if (!plan) throw new Error(JSON.stringify(issues));
  return plan;
};

const table = (columns: Record<string, (i: number) => string>, rows = 60): string =>
  [
    Object.keys(columns).join(','),
    ...Array.from({ length: rows }, (_, i) =>
      Object.values(columns)
        .map((cell) => cell(i))
        .join(',')
    )
  ].join('\n');

const of =
  (...answers: string[]) =>
  (i: number): string =>
    answers[(i * 7 + (i >> 2)) % answers.length] ?? '';

const nothing: Sight = { rows: 60, cells: {}, values: {} };

const templateOf = (proposal: ImportPlan, plan = proposal, seen = nothing): Template =>
  toTemplate({ survey: 'Needs', wave: '2024', plan, proposal, operations: [], seen });

const edited = (
  plan: ImportPlan,
  heading: string,
  change: (one: ImportPlan['variables'][number]) => Partial<ImportPlan['variables'][number]>
): ImportPlan => ({
  ...plan,
  variables: plan.variables.map((one) =>
    one.heading === heading ? { ...one, ...change(one) } : one
  )
});
const variable = (plan: ImportPlan, heading: string) => {
  const found = plan.variables.find((one) => one.heading === heading);
  if (!found) throw new Error(`no ${heading}`);
  return found;
};
const codes = (issues: { code: string }[]) => issues.map(({ code }) => code);

const wave = {
  id: (i: number) => String(1000 + i),
  'Do you rent your home?': of('Yes', 'No'),
  'How satisfied are you with the bus?': of('Very satisfied', 'Satisfied', 'Dissatisfied'),
  'What is your age?': (i: number) => String(20 + (i % 50)),
  'Where do you live?': of('North', 'South', 'East'),
  'How often do you walk?': of('Never', 'Sometimes', 'Often', 'Always'),
  'Have you been to the clinic?': of('Yes', 'No')
};

describe('a file compared with the template of an earlier one', () => {
  test('fits exactly when its headings are the same', () => {
    const template = templateOf(planned(table(wave)));
    const again = planned(table(wave, 80));
    expect(matchTemplate(template, again)).toMatchObject({ kind: 'exact', overlap: 1 });
  });

  test('takes over what a person decided', () => {
    const proposal = planned(table(wave));
    const decided = edited(proposal, 'What is your age?', () => ({ include: false }));
    const template = templateOf(proposal, decided);
    const again = planned(table(wave, 80));
    const plan = applyTemplate(template, again, matchTemplate(template, again));
    expect(variable(plan, 'What is your age?').include).toBe(false);
    expect(variable(plan, 'Do you rent your home?').include).toBe(true);
  });

  test('says which column is new, which is gone, and that a new one stays as proposed', () => {
    const template = templateOf(planned(table(wave)));
    const { 'Where do you live?': _, ...rest } = wave;
    const now = planned(table({ ...rest, 'Do you have a car?': of('Yes', 'No') }));
    const match = matchTemplate(template, now);
    expect(match.kind).toBe('partial');
    expect(match.added.map(({ heading }) => heading)).toEqual(['Do you have a car?']);
    expect(match.gone.map(({ heading }) => heading)).toEqual(['Where do you live?']);
    const plan = applyTemplate(template, now, match);
    expect(variable(plan, 'Do you have a car?')).toEqual(variable(now, 'Do you have a car?'));
    expect(plan.variables.some(({ heading }) => heading === 'Where do you live?')).toBe(false);
  });

  test('knows a reworded question again, under its name, and asks', () => {
    const template = templateOf(planned(table(wave)));
    const { 'Do you rent your home?': rent, ...rest } = wave;
    const now = planned(table({ ...rest, 'Do you rent or own your home?': rent }));
    const match = matchTemplate(template, now);
    expect(match.reworded).toMatchObject([
      { before: 'Do you rent your home?', now: 'Do you rent or own your home?' }
    ]);
    const plan = applyTemplate(template, now, match);
    expect(variable(plan, 'Do you rent or own your home?').name).toBe('do_you_rent_your_home');
    expect(codes(plan.openQuestions)).toContain('TEMPLATE_WORDING_CHANGED');
  });

  test('keeps a question apart, under another name, when a person wants it so', () => {
    const template = templateOf(planned(table(wave)));
    const now = planned(table(wave));
    const match = matchTemplate(template, now);
    const plan = applyTemplate(template, now, match, { apart: new Set([1]) });
    expect(variable(plan, 'Do you rent your home?').name).toBe('do_you_rent_your_home_2');
    expect(plan.questions.find(({ id }) => id.includes('rent'))?.variables).toEqual([
      'do_you_rent_your_home_2'
    ]);
  });

  test('is no match when the surveys only share what everybody asks', () => {
    const template = templateOf(planned(table({ age: wave['What is your age?'], ...wave })));
    const other = Object.fromEntries(
      ['water', 'heat', 'school', 'parks', 'noise', 'light', 'trash', 'roads'].map((topic) => [
        `How is the ${topic} near you?`,
        of('Good', 'Bad')
      ])
    );
    const now = planned(table({ 'What is your age?': wave['What is your age?'], ...other }));
    expect(matchTemplate(template, now).kind).toBe('none');
  });
});

describe('answers that changed', () => {
  const column = 'How satisfied are you with the bus?';

  test('an answer nobody gave before is asked about, and joins the list', () => {
    const template = templateOf(planned(table(wave)));
    const now = planned(
      table({ ...wave, [column]: of('Very satisfied', 'Satisfied', 'Dissatisfied', 'Neutral') })
    );
    const match = matchTemplate(template, now);
    expect(match.options).toMatchObject([{ added: ['Neutral'], gone: [], isDefined: false }]);
    const plan = applyTemplate(template, now, match);
    expect(variable(plan, column).categories.map(({ code }) => code)).toContain('Neutral');
    expect(codes(plan.openQuestions)).toEqual(['TEMPLATE_NEW_VALUES']);
  });

  test('an answer nobody gave this time stays in the list and needs no decision', () => {
    const template = templateOf(planned(table(wave)));
    const now = planned(table({ ...wave, [column]: of('Very satisfied', 'Dissatisfied') }));
    const match = matchTemplate(template, now);
    expect(match.options).toMatchObject([{ gone: ['Satisfied'], added: [] }]);
    const plan = applyTemplate(template, now, match);
    expect(variable(plan, column).categories).toHaveLength(3);
    expect(plan.openQuestions).toEqual([]);
  });

  test('an answer spelled otherwise gets the code it had', () => {
    const template = templateOf(planned(table(wave)));
    const now = planned(
      table({ ...wave, [column]: of('Very Satisfied', 'Satisfied', 'Dissatisfied') })
    );
    const match = matchTemplate(template, now);
    expect(match.options[0]?.respelled).toEqual([
      { code: 'Very satisfied', now: 'Very Satisfied' }
    ]);
    const plan = applyTemplate(template, now, match);
    expect(variable(plan, column)).toMatchObject({
      source: { merge: { 'Very Satisfied': 'Very satisfied' } }
    });
    expect(variable(plan, column).categories).toHaveLength(3);
  });
});

describe('answers that differ in a sign only', () => {
  test('are not the same answer', () => {
    const column = 'How satisfied are you with the bus?';
    const template = templateOf(planned(table({ ...wave, [column]: of('<5 times', '5 times') })));
    const now = planned(table({ ...wave, [column]: of('>5 times', '5 times') }));
    expect(matchTemplate(template, now).options).toMatchObject([
      { added: ['>5 times'], gone: ['<5 times'], respelled: [] }
    ]);
  });
});

describe('codes for no answer', () => {
  const heading = 'What is your age?';
  const proposal = planned(table(wave));
  const plan = edited(proposal, heading, ({ missing }) => ({
    missing: [...missing, { token: '99', reason: 'refused' }]
  }));
  const cells = { [variable(plan, heading).name]: { '99': 4 } };
  const template = templateOf(proposal, plan, { rows: 60, cells, values: {} });
  const withCount = (count: number): Sight => ({
    rows: 80,
    cells: { [variable(proposal, heading).name]: { '99': count } },
    values: {}
  });

  test('a count that is as it was needs no decision', () => {
    const match = matchTemplate(template, proposal, withCount(4));
    expect(match.missing).toEqual([]);
    expect(isUnchanged(match)).toBe(true);
  });

  test('another count is shown and asked about before the code is used again', () => {
    const match = matchTemplate(template, proposal, withCount(31));
    expect(match.missing).toMatchObject([{ token: '99', before: 4, now: 31, isOther: false }]);
    const next = applyTemplate(template, proposal, match);
    expect(next.openQuestions).toMatchObject([
      { code: 'TEMPLATE_MISSING_COUNTS', params: { codes: '99 (What is your age?): 4 → 31' } }
    ]);
    expect(variable(next, heading).missing).toContainEqual({ token: '99', reason: 'refused' });
    expect(applyTemplate(template, proposal, match, { isConfirmed: true }).openQuestions).toEqual(
      []
    );
  });
});

describe('a form that comes with the file', () => {
  const coded = (labels: Record<string, string>, question: string): ImportPlan => {
    const plan = planned(table({ id: wave.id, bus: of('1', '2', '3') }));
    return {
      ...edited(plan, 'bus', () => ({
        kind: 'categorical',
        labels: { en: question },
        categories: Object.entries(labels).map(([code, en], order) => ({
          code,
          labels: { en },
          order
        }))
      })),
      questions: plan.questions.map((one) =>
        one.variables.includes('bus') ? { ...one, labels: { en: question } } : one
      )
    };
  };
  const before = coded({ 1: 'Bad', 2: 'Fair', 3: 'Good' }, 'How is the bus?');

  test('a code that means something else is asked about, and the new label is used', () => {
    const now = coded({ 1: 'Good', 2: 'Fair', 3: 'Bad' }, 'How is the bus?');
    const match = matchTemplate(templateOf(before), now);
    expect(match.kind).toBe('exact');
    expect(match.options[0]?.relabelled).toEqual([
      { code: '1', before: 'Bad', now: 'Good' },
      { code: '3', before: 'Good', now: 'Bad' }
    ]);
    const plan = applyTemplate(templateOf(before), now, match);
    expect(variable(plan, 'bus').categories[0]?.labels).toEqual({ en: 'Good' });
    expect(codes(plan.openQuestions)).toEqual(['TEMPLATE_OPTIONS_CHANGED']);
  });

  test('a field of the same name with another label was reworded', () => {
    const now = coded({ 1: 'Bad', 2: 'Fair', 3: 'Good' }, 'How is the bus near you?');
    const match = matchTemplate(templateOf(before), now);
    expect(match.reworded).toMatchObject([
      { before: 'How is the bus?', now: 'How is the bus near you?' }
    ]);
    expect(variable(applyTemplate(templateOf(before), now, match), 'bus').labels).toEqual({
      en: 'How is the bus near you?'
    });
  });

  test('says more than the answers did: its list goes before what was guessed', () => {
    const bare = planned(table({ id: wave.id, bus: of('1', '2', '3') }));
    const match = matchTemplate(templateOf(bare), before);
    const plan = applyTemplate(templateOf(bare), before, match);
    expect(variable(plan, 'bus')).toEqual(variable(before, 'bus'));
    expect(plan.questions).toEqual(before.questions);
  });

  test('a renamed field of the same wording keeps its earlier name', () => {
    const moved = {
      ...before,
      variables: before.variables.map((one) =>
        one.heading === 'bus' ? { ...one, heading: 'transit_bus', name: 'transit_bus' } : one
      ),
      questions: before.questions.map((one) =>
        one.variables.includes('bus')
          ? { ...one, id: 'transit_bus', variables: ['transit_bus'] }
          : one
      )
    };
    const match = matchTemplate(templateOf(before), moved);
    expect(match.renamed).toMatchObject([{ by: 'wording' }]);
    expect(match.reworded).toEqual([]);
    const plan = applyTemplate(templateOf(before), moved, match);
    expect(variable(plan, 'transit_bus').name).toBe('bus');
    expect(codes(matchIssues(match))).toEqual(['TEMPLATE_COLUMN_RENAMED']);
  });
});

const answersOf = fc.constantFrom(
  of('Yes', 'No'),
  of('Agree', 'Disagree', 'Neutral'),
  of('1', '2', '3', '4', '5'),
  (i: number) => String(i * 3 + 1),
  of('Bus;Car', 'Bike', 'Bus', 'Car', 'Bike;Car'),
  (i: number) => `2024-03-${String((i % 27) + 1).padStart(2, '0')}`,
  (i: number) => `I think that ${'abcdefgh'[i % 8] ?? ''} is number ${i} of the list`
);
const files = fc
  .array(answersOf, { minLength: 2, maxLength: 9 })
  .map((cells): [string, (i: number) => string][] =>
    cells.map((cell, i) => [`Topic ${'ABCDEFGHI'[i] ?? ''}${i + 1}: what is it like?`, cell])
  );

describe('any file', () => {
  check.prop([files], { numRuns: 40 })(
    'compared with itself has no difference, and gives its own plan again',
    (columns) => {
      const proposal = planned(table(Object.fromEntries(columns)));
      const template = templateOf(proposal);
      const match = matchTemplate(template, proposal);
      expect(isUnchanged(match)).toBe(true);
      expect(matchIssues(match)).toEqual([]);
      expect(applyTemplate(template, proposal, match)).toEqual(proposal);
    }
  );

  check.prop([files, fc.integer()], { numRuns: 40 })(
    'with its columns in another order is matched column by column',
    (columns, seed) => {
      const turned = columns.map((_, i) => columns[(i + Math.abs(seed)) % columns.length]!);
      const template = templateOf(planned(table(Object.fromEntries(columns))));
      const now = planned(table(Object.fromEntries(turned)));
      const match = matchTemplate(template, now);
      expect(match.overlap).toBe(1);
      expect([match.added, match.gone, match.renamed, match.reworded]).toEqual([[], [], [], []]);
      expect(match.pairs.every(({ before, now: is }) => before.heading === is.heading)).toBe(true);
      const plan = applyTemplate(template, now, match);
      for (const one of plan.variables) {
        const same = now.variables.find(
          ({ columnIndex, heading, name }) =>
            columnIndex === one.columnIndex && heading === one.heading && name === one.name
        );
        expect(same?.source).toEqual(one.source);
      }
    }
  );
});
