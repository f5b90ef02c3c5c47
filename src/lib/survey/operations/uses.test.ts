import { describe, expect, test } from 'vitest';
import { executePlan } from '../execute';
import { textInMemory } from '../file/bytes';
import type { ImportPlan } from '../plan';
import { planSurvey } from '../planning/plan-survey';
import { TallySink } from '../tally';
import { flipped, withEdit } from './question-edit';
import { useOf, usesFor, withProposals, withUnsureOff, withUse } from './uses';

const csv = [
  'id,wt,q7,sat',
  ...Array.from(
    { length: 24 },
    (_, i) => `${i + 1},${1 + (i % 3) / 10},${(i % 4) + 1},${['Bad', 'Fair', 'Good'][i % 3]}`
  )
].join('\n');

const planned = (): ImportPlan => {
  const { plan } = planSurvey({ main: textInMemory(csv), name: 'x.csv' });
  if (!plan) throw new Error('refused');
  return plan;
};
const questionOf = (plan: ImportPlan, heading: string) => {
  const name = plan.variables.find((variable) => variable.heading === heading)?.name;
  const question = plan.questions.find(({ variables }) => variables[0] === name);
  if (!question) throw new Error(`no ${heading}`);
  return question;
};
const tallied = (plan: ImportPlan): TallySink => {
  const sink = new TallySink(plan.questions);
  executePlan(textInMemory(csv), plan, sink);
  return sink;
};

describe('what a question is used as', () => {
  test('off leaves its columns out, and the same choice brings them back', () => {
    const plan = planned();
    const { id } = questionOf(plan, 'sat');
    const off = withUse(plan, plan, id, 'off');
    expect(useOf(off, questionOf(off, 'sat'))).toBe('off');
    const on = withUse(off, plan, id, 'scale');
    expect(useOf(on, questionOf(on, 'sat'))).toBe('scale');
  });

  test('codes can be read as numbers, and as choices again with their answers', () => {
    const plan = planned();
    const { id } = questionOf(plan, 'q7');
    const numbers = withUse(plan, plan, id, 'numeric');
    const variable = numbers.variables.find(({ heading }) => heading === 'q7');
    expect(variable).toMatchObject({ kind: 'numeric', role: 'answer', categories: [] });
    expect(tallied(numbers).variable(variable?.name ?? '').nValid).toBe(24);
    const choices = withUse(numbers, plan, id, 'single');
    expect(
      choices.variables.find(({ heading }) => heading === 'q7')?.categories.map(({ code }) => code)
    ).toEqual(
      plan.variables.find(({ heading }) => heading === 'q7')?.categories.map((c) => c.code)
    );
  });

  test('a use that is not offered changes nothing', () => {
    const plan = planned();
    const question = questionOf(plan, 'sat');
    expect(usesFor(plan, question)).not.toContain('multiple-response');
    expect(withUse(plan, plan, question.id, 'multiple-response')).toBe(plan);
  });
});

describe('guesses nobody can be sure of', () => {
  test('are off until they are accepted', () => {
    const plan = planned();
    const { id } = questionOf(plan, 'q7');
    const doubtful = {
      ...plan,
      questions: plan.questions.map((one) => (one.id === id ? { ...one, confidence: 0.6 } : one))
    };
    const off = withUnsureOff(doubtful);
    expect(useOf(off, questionOf(off, 'q7'))).toBe('off');
    const on = withProposals(off, doubtful);
    expect(useOf(on, questionOf(on, 'q7'))).toBe(useOf(plan, questionOf(plan, 'q7')));
    expect(on.openQuestions).toEqual([]);
  });
});

describe('an edited question', () => {
  test('a code that stands for no answer leaves the answers', () => {
    const plan = planned();
    const question = questionOf(plan, 'sat');
    const edited = withEdit(plan, question.id, {
      labels: { en: 'How satisfied?' },
      base: 'answered',
      direction: 'low-is-bad',
      categories: [
        { code: 'Good', labels: { en: 'Good' }, order: 2 },
        { code: 'Bad', labels: { en: 'Bad' }, order: 1 }
      ],
      missing: [{ token: 'Fair', reason: 'refused' }]
    });
    const variable = edited.variables.find(({ heading }) => heading === 'sat');
    expect(variable?.categories.map(({ code, order }) => [code, order])).toEqual([
      ['Bad', 0],
      ['Good', 1]
    ]);
    const tally = tallied(edited).variable(variable?.name ?? '');
    expect(tally.nValid).toBe(16);
    expect(tally.missing).toEqual([{ reason: 'refused', token: 'Fair', count: 8 }]);
    expect(questionOf(edited, 'sat')).toMatchObject({
      direction: 'low-is-bad',
      labels: { en: 'How satisfied?' }
    });
  });

  test('flipped twice is as before', () => {
    const plan = planned();
    const { id } = questionOf(plan, 'sat');
    const once = flipped(plan, id);
    const codes = (of: ImportPlan) =>
      of.variables.find(({ heading }) => heading === 'sat')?.categories.map(({ code }) => code);
    expect(codes(once)).toEqual(codes(plan)?.toReversed());
    expect(flipped(once, id)).toEqual(plan);
  });
});
