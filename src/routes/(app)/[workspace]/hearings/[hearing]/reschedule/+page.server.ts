import { redirect } from '@sveltejs/kit';
import { rescheduleSchema } from '$lib/advocacy/hearing.schema';
import { toLocal } from '$lib/advocacy/zoned-time';
import { requireAccess } from '$lib/server/access/require-access';
import { findHearing } from '$lib/server/db/queries/hearing';
import { found, submit } from '$lib/server/page';
import { rescheduleHearing } from '$lib/server/use-cases/hearings';
import { hearingChoices } from '../../parts/choices.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'prepare-hearing');
  const row = found(findHearing(access, event.params.hearing), event);
  return {
    hearing: { id: row.id, body: row.body },
    values: { startsAt: toLocal(row.startsAt, row.zone), zone: row.zone, place: row.place },
    zones: hearingChoices(access, row.zone).zones
  };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'prepare-hearing');
    const { workspace, hearing } = event.params;
    const saved = await submit(event, rescheduleSchema, (input) =>
      rescheduleHearing(access, hearing, input)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/hearings/${saved.value}`);
  }
} satisfies Actions;
