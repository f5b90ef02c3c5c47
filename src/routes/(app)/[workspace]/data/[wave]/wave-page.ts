import { error, type RequestEvent } from '@sveltejs/kit';
import type { Access } from '$lib/server/access/access';
import type { Capability } from '$lib/server/access/capability';
import { requireAccess } from '$lib/server/access/require-access';
import { currentVersion, type ListedVersion } from '$lib/server/db/queries/dataset-version';
import { findWave } from '$lib/server/db/queries/survey';
import { textFor } from '$lib/text/text';

type Wave = NonNullable<ReturnType<typeof findWave>>;
type Asking = Pick<RequestEvent, 'locals' | 'params' | 'url'>;

/** The wave of the URL with the import in use; 404 when the workspace has no such wave, or no answers. */
export function requireWave(
  event: Asking,
  capability: Capability
): { access: Access; wave: Wave; version: ListedVersion } {
  const access = requireAccess(event, capability);
  const wave = findWave(access, event.params.wave ?? '');
  const version = wave && currentVersion(access, wave.id);
  if (!wave || !version)
    error(404, { message: textFor(event.locals.language).access.noSuchPage, code: 'not-found' });
  return { access, wave, version };
}

/** What every page of a wave shows in its head. */
export const waveHead = ({ wave, version }: { wave: Wave; version: ListedVersion }) => ({
  id: wave.id,
  name: wave.name,
  survey: version.survey,
  responses: version.imported
});
