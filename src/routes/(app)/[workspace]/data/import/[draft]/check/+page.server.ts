import { fail, redirect } from '@sveltejs/kit';
import {
  changePlan,
  commitReview,
  expectedRows,
  importedQuestions,
  openDecisions
} from '$lib/server/use-cases/review-draft';
import { withDecision } from '$lib/server/use-cases/plan-edits';
import { draftPath, requireReview } from '../../open-review';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { review } = requireReview(event);
  const open = openDecisions(review);
  const excluded = new Set(review.plan.exclusions.map(({ line }) => line));
  return {
    draftId: review.draft.id,
    surveyName: review.draft.surveyName ?? '',
    waveName: review.draft.waveName ?? '',
    sampleType: review.wave.sampleType,
    weight: review.wave.design?.weight ?? null,
    expected: expectedRows(review),
    questionsOn: importedQuestions(review),
    questions: review.plan.questions.length,
    /** decisions of the plan by their place in it; those of a form lead to its step */
    open: open.map((issue, index) => ({
      issue,
      index,
      /** the proposal leaves this row out: it can be kept instead */
      canKeep: issue.where.line !== undefined && excluded.has(issue.where.line)
    })),
    issues: review.inspection.issues.filter(
      ({ severity }) => severity === 'repaired' || severity === 'note'
    )
  };
};

export const actions = {
  decide: async (event) => {
    const { access, review } = requireReview(event);
    const form = await event.request.formData();
    const index = Number(form.get('index'));
    const issue = review.plan.openQuestions[index];
    const choice = form.get('choice') === 'keep-rows' ? 'keep-rows' : 'accept';
    if (issue) {
      const done = changePlan(access, review.draft.id, (plan) => withDecision(plan, issue, choice));
      if (!done.ok) return fail(422, { issues: done.issues });
    }
    redirect(303, `${draftPath(event)}/check`);
  },
  'accept-all': (event) => {
    const { access, review } = requireReview(event);
    const done = changePlan(access, review.draft.id, (plan) => ({ ...plan, openQuestions: [] }));
    if (!done.ok) return fail(422, { issues: done.issues });
    redirect(303, `${draftPath(event)}/check`);
  },
  import: (event) => {
    const { access, review } = requireReview(event);
    const started = commitReview(access, review.draft.id);
    if (!started.ok) return fail(422, { issues: started.issues });
    redirect(303, `${draftPath(event)}/done`);
  }
} satisfies Actions;
