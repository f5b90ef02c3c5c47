import { requireAccess } from '$lib/server/access/require-access';
import { found } from '$lib/server/page';
import { hearingEvidence } from '$lib/server/use-cases/hearing-file';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'view');
  const { issues, hearing } = found(
    hearingEvidence(access, event.params.hearing, event.locals.language),
    event
  );
  return {
    hearing: { id: hearing.id, body: hearing.body, subject: hearing.subject },
    issues,
    onlyStale: issues.length > 0 && issues.every(({ code }) => code === 'hearing-exhibit-stale')
  };
};
