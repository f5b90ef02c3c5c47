import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { visibilities } from '$lib/advocacy/fields';
import { mostHeadlineWords } from '$lib/evidence/check-headline';
import { exhibitLabel } from '$lib/evidence/exhibit-label';
import type { Parsed } from '$lib/base/issue';
import type { Access } from '$lib/server/access/access';
import type { Capability } from '$lib/server/access/capability';
import { requireAccess } from '$lib/server/access/require-access';
import { campaignChoices } from '$lib/server/db/queries/campaign';
import { listExhibitVersions, listUsesOf } from '$lib/server/db/queries/evidence';
import { upcomingHearings } from '$lib/server/db/queries/hearing';
import { found, submit } from '$lib/server/page';
import { carriableClaims, evidenceChain, snapshotFacts } from '$lib/server/use-cases/evidence-view';
import {
  freezeExhibit,
  newExhibitVersion,
  openExhibit,
  saveExhibit,
  withdrawExhibit
} from '$lib/server/use-cases/exhibits';
import type { Frozen } from '$lib/server/use-cases/freeze-figure';
import { useExhibit } from '$lib/server/use-cases/exhibit-uses';
import { driftOf } from '$lib/server/use-cases/recompute-snapshot';
import { settled } from '$lib/server/use-cases/released-cache';
import type { Actions, PageServerLoad, PageServerLoadEvent, RequestEvent } from './$types';

const page = (event: PageServerLoadEvent) => {
  const access = requireAccess(event, 'view');
  const { language } = event.locals;
  const open = found(openExhibit(access, event.params.exhibit, language), event);
  const { row, snapshot } = open;
  const uses = listUsesOf(access, row.id);
  const isUsed = (entity: string, id: string): boolean =>
    uses.some((use) => use.entity === entity && use.entityId === id);
  return {
    exhibit: {
      id: row.id,
      label: open.label,
      title: row.title,
      authorAlt: row.authorAlt,
      visibility: row.visibility,
      state: row.state,
      frozenAt: row.frozenAt,
      code: row.sha256?.slice(0, 8) ?? null,
      isOurs: row.ownerOrganizationId === access.organizationId,
      claimId: open.claimId
    },
    model: open.model,
    isStale: open.isStale,
    drift: driftOf(access, snapshot)?.drift ?? null,
    facts: snapshotFacts(access, snapshot, open.model, language),
    chain: evidenceChain(access, snapshot, open.model, language),
    carriable: carriableClaims(access, open, language),
    mostWords: mostHeadlineWords,
    versions: listExhibitVersions(access, row.number).map((each) => ({
      id: each.id,
      label: exhibitLabel(each.number, each.version),
      title: each.title,
      state: each.state
    })),
    hearings: upcomingHearings(access)
      .filter(({ id }) => !isUsed('hearing', id))
      .map(({ id, body, subject }) => ({ id, name: `${body}, ${subject}` })),
    campaigns: campaignChoices(access).filter(({ id }) => !isUsed('campaign', id)),
    uses
  };
};

export const load: PageServerLoad = (event) => settled(() => page(event));

const nothing = v.object({});
const draftSchema = v.object({
  title: v.string('title-missing'),
  authorAlt: v.pipe(
    v.optional(v.string(), ''),
    v.transform((text) => text || null)
  ),
  visibility: v.picklist(visibilities, 'choice-missing'),
  claimId: v.pipe(
    v.optional(v.string(), ''),
    v.transform((id) => id || null)
  )
});
const useSchema = v.object({
  id: v.pipe(v.string('choice-missing'), v.minLength(1, 'choice-missing'))
});

const change =
  <S extends v.GenericSchema>(
    capability: Capability,
    schema: S,
    work: (
      access: Access,
      exhibitId: string,
      input: v.InferOutput<S>,
      event: RequestEvent
    ) => Parsed<string | Frozen>
  ) =>
  async (event: RequestEvent) => {
    const access = requireAccess(event, capability);
    const { workspace, exhibit } = event.params;
    const saved = await submit(event, schema, (input) => work(access, exhibit, input, event));
    if (!saved.ok) return saved.failure;
    const to = typeof saved.value === 'string' ? exhibit : saved.value.exhibitId;
    redirect(303, `/${workspace}/evidence/exhibits/${to}`);
  };

export const actions = {
  save: change('freeze', draftSchema, (access, id, input, event) =>
    saveExhibit(access, id, input, event.locals.language)
  ),
  freeze: change('freeze', draftSchema, (access, id, input, event) => {
    const saved = saveExhibit(access, id, input, event.locals.language);
    return saved.ok ? freezeExhibit(access, id, event.locals.language) : saved;
  }),
  withdraw: change('freeze', nothing, (access, id) => withdrawExhibit(access, id)),
  version: change('freeze', nothing, (access, id, _input, event) =>
    newExhibitVersion(access, id, event.locals.language)
  ),
  hearing: change('prepare-hearing', useSchema, (access, id, input) =>
    useExhibit(access, 'hearing', input.id, id)
  ),
  campaign: change('advocate', useSchema, (access, id, input) =>
    useExhibit(access, 'campaign', input.id, id)
  )
} satisfies Actions;
