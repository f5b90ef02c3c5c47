import type * as v from 'valibot';
import type { ImportPlan } from '../plan';

/** When something was decided, and by whom; null: the command line or the program itself. */
export interface Stamp {
  /** ISO instant */
  at: string;
  by: string | null;
}

/** What the sentence of an operation needs. */
export type OperationParams = Record<string, string | number>;

/**
 * One kind of decision about an import: plain data that can be stored, undone, done again, and taken over
 * for the next wave. The plan under review is the proposal with the decisions in force applied in order.
 */
export interface OperationKind<
  K extends string = string,
  S extends v.GenericSchema = v.GenericSchema
> {
  kind: K;
  /** what it holds beside `kind`, `at` and `by` */
  schema: S;
  /**
   * The plan with the decision carried out; the same object when it has nothing to act on (its question
   * is not there any more). `proposal` is the plan as the program proposed it.
   */
  apply(plan: ImportPlan, args: v.InferOutput<S>, proposal: ImportPlan): ImportPlan;
  /** what its sentence in `text/<language>/import-operations` needs; `plan` is the plan before it */
  describe(args: v.InferOutput<S>, plan: ImportPlan, language: string): OperationParams;
}

/** Ties the arguments of a kind of operation to its schema. */
export const defineOperation = <const K extends string, S extends v.GenericSchema>(
  kind: OperationKind<K, S>
): OperationKind<K, S> => kind;
