import * as v from 'valibot';
import { defineOperation } from './operation';
import { withEdit } from './question-edit';
import { questionName } from './question-name';

export const missingReasons = [
  'blank',
  'not-asked',
  'dont-know',
  'refused',
  'not-applicable',
  'unreadable'
] as const;
export const baseRules = ['answered', 'asked', 'everyone'] as const;
export const directions = ['low-is-bad', 'low-is-good'] as const;
const labels = v.record(v.string(), v.string());

/** One question worded, ordered and cleaned. */
export const editOperation = defineOperation({
  kind: 'edit',
  schema: v.object({
    questionId: v.string(),
    edit: v.object({
      labels,
      base: v.picklist(baseRules),
      direction: v.nullable(v.picklist(directions)),
      categories: v.array(v.object({ code: v.string(), labels, order: v.number() })),
      missing: v.array(v.object({ token: v.string(), reason: v.picklist(missingReasons) }))
    })
  }),
  apply: (plan, { questionId, edit }) => withEdit(plan, questionId, edit),
  describe: ({ questionId }, plan, language) => ({
    question: questionName(plan, questionId, language)
  })
});
