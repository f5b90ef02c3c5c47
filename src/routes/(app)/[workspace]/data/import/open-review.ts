import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Access } from '$lib/server/access/access';
import { requireAccess } from '$lib/server/access/require-access';
import type { Reading } from '$lib/server/use-cases/read-draft';
import { openReview, type OpenReview, type Review } from '$lib/server/use-cases/review-draft';
import { operationLog, type LoggedOperation } from '$lib/survey/operations/replay';
import { textFor, type Language } from '$lib/text/text';

type Asking = Pick<RequestEvent, 'locals' | 'params' | 'url'>;

/** Where the steps of a draft live. */
export const draftPath = ({ params }: Pick<RequestEvent, 'params'>): string =>
  `/${params.workspace}/data/import/${params.draft}`;

/** The draft of the URL at any stage; 404 when the workspace has none of this id. */
export function requireDraft(event: Asking): { access: Access; opened: OpenReview } {
  const access = requireAccess(event, 'import');
  const opened = openReview(access, event.params.draft ?? '');
  if (!opened)
    error(404, { message: textFor(event.locals.language).access.noSuchPage, code: 'not-found' });
  return { access, opened };
}

/** The draft of the URL under review; elsewhere the person is sent to the step where it is. */
export function requireReview(event: Asking): { access: Access; review: Review } {
  const { access, opened } = requireDraft(event);
  const { state } = opened.draft;
  if (state === 'done' || state === 'committing') redirect(303, `${draftPath(event)}/done`);
  if (!opened.review) redirect(303, draftPath(event));
  return { access, review: opened.review };
}

/** What was decided so far, in the words of the reader. */
export const logOf = ({ draft, proposal }: Review, language: Language): LoggedOperation[] =>
  operationLog(proposal, draft.operations, draft.operationCount, language);

/** Longest wait before a page shows the progress of a reading instead of its result, in milliseconds. */
const patience = 1500;

/** Waits for a reading of a small file; a longer one goes on while the page shows how far it is. */
export async function waitShortly(reading: Pick<Reading, 'finished'>): Promise<void> {
  await Promise.race([
    reading.finished,
    new Promise((resolve) => setTimeout(resolve, patience).unref())
  ]);
}
