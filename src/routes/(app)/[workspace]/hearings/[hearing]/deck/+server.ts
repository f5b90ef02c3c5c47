import { error, redirect } from '@sveltejs/kit';
import { requireAccess } from '$lib/server/access/require-access';
import { hearingFileHtml } from '$lib/server/export/hearing-file/hearing-file';
import { hearingFile } from '$lib/server/use-cases/hearing-file';
import { textFor } from '$lib/text/text';
import type { RequestHandler } from './$types';

/**
 * The hearing file: in the window, or with `?download` to keep. Exhibits that cannot stand at a hearing
 * lead to a page that says what to fix; `?stale=marked` lets those on older data through, marked.
 */
export const GET: RequestHandler = (event) => {
  const access = requireAccess(event, 'view');
  const { language } = event.locals;
  const { workspace, hearing } = event.params;
  const markStale = event.url.searchParams.get('stale') === 'marked';
  const file = hearingFile(access, hearing, language, { markStale });
  if (!file.ok) {
    if (file.issues.some(({ code }) => code === 'hearing-not-here'))
      error(404, { message: textFor(language).access.noSuchPage, code: 'not-found' });
    redirect(303, `/${workspace}/hearings/${hearing}/deck/fix`);
  }
  const name = `hearing-${file.value.subject}`.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
  return new Response(hearingFileHtml(file.value), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      ...(event.url.searchParams.has('download') && {
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.html`)}`
      })
    }
  });
};
