import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type {
  CampaignInput,
  ObjectiveInput,
  StakeholderInput
} from '$lib/advocacy/campaign.schema';
import {
  campaignLog,
  findCampaign,
  listCampaigns,
  listGoals,
  listStakeholders,
  listTasks
} from '$lib/server/db/queries/campaign';
import { auditEntry, campaign, stakeholder } from '$lib/server/db/schema';
import { markTask, removeGoal, saveGoal, saveObjective, saveTask } from './campaign-plan';
import { changeCampaign, changeCampaignStatus, createCampaign, startNewCycle } from './campaigns';
import { saveStakeholder } from './stakeholders';
import { codesOf, twoOrganizations, valueOf } from './two-organizations.fixture';

const today = '2026-11-21';
const input: CampaignInput = {
  name: 'Rent relief',
  issue: 'Rents rose',
  ask: 'Fund rent relief',
  leadOrganizationId: null,
  visibility: 'organization'
};
const target: StakeholderInput = {
  personName: 'L. Reyes',
  personTitle: 'Council member',
  organizationId: null,
  role: 'primary-target',
  support: 1,
  influence: 4,
  basis: 'Voted for the pilot',
  ratedOn: null,
  visibility: 'organization'
};
const objective: ObjectiveInput = {
  text: 'Win five council votes',
  measureText: 'council members for the fund',
  baseline: 4,
  target: 5,
  unit: 'count',
  dueOn: '2027-06-30',
  indicatorId: null,
  instanceKey: null,
  groupVariable: null,
  groupKey: null
};

let people: ReturnType<typeof twoOrganizations>;
beforeEach(() => {
  people = twoOrganizations();
});

describe('who sees a campaign', () => {
  test('kept by its organization, it is absent for others from list, page, counts and changes', () => {
    const { tenants, clinic, stranger } = people;
    const id = valueOf(createCampaign(tenants, input));
    valueOf(
      saveTask(tenants, id, null, {
        text: 'Call',
        ownerName: null,
        organizationId: null,
        dueOn: null
      })
    );
    expect(listCampaigns(tenants, today)).toHaveLength(1);
    for (const other of [clinic, stranger]) {
      expect(listCampaigns(other, today)).toEqual([]);
      expect(findCampaign(other, id)).toBeUndefined();
      expect(codesOf(changeCampaign(other, id, input))).toEqual(['not-here']);
      expect(codesOf(changeCampaignStatus(other, id, 'planning'))).toEqual(['not-here']);
      expect(
        codesOf(saveGoal(other, id, null, { horizon: 'short', victory: 'x', dueOn: null }))
      ).toEqual(['not-here']);
    }
  });

  test('shared, it is open to the coalition but never to another workspace', () => {
    const { tenants, clinic, stranger } = people;
    const id = valueOf(createCampaign(tenants, { ...input, visibility: 'coalition' }));
    expect(findCampaign(clinic, id)?.name).toBe('Rent relief');
    expect(findCampaign(stranger, id)).toBeUndefined();
    expect(listCampaigns(stranger, today)).toEqual([]);
  });

  test('only the owner organization changes who sees it', () => {
    const { tenants, clinic } = people;
    const id = valueOf(createCampaign(tenants, { ...input, visibility: 'coalition' }));
    expect(codesOf(changeCampaign(clinic, id, { ...input, visibility: 'public' }))).toEqual([
      'not-yours-to-share'
    ]);
    expect(
      codesOf(changeCampaign(clinic, id, { ...input, name: 'New', visibility: 'coalition' }))
    ).toEqual([]);
  });

  test("an organization's notes on people stay its own in a shared campaign, counts included", () => {
    const { tenants, clinic } = people;
    const id = valueOf(
      createCampaign(tenants, {
        ...input,
        leadOrganizationId: tenants.organizationId,
        visibility: 'coalition'
      })
    );
    valueOf(saveStakeholder(tenants, id, null, target, today));
    expect(listStakeholders(tenants, id)).toHaveLength(1);
    expect(listStakeholders(clinic, id)).toEqual([]);
    valueOf(changeCampaignStatus(tenants, id, 'planning'));
    expect(codesOf(changeCampaignStatus(clinic, id, 'active'))).toContain(
      'campaign-target-missing'
    );
    expect(JSON.stringify(campaignLog(clinic, id))).not.toContain('Reyes');
  });

  test('a note is never seen by more people than its campaign', () => {
    const { tenants, db } = people;
    const id = valueOf(createCampaign(tenants, input));
    expect(
      codesOf(saveStakeholder(tenants, id, null, { ...target, visibility: 'coalition' }, today))
    ).toEqual(['visibility-too-narrow']);
    valueOf(changeCampaign(tenants, id, { ...input, visibility: 'coalition' }));
    const note = valueOf(
      saveStakeholder(tenants, id, null, { ...target, visibility: 'coalition' }, today)
    );
    valueOf(changeCampaign(tenants, id, input));
    expect(db.select().from(stakeholder).where(eq(stakeholder.id, note)).get()?.visibility).toBe(
      'organization'
    );
  });

  test('a lead organization of another workspace is refused', () => {
    const { tenants, stranger } = people;
    expect(
      codesOf(createCampaign(tenants, { ...input, leadOrganizationId: stranger.organizationId }))
    ).toEqual(['choice-unknown']);
  });
});

