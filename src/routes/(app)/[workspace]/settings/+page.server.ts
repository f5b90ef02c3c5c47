import { requireAccess } from '$lib/server/access/require-access';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requireAccess(event, 'view');
  return { here: event.url.pathname };
};
