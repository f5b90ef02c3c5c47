import { error } from '@sveltejs/kit';
import { labelIn } from '$lib/codebook/codebook';
import { getIndicator } from '$lib/indicators';
import { figureQueryString, parseFigureQuery } from '$lib/indicators/figure-query';
import { requireAccess } from '$lib/server/access/require-access';
import { batteryByGroup } from '$lib/server/use-cases/battery-groups';
import { viewDeprivation } from '$lib/server/use-cases/deprivation-checks';
import { describeMethod } from '$lib/server/use-cases/describe-method';
import { levelOfSlice } from '$lib/server/use-cases/indicator-table';
import { indicatorFigures, overallFinding } from '$lib/server/use-cases/indicator-page';
import { settled } from '$lib/server/use-cases/released-cache';
import { showFigure } from '$lib/server/use-cases/show-figure';
import { textFor } from '$lib/text/text';
import { usesOf } from '../../figure-uses';
import type { PageServerLoad, PageServerLoadEvent } from './$types';

const page = (event: PageServerLoadEvent) => {
  const access = requireAccess(event, 'view');
  const { language } = event.locals;
  const asked = parseFigureQuery(event.url.searchParams);
  const shown = showFigure(access, { ...asked, show: event.params.indicator }, language);
  if (!shown.ok) {
    const words = textFor(language).explore.issues;
    const code = shown.issues[0]?.code ?? 'nothing-to-show';
    error(404, { message: words[code] ?? words.other ?? '', code });
  }
  const { instance, table, query, model, wave } = shown.value;
  return {
    label: labelIn(instance.labels, language),
    indicatorId: instance.indicatorId,
    indicator: labelIn(getIndicator(instance.indicatorId).labels, language),
    level: levelOfSlice(table, { group: null, area: null }),
    address: figureQueryString(query),
    changeAddress: new URLSearchParams({ survey: wave.surveyId, show: instance.key }).toString(),
    model,
    overall: overallFinding(shown.value, language),
    ...indicatorFigures(access, shown.value, language),
    battery: batteryByGroup(access, shown.value, language),
    deprivation: viewDeprivation(access, shown.value, language),
    method: describeMethod(access, shown.value, language),
    uses: usesOf(access, event.params.workspace, instance.key, language)
  };
};

export const load: PageServerLoad = (event) => settled(() => page(event));