describe('the life of a campaign', () => {
  const started = () => {
    const { tenants } = people;
    return valueOf(
      createCampaign(tenants, { ...input, leadOrganizationId: tenants.organizationId })
    );
  };

  test('goes from draft to closed through its guards, each step in the log', () => {
    const { tenants, db } = people;
    const id = started();
    valueOf(changeCampaignStatus(tenants, id, 'planning'));
    expect(codesOf(changeCampaignStatus(tenants, id, 'active'))).toEqual([
      'campaign-victory-missing',
      'campaign-target-missing',
      'campaign-objective-missing'
    ]);
    valueOf(
      saveGoal(tenants, id, null, { horizon: 'intermediate', victory: 'A $2M fund', dueOn: null })
    );
    valueOf(saveStakeholder(tenants, id, null, target, today));
    valueOf(saveObjective(tenants, id, null, objective, today));
    valueOf(changeCampaignStatus(tenants, id, 'active'));
    valueOf(changeCampaignStatus(tenants, id, 'paused'));
    valueOf(changeCampaignStatus(tenants, id, 'active'));
    expect(codesOf(changeCampaignStatus(tenants, id, 'closed'))).toEqual([
      'campaign-result-missing',
      'campaign-debrief-missing'
    ]);
    valueOf(
      changeCampaignStatus(tenants, id, 'closed', { result: 'won', debrief: 'Start earlier.' })
    );
    expect(findCampaign(tenants, id)).toMatchObject({
      status: 'closed',
      result: 'won',
      debrief: 'Start earlier.'
    });
    const moves = db
      .select()
      .from(auditEntry)
      .where(eq(auditEntry.action, 'change-status'))
      .all()
      .map((entry) => [entry.before?.['status'], entry.after?.['status']]);
    expect(moves).toEqual([
      ['draft', 'planning'],
      ['planning', 'active'],
      ['active', 'paused'],
      ['paused', 'active'],
      ['active', 'closed']
    ]);
  });

  test('closed, it starts again only as a new draft that names the old one', () => {
    const { tenants, db } = people;
    const id = started();
    db.update(campaign).set({ status: 'closed', result: 'lost' }).where(eq(campaign.id, id)).run();
    expect(codesOf(changeCampaignStatus(tenants, id, 'active'))).toEqual(['move-not-possible']);
    const next = valueOf(startNewCycle(tenants, id));
    expect(findCampaign(tenants, next)).toMatchObject({ status: 'draft', previousCampaignId: id });
  });

  test('a refused objective writes nothing', () => {
    const { tenants } = people;
    const id = started();
    expect(codesOf(saveObjective(tenants, id, null, { ...objective, target: 4 }, today))).toEqual([
      'smart-target-is-baseline'
    ]);
    expect(
      codesOf(
        saveObjective(
          tenants,
          id,
          null,
          { ...objective, measureText: null, indicatorId: 'x', instanceKey: 'x:y' },
          today
        )
      )
    ).toEqual(['choice-unknown']);
    expect(listCampaigns(tenants, today)[0]?.objectives).toBe(0);
  });

  test('a body cannot be the one who decides', () => {
    const { tenants } = people;
    const id = started();
    const body = { ...target, personName: null, organizationId: tenants.organizationId };
    expect(codesOf(saveStakeholder(tenants, id, null, body, today))).toEqual([
      'target-is-a-person'
    ]);
  });
});

test('open and late tasks are counted; done ones are neither', () => {
  const { tenants } = people;
  const id = valueOf(createCampaign(tenants, input));
  const add = (text: string, dueOn: string | null) =>
    valueOf(saveTask(tenants, id, null, { text, ownerName: null, organizationId: null, dueOn }));
  add('late', '2026-11-18');
  add('some day', null);
  const third = add('soon', '2026-11-30');
  expect(listCampaigns(tenants, today)[0]).toMatchObject({ openTasks: 3, lateTasks: 1 });
  valueOf(markTask(tenants, id, third, true));
  expect(listCampaigns(tenants, today)[0]).toMatchObject({ openTasks: 2, lateTasks: 1 });
  expect(listTasks(tenants, id).map((row) => row.text)).toEqual(['late', 'some day', 'soon']);
  valueOf(markTask(tenants, id, third, false));
  expect(listCampaigns(tenants, today)[0]?.openTasks).toBe(3);
});

test('a part is changed and removed only inside its own campaign', () => {
  const { tenants } = people;
  const id = valueOf(createCampaign(tenants, input));
  const other = valueOf(createCampaign(tenants, input));
  const goal = { horizon: 'short' as const, victory: 'A hearing', dueOn: null };
  const goalId = valueOf(saveGoal(tenants, id, null, goal));
  expect(codesOf(saveGoal(tenants, other, goalId, goal))).toEqual(['not-here']);
  expect(codesOf(removeGoal(tenants, other, goalId))).toEqual(['not-here']);
  valueOf(removeGoal(tenants, id, goalId));
  expect(listGoals(tenants, id)).toEqual([]);
});
