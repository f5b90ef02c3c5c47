import { requireAccess } from '$lib/server/access/require-access';
import { pastHearings, upcomingHearings } from '$lib/server/db/queries/hearing';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'view');
  const now = new Date();
  const brief = (rows: ReturnType<typeof pastHearings>) =>
    rows.map(({ id, body, subject, status, startsAt, zone, place }) => ({
      id,
      body,
      subject,
      status,
      startsAt,
      zone,
      place
    }));
  return {
    now,
    upcoming: brief(upcomingHearings(access, now)),
    past: brief(pastHearings(access, now))
  };
};
