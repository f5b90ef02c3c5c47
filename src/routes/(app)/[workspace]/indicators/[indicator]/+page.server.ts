import { error } from '@sveltejs/kit';
import { labelIn } from '$lib/codebook/codebook';
import { figureQueryString, parseFigureQuery } from '$lib/indicators/figure-query';
import { requireAccess } from '$lib/server/access/require-access';
import { describeMethod } from '$lib/server/use-cases/describe-method';
import { indicatorFigures } from '$lib/server/use-cases/indicator-page';
import { showFigure } from '$lib/server/use-cases/show-figure';
import { textFor } from '$lib/text/text';
import { usesOf } from '../../figure-uses';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'view');
  const { language } = event.locals;
  const asked = parseFigureQuery(event.url.searchParams);
  const shown = showFigure(access, { ...asked, show: event.params.indicator }, language);
  if (!shown.ok) {
    const words = textFor(language).explore.issues;
    const code = shown.issues[0]?.code ?? 'nothing-to-show';
    error(404, { message: words[code] ?? words.other ?? '', code });
  }
  const { instance, table, query, model } = shown.value;
  return {
    label: labelIn(instance.labels, language),
    indicatorId: instance.indicatorId,
    level: table.subject.level,
    address: figureQueryString(query),
    model,
    ...indicatorFigures(access, shown.value, language),
    method: describeMethod(access, shown.value, language),
    uses: usesOf(access, event.params.workspace, instance.key, language)
  };
};
