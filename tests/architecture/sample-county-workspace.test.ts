import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

describe('the demo workspace', () => {
  interface Named {
    id: string;
  }
  interface Workspace {
    organizations: Named[];
    people: (Named & { organization: string })[];
    commitments: (Named & {
      giver: Record<string, string>;
      state: string;
      evidence: string | null;
    })[];
    campaign: {
      goals: { victory: string }[];
      objectives: { baseline: number; target: number }[];
      tasks: { due: string; status: string; owner: string }[];
    };
    stakeholders: (Named & {
      kind: string;
      role: string;
      rating: { support: number; influence: number; basis: string };
    })[];
    measures: (Named & { actions: { date: string; classification: string[] }[] })[];
    policyActions: { measure: string }[];
    exhibits: Named[];
    hearing: {
      date: string;
      rules: { limitIndividualSeconds: number };
      speakers: { person: string; role: string }[];
      script: { paragraphs: { text: string; exhibit: string | null }[] };
    };
  }
  const w = JSON.parse(readFileSync('data/sample-county/workspace.json', 'utf8')) as Workspace;
  const ids = (rows: Named[]) => rows.map(({ id }) => id);

  test('twelve organizations; every reference leads somewhere', () => {
    expect(new Set(ids(w.organizations)).size).toBe(12);
    for (const { organization } of w.people) expect(ids(w.organizations)).toContain(organization);
    for (const { giver } of w.commitments) {
      expect(Object.keys(giver)).toHaveLength(1);
      expect(giver.organization ? ids(w.organizations) : ids(w.stakeholders)).toContain(
        Object.values(giver)[0]
      );
    }
    for (const { owner } of w.campaign.tasks) expect(ids(w.people)).toContain(owner);
    for (const { measure } of w.policyActions) expect(ids(w.measures)).toContain(measure);
    for (const { person } of w.hearing.speakers) expect(ids(w.people)).toContain(person);
    for (const { exhibit } of w.hearing.script.paragraphs)
      if (exhibit) expect(ids(w.exhibits)).toContain(exhibit);
  });

  test('kept, partly kept and broken commitments say what shows it', () => {
    for (const { state, evidence } of w.commitments)
      expect(Boolean(evidence), state).toBe(/^(fulfilled|partial|broken)$/.test(state));
  });

  test('the campaign may be active: victory text, a person as primary target, an objective that moves', () => {
    for (const { victory } of w.campaign.goals) expect(victory).toBeTruthy();
    for (const { baseline, target } of w.campaign.objectives) expect(target).not.toBe(baseline);
    const targets = w.stakeholders.filter(({ role }) => role === 'primary_target');
    expect(targets.map(({ kind }) => kind)).toEqual(['person']);
    for (const { rating } of w.stakeholders) {
      expect(Math.abs(rating.support)).toBeLessThanOrEqual(2);
      expect(rating.influence >= 0 && rating.influence <= 4).toBe(true);
      expect(rating.basis).toBeTruthy();
    }
    const open = w.campaign.tasks.filter(({ status }) => status === 'open');
    expect(open.filter(({ due }) => due.startsWith('-'))).toHaveLength(1);
  });

  test('histories run forward and end before today; the hearing is next week', () => {
    for (const { actions } of w.measures) {
      const days = actions.map(({ date }) => Number(date.replace('d', '')));
      expect(days).toEqual([...days].sort((a, b) => a - b));
      expect(Math.max(...days)).toBeLessThan(0);
    }
    expect(w.hearing.date).toBe('+8d');
  });

  test('the script fits its time at 130 words a minute, with a tenth to spare', () => {
    const words = w.hearing.script.paragraphs.flatMap(({ text }) => text.split(/\s+/)).length;
    expect(words).toBeGreaterThan(300);
    expect(words).toBeLessThanOrEqual((w.hearing.rules.limitIndividualSeconds / 60) * 130 * 0.9);
  });
});
