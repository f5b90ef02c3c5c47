import { parseChangeQuery } from '$lib/disparities/change-query';
import { requireAccess } from '$lib/server/access/require-access';
import { changePage } from '$lib/server/use-cases/change-page';
import { settled } from '$lib/server/use-cases/released-cache';
import { waveToOpen } from '$lib/server/use-cases/show-figure';
import type { PageServerLoad, PageServerLoadEvent } from './$types';

function page(event: PageServerLoadEvent) {
  const access = requireAccess(event, 'view');
  const { query, issues } = parseChangeQuery(event.url.searchParams);
  const result = changePage(access, query, event.locals.language);
  const typed: Record<string, string> = Object.fromEntries(event.url.searchParams);
  if (!result.ok)
    return {
      change: null,
      refused: result.issues,
      issues,
      typed,
      margin: query.margin,
      waveId: waveToOpen(access)?.wave.id ?? null
    };
  return {
    change: result.value,
    refused: [],
    issues,
    typed,
    margin: query.margin,
    waveId: null
  };
}

export const load: PageServerLoad = (event) => settled(() => page(event));
