import { isOpenCommitment } from '$lib/advocacy/commitment';
import { daysLate } from '$lib/advocacy/day';
import { requireAccess } from '$lib/server/access/require-access';
import {
  coalitionCounts,
  countPeople,
  listCommitments,
  listOrganizations
} from '$lib/server/db/queries/coalition';
import { todayHere } from '$lib/server/use-cases/outcome';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'view');
  const today = todayHere();
  const people = countPeople(access);
  return {
    today,
    counts: coalitionCounts(access, today),
    commitments: listCommitments(access).map(({ linkedCampaignId: _, ...row }) => ({
      ...row,
      late: daysLate(row.dueOn, today, !isOpenCommitment(row.state))
    })),
    organizations: listOrganizations(access).map((row) => ({
      ...row,
      people: people.get(row.id) ?? 0
    }))
  };
};
