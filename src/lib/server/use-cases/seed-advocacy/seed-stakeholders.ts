import { commitmentStates } from '$lib/advocacy/commitment';
import { stakeholderRoles } from '$lib/advocacy/stakeholder';
import { commitment, stakeholder } from '$lib/server/db/schema';
import { personNamed } from '../people-in-public-life';
import { organizationNamed } from './seed-organizations';
import { dayOf, oneOf, owned, type Seeding } from './seeding';

/** @returns person ids of the file's stakeholders who are persons */
export function seedStakeholders(
  { access, demo, today }: Seeding,
  campaignId: string,
  organizations: Map<string, string>
): Map<string, string> {
  const persons = new Map<string, string>();
  const members = new Map(
    demo.organizations.map((each) => [each.name, organizations.get(each.id)])
  );
  for (const each of demo.stakeholders) {
    const isPerson = each.kind === 'person';
    const personId = isPerson ? personNamed(access, each.name, each.title) : null;
    if (personId) persons.set(each.id, personId);
    const organizationId = isPerson
      ? null
      : (members.get(each.name) ??
        organizationNamed(access, each.name, {
          classification: each.kind === 'group' ? 'community_group' : 'nonprofit'
        }));
    access.db
      .insert(stakeholder)
      .values({
        ...owned(access, 'organization'),
        campaignId,
        personId,
        organizationId,
        role: oneOf(stakeholderRoles, each.role),
        support: each.rating.support,
        influence: each.rating.influence,
        basis: each.rating.basis,
        ratedOn: dayOf(each.rating.ratedAt, today)
      })
      .run();
  }
  return persons;
}

/** Who promised what by when. */
export function seedCommitments(
  { access, demo, today }: Seeding,
  campaignId: string,
  organizations: Map<string, string>,
  persons: Map<string, string>
): void {
  for (const each of demo.commitments)
    access.db
      .insert(commitment)
      .values({
        ...owned(access),
        giverOrganizationId: organizations.get(each.giver.organization ?? '') ?? null,
        giverPersonId: persons.get(each.giver.stakeholder ?? '') ?? null,
        campaignId,
        text: each.what,
        dueOn: dayOf(each.due, today),
        state: oneOf(commitmentStates, each.state),
        evidence: each.evidence
      })
      .run();
}
