import { requireAccess } from '$lib/server/access/require-access';
import { listMethods } from '$lib/server/methods';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requireAccess(event, 'view');
  return { groups: listMethods(event.locals.language) };
};
