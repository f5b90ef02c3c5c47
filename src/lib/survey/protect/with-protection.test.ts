import { describe, expect, test } from 'vitest';
import { executePlan } from '../execute';
import { textInMemory } from '../file/bytes';
import { parseDecision } from '../operations';
import { replay } from '../operations/replay';
import type { ImportPlan } from '../plan';
import { planSurvey } from '../planning/plan-survey';
import { type Planned } from '../planning/planned';
import { textAt, type EncodedChunk, type ImportSummary } from '../sink';
import { ProtectionError, type ProtectionMeans } from './protected-encoder';
import { withPrivateIdentifiers, withProtection, type ProtectionWish } from './with-protection';

const csv = [
  'key,full_name,email,zip,age,dob,home_latitude,home_longitude,comment',
  '1,Ana Lopez,ana@example.org,64108,34,1991-02-03,39.05,-94.55,fine',
  '2,Joe Smith,joe@example.org,1060,71,1954-07-09,39.15,-94.55,call 913-555-0123',
  '3,Luz Reyes,LUZ@example.org,bad,95,1930-01-01,50.00,-94.55,good',
  '4,Ana Lopez,Ana@example.org,,,not known,,,'
].join('\n');

const planned = (text = csv): Planned & { plan: ImportPlan } => {
  const made = planSurvey({ main: textInMemory(text), name: 'x.csv' });
  if (!made.plan) throw new Error('refused');
  return { ...made, plan: made.plan };
};
const { plan: proposal } = planned();

const square = (west: number, south: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + 0.1, south],
      [west + 0.1, south + 0.1],
      [west, south + 0.1],
      [west, south]
    ]
  ]
});
const means: ProtectionMeans = {
  secret: new Uint8Array(32).fill(7),
  areas: {
    set: [
      { code: 'S', name: 'South side', geometry: square(-94.6, 39) },
      { code: 'N', name: 'North side', geometry: square(-94.6, 39.1) }
    ]
  }
};

/** What is stored of a variable: codes and words by row; null where it is missing. */
function stored(plan: ImportPlan, name: string, given: ProtectionMeans = means) {
  const chunks: EncodedChunk[] = [];
  let summary: ImportSummary | null = null;
  executePlan(
    textInMemory(csv),
    plan,
    {
      start: () => undefined,
      chunk: (chunk) => chunks.push(chunk),
      finish: (done) => (summary = done)
    },
    given
  );
  const place = plan.variables
    .filter(({ include }) => include)
    .findIndex((one) => one.name === name);
  const categories = (summary as ImportSummary | null)?.categories[place] ?? [];
  return chunks.flatMap(({ rows, columns }) => {
    const values = columns[place]?.values;
    return Array.from({ length: rows }, (_, i) => {
      if (values?.kind === 'text')
        return values.codes[i] === 0 ? null : textAt(values, (values.codes[i] ?? 0) - 1);
      if (values?.kind !== 'categorical') return null;
      return categories[(values.codes[i] ?? 0) - 1]?.code ?? null;
    });
  });
}

const protectedBy = (variable: string, protect: ProtectionWish | null): ImportPlan =>
  withProtection(proposal, { variable, protect, include: true }, proposal);

