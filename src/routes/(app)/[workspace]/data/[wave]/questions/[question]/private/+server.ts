import { error } from '@sveltejs/kit';
import { csvText } from '$lib/base/csv';
import { revealPrivate } from '$lib/server/use-cases/protect-reveal';
import { codebookPage } from '$lib/server/use-cases/codebook-pages';
import { dataSentence } from '$lib/text/data-problems';
import { textFor } from '$lib/text/text';
import { requireWave } from '../../../wave-page';
import type { RequestHandler } from './$types';

/** The private column of the question as CSV; a POST, because each download is written down. */
export const POST: RequestHandler = (event) => {
  const { access, wave, version } = requireWave(event, 'manage');
  const { language } = event.locals;
  const place = { waveId: wave.id, versionId: version.versionId };
  const question = codebookPage(access, place, event.params.question);
  const variable = question?.variables[0]?.name;
  if (variable === undefined)
    error(404, { message: textFor(language).access.noSuchPage, code: 'not-found' });
  const revealed = revealPrivate(access, version.versionId, variable);
  if (!revealed.ok) {
    const [issue] = revealed.issues;
    const message = issue ? dataSentence(issue, language) : textFor(language).access.notAllowed;
    error(issue?.code === 'not-allowed' ? 403 : 409, { message, code: issue?.code ?? 'refused' });
  }
  const { heading, rows } = revealed.value;
  const name = `${heading.replace(/[^\p{L}\p{N}]+/gu, '-')}.csv`;
  return new Response(csvText([['row', heading], ...rows.map(({ row, value }) => [row, value])]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store'
    }
  });
};
