import { redirect } from '@sveltejs/kit';
import { speakerSchema } from '$lib/advocacy/hearing.schema';
import { requireAccess } from '$lib/server/access/require-access';
import { organizationChoices } from '$lib/server/db/queries/coalition';
import { findHearing } from '$lib/server/db/queries/hearing';
import { found, submit } from '$lib/server/page';
import { findSpeaker, saveSpeaker } from '$lib/server/use-cases/speakers';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'prepare-hearing');
  const { id, body } = found(findHearing(access, event.params.hearing), event);
  const speaker =
    event.params.speaker === 'new'
      ? null
      : found(findSpeaker(access, id, event.params.speaker), event);
  return { hearing: { id, body }, speaker, organizations: organizationChoices(access) };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'prepare-hearing');
    const { workspace, hearing, speaker } = event.params;
    const saved = await submit(event, speakerSchema, (input) =>
      saveSpeaker(access, hearing, speaker === 'new' ? null : speaker, input)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/hearings/${hearing}`);
  }
} satisfies Actions;
