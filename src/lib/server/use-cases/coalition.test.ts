import { beforeEach, expect, test } from 'vitest';
import type { CommitmentInput, OrganizationInput } from '$lib/advocacy/coalition.schema';
import {
  coalitionCounts,
  findCommitment,
  listCommitments,
  listOrganizations
} from '$lib/server/db/queries/coalition';
import { createCampaign } from './campaigns';
import { saveOrganization } from './coalition';
import { moveCommitment, saveCommitment } from './commitments';
import { codesOf, twoOrganizations, valueOf } from './two-organizations.fixture';

const today = '2026-11-21';
const foodBank: OrganizationInput = {
  name: 'Food Bank',
  classification: 'nonprofit',
  sector: 'food',
  website: null,
  memberLevel: 'endorsing',
  joinedOn: null,
  leftOn: null,
  note: null
};

let people: ReturnType<typeof twoOrganizations>;
let promise: CommitmentInput;
beforeEach(() => {
  people = twoOrganizations();
  promise = {
    giverOrganizationId: people.tenants.organizationId,
    giverPersonName: null,
    campaignId: null,
    text: '120 postcards',
    dueOn: '2026-11-18',
    visibility: 'coalition'
  };
});

test('an organization has one name in a workspace and may have the same in another', () => {
  const { tenants, stranger } = people;
  const id = valueOf(saveOrganization(tenants, null, foodBank));
  expect(codesOf(saveOrganization(tenants, null, foodBank))).toEqual(['organization-exists']);
  valueOf(saveOrganization(tenants, id, { ...foodBank, note: 'Van on Fridays' }));
  valueOf(saveOrganization(stranger, null, foodBank));
  expect(codesOf(saveOrganization(stranger, id, foodBank))).toEqual(['not-here']);
  expect(listOrganizations(stranger).map((row) => row.name)).toEqual(['Food Bank', 'stranger']);
});

test('an organization does not leave before it joins', () => {
  const dates = { joinedOn: '2026-05-01', leftOn: '2026-04-30' };
  expect(codesOf(saveOrganization(people.tenants, null, { ...foodBank, ...dates }))).toEqual([
    'organization-dates'
  ]);
});

test('the header counts members who have not left, and what is late', () => {
  const { tenants } = people;
  valueOf(saveOrganization(tenants, null, { ...foodBank, memberLevel: null }));
  valueOf(saveOrganization(tenants, null, { ...foodBank, name: 'Gone', leftOn: '2026-01-01' }));
  valueOf(saveCommitment(tenants, null, promise));
  valueOf(saveCommitment(tenants, null, { ...promise, dueOn: null }));
  expect(coalitionCounts(tenants, today)).toEqual({ organizations: 2, commitments: 2, late: 1 });
});

test("another organization's private commitment is in no list and no count", () => {
  const { tenants, clinic, stranger } = people;
  const id = valueOf(saveCommitment(tenants, null, { ...promise, visibility: 'organization' }));
  for (const other of [clinic, stranger]) {
    expect(listCommitments(other)).toEqual([]);
    expect(coalitionCounts(other, today).commitments).toBe(0);
    expect(findCommitment(other, id)).toBeUndefined();
    expect(codesOf(moveCommitment(other, id, { to: 'requested', evidence: null }))).toEqual([
      'not-here'
    ]);
  }
});

test('a commitment to a campaign one may not see does not name it', () => {
  const { tenants, clinic } = people;
  const campaignId = valueOf(
    createCampaign(tenants, {
      name: 'Secret plan',
      issue: '',
      ask: '',
      leadOrganizationId: null,
      visibility: 'organization'
    })
  );
  valueOf(saveCommitment(tenants, null, { ...promise, campaignId }));
  const [seen] = listCommitments(clinic);
  expect(seen).toMatchObject({ campaignId: null, campaign: null });
  valueOf(saveCommitment(clinic, seen?.id ?? '', { ...promise, text: '200 postcards' }));
  expect(listCommitments(tenants)[0]).toMatchObject({ campaignId, text: '200 postcards' });
  expect(codesOf(saveCommitment(clinic, null, { ...promise, campaignId }))).toEqual([
    'choice-unknown'
  ]);
});

test('a commitment has one giver, an organization or a person', () => {
  const { tenants } = people;
  expect(
    codesOf(saveCommitment(tenants, null, { ...promise, giverPersonName: 'S. Boyd' }))
  ).toEqual(['commitment-giver']);
  expect(codesOf(saveCommitment(tenants, null, { ...promise, giverOrganizationId: null }))).toEqual(
    ['commitment-giver']
  );
  const person = { ...promise, giverOrganizationId: null, giverPersonName: 'S. Boyd' };
  valueOf(saveCommitment(tenants, null, person));
  expect(listCommitments(tenants)[0]?.giverPerson).toBe('S. Boyd');
});

test('a commitment is called kept only with evidence', () => {
  const { tenants } = people;
  const id = valueOf(saveCommitment(tenants, null, promise));
  for (const to of ['requested', 'accepted', 'in-progress'] as const)
    valueOf(moveCommitment(tenants, id, { to, evidence: null }));
  expect(codesOf(moveCommitment(tenants, id, { to: 'fulfilled', evidence: null }))).toEqual([
    'commitment-evidence'
  ]);
  valueOf(moveCommitment(tenants, id, { to: 'fulfilled', evidence: 'Photo of 120 postcards' }));
  expect(coalitionCounts(tenants, today).late).toBe(0);
});
