import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { campaignMoveProblems } from '$lib/advocacy/campaign';
import { isStageOf } from '$lib/advocacy/measure';
import { scriptLength } from '$lib/advocacy/word-budget';
import { countPlan, findCampaign, listCampaigns, listTasks } from '$lib/server/db/queries/campaign';
import { coalitionCounts, listCommitments } from '$lib/server/db/queries/coalition';
import { findHearing, listSpeakers, nextHearing } from '$lib/server/db/queries/hearing';
import { listMeasureActions, listMeasures } from '$lib/server/db/queries/measure';
import { listPolicyActions } from '$lib/server/db/queries/policy-action';
import { seedAdvocacy } from './seed-advocacy';
import { stageAfter } from './stage-after';
import { twoOrganizations } from './two-organizations.fixture';

const file: unknown = JSON.parse(readFileSync('data/sample-county/workspace.json', 'utf8'));
const today = '2026-11-21';

test('the sample county has a campaign that its own guards would let start, and a hearing next week', () => {
  const { tenants, stranger } = twoOrganizations();
  const seeded = seedAdvocacy(tenants, file, today);
  const campaign = findCampaign(tenants, seeded.campaignId);
  expect(campaign?.status).toBe('active');
  expect(
    campaignMoveProblems(
      {
        status: 'planning',
        issue: campaign?.issue ?? '',
        leadOrganizationId: campaign?.leadOrganizationId ?? null,
        result: null,
        debrief: '',
        ...countPlan(tenants, seeded.campaignId)
      },
      'active'
    )
  ).toEqual([]);
  expect(seeded.organizations.size).toBe(12);
  expect(coalitionCounts(tenants, today)).toMatchObject({ commitments: 16, late: 1 });
  expect(listTasks(tenants, seeded.campaignId)[0]?.text).toContain('postcards');
  const hearing = findHearing(tenants, seeded.hearingId);
  expect(nextHearing(tenants, new Date(`${today}T12:00:00Z`))?.id).toBe(seeded.hearingId);
  expect(hearing?.startsAt.toISOString()).toBe('2026-12-01T00:30:00.000Z');
  expect(scriptLength(hearing?.script ?? '', hearing?.limitSeconds ?? null).over).toBe(0);
  expect(listSpeakers(tenants, seeded.hearingId)).toHaveLength(4);
  for (const measure of listMeasures(tenants)) {
    expect(isStageOf(measure.pipeline, measure.stage)).toBe(true);
    expect(listMeasureActions(tenants, measure.id).length).toBeGreaterThan(3);
  }
  expect(listPolicyActions(tenants)).toHaveLength(3);
  expect(listCommitments(tenants).filter((row) => row.giverPerson !== null)).toHaveLength(2);
  expect(listCampaigns(stranger, today)).toEqual([]);
});

test('a file of another shape is refused and writes nothing', () => {
  const { tenants } = twoOrganizations();
  expect(() => seedAdvocacy(tenants, { zone: 'UTC' }, today)).toThrow();
  const unknown = structuredClone(file) as { campaign: { status: string } };
  unknown.campaign.status = 'sleeping';
  expect(() => seedAdvocacy(tenants, unknown, today)).toThrow(/sleeping/);
  expect(listCampaigns(tenants, today)).toEqual([]);
});

test('a bill received by the second chamber stands in its committee', () => {
  const after = (...steps: string[]) =>
    stageAfter('bicameral', [{ classification: ['introduction'] }, { classification: steps }]);
  expect(after('referral-committee')).toBe('in-committee-1');
  expect(after('reading-3', 'passage')).toBe('passed-1');
  expect(after('passage', 'receipt', 'reading-1')).toBe('in-committee-2');
  expect(stageAfter('council', [{ classification: ['referral-committee', 'deferral'] }])).toBe(
    'referred'
  );
});
