import { fc, test as check } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { en } from '$lib/text/en';
import { es } from '$lib/text/es';
import { textInMemory } from '../file/bytes';
import type { ImportPlan } from '../plan';
import { planSurvey } from '../planning/plan-survey';
import { operationKinds, parseDecision, type Decision, type Operation } from './index';
import { layoutSaid } from './layout';
import { operationLog, replay, withOperation } from './replay';
import { uses, variablesOf } from './uses';

const csv = [
  'id,wt,q7,sat,own',
  ...Array.from(
    { length: 24 },
    (_, i) =>
      `${i + 1},${1 + (i % 3) / 10},${(i % 4) + 1},${['Bad', 'Fair', 'Good'][i % 3]},${['yes', 'no', '9'][i % 3]}`
  )
].join('\n');

const proposed = (): ImportPlan => {
  const { plan } = planSurvey({ main: textInMemory(csv), name: 'x.csv' });
  if (!plan) throw new Error('refused');
  return plan;
};
const proposal = proposed();
const ids = [...proposal.questions.map(({ id }) => id), 'gone'];

/** Any decision a person can make about the questions of the file above, or of another one. */
const decisions: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({
    kind: fc.constant('use' as const),
    uses: fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(...uses), { maxKeys: 3 })
  }),
  fc.record({ kind: fc.constant('flip' as const), questionId: fc.constantFrom(...ids) }),
  fc.record({
    kind: fc.constant('bulk' as const),
    questionIds: fc.subarray(ids),
    set: fc.record(
      {
        include: fc.constantFrom('use' as const, 'off' as const),
        base: fc.constantFrom('answered' as const, 'asked' as const, 'everyone' as const),
        direction: fc.constantFrom('low-is-bad' as const, 'low-is-good' as const, null),
        missing: fc.array(fc.constant({ token: '9', reason: 'refused' as const }), { maxLength: 1 })
      },
      { requiredKeys: [] }
    )
  }),
  fc.constant({ kind: 'accept-all' as const }),
  fc.constant({ kind: 'accept-open' as const }),
  fc.record({
    kind: fc.constant('layout' as const),
    decimal: fc.constantFrom('.' as const, ',' as const)
  })
);

describe('the plan under review', () => {
  check.prop([fc.array(decisions, { maxLength: 12 })])(
    'is the proposal with the decisions applied one by one',
    (log) => {
      const start = replay(proposal, []);
      const stepwise = log.reduce((plan, one) => withOperation(plan, one, proposal), start);
      expect(replay(proposal, log)).toEqual(stepwise);
    }
  );

  check.prop([fc.array(decisions, { maxLength: 12 }), fc.nat(12)])(
    'comes back when decisions are undone and done again, and the proposal is never touched',
    (log, undone) => {
      const before = JSON.stringify(proposal);
      const all = replay(proposal, log);
      replay(proposal, log.slice(0, Math.max(0, log.length - undone)));
      expect(replay(proposal, log)).toEqual(all);
      expect(JSON.stringify(proposal)).toBe(before);
    }
  );

  check.prop([fc.array(decisions, { maxLength: 6 })])(
    'names every category once, and no answer is also a code for no answer',
    (log) => {
      for (const { categories, missing } of replay(proposal, log).variables) {
        const codes = categories.map(({ code }) => code);
        expect(new Set(codes).size).toBe(codes.length);
        const tokens = new Set(missing.map(({ token }) => token));
        expect(codes.filter((code) => tokens.has(code))).toEqual([]);
      }
    }
  );

  test('a decision about a question that is not there changes nothing', () => {
    const start = replay(proposal, []);
    expect(withOperation(start, { kind: 'flip', questionId: 'gone' }, proposal)).toBe(start);
    const edit = { kind: 'use' as const, uses: { gone: 'off' as const } };
    expect(withOperation(start, edit, proposal)).toBe(start);
  });

  test('several questions are set at once, each as far as it can be', () => {
    const own = proposal.questions.find(({ id }) =>
      variablesOf(
        proposal,
        proposal.questions.find((one) => one.id === id) ?? proposal.questions[0]!
      ).some(({ heading }) => heading === 'own')
    );
    const decided = replay(proposal, [
      {
        kind: 'bulk',
        questionIds: ids,
        set: { base: 'everyone', missing: [{ token: '9', reason: 'refused' }] }
      }
    ]);
    expect(decided.questions.map(({ base }) => base)).toEqual(
      proposal.questions.map(() => 'everyone')
    );
    const variable = decided.variables.find(({ name }) => name === own?.variables[0]);
    expect(variable?.categories.map(({ code }) => code)).not.toContain('9');
    expect(variable?.missing).toContainEqual({ token: '9', reason: 'refused' });
  });

  test('numbers are read with the decimal sign that was said', () => {
    const weight = (plan: ImportPlan) =>
      plan.variables.find(({ heading }) => heading === 'wt')?.source;
    expect(weight(proposal)).toMatchObject({ number: { decimal: '.' } });
    const said = replay(proposal, [{ kind: 'layout', decimal: ',' }]);
    expect(weight(said)).toMatchObject({ number: { decimal: ',' } });
  });
});

describe('the log', () => {
  const stamped = (decision: Decision): Operation => ({
    ...decision,
    at: '2026-11-22T00:00:00.000Z',
    by: null
  });

  test('tells what is undone', () => {
    const log = operationLog(
      proposal,
      [stamped({ kind: 'accept-all' }), stamped({ kind: 'flip', questionId: ids[0] ?? '' })],
      1,
      'en'
    );
    expect(log.map(({ kind, isUndone }) => [kind, isUndone])).toEqual([
      ['accept-all', false],
      ['flip', true]
    ]);
  });

  test('has a sentence for every kind of decision in both languages', () => {
    for (const { kind } of operationKinds) {
      expect(en.data.importOperations[kind], kind).toBeTypeOf('function');
      expect(es.data.importOperations[kind], kind).toBeTypeOf('function');
    }
  });

  test('takes no decision it does not know, nor one with something missing', () => {
    expect(parseDecision({ kind: 'erase' })).toBeNull();
    expect(parseDecision({ kind: 'flip' })).toBeNull();
    expect(parseDecision({ kind: 'flip', questionId: 'a' } as { kind: string })).toEqual({
      kind: 'flip',
      questionId: 'a'
    });
  });

  test('the last word about how the bytes are read counts, field by field', () => {
    expect(
      layoutSaid([
        { kind: 'layout', delimiter: ';', headerRows: 2 } as { kind: string },
        { kind: 'accept-all' },
        { kind: 'layout', delimiter: '\t' } as { kind: string }
      ])
    ).toEqual({ delimiter: '\t', headerRows: 2 });
  });
});
