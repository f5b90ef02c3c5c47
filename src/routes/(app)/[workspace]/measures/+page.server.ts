import { requireAccess } from '$lib/server/access/require-access';
import { listMeasures } from '$lib/server/db/queries/measure';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
  measures: listMeasures(requireAccess(event, 'view')).map(
    ({ id, identifier, title, position, stage, latest }) => ({
      id,
      identifier,
      title,
      position,
      stage,
      latest
    })
  )
});
