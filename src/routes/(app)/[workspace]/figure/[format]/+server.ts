import { error } from '@sveltejs/kit';
import { parseFigureQuery } from '$lib/indicators/figure-query';
import { requireAccess } from '$lib/server/access/require-access';
import { settled } from '$lib/server/use-cases/released-cache';
import { showFigure } from '$lib/server/use-cases/show-figure';
import { textFor } from '$lib/text/text';
import { figureResponse, toFormat } from '../../evidence/parts/figure-response.server';
import type { RequestHandler } from './$types';

/** The figure of the address as a file, the same as on the page. */
export const GET: RequestHandler = async (event) => {
  const access = requireAccess(event, 'view');
  const { language } = event.locals;
  const format = toFormat(event.params.format, language);
  const query = parseFigureQuery(event.url.searchParams);
  const shown = await settled(() => showFigure(access, query, language));
  if (!shown.ok || !shown.value.model)
    error(404, { message: textFor(language).access.noSuchPage, code: 'not-found' });
  const name = shown.value.query.show.replace(/[^a-z0-9]+/gi, '-');
  return figureResponse({ ...shown.value.model, id: name }, format);
};
