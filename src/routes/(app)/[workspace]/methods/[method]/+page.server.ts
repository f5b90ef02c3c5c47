import { error } from '@sveltejs/kit';
import { requireAccess } from '$lib/server/access/require-access';
import { methodPage } from '$lib/server/methods';
import { textFor } from '$lib/text/text';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requireAccess(event, 'view');
  const { language } = event.locals;
  const page = methodPage(event.params.method, language);
  if (!page) error(404, { message: textFor(language).access.noSuchPage, code: 'not-found' });
  return page;
};
