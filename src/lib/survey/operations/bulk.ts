import * as v from 'valibot';
import type { ImportPlan } from '../plan';
import { baseRules, directions, missingReasons } from './edit';
import { defineOperation } from './operation';
import { withEdit } from './question-edit';
import { questionName } from './question-name';
import { likelyUse, usesFor, variablesOf, withUse } from './uses';

/** The same for several questions at once; what a question cannot take is left as it is for that one. */
export const bulkOperation = defineOperation({
  kind: 'bulk',
  schema: v.object({
    questionIds: v.array(v.string()),
    set: v.object({
      /** `use`: as its contents suggest; `off`: left out */
      include: v.optional(v.picklist(['use', 'off'])),
      base: v.optional(v.picklist(baseRules)),
      direction: v.optional(v.nullable(v.picklist(directions))),
      /** codes that stand for no answer */
      missing: v.optional(
        v.array(v.object({ token: v.string(), reason: v.picklist(missingReasons) }))
      )
    })
  }),
  apply: (plan, { questionIds, set }, proposal) =>
    questionIds.reduce((now, id) => withSetting(now, proposal, id, set), plan),
  describe: ({ questionIds, set }, plan, language) => ({
    count: questionIds.length,
    question: questionName(plan, questionIds[0] ?? '', language),
    include: set.include ?? '',
    base: set.base ?? '',
    direction: set.direction === undefined ? '' : (set.direction ?? 'none'),
    missing: (set.missing ?? []).map(({ token }) => token).join(', ')
  })
});

interface Setting {
  include?: 'use' | 'off' | undefined;
  base?: (typeof baseRules)[number] | undefined;
  direction?: (typeof directions)[number] | null | undefined;
  missing?: { token: string; reason: (typeof missingReasons)[number] }[] | undefined;
}

const ordered = ['scale', 'single', 'matrix', 'nps'];

function withSetting(
  plan: ImportPlan,
  proposal: ImportPlan,
  questionId: string,
  { include, base, direction, missing = [] }: Setting
): ImportPlan {
  let now = plan;
  const found = plan.questions.find(({ id }) => id === questionId);
  if (!found) return plan;
  if (include === 'off' && usesFor(now, found).includes('off'))
    now = withUse(now, proposal, questionId, 'off');
  if (include === 'use') now = withUse(now, proposal, questionId, likelyUse(now, found));
  const question = now.questions.find(({ id }) => id === questionId);
  if (!question) return now;
  const takesDirection = direction !== undefined && ordered.includes(question.kind);
  if (base === undefined && !takesDirection && missing.length === 0) return now;
  const variables = variablesOf(now, question);
  const [first] = variables;
  const known = variables.length === 1 ? (first?.missing ?? []) : [];
  const added = new Map(missing.map((one) => [one.token, one]));
  const edited = withEdit(now, questionId, {
    labels: question.labels,
    base: base ?? question.base,
    direction: takesDirection ? direction : (question.direction ?? null),
    categories: first?.categories.map(({ code, labels, order }) => ({ code, labels, order })) ?? [],
    missing: [...known.filter(({ token }) => !added.has(token)), ...missing]
  });
  return missing.length > 0 && variables.length > 1
    ? withMissing(edited, question, missing)
    : edited;
}

/** A battery shares its codes: each of its columns gets them. */
function withMissing(
  plan: ImportPlan,
  { variables, kind }: ImportPlan['questions'][number],
  missing: NonNullable<Setting['missing']>
): ImportPlan {
  if (kind === 'multiple-response') return plan;
  const tokens = new Set(missing.map(({ token }) => token));
  return {
    ...plan,
    variables: plan.variables.map((variable) =>
      variables.includes(variable.name)
        ? {
            ...variable,
            categories: variable.categories
              .filter(({ code }) => !tokens.has(code))
              .map((one, order) => ({ ...one, order })),
            missing: [...variable.missing.filter(({ token }) => !tokens.has(token)), ...missing]
          }
        : variable
    )
  };
}
