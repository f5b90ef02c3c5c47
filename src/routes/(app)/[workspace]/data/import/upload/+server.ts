import { json } from '@sveltejs/kit';
import { requireAccess } from '$lib/server/access/require-access';
import { refused } from '$lib/server/access/refused';
import { addCompanion, createDraft } from '$lib/server/use-cases/import-drafts';
import type { RequestHandler } from './$types';

/**
 * Takes one file as the raw body of a PUT, in constant memory: `?name=FILE`, and `&draft=ID` for a
 * companion of a draft. Answers `{draftId, imported}` or, with status 422, `{issues}`. The client
 * shows the progress of its own sending; breaking off leaves nothing here.
 */
export const PUT: RequestHandler = async (event) => {
  const access = requireAccess(event, 'import');
  const { request, url } = event;
  // Raw bodies are outside the framework's own check of where a form comes from.
  if (request.headers.get('origin') !== url.origin)
    return json(refused('other-site'), { status: 403 });
  const fileName = (url.searchParams.get('name') ?? '').trim().slice(0, 255);
  if (fileName === '') return json(refused('file-name-missing', 'name'), { status: 422 });
  // Without a content type the framework hands over no body.
  if (!request.body) return json(refused('upload-empty'), { status: 422 });
  const draft = url.searchParams.get('draft');
  const upload = { fileName, body: request.body };
  const taken =
    draft === null ? await createDraft(access, upload) : await addCompanion(access, draft, upload);
  return taken.ok ? json(taken.value) : json({ issues: taken.issues }, { status: 422 });
};
