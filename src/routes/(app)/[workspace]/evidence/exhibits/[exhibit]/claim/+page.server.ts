import { redirect } from '@sveltejs/kit';
import { requireAccess } from '$lib/server/access/require-access';
import { found, submit } from '$lib/server/page';
import { createClaim, slotsOn } from '$lib/server/use-cases/claims';
import { slotLines } from '$lib/server/use-cases/evidence-view';
import { openExhibit } from '$lib/server/use-cases/exhibits';
import { recipeOfSnapshot, releasedOf } from '$lib/server/use-cases/frozen-figure';
import { proposeClaim } from '$lib/text/propose-claim';
import { claimSchema } from '../../../parts/claim.schema';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'freeze');
  const { language } = event.locals;
  const open = found(openExhibit(access, event.params.exhibit, language), event);
  const { snapshot, row, label, model } = open;
  return {
    exhibit: { id: row.id, label, title: row.title, visibility: row.visibility },
    finding: model.finding,
    proposed: proposeClaim(
      releasedOf(snapshot),
      slotsOn(snapshot),
      recipeOfSnapshot(snapshot).figure[language],
      language
    ),
    slots: slotLines(snapshot, language)
  };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'freeze');
    const open = found(openExhibit(access, event.params.exhibit, event.locals.language), event);
    const saved = await submit(event, claimSchema, (input) =>
      createClaim(access, open.snapshot.id, input)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${event.params.workspace}/evidence/claims/${saved.value}`);
  }
} satisfies Actions;
