import type { ExhibitUse } from '$lib/server/db/queries/evidence';

const rooms = {
  campaign: 'campaigns',
  hearing: 'hearings',
  'policy-action': 'actions'
} satisfies Record<ExhibitUse['entity'], string>;

/** The page of what uses an exhibit. */
export const usePath = (slug: string, use: ExhibitUse): string =>
  `/${slug}/${rooms[use.entity]}/${use.entityId}`;
