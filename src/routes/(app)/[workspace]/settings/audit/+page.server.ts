import { requireAccess } from '$lib/server/access/require-access';
import { listAudit, listAuditEntities } from '$lib/server/db/queries/audit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'manage');
  const entities = listAuditEntities(access);
  const asked = event.url.searchParams.get('about');
  const entity = asked !== null && entities.includes(asked) ? asked : null;
  const number = Number(event.url.searchParams.get('page') ?? '1');
  const page = Number.isInteger(number) && number >= 1 && number < 1e6 ? number : 1;
  return { ...listAudit(access, { page, entity }), page, entity, entities };
};
