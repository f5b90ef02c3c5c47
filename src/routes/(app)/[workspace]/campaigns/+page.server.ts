import { requireAccess } from '$lib/server/access/require-access';
import { listCampaigns } from '$lib/server/db/queries/campaign';
import { todayHere } from '$lib/server/use-cases/outcome';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'view');
  return { campaigns: listCampaigns(access, todayHere()) };
};
