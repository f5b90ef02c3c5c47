import * as v from 'valibot';
import { withProtection } from '../protect/with-protection';
import { defineOperation } from './operation';

const wish = v.variant('how', [
  v.object({ how: v.literal('private') }),
  v.object({ how: v.literal('pseudonym') }),
  v.object({ how: v.literal('zip3') }),
  v.object({ how: v.literal('birth-year') }),
  v.object({
    how: v.literal('age-band'),
    years: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(20))
  }),
  v.object({
    how: v.literal('rounded'),
    decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2))
  }),
  v.object({ how: v.literal('area'), areaSetId: v.string() })
]);

/** How personal data is made safe while it is read, or that it stays out. */
export const protectOperation = defineOperation({
  kind: 'protect',
  schema: v.object({
    choices: v.array(
      v.object({ variable: v.string(), protect: v.nullable(wish), include: v.boolean() })
    )
  }),
  apply: (plan, { choices }, proposal) =>
    choices.reduce((now, choice) => withProtection(now, choice, proposal), plan),
  describe: ({ choices }, plan) => {
    const [first] = choices;
    const variable = plan.variables.find(({ name }) => name === first?.variable);
    return {
      count: choices.length,
      variable: variable?.heading || (first?.variable ?? ''),
      way: first?.include ? (first.protect?.how ?? 'keep') : 'drop'
    };
  }
});
