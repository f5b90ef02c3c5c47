import { fail, redirect } from '@sveltejs/kit';
import { labelIn, type Variable } from '$lib/codebook/codebook';
import { readCodebook } from '$lib/server/db/codebook-rows';
import { describeWave, factsOf } from '$lib/server/use-cases/describe-wave';
import { factValues, readFacts } from '../../facts-form';
import { requireWave, waveHead } from '../wave-page';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const found = requireWave(event, 'analyze');
  const { access, wave, version } = found;
  const { variables } = readCodebook(access.db, version.versionId);
  const choice = ({ name, heading, labels }: Variable) => ({
    value: name,
    label: [heading, labelIn(labels, event.locals.language)]
      .filter((text, i, all) => text !== '' && all.indexOf(text) === i)
      .join(': ')
      .slice(0, 70)
  });
  const stored = variables.filter(({ role }) => role !== 'identifier' && role !== 'empty');
  return {
    wave: waveHead(found),
    values: factValues(factsOf(wave)),
    columns: {
      keys: stored.filter(({ kind }) => kind === 'categorical' || kind === 'numeric').map(choice),
      numbers: stored.filter(({ kind }) => kind === 'numeric').map(choice),
      places: stored.filter(({ kind }) => kind === 'categorical').map(choice)
    },
    replicates: replicatesOf(variables).map(({ heading }) => heading),
    saved: event.url.searchParams.has('saved')
  };
};

const replicatesOf = (variables: readonly Variable[]): Variable[] =>
  variables.filter(({ role }) => role === 'replicate-weight');

export const actions = {
  default: async (event) => {
    const { access, wave, version } = requireWave(event, 'analyze');
    const { variables } = readCodebook(access.db, version.versionId);
    const read = readFacts(
      await event.request.formData(),
      replicatesOf(variables).map(({ name }) => name)
    );
    if (!read.ok) return fail(422, read);
    const done = describeWave(access, wave.id, read.facts);
    if (!done.ok) return fail(422, { issues: done.issues, values: read.values });
    redirect(303, `${event.url.pathname}?saved=1`);
  }
} satisfies Actions;
