import { requireAccess } from '$lib/server/access/require-access';
import { evidenceLibrary } from '$lib/server/use-cases/evidence-view';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  evidenceLibrary(requireAccess(event, 'view'), event.locals.language);
