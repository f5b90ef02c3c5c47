import { error, redirect } from '@sveltejs/kit';
import { requireAccess } from '$lib/server/access/require-access';
import { filesOfForm } from '$lib/server/http/form-files';
import { receiveForm } from '$lib/server/use-cases/upload-draft';
import { startReading } from '$lib/server/use-cases/read-draft';
import { dataSentence } from '$lib/text/data-problems';
import { waitShortly } from '../../open-review';
import type { RequestHandler } from './$types';

/**
 * Takes the files of a plain form (`multipart/form-data`) one after the other straight to the disk, for
 * browsers without scripts, and begins to read them. `?draft=ID`: they belong to a draft.
 */
export const POST: RequestHandler = async (event) => {
  const access = requireAccess(event, 'import');
  const { request, url, locals } = event;
  const boundary = /boundary="?([^";]+)"?/i.exec(request.headers.get('content-type') ?? '')?.[1];
  const draft = url.searchParams.get('draft') ?? undefined;
  const files = request.body && boundary ? filesOfForm(request.body, boundary) : [];
  const taken = await receiveForm(access, files, draft);
  if (!taken.ok) {
    const [issue] = taken.issues;
    error(422, {
      message: issue ? dataSentence(issue, locals.language) : '',
      code: issue?.code ?? ''
    });
  }
  const { draftId } = taken.value;
  const reading = startReading(access, draftId);
  if (reading.ok) await waitShortly(reading.value);
  redirect(303, `/${event.params.workspace}/data/import/${draftId}`);
};
