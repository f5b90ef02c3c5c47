import { beforeEach, describe, expect, test } from 'vitest';
import type { HearingInput } from '$lib/advocacy/hearing.schema';
import { listExhibitUses } from '$lib/server/db/queries/exhibit-use';
import {
  findHearing,
  listSpeakers,
  nextHearing,
  pastHearings,
  upcomingHearings
} from '$lib/server/db/queries/hearing';
import { moveExhibitUse, stopUsingExhibit, useExhibit } from './exhibit-uses';
import {
  changeHearing,
  changeHearingStatus,
  createHearing,
  rescheduleHearing,
  writeScript
} from './hearings';
import { changeSpeakerState, moveSpeaker, saveSpeaker } from './speakers';
import { codesOf, twoOrganizations, valueOf } from './two-organizations.fixture';

const input: HearingInput = {
  body: 'Housing Committee',
  subject: 'Rent relief',
  measureId: null,
  campaignId: null,
  startsAt: '2026-12-01T18:00',
  zone: 'America/Chicago',
  place: 'County hall, room 2',
  address: null,
  limitMinutes: 3,
  itemTotalMinutes: 6,
  signUpClosesAt: '2026-12-01T12:00',
  materialsDueAt: '2026-11-30T12:00',
  writtenDueAt: null,
  copies: 11,
  hasScreen: true,
  formats: 'PDF',
  rulesSource: null,
  contact: null,
  position: 'support',
  visibility: 'coalition'
};
const now = new Date('2026-11-21T15:00:00Z');

let people: ReturnType<typeof twoOrganizations>;
beforeEach(() => {
  people = twoOrganizations();
});

describe('a hearing', () => {
  test('is held as an instant with the zone of its place', () => {
    const id = valueOf(createHearing(people.tenants, input));
    expect(findHearing(people.tenants, id)).toMatchObject({
      startsAt: new Date('2026-12-02T00:00:00Z'),
      zone: 'America/Chicago',
      limitSeconds: 180,
      itemTotalSeconds: 360,
      status: 'tentative',
      sequence: 0,
      hasScreen: true
    });
  });

  test('keeps its uid and its earlier times when it moves', () => {
    const { tenants } = people;
    const id = valueOf(createHearing(tenants, input));
    const uid = findHearing(tenants, id)?.uid;
    valueOf(
      rescheduleHearing(tenants, id, {
        startsAt: '2026-12-08T18:00',
        zone: 'America/Chicago',
        place: 'Library'
      })
    );
    valueOf(changeHearing(tenants, id, { ...input, startsAt: '2026-12-15T18:00' }));
    expect(findHearing(tenants, id)).toMatchObject({
      uid,
      sequence: 2,
      startsAt: new Date('2026-12-16T00:00:00Z'),
      earlierStarts: ['2026-12-02T00:00:00.000Z', '2026-12-09T00:00:00.000Z']
    });
  });

  test('whose words change but not its time is not rescheduled', () => {
    const { tenants } = people;
    const id = valueOf(createHearing(tenants, input));
    valueOf(changeHearing(tenants, id, { ...input, subject: 'Rent relief fund' }));
    expect(findHearing(tenants, id)).toMatchObject({ sequence: 0, earlierStarts: [] });
    expect(
      codesOf(
        rescheduleHearing(tenants, id, {
          startsAt: input.startsAt,
          zone: input.zone,
          place: input.place
        })
      )
    ).toEqual(['hearing-same-time']);
  });

  test('moved before its own deadlines is refused', () => {
    const { tenants } = people;
    const id = valueOf(createHearing(tenants, input));
    const move = { startsAt: '2026-11-29T18:00', zone: input.zone, place: input.place };
    expect(codesOf(rescheduleHearing(tenants, id, move))).toEqual(['deadline-after-start']);
    expect(
      codesOf(createHearing(tenants, { ...input, signUpClosesAt: '2026-12-01T18:01' }))
    ).toEqual(['deadline-after-start']);
  });

  test('at a time clocks skip is refused', () => {
    const spring = { ...input, startsAt: '2027-03-14T02:30' };
    expect(codesOf(createHearing(people.tenants, spring))).toEqual(['moment-skipped']);
  });

  test('cancelled is not upcoming, and comes back when it is rescheduled', () => {
    const { tenants } = people;
    const id = valueOf(createHearing(tenants, input));
    valueOf(changeHearingStatus(tenants, id, 'cancelled', now));
    expect(upcomingHearings(tenants, now)).toEqual([]);
    expect(pastHearings(tenants, now)).toHaveLength(1);
    valueOf(
      rescheduleHearing(tenants, id, {
        startsAt: '2026-12-08T18:00',
        zone: input.zone,
        place: input.place
      })
    );
    expect(nextHearing(tenants, now)).toMatchObject({ id, status: 'tentative', sequence: 2 });
  });

  test('is next when it is the earliest to come that the asker may see', () => {
    const { tenants, clinic, stranger } = people;
    const shared = valueOf(createHearing(tenants, input));
    valueOf(
      createHearing(tenants, {
        ...input,
        startsAt: '2026-11-25T18:00',
        signUpClosesAt: null,
        materialsDueAt: null,
        visibility: 'organization'
      })
    );
    expect(upcomingHearings(tenants, now)).toHaveLength(2);
    expect(upcomingHearings(clinic, now).map((row) => row.id)).toEqual([shared]);
    expect(nextHearing(clinic, now)?.id).toBe(shared);
    expect(nextHearing(stranger, now)).toBeUndefined();
    expect(nextHearing(clinic, new Date('2026-12-02T00:00:00Z'))).toBeUndefined();
  });

  test("of another organization's own cannot be read, scripted or moved", () => {
    const { tenants, clinic } = people;
    const id = valueOf(createHearing(tenants, { ...input, visibility: 'organization' }));
    expect(findHearing(clinic, id)).toBeUndefined();
    expect(codesOf(writeScript(clinic, id, { script: 'x', notes: '' }))).toEqual(['not-here']);
    expect(codesOf(changeHearing(clinic, id, input))).toEqual(['not-here']);
  });
});

