import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { requireAccess } from '$lib/server/access/require-access';
import { refused } from '$lib/server/access/refused';
import { cancelDraft } from '$lib/server/use-cases/import-drafts';
import {
  arrivingFiles,
  beginUpload,
  finishUpload,
  takePart
} from '$lib/server/use-cases/upload-draft';
import type { RequestHandler } from './$types';

const fresh = { 'cache-control': 'no-store' };
const refusal = (issues: unknown) => json({ issues }, { status: 422, headers: fresh });

const announcement = v.object({
  draft: v.optional(v.string()),
  files: v.array(
    v.object({
      fileName: v.pipe(v.string(), v.trim(), v.maxLength(255)),
      bytes: v.pipe(v.number(), v.integer())
    })
  )
});

/**
 * Begins an upload: `{files: [{fileName, bytes}], draft?}` gives `{draftId, files}`; with `?finish=ID` ends
 * it and gives `{draftId, imported}`. Refusals come as `{issues}` with status 422.
 */
export const POST: RequestHandler = async (event) => {
  const access = requireAccess(event, 'import');
  const finish = event.url.searchParams.get('finish');
  if (finish !== null) {
    const done = await finishUpload(access, finish);
    return done.ok ? json(done.value, { headers: fresh }) : refusal(done.issues);
  }
  const asked = v.safeParse(announcement, await event.request.json().catch(() => null));
  if (!asked.success) return refusal(refused('no-files').issues);
  const { files, draft } = asked.output;
  const begun = await beginUpload(access, files, draft);
  return begun.ok ? json(begun.value, { headers: fresh }) : refusal(begun.issues);
};

/**
 * Files of `?draft=ID` with how much of each has arrived: `{files: [{file, fileName, bytes, offset}]}`. With
 * `&file=NAME` the header `upload-offset` says it of that one, to HEAD as well.
 */
export const GET: RequestHandler = (event) => {
  const access = requireAccess(event, 'import');
  const { searchParams } = event.url;
  const files = arrivingFiles(access, searchParams.get('draft') ?? '');
  const asked = files.find(({ file }) => file === searchParams.get('file'));
  const offset = asked && { 'upload-offset': String(asked.offset) };
  return json({ files }, { headers: { ...fresh, ...offset } });
};

/**
 * Takes a part of a file as a raw body, in constant memory: `?draft=ID&file=NAME`, header `upload-offset`
 * the place where it begins. Answers `{offset}`: bytes that are here. A part that begins elsewhere is
 * answered with 409 and the right `{offset}`.
 */
export const PUT: RequestHandler = async (event) => {
  const access = requireAccess(event, 'import');
  const { request, url } = event;
  // Raw bodies are outside the framework's own check of where a form comes from.
  if (request.headers.get('origin') !== url.origin)
    return json(refused('other-site'), { status: 403 });
  // Without a content type the framework hands over no body.
  if (!request.body) return refusal(refused('upload-empty').issues);
  const taken = await takePart(access, url.searchParams.get('draft') ?? '', {
    file: url.searchParams.get('file') ?? '',
    offset: Number(request.headers.get('upload-offset')),
    body: request.body
  });
  if (taken.ok) return json(taken.value, { headers: fresh });
  const [issue] = taken.issues;
  return issue?.code === 'upload-offset'
    ? json({ offset: issue.params.offset }, { status: 409, headers: fresh })
    : refusal(taken.issues);
};

/** Cancels an upload: nothing of `?draft=ID` is left. */
export const DELETE: RequestHandler = (event) => {
  const access = requireAccess(event, 'import');
  const gone = cancelDraft(access, event.url.searchParams.get('draft') ?? '');
  return gone.ok ? json(gone.value, { headers: fresh }) : refusal(gone.issues);
};
