import { error } from '@sveltejs/kit';
import { codebookPage } from '$lib/server/use-cases/codebook-pages';
import { textFor } from '$lib/text/text';
import { requireWave, waveHead } from '../../wave-page';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const found = requireWave(event, 'view');
  const { access, wave, version } = found;
  const place = { waveId: wave.id, versionId: version.versionId };
  const question = codebookPage(access, place, event.params.question);
  if (!question)
    error(404, { message: textFor(event.locals.language).access.noSuchPage, code: 'not-found' });
  return { wave: waveHead(found), question };
};
