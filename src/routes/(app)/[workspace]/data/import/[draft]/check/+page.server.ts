import { fail, redirect } from '@sveltejs/kit';
import type { Issue } from '$lib/base/issue';
import { addOperation } from '$lib/server/use-cases/draft-operations';
import {
  commitReview,
  expectedRows,
  importedQuestions,
  openDecisions,
  respondentsOf,
  weightTotal
} from '$lib/server/use-cases/review-draft';
import { lastComparison, supersededBy } from '$lib/server/use-cases/reimport';
import { isAboutCells } from '$lib/survey/operations/repair-plan';
import { draftPath, logOf, requireReview } from '../../open-review';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { access, review } = requireReview(event);
  const superseded = supersededBy(access, review.draft.id);
  const compared = lastComparison(access, review.draft.id);
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
      canKeep: issue.where.line !== undefined && excluded.has(issue.where.line),
      /** the proposal changes how cells are read: they can be left as they are */
      canDecline: isAboutCells(issue)
    })),
    issues: firstOfEach(
      review.inspection.issues.filter(
        ({ severity }) => severity === 'repaired' || severity === 'note'
      )
    ),
    respondents: respondentsOf(review),
    weightTotal: weightTotal(review),
    /** the wave that is here under the same names, and how its responses differ where that was compared */
    superseded: superseded && {
      wave: superseded.wave,
      gone: compared?.versionId === superseded.versionId ? compared.removed : null,
      changed: compared?.versionId === superseded.versionId ? compared.changed : null
    },
    log: logOf(review, event.locals.language)
  };
};

/** One of each kind, and how many more there are. */
function firstOfEach(issues: readonly Issue[]): { listed: Issue[]; more: Record<string, number> } {
  const more: Record<string, number> = {};
  const listed = issues.filter(({ code }) => {
    more[code] = (more[code] ?? -1) + 1;
    return more[code] === 0;
  });
  return { listed, more };
}

export const actions = {
  decide: async (event) => {
    const { access, review } = requireReview(event);
    const form = await event.request.formData();
    const index = Number(form.get('index'));
    const issue = review.plan.openQuestions[index];
    const said = form.get('choice');
    const choice = said === 'keep-rows' || said === 'decline' ? said : 'accept';
    if (issue) {
      const { line, column, columnIndex } = issue.where;
      const done = addOperation(access, review.draft.id, {
        kind: 'decide',
        code: issue.code,
        where: { line, column, columnIndex },
        choice
      });
      if (!done.ok) return fail(422, { issues: done.issues });
    }
    redirect(303, `${draftPath(event)}/check`);
  },
  'accept-all': (event) => {
    const { access, review } = requireReview(event);
    // Guesses that are off were left off on purpose: only the open points are accepted here.
    const done = addOperation(access, review.draft.id, { kind: 'accept-open' });
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
