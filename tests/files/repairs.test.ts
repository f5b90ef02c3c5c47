import { describe, expect, test } from 'vitest';
import { textInMemory } from '$lib/survey/file/bytes';
import { inspectSurvey } from '$lib/survey/inspect';
import type { ImportPlan } from '$lib/survey/plan';
import { withAllRepairs, withRepair } from '$lib/survey/operations/repair-plan';
import { collect, type Stored } from './collect';

function read(text: string): { plan: ImportPlan; stored: (plan: ImportPlan) => Column } {
  const { plan } = inspectSurvey({ main: textInMemory(text), name: 'survey.csv' });
  if (!plan) throw new Error('refused');
  return { plan, stored: (decided) => (name) => valuesOf(text, decided, name) };
}

type Column = (name: string) => Stored[];

const valuesOf = (text: string, plan: ImportPlan, name: string): Stored[] =>
  collect(textInMemory(text), plan).columns.get(name) ?? [];

/** The plan after its one open question of a kind has been answered. */
function decided(plan: ImportPlan, code: string, accept: boolean): ImportPlan {
  const issue = plan.openQuestions.find((open) => open.code === code);
  if (!issue) throw new Error(`${code} is not asked`);
  const after = withRepair(plan, issue, accept);
  expect(after.openQuestions).not.toContainEqual(issue);
  return after;
}

describe('text that was decoded twice', () => {
  const file = read('id,comment\n1,cafÃ©\n2,niÃ±o â€“ sÃ­\n3,cafÃ©\n');

  test('is read as it was meant once a person agrees, in values and categories', () => {
    const plan = decided(file.plan, 'MOJIBAKE_SUSPECTED', true);
    expect(file.stored(plan)('comment')).toEqual(['café', 'niño – sí', 'café']);
    const variable = plan.variables.find(({ name }) => name === 'comment');
    expect(variable?.categories.map(({ code }) => code)).toEqual(['café', 'niño – sí']);
  });

  test('stays as it stands when the person declines', () => {
    const plan = decided(file.plan, 'MOJIBAKE_SUSPECTED', false);
    expect(file.stored(plan)('comment')).toEqual(['cafÃ©', 'niÃ±o â€“ sÃ­', 'cafÃ©']);
  });
});

describe('ranges that a spreadsheet took for dates', () => {
  const file = read('id,children,age\n1,3-Jan,18-24\n2,0,Oct-14\n3,2-Jan,25-34\n4,5-Apr,18-24\n');

  test('are ranges again, each column by its own answer', () => {
    const plan = decided(file.plan, 'EXCEL_DATE_MANGLED', true);
    expect(file.stored(plan)('children')).toEqual(['1-3', '0', '1-2', '4-5']);
    expect(file.stored(plan)('age')).toEqual(['18-24', 'Oct-14', '25-34', '18-24']);
  });

  test('find their place among the other bands', () => {
    const plan = withAllRepairs(file.plan);
    const age = plan.variables.find(({ name }) => name === 'age');
    expect(age?.categories.map(({ code }) => code)).toEqual(['10-14', '18-24', '25-34']);
    expect(plan.openQuestions).toEqual([]);
  });

  test('the smaller part stands first, whichever the spreadsheet put there', () => {
    const spanish = read('id,personas\n1,1-mar\n2,4-dic\n3,2-4\n');
    const plan = decided(spanish.plan, 'EXCEL_DATE_MANGLED', true);
    expect(spanish.stored(plan)('personas')).toEqual(['1-3', '4-12', '2-4']);
  });
});

test('ZIP codes get their zeros back only when a person agrees; other codes are left alone', () => {
  const file = read('id,zip\n1,1060\n2,01062\n3,1040-1234\n4,10027\n5,K1A 0B1\n6,1060\n');
  const zips = (accept: boolean) =>
    file.stored(decided(file.plan, 'LEADING_ZERO_LOST', accept))('zip');
  expect(zips(true)).toEqual(['01060', '01062', '01040-1234', '10027', 'K1A 0B1', '01060']);
  expect(zips(false)).toEqual(['1060', '01062', '1040-1234', '10027', 'K1A 0B1', '1060']);
});

test('rounded numbers are never an id: the column is off, and its values are lost, not equal', () => {
  const text = 'case,q1\n3.10224E+11,2\n3.10224E+11,3\n4.2E+10,5\n';
  const { plan } = read(text);
  const variable = plan.variables.find(({ heading }) => heading === 'case');
  expect(variable).toMatchObject({ include: false, reason: 'id-digits-lost', kind: 'text' });
  expect(plan.variables.map(({ role }) => role)).not.toContain('id');
  const on = plan.variables.map((each) => ({ ...each, include: true }));
  const { columns, reasons } = collect(textInMemory(text), { ...plan, variables: on });
  expect(columns.get('case')).toEqual([null, null, null]);
  expect(reasons.get('case')).toEqual(['unreadable', 'unreadable', 'unreadable']);
});

test('an ambiguous date is read in the order a person says', () => {
  const file = read('id,when\n1,03/04/2024\n2,05/06/2024\n3,11/12/2024\n');
  const first = (accept: boolean) => {
    const [value] = file.stored(decided(file.plan, 'DATE_AMBIGUOUS', accept))('when');
    return new Date(Number(value)).toISOString().slice(0, 10);
  };
  expect([first(true), first(false)].sort()).toEqual(['2024-03-04', '2024-04-03']);
});

test('77, 88 and 99 among days mean no answer and none only once a person says so', () => {
  const days = [1, 2, 5, 10, 30, 77, 88, 99, 0, 3];
  const file = read(`id,days of poor health\n${days.map((day, i) => `${i},${day}`).join('\n')}\n`);
  const name = file.plan.variables[1]?.name ?? '';
  expect(file.stored(file.plan)(name)).toEqual(days);
  const plan = decided(file.plan, 'CODES_MAY_BE_MISSING', true);
  expect(file.stored(plan)(name)).toEqual([1, 2, 5, 10, 30, null, 0, null, 0, 3]);
});

test('times without a zone are those of the clock of the file, summer time included', () => {
  const text = 'id,start\n1,2024-01-15 12:00:00\n2,2024-07-15 12:00:00\n3,2024-07-15T12:00:00Z\n';
  const { plan } = read(text);
  const variables = plan.variables.map((variable) => {
    const { source } = variable;
    if (source.from !== 'column' || !source.date) return variable;
    return {
      ...variable,
      source: { ...source, date: { ...source.date, zone: 'America/New_York' } }
    };
  });
  const stored = valuesOf(text, { ...plan, variables }, 'start');
  expect(stored.map((value) => new Date(Number(value)).toISOString().slice(11, 16))).toEqual([
    '17:00',
    '16:00',
    '12:00'
  ]);
});
