import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { objectiveSchema } from './campaign.schema';
import { organizationSchema } from './coalition.schema';
import { hearingMoments, hearingSchema } from './hearing.schema';
import { deadlineProblems, whatIsDue } from './hearing';
import {
  measureActionSchema,
  measureSchema,
  positionSchema,
  stageProblems
} from './measure.schema';
import { stakeholderProblems } from './stakeholder';

const codes = (schema: v.GenericSchema, input: unknown) => {
  const parsed = v.safeParse(schema, input);
  return parsed.success
    ? []
    : parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
};

describe('an objective', () => {
  test('typed in percent is held as a share of 1', () => {
    const parsed = v.parse(objectiveSchema, {
      text: 'x',
      instance: 'unmet-need|unmet-need:rent',
      group: 'tenure|rent',
      baseline: '38',
      target: '32',
      unit: 'share',
      dueOn: '2027-06-30'
    });
    expect(parsed).toMatchObject({
      indicatorId: 'unmet-need',
      instanceKey: 'unmet-need:rent',
      groupVariable: 'tenure',
      groupKey: 'rent',
      baseline: 0.38,
      target: 0.32
    });
  });

  test('typed as a count keeps its number, thousands separators included', () => {
    expect(
      v.parse(objectiveSchema, { text: 'x', baseline: '1,200', target: '0', unit: 'count' })
    ).toMatchObject({ baseline: 1200, target: 0, instanceKey: null });
  });

  test('says which number cannot be read', () => {
    expect(codes(objectiveSchema, { text: 'x', baseline: 'about 40', unit: 'count' })).toEqual([
      'baseline: number-unreadable'
    ]);
  });
});

describe('a measure', () => {
  const typed = {
    identifier: 'HB 214',
    title: 'Rent relief',
    classification: 'bill',
    jurisdiction: 'State',
    body: 'House',
    pipeline: 'bicameral',
    stage: 'introduced'
  };

  test('has at least one classification of the list', () => {
    expect(codes(measureSchema, { ...typed, classification: '' })).toEqual([
      'classification: classification-missing'
    ]);
    expect(codes(measureSchema, { ...typed, classification: ['bill', 'law'] })).toEqual([
      'classification.1: classification-unknown'
    ]);
    expect(v.parse(measureSchema, typed).classification).toEqual(['bill']);
  });

  test('stands at a stage of its pipeline', () => {
    expect(stageProblems({ pipeline: 'council', stage: 'floor-1' })).toHaveLength(1);
    expect(stageProblems({ pipeline: 'bicameral', stage: 'floor-1' })).toEqual([]);
  });

  test('has a source that is a web address', () => {
    expect(codes(measureSchema, { ...typed, sourceUrl: 'javascript:alert(1)' })).toEqual([
      'sourceUrl: web-address-unreadable'
    ]);
  });

  test('carries a position with its reason', () => {
    expect(codes(positionSchema, { position: 'support' })).toEqual([
      'positionReason: position-reason-missing'
    ]);
    expect(codes(positionSchema, { position: 'watch' })).toEqual([]);
  });

  test('has actions whose date text is kept as it is', () => {
    const action = {
      organization: 'House',
      description: 'Introduced',
      classification: 'introduction'
    };
    expect(v.parse(measureActionSchema, { ...action, date: '2026-09' }).date).toBe('2026-09');
    expect(codes(measureActionSchema, { ...action, date: 'Sept 9' })).toEqual([
      'date: legislative-date-unreadable'
    ]);
  });
});

test('an organization has a name and, if any, a web address', () => {
  expect(codes(organizationSchema, { name: ' ', website: 'not an address' })).toEqual([
    'name: name-missing',
    'website: web-address-unreadable'
  ]);
});

describe('a stakeholder', () => {
  const facts = {
    role: 'ally' as const,
    isPerson: true,
    isOrganization: false,
    support: null,
    influence: null,
    basis: null
  };
  const found = (change: object) =>
    stakeholderProblems({ ...facts, ...change }).map((issue) => issue.code);

  test('who decides is a person, never a body', () => {
    const body = { role: 'primary-target', isPerson: false, isOrganization: true };
    expect(found(body)).toEqual(['target-is-a-person']);
    expect(found({ role: 'primary-target' })).toEqual([]);
  });

  test('is exactly one person or organization', () => {
    expect(found({ isOrganization: true })).toEqual(['stakeholder-one']);
    expect(found({ isPerson: false })).toEqual(['stakeholder-who']);
  });

  test('is rated with a basis, zero included', () => {
    expect(found({ support: 0 })).toEqual(['rating-basis-missing']);
    expect(found({ influence: 4, basis: 'Chairs the committee' })).toEqual([]);
  });
});

describe('the moments of a hearing', () => {
  const typed = {
    body: 'Housing Committee',
    subject: 'Rent relief',
    startsAt: '2026-12-01T18:00',
    zone: 'America/Chicago',
    place: 'Room 2',
    signUpClosesAt: '2026-12-01T12:00',
    materialsDueAt: '2026-11-30T12:00'
  };

  test('are instants of the clock at the place', () => {
    expect(hearingMoments(v.parse(hearingSchema, typed))).toEqual({
      ok: true,
      value: {
        startsAt: new Date('2026-12-02T00:00:00Z'),
        signUpClosesAt: new Date('2026-12-01T18:00:00Z'),
        materialsDueAt: new Date('2026-11-30T18:00:00Z'),
        writtenDueAt: null
      }
    });
  });

  test('name the field whose time clocks skip', () => {
    const skipped = { ...typed, startsAt: '2026-03-08T02:30' };
    expect(hearingMoments(v.parse(hearingSchema, skipped))).toMatchObject({
      ok: false,
      issues: [{ code: 'moment-skipped', where: { field: 'startsAt' } }]
    });
  });

  test('are listed as due, earliest first, the copies beside the materials', () => {
    const hearing = {
      startsAt: new Date('2026-12-02T00:00:00Z'),
      signUpClosesAt: new Date('2026-12-01T18:00:00Z'),
      materialsDueAt: new Date('2026-11-30T18:00:00Z'),
      writtenDueAt: null,
      copies: 11
    };
    const due = whatIsDue(hearing, new Date('2026-12-01T00:00:00Z'));
    expect(due.map(({ kind, isOver, copies }) => [kind, isOver, copies])).toEqual([
      ['materials', true, 11],
      ['sign-up', false, null],
      ['hearing', false, null]
    ]);
  });

  test('end sign-up and materials before the hearing starts; written may come later', () => {
    const startsAt = new Date('2026-12-02T00:00:00Z');
    const later = new Date('2026-12-03T00:00:00Z');
    const hearing = { startsAt, signUpClosesAt: later, materialsDueAt: later, writtenDueAt: later };
    expect(
      deadlineProblems({ ...hearing, copies: null }).map((issue) => issue.where.field)
    ).toEqual(['signUpClosesAt', 'materialsDueAt']);
  });
});
