import { redirect } from '@sveltejs/kit';
import { scriptSchema } from '$lib/advocacy/hearing.schema';
import { requireAccess } from '$lib/server/access/require-access';
import { findHearing } from '$lib/server/db/queries/hearing';
import { found, submit } from '$lib/server/page';
import { writeScript } from '$lib/server/use-cases/hearings';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'prepare-hearing');
  const { id, body, script, notes, limitSeconds } = found(
    findHearing(access, event.params.hearing),
    event
  );
  return { hearing: { id, body, script, notes, limitSeconds } };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'prepare-hearing');
    const { workspace, hearing } = event.params;
    const saved = await submit(event, scriptSchema, (input) => writeScript(access, hearing, input));
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/hearings/${saved.value}`);
  }
} satisfies Actions;
