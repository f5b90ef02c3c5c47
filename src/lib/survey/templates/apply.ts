import type { Issue } from '$lib/base/issue';
import type { ImportPlan } from '../plan';
import { matchIssues } from './issues';
import type { Match } from './match';
import { takeOver } from './take-over';
import type { Template } from './template';

export interface ApplyOptions {
  /** the proposal with what has been decided about it; default the proposal itself */
  plan?: ImportPlan;
  /** positions of columns that are kept as questions of their own */
  apart?: ReadonlySet<number>;
  /** the differences have been seen by a person: they are no open questions any more */
  isConfirmed?: boolean;
}

/**
 * The plan of a file by the decisions of a template. How the bytes are read, the rows left out and the
 * columns the template does not know are this file's own.
 */
export function applyTemplate(
  template: Template,
  proposal: ImportPlan,
  match: Match,
  { plan = proposal, apart = new Set(), isConfirmed = false }: ApplyOptions = {}
): ImportPlan {
  const open = plan.openQuestions.filter((issue) => !wasDecided(template, match, apart, issue));
  const changed = isConfirmed
    ? []
    : matchIssues(match, apart).filter(({ severity }) => severity === 'question');
  return {
    ...plan,
    ...takeOver(template, plan, match, apart),
    openQuestions: [...open, ...changed]
  };
}

/** Somebody answered the same question about the same column when the template was made. */
function wasDecided(
  { plan, proposal }: Template,
  { pairs }: Match,
  apart: ReadonlySet<number>,
  { code, where }: Issue
): boolean {
  if (where.columnIndex === undefined || where.line !== undefined) return false;
  const pair = pairs.find(({ now }) => now.index === where.columnIndex && !apart.has(now.index));
  const isIn = ({ openQuestions }: ImportPlan): boolean =>
    openQuestions.some(
      (issue) => issue.code === code && issue.where.columnIndex === pair?.before.index
    );
  return pair !== undefined && isIn(proposal) && !isIn(plan);
}
