import type { Issue } from '$lib/base/issue';
import type { Moves } from './moves';
import { canMove } from './moves';
import { problem } from './problem';

export const campaignStatuses = ['draft', 'planning', 'active', 'paused', 'closed'] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

export const campaignResults = [
  'won',
  'partial',
  'blocked-harm',
  'lost',
  'withdrawn',
  'superseded'
] as const;
export type CampaignResult = (typeof campaignResults)[number];

/** Closed is an end: a campaign that starts again is a new cycle that names the earlier one. */
export const campaignMoves: Moves<CampaignStatus> = {
  draft: ['planning'],
  planning: ['active'],
  active: ['paused', 'closed'],
  paused: ['active', 'closed'],
  closed: []
};

/** What the guards look at. */
export interface CampaignFacts {
  status: CampaignStatus;
  issue: string;
  leadOrganizationId: string | null;
  goalsWithVictory: number;
  /** primary targets who are persons, never bodies */
  primaryTargets: number;
  objectives: number;
  result: CampaignResult | null;
  debrief: string;
}

/** What keeps a campaign from moving to a status; empty when it may move. */
export function campaignMoveProblems(facts: CampaignFacts, to: CampaignStatus): Issue[] {
  if (!canMove(campaignMoves, facts.status, to)) return [problem('move-not-possible')];
  const problems: Issue[] = [];
  const need = (holds: boolean, issue: Issue) => {
    if (!holds) problems.push(issue);
  };
  if (to === 'planning') {
    need(facts.issue !== '', problem('campaign-issue-missing'));
    need(facts.leadOrganizationId !== null, problem('campaign-lead-missing'));
  }
  if (to === 'active') {
    need(facts.goalsWithVictory > 0, problem('campaign-victory-missing'));
    need(facts.primaryTargets > 0, problem('campaign-target-missing'));
    need(facts.objectives > 0, problem('campaign-objective-missing'));
  }
  if (to === 'closed') {
    need(facts.result !== null, problem('campaign-result-missing', 'result'));
    need(facts.debrief !== '', problem('campaign-debrief-missing', 'debrief'));
  }
  return problems;
}

export const goalHorizons = ['long', 'intermediate', 'short'] as const;
export type GoalHorizon = (typeof goalHorizons)[number];
