import * as v from 'valibot';
import { defineOperation } from './operation';
import { withDecision } from './uses';

/** One open point of the file decided: as proposed, not so, or the rows it is about kept after all. */
export const decideOperation = defineOperation({
  kind: 'decide',
  schema: v.object({
    code: v.string(),
    where: v.object({
      line: v.optional(v.number()),
      column: v.optional(v.string()),
      columnIndex: v.optional(v.number())
    }),
    choice: v.picklist(['accept', 'decline', 'keep-rows'])
  }),
  apply: (plan, { code, where, choice }) => withDecision(plan, { code, where }, choice),
  describe: ({ code, where, choice }) => ({
    code,
    choice,
    line: where.line ?? 0,
    column: where.column ?? ''
  })
});
