import type { Issue } from '$lib/base/issue';
import type { Moves } from './moves';
import { canMove } from './moves';
import { problem } from './problem';

export const speakerRoles = [
  'lived-experience',
  'data',
  'provider',
  'clergy',
  'business',
  'youth',
  'other'
] as const;
export type SpeakerRole = (typeof speakerRoles)[number];

export const speakerStates = [
  'invited',
  'confirmed',
  'signed-up',
  'spoke',
  'not-called',
  'withdrawn'
] as const;
export type SpeakerState = (typeof speakerStates)[number];

/** Anyone may step back until they have spoken. */
export const speakerMoves: Moves<SpeakerState> = {
  invited: ['confirmed', 'withdrawn'],
  confirmed: ['signed-up', 'withdrawn'],
  'signed-up': ['spoke', 'not-called', 'withdrawn'],
  spoke: [],
  'not-called': [],
  withdrawn: ['invited']
};

/** What keeps a speaker from a state: sharing lived experience needs consent before sign-up. */
export function speakerMoveProblems(
  facts: { state: SpeakerState; role: SpeakerRole; consentOn: string | null },
  to: SpeakerState
): Issue[] {
  if (!canMove(speakerMoves, facts.state, to)) return [problem('move-not-possible')];
  const needsConsent = to === 'signed-up' || to === 'spoke';
  if (needsConsent && facts.role === 'lived-experience' && facts.consentOn === null)
    return [problem('speaker-consent', 'consentOn')];
  return [];
}
