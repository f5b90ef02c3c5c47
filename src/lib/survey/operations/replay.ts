import type { ImportPlan } from '../plan';
import { findOperationKind, type Decision, type Operation } from './index';
import type { OperationParams } from './operation';
import { withUnsureOff } from './uses';

/**
 * The plan under review: the proposal, with guesses nobody can be sure of off, and the decisions applied
 * in order. Decisions about what is not in the proposal change nothing.
 */
export const replay = (proposal: ImportPlan, operations: readonly Decision[]): ImportPlan =>
  operations.reduce<ImportPlan>(
    (plan, operation) => withOperation(plan, operation, proposal),
    withUnsureOff(proposal)
  );

/** The plan with one more decision. */
export const withOperation = (
  plan: ImportPlan,
  operation: Decision,
  proposal: ImportPlan
): ImportPlan => findOperationKind(operation.kind)?.apply(plan, operation, proposal) ?? plan;

/** A decision as the list of what was decided says it. */
export interface LoggedOperation {
  kind: Operation['kind'];
  at: string;
  by: string | null;
  params: OperationParams;
  /** undone, and can be done again */
  isUndone: boolean;
}

/** What was decided, in order, with what each sentence needs. */
export function operationLog(
  proposal: ImportPlan,
  operations: readonly Operation[],
  count: number,
  language: string
): LoggedOperation[] {
  let plan = withUnsureOff(proposal);
  return operations.map((operation, i) => {
    const kind = findOperationKind(operation.kind);
    const params = kind?.describe(operation, plan, language) ?? {};
    plan = kind?.apply(plan, operation, proposal) ?? plan;
    const { at, by } = operation;
    return { kind: operation.kind, at, by, params, isUndone: i >= count };
  });
}
