import type { MemberLevel, OrganizationKind, Sector } from '$lib/advocacy/coalition';
import type { CommitmentState } from '$lib/advocacy/commitment';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** The words of the coalition: who belongs, and who promised what. */
export const coalition = {
  coalition: 'Coalition',
  coalitionCounts: (organizations: number, commitments: number, late: number) =>
    `${plural(organizations, 'organization', 'organizations')}, ${plural(commitments, 'commitment', 'commitments')}, ${late} late`,
  commitments: 'Commitments',
  noCommitments: 'No commitments yet',
  noCommitmentsText:
    'Write down who promised what by when. What is due and what is late is then on one page.',
  addCommitment: 'Add a commitment',
  editCommitment: 'Edit commitment',
  commitment: 'Commitment',
  promised: 'Promised',
  promisedBy: 'Promised by',
  orPerson: 'Or a person',
  forCampaign: 'For campaign',
  evidence: 'Evidence',
  evidenceHint: 'Needed to call it kept, kept in part or broken.',
  moveTo: 'Move to',
  saveStep: 'Save step',
  settled: 'This is settled. Nothing more can change its state.',
  commitmentStates: {
    proposed: 'Proposed',
    requested: 'Requested',
    accepted: 'Accepted',
    declined: 'Declined',
    'in-progress': 'In progress',
    fulfilled: 'Kept',
    partial: 'Kept in part',
    broken: 'Broken',
    released: 'Released',
    expired: 'Expired'
  } satisfies Record<CommitmentState, string>,
  organizations: 'Organizations',
  addOrganization: 'Add an organization',
  editOrganization: 'Edit organization',
  organizationName: 'Name',
  kind: 'Kind',
  organizationKinds: {
    nonprofit: 'Nonprofit',
    community_group: 'Community group',
    faith: 'Faith community',
    union: 'Union',
    school: 'School',
    health_system: 'Health system',
    funder: 'Funder',
    media: 'Media',
    business: 'Business',
    coalition: 'Coalition',
    task_force: 'Task force',
    tribal_government: 'Tribal government',
    government: 'Government body'
  } satisfies Record<OrganizationKind, string>,
  sector: 'Sector',
  sectors: {
    housing: 'Housing',
    food: 'Food',
    health: 'Health',
    education: 'Education',
    legal: 'Legal aid',
    labor: 'Labor',
    faith: 'Faith',
    disability: 'Disability',
    'immigrant-services': 'Immigrant services',
    youth: 'Youth',
    aging: 'Aging',
    business: 'Business',
    government: 'Government',
    other: 'Other'
  } satisfies Record<Sector, string>,
  website: 'Website',
  memberLevel: 'Membership',
  notMember: 'Not a member',
  memberLevels: {
    steering: 'Steering',
    voting: 'Voting',
    endorsing: 'Endorsing',
    supporting: 'Supporting',
    advisory: 'Advisory',
    observer: 'Observer'
  } satisfies Record<MemberLevel, string>,
  joinedOn: 'Joined on',
  leftOn: 'Left on',
  left: (day: string) => `Left ${day}`,
  note: 'Note',
  publicRecordNote:
    'This is a government body. What you share with the coalition may become a public record.',
  people: 'People',
  peopleText: 'People with an account. Managers change this under Settings.',
  noPeople: 'Nobody has an account yet.'
};
