import { describe, expect, test } from 'vitest';
import { campaignMoveProblems, campaignMoves, type CampaignFacts } from './campaign';
import { commitmentMoveProblems, commitmentMoves, giverProblems } from './commitment';
import { hearingMoveProblems, hearingMoves } from './hearing';
import { canMove, isEnd } from './moves';
import { policyActionMoveProblems, policyActionMoves, responseProblems } from './policy-action';
import { speakerMoveProblems, speakerMoves } from './speaker';

const codes = (issues: { code: string }[]) => issues.map((issue) => issue.code);

describe('every state machine', () => {
  const machines = {
    campaignMoves,
    commitmentMoves,
    policyActionMoves,
    hearingMoves,
    speakerMoves
  } as Record<string, Record<string, readonly string[]>>;

  test.each(Object.entries(machines))('%s reaches every state and never stays', (_name, moves) => {
    const states = Object.keys(moves);
    const reached = new Set([states[0]]);
    for (let i = 0; i < states.length; i++)
      for (const from of [...reached]) for (const to of moves[from ?? ''] ?? []) reached.add(to);
    expect([...reached].sort()).toEqual([...states].sort());
    for (const state of states) expect(canMove(moves, state, state)).toBe(false);
  });

  test('ends where nothing follows', () => {
    expect(isEnd(campaignMoves, 'closed')).toBe(true);
    expect(isEnd(campaignMoves, 'paused')).toBe(false);
  });
});

describe('a campaign', () => {
  const ready: CampaignFacts = {
    status: 'planning',
    issue: 'Rents',
    leadOrganizationId: 'o',
    goalsWithVictory: 1,
    primaryTargets: 1,
    objectives: 1,
    result: null,
    debrief: ''
  };

  test('starts planning once it has an issue and a lead organization', () => {
    const draft: CampaignFacts = { ...ready, status: 'draft', issue: '', leadOrganizationId: null };
    expect(codes(campaignMoveProblems(draft, 'planning'))).toEqual([
      'campaign-issue-missing',
      'campaign-lead-missing'
    ]);
    expect(campaignMoveProblems({ ...ready, status: 'draft' }, 'planning')).toEqual([]);
  });

  test('starts once it has a victory, a person who decides, and an objective', () => {
    const bare = { ...ready, goalsWithVictory: 0, primaryTargets: 0, objectives: 0 };
    expect(codes(campaignMoveProblems(bare, 'active'))).toEqual([
      'campaign-victory-missing',
      'campaign-target-missing',
      'campaign-objective-missing'
    ]);
    expect(campaignMoveProblems(ready, 'active')).toEqual([]);
  });

  test('closes with a result and a debrief', () => {
    const active: CampaignFacts = { ...ready, status: 'active' };
    expect(codes(campaignMoveProblems(active, 'closed'))).toEqual([
      'campaign-result-missing',
      'campaign-debrief-missing'
    ]);
    expect(
      campaignMoveProblems({ ...active, result: 'won', debrief: 'We won.' }, 'closed')
    ).toEqual([]);
  });

  test('skips no step and never reopens', () => {
    expect(codes(campaignMoveProblems({ ...ready, status: 'draft' }, 'active'))).toEqual([
      'move-not-possible'
    ]);
    expect(codes(campaignMoveProblems({ ...ready, status: 'closed' }, 'active'))).toEqual([
      'move-not-possible'
    ]);
  });

  test('pauses and goes on', () => {
    expect(campaignMoveProblems({ ...ready, status: 'active' }, 'paused')).toEqual([]);
    expect(campaignMoveProblems({ ...ready, status: 'paused' }, 'active')).toEqual([]);
  });
});

describe('a commitment', () => {
  test.each(['fulfilled', 'partial', 'broken'] as const)('is %s only with evidence', (to) => {
    const facts = { state: 'in-progress' as const, evidence: null };
    expect(codes(commitmentMoveProblems(facts, to))).toEqual(['commitment-evidence']);
    expect(commitmentMoveProblems({ ...facts, evidence: 'Photo' }, to)).toEqual([]);
  });

  test('is released or expires from any open state, never from an end', () => {
    for (const state of ['proposed', 'requested', 'accepted', 'in-progress'] as const)
      for (const to of ['released', 'expired'] as const)
        expect(commitmentMoveProblems({ state, evidence: null }, to)).toEqual([]);
    expect(
      codes(commitmentMoveProblems({ state: 'fulfilled', evidence: 'x' }, 'released'))
    ).toEqual(['move-not-possible']);
  });

  test('has exactly one giver', () => {
    expect(giverProblems(true, false)).toEqual([]);
    expect(giverProblems(false, true)).toEqual([]);
    expect(codes(giverProblems(true, true))).toEqual(['commitment-giver']);
    expect(codes(giverProblems(false, false))).toEqual(['commitment-giver']);
  });
});

describe('a policy action', () => {
  test('is done with a day and a proof', () => {
    const facts = { state: 'in-progress' as const, doneOn: null, proof: null };
    expect(codes(policyActionMoveProblems(facts, 'done'))).toEqual([
      'action-date-missing',
      'action-proof-missing'
    ]);
    expect(
      policyActionMoveProblems({ ...facts, doneOn: '2026-11-30', proof: 'Letter' }, 'done')
    ).toEqual([]);
    expect(policyActionMoveProblems(facts, 'missed')).toEqual([]);
  });

  test('is not done before it was approved', () => {
    expect(
      codes(
        policyActionMoveProblems({ state: 'planned', doneOn: '2026-11-30', proof: 'x' }, 'done')
      )
    ).toEqual(['move-not-possible']);
  });

  test('gets an answer only once it is done', () => {
    expect(codes(responseProblems('planned', 'met'))).toEqual(['response-before-done']);
    expect(responseProblems('done', 'met')).toEqual([]);
  });
});

describe('a hearing', () => {
  const facts = { status: 'confirmed' as const, startsAt: new Date('2026-12-01T23:00:00Z') };

  test('has passed only once its time is over', () => {
    expect(codes(hearingMoveProblems(facts, 'passed', new Date('2026-12-01T22:59:00Z')))).toEqual([
      'hearing-not-passed'
    ]);
    expect(hearingMoveProblems(facts, 'passed', new Date('2026-12-01T23:01:00Z'))).toEqual([]);
  });

  test('that has passed stays passed', () => {
    expect(
      codes(hearingMoveProblems({ ...facts, status: 'passed' }, 'confirmed', new Date()))
    ).toEqual(['move-not-possible']);
  });
});

describe('a speaker', () => {
  test('who shares lived experience consents before sign-up', () => {
    const facts = { state: 'confirmed', role: 'lived-experience', consentOn: null } as const;
    expect(codes(speakerMoveProblems(facts, 'signed-up'))).toEqual(['speaker-consent']);
    expect(speakerMoveProblems({ ...facts, consentOn: '2026-11-20' }, 'signed-up')).toEqual([]);
    expect(speakerMoveProblems({ ...facts, role: 'data' }, 'signed-up')).toEqual([]);
  });

  test('may step back until they have spoken', () => {
    for (const state of ['invited', 'confirmed', 'signed-up'] as const)
      expect(speakerMoveProblems({ state, role: 'data', consentOn: null }, 'withdrawn')).toEqual(
        []
      );
    expect(
      codes(speakerMoveProblems({ state: 'spoke', role: 'data', consentOn: null }, 'withdrawn'))
    ).toEqual(['move-not-possible']);
  });
});
