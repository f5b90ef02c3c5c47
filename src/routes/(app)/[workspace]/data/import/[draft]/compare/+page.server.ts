import { fail, redirect } from '@sveltejs/kit';
import { listVersions } from '$lib/server/db/queries/dataset-version';
import {
  compareDraft,
  startAfresh,
  templatesToCompare,
  useTemplate
} from '$lib/server/use-cases/import-template-draft';
import { compareWithVersion, lastComparison, supersededBy } from '$lib/server/use-cases/reimport';
import { draftPath, logOf, requireReview } from '../../open-review';
import { compareView } from './compare-view';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { access, review } = requireReview(event);
  const { draft } = review;
  const compared = compareDraft(access, draft.id, event.url.searchParams.get('template'));
  const superseded = supersededBy(access, draft.id);
  const waves = listVersions(access);
  const likely = superseded ?? waves.find(({ waveId }) => waveId === compared?.listed.waveId);
  return {
    draftId: draft.id,
    rows: review.inspection.rows,
    waveName: draft.waveName,
    templates: templatesToCompare(access).map(({ id, survey, wave }) => ({ id, survey, wave })),
    compared: compared && compareView(compared),
    waves: waves.map(({ versionId, survey, wave }) => ({ versionId, survey, wave })),
    likely: likely?.versionId ?? null,
    reimport: lastComparison(access, draft.id),
    log: logOf(review, event.locals.language)
  };
};

const textOf = (form: FormData, name: string): string => {
  const said = form.get(name);
  return typeof said === 'string' ? said : '';
};

export const actions = {
  use: async (event) => {
    const { access, review } = requireReview(event);
    const form = await event.request.formData();
    const apart = [...form.entries()].flatMap(([name, choice]) =>
      name.startsWith('column-') && choice === 'apart' ? [Number(name.slice(7))] : []
    );
    const done = useTemplate(access, review.draft.id, textOf(form, 'template'), apart);
    if (!done.ok) return fail(422, { issues: done.issues });
    redirect(303, `${draftPath(event)}/check`);
  },
  afresh: (event) => {
    const { access, review } = requireReview(event);
    const done = startAfresh(access, review.draft.id);
    if (!done.ok) return fail(422, { issues: done.issues });
    redirect(303, `${draftPath(event)}/questions`);
  },
  responses: async (event) => {
    const { access, review } = requireReview(event);
    const version = textOf(await event.request.formData(), 'version');
    const done = await compareWithVersion(access, review.draft.id, version);
    if (!done.ok) return fail(422, { issues: done.issues });
    redirect(303, `${draftPath(event)}/compare#responses`);
  }
} satisfies Actions;
