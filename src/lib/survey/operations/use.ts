import * as v from 'valibot';
import { defineOperation } from './operation';
import { questionName } from './question-name';
import { uses, withUse } from './uses';

/** Questions used as something else, or left out. */
export const useOperation = defineOperation({
  kind: 'use',
  schema: v.object({ uses: v.record(v.string(), v.picklist(uses)) }),
  apply: (plan, args, proposal) =>
    Object.entries(args.uses).reduce(
      (now, [questionId, use]) => withUse(now, proposal, questionId, use),
      plan
    ),
  describe: (args, plan, language) => {
    const [first] = Object.entries(args.uses);
    return {
      count: Object.keys(args.uses).length,
      question: questionName(plan, first?.[0] ?? '', language),
      use: first?.[1] ?? 'off'
    };
  }
});
