import { requireAccess } from '$lib/server/access/require-access';
import { listPolicyActions } from '$lib/server/db/queries/policy-action';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
  // Only the names of what the asker may see leave the server, never the ids behind hidden ones.
  actions: listPolicyActions(requireAccess(event, 'view')).map(
    ({ id, kind, text, body, state, measure }) => ({ id, kind, text, body, state, measure })
  )
});
