import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { movesFrom } from '$lib/evidence/claim-status';
import { requireAccess } from '$lib/server/access/require-access';
import { personName } from '$lib/server/db/queries/evidence';
import { found, submit } from '$lib/server/page';
import {
  changeClaim,
  claimDrift,
  mayCheckOwn,
  moveClaim,
  openClaim
} from '$lib/server/use-cases/claims';
import { claimSentence, evidenceChain, slotLines } from '$lib/server/use-cases/evidence-view';
import { modelOfSnapshot } from '$lib/server/use-cases/frozen-figure';
import { settled } from '$lib/server/use-cases/released-cache';
import { claimSchema } from '../../parts/claim.schema';
import type { Actions, PageServerLoad, PageServerLoadEvent } from './$types';

const page = (event: PageServerLoadEvent) => {
  const access = requireAccess(event, 'view');
  const { language } = event.locals;
  const open = found(openClaim(access, event.params.claim), event);
  const { row, snapshot } = open;
  return {
    claim: {
      id: row.id,
      template: row.template,
      kind: row.kind,
      visibility: row.visibility,
      status: row.status,
      text: claimSentence(open, language),
      author: personName(access, row.createdBy),
      checkedBy: personName(access, row.checkedBy),
      isOurs: row.ownerOrganizationId === access.organizationId,
      isOwn: access.userId !== null && row.createdBy === access.userId
    },
    moves: movesFrom(row.status),
    mayCheckOwn: mayCheckOwn(access),
    drift: row.status === 'stale' ? claimDrift(access, open) : null,
    slots: snapshot ? slotLines(snapshot, language) : [],
    chain: snapshot
      ? evidenceChain(access, snapshot, modelOfSnapshot(snapshot, language), language)
      : null
  };
};

export const load: PageServerLoad = (event) => settled(() => page(event));

const moveSchema = v.object({
  to: v.picklist(['checked', 'approved', 'retracted'], 'choice-missing')
});

export const actions = {
  save: async (event) => {
    const access = requireAccess(event, 'freeze');
    const saved = await submit(event, claimSchema, (input) =>
      changeClaim(access, event.params.claim, input)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${event.params.workspace}/evidence/claims/${event.params.claim}`);
  },
  move: async (event) => {
    const access = requireAccess(event, 'view');
    const saved = await submit(event, moveSchema, (input) =>
      moveClaim(access, event.params.claim, input.to)
    );
    if (!saved.ok) return saved.failure;
    redirect(303, `/${event.params.workspace}/evidence/claims/${event.params.claim}`);
  }
} satisfies Actions;
