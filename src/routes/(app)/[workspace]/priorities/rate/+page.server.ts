import { fail, redirect } from '@sveltejs/kit';
import { labelIn } from '$lib/codebook/codebook';
import { pearlCriteria } from '$lib/priorities/rating';
import { requireAccess } from '$lib/server/access/require-access';
import { rateNeed, ratedNeeds } from '$lib/server/use-cases/rate-needs';
import { waveToOpen, wavesWithResponses } from '$lib/server/use-cases/show-figure';
import { formatNumber } from '$lib/text/format';
import { ratingFrom } from './rating-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'advocate');
  const { language } = event.locals;
  const { searchParams } = event.url;
  const chosen =
    wavesWithResponses(access).find(({ wave }) => wave.id === searchParams.get('wave')) ??
    waveToOpen(access);
  const needs = chosen ? ratedNeeds(access, chosen.wave.id) : [];
  const number = (value: number) => formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
  return {
    wave: chosen ? { id: chosen.wave.id, name: chosen.wave.name } : null,
    saved: searchParams.get('saved'),
    asked: (
      needs.find(({ key }) => key === searchParams.get('need')) ?? needs.find(({ own }) => !own)
    )?.key,
    needs: needs.map(({ key, labels, summary, reasons, own }) => ({
      key,
      label: labelIn(labels, language),
      raters: summary?.raters ?? 0,
      numbers:
        summary &&
        (['seriousness', 'effectiveness'] as const).map((name) => ({
          name,
          median: number(summary[name].median),
          range: `${number(summary[name].low)}–${number(summary[name].high)}`,
          isDisputed: summary[name].isDisputed
        })),
      closed: summary?.gates.flatMap(({ criterion, state }) =>
        state === 'closed' ? [criterion] : []
      ),
      reasons,
      own
    })),
    criteria: pearlCriteria
  };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'advocate');
    const { input, values } = ratingFrom(await event.request.formData());
    const saved = rateNeed(access, input);
    if (!saved.ok) return fail(422, { issues: saved.issues, values });
    const query = new URLSearchParams({ wave: input.waveId, saved: input.needKey });
    redirect(303, `/${event.params.workspace}/priorities/rate?${query.toString()}`);
  }
} satisfies Actions;
