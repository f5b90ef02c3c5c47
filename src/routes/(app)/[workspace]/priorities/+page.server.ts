import { crosshairs, type Crosshair } from '$lib/priorities/ipa';
import { requireAccess } from '$lib/server/access/require-access';
import { prioritiesOf } from '$lib/server/use-cases/priorities';
import { viewBoard } from '$lib/server/use-cases/priority-view';
import { viewQuadrants } from '$lib/server/use-cases/quadrant-view';
import { viewSeverity } from '$lib/server/use-cases/severity-view';
import { waveToOpen, wavesWithResponses } from '$lib/server/use-cases/show-figure';
import { settled } from '$lib/server/use-cases/released-cache';
import type { Access } from '$lib/server/access/access';
import type { PageServerLoad, PageServerLoadEvent } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'view');
  return settled(() => shown(access, event));
};

function shown(access: Access, event: PageServerLoadEvent) {
  const { language } = event.locals;
  const { searchParams } = event.url;
  const waves = wavesWithResponses(access);
  const chosen =
    waves.find(({ wave }) => wave.id === searchParams.get('wave')) ?? waveToOpen(access);
  const nothing = {
    wave: null,
    waves: [],
    boards: [],
    severity: null,
    quadrants: null,
    issues: []
  };
  if (!chosen) return nothing;
  const { wave } = chosen;
  const found = prioritiesOf(access, wave.id);
  const crosshair: Crosshair =
    crosshairs.find((one) => one === searchParams.get('lines')) ?? 'means';
  const target = targetOf(searchParams);
  return {
    wave: { id: wave.id, name: wave.name },
    waves: waves.map(({ wave: one, label }) => ({ id: one.id, label })),
    boards: found.ok
      ? found.value.boards
          .filter(({ items }) => items.length > 0)
          .map((board) => viewBoard(board, language, searchParams.get(board.family)))
      : [],
    severity: found.ok ? viewSeverity(found.value, language) : null,
    quadrants: viewQuadrants(access, wave.id, { crosshair, target }, language),
    issues: found.ok ? [] : found.issues
  };
}

/** Both targets as typed; null unless both are numbers. */
function targetOf(params: URLSearchParams) {
  const [importance, performance] = ['importance', 'performance'].map((name) =>
    Number((params.get(name) ?? '').trim().replace(',', '.') || NaN)
  );
  return Number.isFinite(importance) && Number.isFinite(performance)
    ? { importance: importance!, performance: performance! }
    : null;
}
