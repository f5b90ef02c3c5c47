import { requireAccess } from '$lib/server/access/require-access';
import { furtherFigure, needsFigure, peopleInNeed } from '$lib/server/use-cases/needs-overview';
import { settled } from '$lib/server/use-cases/released-cache';
import { waveToOpen, wavesWithResponses } from '$lib/server/use-cases/show-figure';
import type { PageServerLoad, PageServerLoadEvent } from './$types';

const page = (event: PageServerLoadEvent) => {
  const access = requireAccess(event, 'view');
  const { language } = event.locals;
  const waves = wavesWithResponses(access);
  const asked = event.url.searchParams.get('wave');
  const chosen = waves.find(({ wave }) => wave.id === asked) ?? waveToOpen(access);
  if (!chosen) return { wave: null, waves: [], needs: null, issues: [], people: [], further: [] };
  const { wave } = chosen;
  const needs = needsFigure(access, wave, language);
  return {
    wave: { id: wave.id, name: wave.name },
    waves: waves.map(({ wave: one, label }) => ({ id: one.id, label })),
    needs: needs.ok ? needs.value.model : null,
    issues: needs.ok ? [] : needs.issues,
    people: [...peopleInNeed(access, wave.id, language)],
    further: (['importance-satisfaction', 'access-barriers'] as const).flatMap((id) => {
      const figure = furtherFigure(access, wave, id, language);
      return figure ? [{ id, ...figure }] : [];
    })
  };
};

export const load: PageServerLoad = (event) => settled(() => page(event));
