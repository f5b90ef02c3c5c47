import { fail, redirect } from '@sveltejs/kit';
import { labelIn } from '$lib/codebook/codebook';
import { listSurveys } from '$lib/server/db/queries/survey';
import { saveDesign } from '$lib/server/use-cases/review-draft';
import { factValues, readFacts } from '../../../facts-form';
import { draftPath, logOf, requireReview } from '../../open-review';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { access, review } = requireReview(event);
  const { plan, draft } = review;
  const surveys = listSurveys(access).map(({ name }) => name);
  const choice = ({ name, heading, labels }: (typeof plan.variables)[number]) => ({
    value: name,
    label: [heading, labelIn(labels, event.locals.language)]
      .filter((text, i, all) => text !== '' && all.indexOf(text) === i)
      .join(': ')
      .slice(0, 70)
  });
  const columns = plan.variables.filter(
    ({ source, role }) => source.from === 'column' && role !== 'identifier' && role !== 'empty'
  );
  const isKey = (role: string) => role === 'stratum' || role === 'psu';
  return {
    draftId: draft.id,
    log: logOf(review, event.locals.language),
    surveys,
    values: {
      surveyName: draft.surveyName ?? surveys[0] ?? '',
      waveName: draft.waveName ?? yearIn(draft.fileName),
      ...factValues(review.wave)
    },
    columns: {
      keys: columns
        .filter(({ kind, role }) => isKey(role) || kind === 'categorical' || kind === 'numeric')
        .map(choice),
      numbers: columns
        .filter(({ kind, role }) => kind === 'numeric' || role === 'weight' || role === 'fpc')
        .map(choice),
      places: columns.filter(({ kind }) => kind === 'categorical').map(choice)
    },
    replicates: replicatesOf(plan.variables).map(({ heading }) => heading)
  };
};

/** Columns of replicate weights that were found. */
const replicatesOf = <T extends { role: string }>(variables: readonly T[]): T[] =>
  variables.filter(({ role }) => role === 'replicate-weight');

/** A year in the name of a file is most likely the wave. */
const yearIn = (fileName: string): string => /(?:19|20)\d{2}/.exec(fileName)?.[0] ?? '';

export const actions = {
  default: async (event) => {
    const { access, review } = requireReview(event);
    const read = readFacts(
      await event.request.formData(),
      replicatesOf(review.plan.variables).map(({ name }) => name)
    );
    if (!read.ok) return fail(422, read);
    const done = saveDesign(access, review.draft.id, {
      surveyName: (read.values.surveyName ?? '').slice(0, 120),
      waveName: (read.values.waveName ?? '').slice(0, 120),
      facts: read.facts
    });
    if (!done.ok) return fail(422, { issues: done.issues, values: read.values });
    redirect(303, `${draftPath(event)}/check`);
  }
} satisfies Actions;
