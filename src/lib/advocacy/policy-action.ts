import type { Issue } from '$lib/base/issue';
import type { Moves } from './moves';
import { canMove } from './moves';
import { problem } from './problem';

export const policyActionKinds = [
  'testify',
  'comment',
  'meet',
  'letter',
  'petition-delivery',
  'amendment-text',
  'budget-request',
  'rule-petition',
  'records-request'
] as const;
export type PolicyActionKind = (typeof policyActionKinds)[number];

export const policyActionStates = [
  'idea',
  'planned',
  'approved',
  'in-progress',
  'done',
  'cancelled',
  'missed'
] as const;
export type PolicyActionState = (typeof policyActionStates)[number];

export const policyActionMoves: Moves<PolicyActionState> = {
  idea: ['planned'],
  planned: ['approved'],
  approved: ['in-progress'],
  'in-progress': ['done', 'cancelled', 'missed'],
  done: [],
  cancelled: [],
  missed: []
};

export const policyResponses = ['none', 'acknowledged', 'partly-met', 'met', 'refused'] as const;
export type PolicyResponse = (typeof policyResponses)[number];

/** What keeps an action from moving; done needs a day and a proof (a document, a link, a record). */
export function policyActionMoveProblems(
  facts: { state: PolicyActionState; doneOn: string | null; proof: string | null },
  to: PolicyActionState
): Issue[] {
  if (!canMove(policyActionMoves, facts.state, to)) return [problem('move-not-possible')];
  const problems: Issue[] = [];
  if (to === 'done' && facts.doneOn === null)
    problems.push(problem('action-date-missing', 'doneOn'));
  if (to === 'done' && facts.proof === null)
    problems.push(problem('action-proof-missing', 'proof'));
  return problems;
}

/** A body can only answer what was done. */
export const responseProblems = (state: PolicyActionState, response: PolicyResponse): Issue[] =>
  state !== 'done' && response !== 'none' ? [problem('response-before-done', 'response')] : [];
