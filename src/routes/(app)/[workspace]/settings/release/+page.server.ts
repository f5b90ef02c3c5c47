import { requireAccess } from '$lib/server/access/require-access';
import { listReleasePolicies } from '$lib/server/db/queries/release-policy';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
  policies: listReleasePolicies(requireAccess(event, 'view'))
});
