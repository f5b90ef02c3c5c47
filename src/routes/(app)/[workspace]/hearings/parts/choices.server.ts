import { commonZones, isZone } from '$lib/advocacy/zoned-time';
import type { Access } from '$lib/server/access/access';
import { campaignChoices } from '$lib/server/db/queries/campaign';
import { usedZones } from '$lib/server/db/queries/hearing';
import { measureChoices } from '$lib/server/db/queries/measure';

/** What the hearing form offers: measures, campaigns, and zones with those already used first. */
export function hearingChoices(access: Access, zone?: string) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = new Set(
    [zone ?? '', ...usedZones(access), here, ...commonZones].filter((each) => isZone(each))
  );
  return {
    measures: measureChoices(access),
    campaigns: campaignChoices(access),
    zones: [...zones]
  };
}
