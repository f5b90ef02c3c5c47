import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { figureQueryString, parseFigureQuery } from '$lib/indicators/figure-query';
import { requireAccess } from '$lib/server/access/require-access';
import { parseForm } from '$lib/server/form';
import { freezeFigure } from '$lib/server/use-cases/freeze-figure';
import { settled } from '$lib/server/use-cases/released-cache';
import { showFigure } from '$lib/server/use-cases/show-figure';
import type { Actions, PageServerLoad, PageServerLoadEvent } from './$types';

const page = (event: PageServerLoadEvent) => {
  const access = requireAccess(event, 'freeze');
  const query = parseFigureQuery(event.url.searchParams);
  const shown = query.show === '' ? null : showFigure(access, query, event.locals.language);
  return {
    address: shown?.ok ? figureQueryString(shown.value.query) : null,
    model: shown?.ok ? shown.value.model : null,
    issues: shown && !shown.ok ? shown.issues : []
  };
};

export const load: PageServerLoad = (event) => settled(() => page(event));

const schema = v.object({ figure: v.pipe(v.string(), v.minLength(1, 'nothing-to-show')) });

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'freeze');
    const input = parseForm(schema, await event.request.formData());
    if (!input.ok) return fail(422, { issues: input.issues });
    const query = parseFigureQuery(new URLSearchParams(input.value.figure));
    const { language } = event.locals;
    // Made elsewhere first: freezing writes, so it finds its table ready.
    await settled(() => showFigure(access, query, language));
    const frozen = freezeFigure(access, query, { language });
    if (!frozen.ok) return fail(422, { issues: frozen.issues });
    redirect(303, `/${event.params.workspace}/evidence/exhibits/${frozen.value.exhibitId}`);
  }
} satisfies Actions;