describe('what a protected variable becomes', () => {
  test('a pseudonym: the same person has the same code, which no estimate reads', () => {
    const plan = protectedBy('email', { how: 'pseudonym' });
    const codes = stored(plan, 'email');
    expect(codes[0]).toBe(codes[3]);
    expect(new Set(codes).size).toBe(3);
    expect(codes.join()).not.toContain('@');
    expect(plan.variables.find(({ name }) => name === 'email')?.role).toBe('identifier');
  });

  test('kept private: words for the sink to encrypt, without a list of answers', () => {
    const plan = protectedBy('full_name', null);
    expect(plan.variables.find(({ name }) => name === 'full_name')).toMatchObject({
      ...{ include: true, kind: 'text', role: 'identifier', categories: [] },
      protect: { how: 'private' }
    });
  });

  test('a ZIP3: an area; what is no ZIP code is unreadable', () => {
    const plan = protectedBy('zip', { how: 'zip3' });
    expect(stored(plan, 'zip')).toEqual(['641', '010', null, null]);
    expect(plan.variables.find(({ name }) => name === 'zip')).toMatchObject({
      ...{ kind: 'categorical', role: 'area' }
    });
  });

  test('an age: bands in order', () => {
    const plan = protectedBy('age', { how: 'age-band', years: 10 });
    expect(stored(plan, 'age')).toEqual(['30-39', '70-79', '90+', null]);
    expect(plan.questions.find(({ id }) => id === 'age')?.kind).toBe('single');
  });

  test('a date of birth: its year', () => {
    expect(stored(protectedBy('dob', { how: 'birth-year' }), 'dob').slice(0, 3)).toEqual([
      ...['1991', '1954', '1930']
    ]);
  });

  test('a place: the area it lies in, by the longitude of the same place', () => {
    const plan = protectedBy('home_latitude', { how: 'area', areaSetId: 'set' });
    expect(stored(plan, 'home_latitude')).toEqual(['S', 'N', null, null]);
    expect(plan.variables.find(({ name }) => name === 'home_longitude')?.include).toBe(false);
  });

  test('a place, rounded to two decimals', () => {
    const plan = protectedBy('home_latitude', { how: 'rounded', decimals: 2 });
    expect(stored(plan, 'home_latitude')).toEqual(['39.05', '39.15', '50', null]);
  });

  test('nothing is read without the key or the boundaries', () => {
    for (const [variable, wish] of [
      ['email', { how: 'pseudonym' }],
      ['home_latitude', { how: 'area', areaSetId: 'set' }]
    ] as const)
      expect(() => stored(protectedBy(variable, wish), variable, {})).toThrow(ProtectionError);
  });
});

describe('decisions of the privacy step', () => {
  test('are forgotten by the next one', () => {
    const once = protectedBy('dob', { how: 'birth-year' });
    const off = withProtection(once, { variable: 'dob', protect: null, include: false }, proposal);
    expect(off.variables.find(({ name }) => name === 'dob')).toEqual(
      proposal.variables.find(({ name }) => name === 'dob')
    );
    expect(off.questions.find(({ id }) => id === 'dob')?.kind).toBe('identifier');
  });

  test('stand in the log, and an impossible one is none', () => {
    const choices = [{ variable: 'zip', protect: { how: 'zip3' as const }, include: true }];
    const replayed = replay(proposal, [{ kind: 'protect', choices }]);
    expect(replayed.variables.find(({ name }) => name === 'zip')?.protect).toEqual({ how: 'zip3' });
    const wrong = { kind: 'protect', choices: [{ ...choices[0], protect: { how: 'none' } }] };
    expect(parseDecision(wrong)).toBeNull();
  });

  test('personal data that is read without one is kept private', () => {
    const bare: ImportPlan = {
      ...proposal,
      variables: proposal.variables.map((one) => ({ ...one, include: true }))
    };
    const safe = withPrivateIdentifiers(bare);
    const personal = safe.variables.filter(({ role }) => role === 'identifier');
    expect(personal.length).toBeGreaterThan(3);
    for (const { protect, kind } of personal)
      expect([protect?.how, kind]).toEqual(['private', 'text']);
    expect(withPrivateIdentifiers(proposal)).toBe(proposal);
  });
});

describe('what the plan and its issues say', () => {
  test('neither quotes a cell of a personal column', () => {
    const text = csv
      .replace('fine', 'fine\u200b Ana')
      .replace('ana@example.org', 'ana\u200b@example.org');
    const { plan, issues } = planned(text);
    const said = JSON.stringify([plan, issues]);
    for (const secret of ['Ana Lopez', 'joe@', 'example.org', '913-555', 'Luz', '1991-02-03'])
      expect(said).not.toContain(secret);
    expect(issues.map(({ code }) => code)).toContain('INVISIBLE_CHARACTERS');
  });

  test('rows that few share by place and age are counted, not shown', () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `${i},64108,${i < 9 ? 'young' : 'old'},${i % 2}`
    );
    const { issues } = planned(['key,zip,age group,q1', ...rows].join('\n'));
    const found = issues.find(({ code }) => code === 'SMALL_COMBINATIONS');
    expect(found).toMatchObject({
      severity: 'note',
      params: { rows: 3, alone: 0, columns: 'zip, age group' }
    });
  });
});
