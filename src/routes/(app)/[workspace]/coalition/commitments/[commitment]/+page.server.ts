import { redirect } from '@sveltejs/kit';
import { moveCommitmentSchema } from '$lib/advocacy/coalition.schema';
import { commitmentMoves, isOpenCommitment } from '$lib/advocacy/commitment';
import { daysLate } from '$lib/advocacy/day';
import { requireAccess } from '$lib/server/access/require-access';
import { findCommitment } from '$lib/server/db/queries/coalition';
import { found, submit } from '$lib/server/page';
import { moveCommitment } from '$lib/server/use-cases/commitments';
import { todayHere } from '$lib/server/use-cases/outcome';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'view');
  const { linkedCampaignId: _, ...commitment } = found(
    findCommitment(access, event.params.commitment),
    event
  );
  return {
    commitment,
    late: daysLate(commitment.dueOn, todayHere(), !isOpenCommitment(commitment.state)),
    moves: commitmentMoves[commitment.state]
  };
};

export const actions = {
  move: async (event) => {
    const access = requireAccess(event, 'advocate');
    const { workspace, commitment } = event.params;
    const saved = await submit(event, moveCommitmentSchema, (input) =>
      moveCommitment(access, commitment, input)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${workspace}/coalition/commitments/${commitment}`);
  }
} satisfies Actions;
