import { requireAccess } from '$lib/server/access/require-access';
import { listIndexes, listIndexVersions } from '$lib/server/db/queries/composite-index';
import { canMakeIndex } from '$lib/server/use-cases/index-result';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'view');
  return {
    canMake: canMakeIndex(access),
    indexes: listIndexes(access).map(({ id, name }) => {
      const [newest] = listIndexVersions(access, id);
      return {
        id,
        name,
        version: newest?.number ?? 1,
        measures: newest?.indicators.length ?? 0,
        isSettled: newest?.settledAt != null
      };
    })
  };
};
