import { redirect } from '@sveltejs/kit';
import { redoOperation, undoOperation } from '$lib/server/use-cases/draft-operations';
import { draftPath, requireDraft, waitShortly } from '../../open-review';
import type { RequestHandler } from './$types';

const steps = ['questions', 'privacy', 'design', 'check', 'compare', 'issues'];

/** Undoes or redoes one decision: `do=undo|redo`; `step` and `query` say the page to come back to. */
export const POST: RequestHandler = async (event) => {
  const { access, opened } = requireDraft(event);
  const form = await event.request.formData();
  const change = form.get('do') === 'redo' ? redoOperation : undoOperation;
  const done = change(access, opened.draft.id);
  const path = draftPath(event);
  if (done.ok && done.value.reading) {
    await waitShortly(done.value.reading);
    redirect(303, path);
  }
  const step = steps.find((one) => one === form.get('step'));
  const said = form.get('query');
  const query = new URLSearchParams(typeof said === 'string' ? said.slice(0, 2000) : '');
  query.delete('saved');
  redirect(303, `${path}${step ? `/${step}` : ''}${query.size > 0 ? `?${query}` : ''}`);
};
