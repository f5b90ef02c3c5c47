import * as v from 'valibot';
import { defineOperation } from './operation';

/**
 * The names of survey and wave, how people were chosen, and the columns of the sampling design, which are
 * turned on. The facts are kept as they were checked when they were said.
 */
export const designOperation = defineOperation({
  kind: 'design',
  schema: v.object({
    surveyName: v.string(),
    waveName: v.string(),
    facts: v.looseObject({ sampleType: v.nullable(v.string()) }),
    /** names of variables */
    columns: v.array(v.string())
  }),
  apply: (plan, { columns }) =>
    plan.variables.some(({ name, include }) => !include && columns.includes(name))
      ? {
          ...plan,
          variables: plan.variables.map((variable) =>
            columns.includes(variable.name) ? { ...variable, include: true } : variable
          )
        }
      : plan,
  describe: ({ surveyName, waveName }) => ({ survey: surveyName, wave: waveName })
});
