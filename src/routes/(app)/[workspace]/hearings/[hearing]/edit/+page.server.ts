import { redirect } from '@sveltejs/kit';
import { hearingSchema } from '$lib/advocacy/hearing.schema';
import { toLocal } from '$lib/advocacy/zoned-time';
import { requireAccess } from '$lib/server/access/require-access';
import { findHearing } from '$lib/server/db/queries/hearing';
import type { hearing } from '$lib/server/db/schema';
import { found, submit } from '$lib/server/page';
import { changeHearing } from '$lib/server/use-cases/hearings';
import { hearingChoices } from '../../parts/choices.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'prepare-hearing');
  const row = found(findHearing(access, event.params.hearing), event);
  return {
    hearing: { id: row.id, body: row.body },
    values: toValues(row),
    ...hearingChoices(access, row.zone)
  };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'prepare-hearing');
    const { workspace, hearing } = event.params;
    const saved = await submit(event, hearingSchema, (input) =>
      changeHearing(access, hearing, input)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/hearings/${saved.value}`);
  }
} satisfies Actions;

/** The row as it stands in the form: moments as the clock at the place reads, spans in minutes. */
function toValues(row: typeof hearing.$inferSelect): Record<string, string> {
  const clock = (at: Date | null) => (at === null ? '' : toLocal(at, row.zone));
  const minutes = (seconds: number | null) => (seconds === null ? '' : String(seconds / 60));
  return {
    body: row.body,
    subject: row.subject,
    measureId: row.measureId ?? '',
    campaignId: row.campaignId ?? '',
    startsAt: clock(row.startsAt),
    zone: row.zone,
    place: row.place,
    address: row.address ?? '',
    limitMinutes: minutes(row.limitSeconds),
    itemTotalMinutes: minutes(row.itemTotalSeconds),
    signUpClosesAt: clock(row.signUpClosesAt),
    materialsDueAt: clock(row.materialsDueAt),
    writtenDueAt: clock(row.writtenDueAt),
    copies: row.copies === null ? '' : String(row.copies),
    hasScreen: row.hasScreen ? 'yes' : '',
    formats: row.formats ?? '',
    rulesSource: row.rulesSource ?? '',
    contact: row.contact ?? '',
    position: row.position,
    visibility: row.visibility
  };
}
