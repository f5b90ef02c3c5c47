import * as v from 'valibot';
import { defineOperation } from './operation';
import { flipped } from './question-edit';
import { questionName } from './question-name';

/** The answers of a question in the opposite order. */
export const flipOperation = defineOperation({
  kind: 'flip',
  schema: v.object({ questionId: v.string() }),
  apply: (plan, { questionId }) => flipped(plan, questionId),
  describe: ({ questionId }, plan, language) => ({
    question: questionName(plan, questionId, language)
  })
});
