import { fail, redirect } from '@sveltejs/kit';
import type { Issue } from '$lib/base/issue';
import { requireAccess } from '$lib/server/access/require-access';
import {
  findIndex,
  findIndexVersion,
  listIndexVersions
} from '$lib/server/db/queries/composite-index';
import { found } from '$lib/server/page';
import { wavesForIndex } from '$lib/server/use-cases/index-result';
import { givePoints, settleWeights } from '$lib/server/use-cases/index-versions';
import { viewModelled } from '$lib/server/use-cases/index-areas';
import { viewIndex, viewWeights, type IndexView } from '$lib/server/use-cases/index-view';
import { settled } from '$lib/server/use-cases/released-cache';
import type { Access } from '$lib/server/access/access';
import type { Actions, PageServerLoad, PageServerLoadEvent } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'view');
  return settled(() => shownIndex(access, event));
};

function shownIndex(access: Access, event: PageServerLoadEvent) {
  const { language } = event.locals;
  const { searchParams } = event.url;
  const index = found(findIndex(access, event.params.index), event);
  const versions = listIndexVersions(access, index.id);
  const version = found(
    versions.find(({ number }) => String(number) === searchParams.get('version')) ?? versions[0],
    event
  );
  const waves = wavesForIndex(access, version.id);
  const wave = waves.find(({ id }) => id === searchParams.get('wave')) ?? waves[0] ?? null;
  const result = wave ? viewIndex(access, version, wave.id, language) : null;
  const shown: IndexView | null = result?.ok ? result.value : null;
  const issues: Issue[] = result && !result.ok ? result.issues : [];
  return {
    index: { id: index.id, name: index.name },
    versions: versions.map(({ number, note, settledAt }) => ({
      number,
      note,
      settledOn: settledAt?.toISOString().slice(0, 10) ?? null
    })),
    version: {
      id: version.id,
      number: version.number,
      aggregation: version.aggregation,
      settledOn: version.settledAt?.toISOString().slice(0, 10) ?? null
    },
    weights: viewWeights(access, version, language),
    waves,
    wave,
    modelled:
      shown && wave
        ? viewModelled(access, version, wave.id, searchParams.get('measure'), language)
        : null,
    saved: searchParams.has('saved'),
    result: shown,
    issues
  };
}

/** Back to the version the form was about. */
const here = (params: { workspace: string; index: string }, number: number, saved: boolean) =>
  `/${params.workspace}/indexes/${params.index}?version=${number}${saved ? '&saved' : ''}`;

export const actions = {
  points: async (event) => {
    const access = requireAccess(event, 'advocate');
    const data = await event.request.formData();
    const versionId = textOf(data, 'version');
    const version = found(findIndexVersion(access, versionId), event);
    const values: Record<string, string> = {};
    const points = version.indicators.map(({ key }) => {
      const typed = (values[key] = textOf(data, `points:${key}`));
      return { key, points: typed === '' ? 0 : Number(typed.replace(',', '.')) };
    });
    const given = givePoints(access, version.id, points);
    if (!given.ok) return fail(422, { issues: given.issues, values });
    redirect(303, here(event.params, version.number, true));
  },
  settle: async (event) => {
    const access = requireAccess(event, 'analyze');
    const data = await event.request.formData();
    const version = found(findIndexVersion(access, textOf(data, 'version')), event);
    const settled = settleWeights(access, version.id);
    const values: Record<string, string> = {};
    if (!settled.ok) return fail(422, { issues: settled.issues, values });
    redirect(303, here(event.params, version.number, false));
  }
} satisfies Actions;

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
