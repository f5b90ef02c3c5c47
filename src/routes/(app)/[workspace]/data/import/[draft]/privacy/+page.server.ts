import { error, fail, redirect } from '@sveltejs/kit';
import { privacyStep, saveProtections } from '$lib/server/use-cases/protect-draft';
import { textFor } from '$lib/text/text';
import { draftPath, logOf, requireReview } from '../../open-review';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { access, review } = requireReview(event);
  const step = privacyStep(access, review.draft.id);
  if (!step)
    error(404, { message: textFor(event.locals.language).access.noSuchPage, code: 'not-found' });
  return {
    draftId: review.draft.id,
    step,
    log: logOf(review, event.locals.language),
    saved: event.url.searchParams.has('saved')
  };
};

/** Ways by variable, as the form names them: `way.<variable>`. */
const chosenIn = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      name.startsWith('way.') && typeof value === 'string' ? [[name.slice(4), value]] : []
    )
  );

export const actions = {
  default: async (event) => {
    const { access, review } = requireReview(event);
    const form = await event.request.formData();
    const done = saveProtections(access, review.draft.id, chosenIn(form));
    if (!done.ok) return fail(422, { issues: done.issues });
    if (form.get('next') === 'design') redirect(303, `${draftPath(event)}/design`);
    redirect(303, `${draftPath(event)}/privacy?saved=1`);
  }
} satisfies Actions;
