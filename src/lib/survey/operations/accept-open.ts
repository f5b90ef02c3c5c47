import * as v from 'valibot';
import { defineOperation } from './operation';
import { withAllRepairs } from './repair-plan';

/** The open points of the file as proposed; guesses that are off stay off. */
export const acceptOpenOperation = defineOperation({
  kind: 'accept-open',
  schema: v.object({}),
  apply: (plan) =>
    plan.openQuestions.length === 0 ? plan : { ...withAllRepairs(plan), openQuestions: [] },
  describe: (_args, plan) => ({ count: plan.openQuestions.length })
});