describe('the speaker list', () => {
  const maria = {
    name: 'Maria',
    organizationId: null,
    role: 'lived-experience' as const,
    language: 'es' as const,
    message: 'Rent before food',
    consentOn: null
  };

  test('signs nobody up to share lived experience without consent', () => {
    const { tenants } = people;
    const id = valueOf(createHearing(tenants, input));
    const speaker = valueOf(saveSpeaker(tenants, id, null, maria));
    valueOf(changeSpeakerState(tenants, id, speaker, 'confirmed'));
    expect(codesOf(changeSpeakerState(tenants, id, speaker, 'signed-up'))).toEqual([
      'speaker-consent'
    ]);
    valueOf(saveSpeaker(tenants, id, speaker, { ...maria, consentOn: '2026-11-20' }));
    valueOf(changeSpeakerState(tenants, id, speaker, 'signed-up'));
    expect(codesOf(saveSpeaker(tenants, id, speaker, maria))).toEqual(['speaker-consent']);
  });

  test('keeps its order', () => {
    const { tenants } = people;
    const id = valueOf(createHearing(tenants, input));
    valueOf(saveSpeaker(tenants, id, null, { ...maria, name: 'A' }));
    const second = valueOf(saveSpeaker(tenants, id, null, { ...maria, name: 'B' }));
    valueOf(moveSpeaker(tenants, id, second, 'up'));
    valueOf(saveSpeaker(tenants, id, null, { ...maria, name: 'C' }));
    expect(listSpeakers(tenants, id).map((row) => row.name)).toEqual(['B', 'A', 'C']);
  });
});

describe('the exhibits of a hearing', () => {
  /** Straight into the table: freezing is the evidence area's work. */
  const exhibit = (
    id: string,
    number: number,
    state: 'draft' | 'withdrawn',
    visibility: string
  ) => {
    const { db, tenants } = people;
    db.$client
      .prepare(
        `INSERT INTO exhibit (id, workspace_id, owner_organization_id, visibility, number, version, title, chart_type, state, created_by, created_at)
         VALUES (?, ?, ?, ?, ?, 1, ?, 'ranked-bar', 'draft', 'u', 0)`
      )
      .run(id, tenants.workspaceId, tenants.organizationId, visibility, number, `Figure ${number}`);
    if (state !== 'draft')
      db.$client.prepare('UPDATE exhibit SET state = ? WHERE id = ?').run(state, id);
  };

  test('are frozen ones only', () => {
    const { tenants } = people;
    const id = valueOf(createHearing(tenants, input));
    exhibit('draft', 1, 'draft', 'coalition');
    exhibit('gone', 2, 'withdrawn', 'coalition');
    for (const each of ['draft', 'gone', 'nowhere'])
      expect(codesOf(useExhibit(tenants, 'hearing', id, each))).toEqual(['exhibit-not-frozen']);
    expect(listExhibitUses(tenants, 'hearing', id)).toEqual([]);
  });

  test('stand in order and can be moved and taken out', () => {
    const { tenants, clinic, db } = people;
    const id = valueOf(createHearing(tenants, input));
    exhibit('one', 1, 'draft', 'coalition');
    exhibit('two', 2, 'draft', 'organization');
    // Freezing goes through guards that need a snapshot; here only the state matters.
    db.$client.exec('DROP TRIGGER IF EXISTS exhibit_freeze_gate');
    db.$client
      .prepare(
        "UPDATE exhibit SET state = 'frozen', sha256 = id, frozen_at = 1 WHERE state = 'draft'"
      )
      .run();
    valueOf(useExhibit(tenants, 'hearing', id, 'one'));
    const second = valueOf(useExhibit(tenants, 'hearing', id, 'two'));
    expect(codesOf(useExhibit(tenants, 'hearing', id, 'two'))).toEqual(['exhibit-already-used']);
    const shown = (access = tenants) =>
      listExhibitUses(access, 'hearing', id).map((use) => use.exhibitId);
    expect(shown()).toEqual(['one', 'two']);
    valueOf(moveExhibitUse(tenants, 'hearing', id, second, 'up'));
    expect(shown()).toEqual(['two', 'one']);
    expect(shown(clinic)).toEqual(['one']);
    expect(codesOf(stopUsingExhibit(clinic, 'hearing', id, second))).toEqual(['not-here']);
    valueOf(stopUsingExhibit(tenants, 'hearing', id, second));
    expect(shown()).toEqual(['one']);
  });
});
