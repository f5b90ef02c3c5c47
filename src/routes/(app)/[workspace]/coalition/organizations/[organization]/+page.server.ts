import { isOpenCommitment } from '$lib/advocacy/commitment';
import { daysLate } from '$lib/advocacy/day';
import { requireAccess } from '$lib/server/access/require-access';
import { findOrganization, listCommitments, listPeople } from '$lib/server/db/queries/coalition';
import { found } from '$lib/server/page';
import { todayHere } from '$lib/server/use-cases/outcome';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'view');
  const organization = found(findOrganization(access, event.params.organization), event);
  const today = todayHere();
  return {
    today,
    organization,
    people: listPeople(access, organization.id),
    commitments: listCommitments(access, { organizationId: organization.id }).map(
      ({ linkedCampaignId: _, ...row }) => ({
        ...row,
        late: daysLate(row.dueOn, today, !isOpenCommitment(row.state))
      })
    )
  };
};
