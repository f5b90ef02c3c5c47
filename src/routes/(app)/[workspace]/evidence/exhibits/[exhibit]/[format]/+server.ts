import { error } from '@sveltejs/kit';
import { requireAccess } from '$lib/server/access/require-access';
import { openExhibit } from '$lib/server/use-cases/exhibits';
import { textFor } from '$lib/text/text';
import { figureResponse, toFormat } from '../../../parts/figure-response.server';
import type { RequestHandler } from './$types';

/** An exhibit as a file, from its snapshot. */
export const GET: RequestHandler = (event) => {
  const access = requireAccess(event, 'view');
  const { language } = event.locals;
  const format = toFormat(event.params.format, language);
  const open = openExhibit(access, event.params.exhibit, language);
  if (!open) error(404, { message: textFor(language).access.noSuchPage, code: 'not-found' });
  return figureResponse(open.model, format);
};
