import { addDays } from '$lib/advocacy/day';
import { hearingStatuses } from '$lib/advocacy/hearing';
import { speakerRoles, speakerStates } from '$lib/advocacy/speaker';
import { toInstant } from '$lib/advocacy/zoned-time';
import { newId } from '$lib/base/id';
import { hearing, speaker } from '$lib/server/db/schema';
import { dayOf, oneOf, owned, type Seeding } from './seeding';

/** The hearing with its speakers. @returns its id */
export function seedHearing(
  { access, demo, today }: Seeding,
  campaignId: string,
  measures: Map<string, string>,
  organizations: Map<string, string>
): string {
  const { hearing: file } = demo;
  // Committees sit on weekdays: from a weekend the hearing and what is due move on together.
  const weekday = new Date(`${dayOf(file.date, today)}T12:00:00Z`).getUTCDay();
  const shift = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  const at = ({ date, time }: { date: string; time: string }): Date => {
    const zoned = toInstant(`${addDays(dayOf(date, today), shift)}T${time}`, file.zone);
    if (!zoned.ok) throw new RangeError(`${date} ${time} is no time in ${file.zone}`);
    return zoned.instant;
  };
  const { id: hearingId } = access.db
    .insert(hearing)
    .values({
      ...owned(access),
      body: file.body,
      subject: file.title,
      measureId: measures.get(file.measure) ?? null,
      campaignId,
      status: oneOf(hearingStatuses, file.status),
      uid: newId(),
      earlierStarts: [],
      startsAt: at(file),
      zone: file.zone,
      place: file.place.name,
      address: file.place.address,
      limitSeconds: file.rules.limitIndividualSeconds,
      signUpClosesAt: at(file.rules.signUpCloses),
      materialsDueAt: at(file.rules.materialsDue),
      writtenDueAt: at(file.rules.writtenDue),
      copies: file.rules.copiesRequired,
      hasScreen: file.rules.screen,
      formats: file.rules.slideRatio,
      rulesSource: file.rules.sourceNote,
      position: 'support',
      script: file.script.paragraphs.map((paragraph) => paragraph.text).join('\n\n'),
      notes: [
        ...(file.place.note === null ? [] : [file.place.note]),
        ...file.questions.map(({ asked, answer }) => `${asked}\n${answer}`)
      ].join('\n\n')
    })
    .returning({ id: hearing.id })
    .get();
  file.speakers.forEach((each, i) => {
    access.db
      .insert(speaker)
      .values({
        workspaceId: access.workspaceId,
        hearingId,
        order: i + 1,
        name: each.name,
        organizationId: organizations.get(each.organization) ?? null,
        role: oneOf(speakerRoles, each.role),
        language: each.language,
        message: each.message,
        state: each.status === 'backup' ? 'invited' : oneOf(speakerStates, each.status),
        consentOn: each.consent === 'signed' ? addDays(today, -1) : null
      })
      .run();
  });
  return hearingId;
}
