import { error } from '@sveltejs/kit';
import { can } from '$lib/server/access/capability';
import { codebookPage } from '$lib/server/use-cases/codebook-pages';
import { privateVariables } from '$lib/server/use-cases/protect-reveal';
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
  const kept = privateVariables(access, version.versionId);
  const isKeptPrivate = question.variables.some(({ name }) => kept.includes(name));
  const mayReveal = isKeptPrivate && can(access.role, 'manage');
  return { wave: waveHead(found), question, isKeptPrivate, mayReveal };
};
