import { fail, redirect } from '@sveltejs/kit';
import { requireAccess } from '$lib/server/access/require-access';
import { findIndex, listIndexVersions } from '$lib/server/db/queries/composite-index';
import { found } from '$lib/server/page';
import { viewIndexChoices } from '$lib/server/use-cases/index-choices';
import { addIndexVersion } from '$lib/server/use-cases/index-versions';
import { indexFrom, type TypedIndex } from '../../index-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const access = requireAccess(event, 'analyze');
  const index = found(findIndex(access, event.params.index), event);
  const [newest] = listIndexVersions(access, index.id);
  const percent = (post: number): string => String(Math.round(post * 1e6) / 1e4);
  const typed: TypedIndex = {
    name: index.name,
    note: '',
    aggregation: newest?.aggregation ?? 'arithmetic',
    use: newest?.indicators.map(({ key }) => key) ?? [],
    fields: Object.fromEntries(
      (newest?.indicators ?? []).flatMap(({ key, low, high, direction }) => [
        [`low:${key}`, percent(low)],
        [`high:${key}`, percent(high)],
        [`direction:${key}`, direction]
      ])
    )
  };
  return {
    index: { id: index.id, name: index.name },
    typed,
    choices: viewIndexChoices(access, event.locals.language)
  };
};

export const actions = {
  default: async (event) => {
    const access = requireAccess(event, 'analyze');
    const { input, issues, typed } = indexFrom(await event.request.formData());
    if (issues.length > 0) return fail(422, { issues, typed });
    const made = addIndexVersion(access, event.params.index, input);
    if (!made.ok) return fail(422, { issues: made.issues, typed });
    redirect(303, `/${event.params.workspace}/indexes/${event.params.index}`);
  }
} satisfies Actions;
