import * as v from 'valibot';
import { defineOperation } from './operation';
import { isDoubtful, useOf, withProposals } from './uses';

/** Everything that waited for a person, as proposed. */
export const acceptAllOperation = defineOperation({
  kind: 'accept-all',
  schema: v.object({}),
  apply: (plan, _args, proposal) => withProposals(plan, proposal),
  describe: (_args, plan) => ({
    count:
      plan.openQuestions.length +
      plan.questions.filter((one) => isDoubtful(one) && useOf(plan, one) === 'off').length
  })
});
