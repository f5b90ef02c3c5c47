import { labelIn } from '$lib/codebook/codebook';
import { byPlace, figureQueryString } from '$lib/indicators/figure-query';
import { requireAccess } from '$lib/server/access/require-access';
import { currentVersion } from '$lib/server/db/queries/dataset-version';
import { listExhibitUses } from '$lib/server/db/queries/exhibit-use';
import { nextHearing } from '$lib/server/db/queries/hearing';
import { waveVerdict } from '$lib/server/use-cases/data-quality';
import { olderEvidence } from '$lib/server/use-cases/evidence-view';
import { needChanges, needsFigure } from '$lib/server/use-cases/needs-overview';
import { settled } from '$lib/server/use-cases/released-cache';
import { showFigure, waveToOpen } from '$lib/server/use-cases/show-figure';
import { formatMoment, relativeDaysAt } from '$lib/text/dates';
import { formatMonths, formatNumber, lowerFirst } from '$lib/text/format';
import type { PageServerLoad, PageServerLoadEvent } from './$types';

const mostNeeds = 8;

const page = (event: PageServerLoadEvent) => {
  const access = requireAccess(event, 'view');
  const { language } = event.locals;
  const hearing = nextHearing(access);
  const next = hearing && {
    id: hearing.id,
    body: hearing.body,
    subject: hearing.subject,
    days: relativeDaysAt(hearing.startsAt, new Date(), hearing.zone, language),
    when: formatMoment(hearing.startsAt, hearing.zone, language),
    limitMinutes: hearing.limitSeconds === null ? null : hearing.limitSeconds / 60,
    exhibits: listExhibitUses(access, 'hearing', hearing.id).length
  };
  const first = waveToOpen(access);
  if (!first) return { wave: null, next: next ?? null };
  const { wave, surveyName } = first;
  const needs = needsFigure(access, wave, language);
  const top = needs.ok ? needs.value.model.rows.find((row) => row.value !== null)?.key : undefined;
  const ask = { place: null, wave: wave.id, versus: 'everyone' } as const;
  const map =
    top && wave.areaVariable
      ? showFigure(access, { ...ask, show: top, by: byPlace, view: 'map' }, language)
      : null;
  const gap = top
    ? showFigure(access, { ...ask, show: top, by: null, view: 'dots' }, language)
    : null;
  return {
    next: next ?? null,
    wave: {
      id: wave.id,
      name: wave.name,
      surveyName,
      responses: formatNumber(currentVersion(access, wave.id)?.imported ?? 0, language),
      mode: wave.mode ? lowerFirst(labelIn(wave.mode, language)) : '',
      when: formatMonths(wave.fieldedFrom, wave.fieldedTo, language)
    },
    needs: needs.ok
      ? {
          model: { ...needs.value.model, rows: needs.value.model.rows.slice(0, mostNeeds) },
          all: formatNumber(needs.value.model.rows.length, language)
        }
      : null,
    issues: needs.ok ? [] : needs.issues,
    changes: needChanges(access, wave, language),
    older: olderEvidence(access),
    map:
      map?.ok && map.value.model
        ? { model: map.value.model, address: figureQueryString(map.value.query) }
        : null,
    gap:
      gap?.ok && gap.value.model
        ? { finding: gap.value.model.finding, address: figureQueryString(gap.value.query) }
        : null,
    verdict: waveVerdict(access, wave.id),
    ladder: (wave.ladder ?? []).map(({ id, count }) => ({
      id,
      count,
      text: formatNumber(count, language)
    }))
  };
};

export const load: PageServerLoad = (event) => settled(() => page(event));
