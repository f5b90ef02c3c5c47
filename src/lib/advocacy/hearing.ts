import type { Issue } from '$lib/base/issue';
import type { Moves } from './moves';
import { canMove } from './moves';
import { problem } from './problem';

export const hearingStatuses = ['tentative', 'confirmed', 'cancelled', 'passed'] as const;
export type HearingStatus = (typeof hearingStatuses)[number];

/** A cancelled hearing comes back by being rescheduled; a passed one stays. */
export const hearingMoves: Moves<HearingStatus> = {
  tentative: ['confirmed', 'cancelled', 'passed'],
  confirmed: ['tentative', 'cancelled', 'passed'],
  cancelled: ['tentative', 'confirmed'],
  passed: []
};

/** What keeps a hearing from a status: it has passed only once its time is over. */
export function hearingMoveProblems(
  facts: { status: HearingStatus; startsAt: Date },
  to: HearingStatus,
  now: Date
): Issue[] {
  if (!canMove(hearingMoves, facts.status, to)) return [problem('move-not-possible')];
  if (to === 'passed' && facts.startsAt > now) return [problem('hearing-not-passed')];
  return [];
}

export type DeadlineKind = 'sign-up' | 'materials' | 'written';

export interface Deadlines {
  signUpClosesAt: Date | null;
  materialsDueAt: Date | null;
  writtenDueAt: Date | null;
  copies: number | null;
}

export interface DueItem {
  kind: DeadlineKind | 'hearing';
  at: Date;
  isOver: boolean;
  /** paper copies to bring, only on materials */
  copies: number | null;
}

/** What is due before a hearing, and the hearing itself, earliest first. */
export function whatIsDue(hearing: Deadlines & { startsAt: Date }, now: Date): DueItem[] {
  const items: [DueItem['kind'], Date | null][] = [
    ['sign-up', hearing.signUpClosesAt],
    ['materials', hearing.materialsDueAt],
    ['written', hearing.writtenDueAt],
    ['hearing', hearing.startsAt]
  ];
  return items
    .flatMap(([kind, at]) =>
      at === null
        ? []
        : [{ kind, at, isOver: at < now, copies: kind === 'materials' ? hearing.copies : null }]
    )
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** A sign-up or materials deadline after the hearing began is a mistake; written may come later. */
export function deadlineProblems(hearing: Deadlines & { startsAt: Date }): Issue[] {
  const problems: Issue[] = [];
  if (hearing.signUpClosesAt && hearing.signUpClosesAt > hearing.startsAt)
    problems.push(problem('deadline-after-start', 'signUpClosesAt'));
  if (hearing.materialsDueAt && hearing.materialsDueAt > hearing.startsAt)
    problems.push(problem('deadline-after-start', 'materialsDueAt'));
  return problems;
}
