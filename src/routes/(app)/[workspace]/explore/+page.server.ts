import { byPlace, figureQueryString, parseFigureQuery } from '$lib/indicators/figure-query';
import { requireAccess } from '$lib/server/access/require-access';
import { describeMethod } from '$lib/server/use-cases/describe-method';
import { settled } from '$lib/server/use-cases/released-cache';
import { showFigure, waveToOpen } from '$lib/server/use-cases/show-figure';
import { figureChoices } from '../figure-choices';
import { usesOf } from '../figure-uses';
import type { PageServerLoad, PageServerLoadEvent } from './$types';

const page = (event: PageServerLoadEvent) => {
  const access = requireAccess(event, 'view');
  const { language } = event.locals;
  const shown = showFigure(access, parseFigureQuery(event.url.searchParams), language);
  if (!shown.ok)
    return {
      ok: false as const,
      issues: shown.issues,
      waveId: waveToOpen(access)?.wave.id ?? null
    };
  const { query, model, refusal, wave, instance } = shown.value;
  const beside =
    query.by !== byPlace && wave.areaVariable && model
      ? showFigure(access, { ...query, by: byPlace, place: null, view: 'map' }, language)
      : null;
  return {
    ok: true as const,
    query,
    address: figureQueryString(query),
    model,
    refusal,
    map: beside?.ok ? beside.value.model : null,
    mapAddress: beside?.ok ? figureQueryString(beside.value.query) : null,
    choices: figureChoices(access, shown.value, language),
    method: describeMethod(access, shown.value, language),
    uses: usesOf(access, event.params.workspace, instance.key, language),
    hasArea: wave.areaVariable !== null,
    isAnswers: instance.indicatorId === 'answer-shares'
  };
};

export const load: PageServerLoad = (event) => settled(() => page(event));
