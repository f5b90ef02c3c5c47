import * as v from 'valibot';
import type { Day } from '$lib/advocacy/day';
import type { Access } from '$lib/server/access/access';
import { todayHere, together } from './outcome';
import { demoWorkspaceSchema } from './seed-advocacy.schema';
import { seedCampaign } from './seed-advocacy/seed-campaign';
import { seedHearing } from './seed-advocacy/seed-hearing';
import { seedMeasures, seedPolicyActions } from './seed-advocacy/seed-measures';
import { seedOrganizations } from './seed-advocacy/seed-organizations';
import { seedCommitments, seedStakeholders } from './seed-advocacy/seed-stakeholders';

export interface SeededAdvocacy {
  campaignId: string;
  hearingId: string;
  /** ids by the ids of the file */
  organizations: Map<string, string>;
  measures: Map<string, string>;
}

/**
 * Fills a workspace with the coalition, campaign, measures, actions and hearing of a demonstration
 * file, its dates counted from `today`. Load surveys and mappings first: objectives then find the
 * survey measure they name; without one they keep it in words.
 *
 * @throws ValiError when the file has another shape, RangeError when it uses an unknown word
 */
export function seedAdvocacy(
  access: Access,
  file: unknown,
  today: Day = todayHere()
): SeededAdvocacy {
  const demo = v.parse(demoWorkspaceSchema, file);
  const seeding = { access, demo, today };
  return together(access, () => {
    const organizations = seedOrganizations(seeding);
    const people = new Map(demo.people.map((each) => [each.id, each]));
    const campaignId = seedCampaign(seeding, organizations, people);
    const persons = seedStakeholders(seeding, campaignId, organizations);
    seedCommitments(seeding, campaignId, organizations, persons);
    const measures = seedMeasures(seeding, campaignId);
    seedPolicyActions(seeding, campaignId, measures);
    const hearingId = seedHearing(seeding, campaignId, measures, organizations);
    return { campaignId, hearingId, organizations, measures };
  });
}
