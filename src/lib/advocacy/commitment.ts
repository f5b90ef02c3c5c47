import type { Issue } from '$lib/base/issue';
import type { Moves } from './moves';
import { canMove, isEnd } from './moves';
import { problem } from './problem';

export const commitmentStates = [
  'proposed',
  'requested',
  'accepted',
  'declined',
  'in-progress',
  'fulfilled',
  'partial',
  'broken',
  'released',
  'expired'
] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** Any open commitment may be released by its receiver or expire with its due day. */
export const commitmentMoves: Moves<CommitmentState> = {
  proposed: ['requested', 'released', 'expired'],
  requested: ['accepted', 'declined', 'released', 'expired'],
  accepted: ['in-progress', 'released', 'expired'],
  'in-progress': ['fulfilled', 'partial', 'broken', 'released', 'expired'],
  declined: [],
  fulfilled: [],
  partial: [],
  broken: [],
  released: [],
  expired: []
};

/** States that judge a promise: they need proof. */
const judgedStates: readonly CommitmentState[] = ['fulfilled', 'partial', 'broken'];

export const isOpenCommitment = (state: CommitmentState): boolean => !isEnd(commitmentMoves, state);

/** What keeps a commitment from moving; empty when it may move. */
export function commitmentMoveProblems(
  facts: { state: CommitmentState; evidence: string | null },
  to: CommitmentState
): Issue[] {
  if (!canMove(commitmentMoves, facts.state, to)) return [problem('move-not-possible')];
  if (judgedStates.includes(to) && !facts.evidence)
    return [problem('commitment-evidence', 'evidence')];
  return [];
}

/** Exactly one giver: an organization or a person. */
export const giverProblems = (hasOrganization: boolean, hasPerson: boolean): Issue[] =>
  hasOrganization === hasPerson ? [problem('commitment-giver', 'giverOrganizationId')] : [];
