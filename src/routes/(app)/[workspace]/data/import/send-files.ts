import type { Issue } from '$lib/base/issue';

/** A file of an upload as the server knows it. */
export interface Arriving {
  file: string;
  fileName: string;
  bytes: number;
  /** bytes that are there */
  offset: number;
}

/** How a sending ended. */
export type Sent =
  | { state: 'taken'; draftId: string }
  | { state: 'refused'; issues: Issue[] }
  | { state: 'cancelled' }
  /** the network is gone; what arrived is kept under this draft */
  | { state: 'lost'; draftId: string };

/** Bytes of one part: a broken connection costs no more than this. */
const partBytes = 8 * 1024 * 1024;
/** Tries of one part before giving up, and the pause after the first, in milliseconds; it doubles. */
const tries = 6;
const pause = 500;

interface Watching {
  signal: AbortSignal;
  /** bytes of all files that have left this machine */
  onSent: (bytes: number) => void;
  /** the connection is gone and is being tried again, or is back */
  onWaiting: (isWaiting: boolean) => void;
  /** the draft is there; cancelling from now on has something to remove */
  onBegun?: (draftId: string) => void;
}

/**
 * Sends files in parts, as a new draft or to one that is there (`draftId`). After a break it goes on where
 * the server stands.
 *
 * @param address "/slug/data/import/upload"
 */
export async function sendFiles(
  address: string,
  files: readonly File[],
  watching: Watching,
  draftId?: string
): Promise<Sent> {
  const begun = await ask<{ draftId: string; files: Arriving[] }>(address, {
    files: files.map(({ name, size }) => ({ fileName: name, bytes: size })),
    ...(draftId !== undefined && { draft: draftId })
  });
  if ('issues' in begun) return { state: 'refused', issues: begun.issues };
  watching.onBegun?.(begun.draftId);
  return sendRest(address, begun.draftId, files, begun.files, watching);
}

/** Sends what has not arrived yet of files chosen again; `files` stand in the order of `arriving`. */
export async function sendRest(
  address: string,
  draftId: string,
  files: readonly File[],
  arriving: readonly Arriving[],
  watching: Watching
): Promise<Sent> {
  let before = 0;
  for (let i = 0; i < arriving.length; i++) {
    const [file, known] = [files[i], arriving[i]];
    if (!file || !known) continue;
    const sent = await sendFile(address, draftId, file, known, {
      ...watching,
      onSent: (bytes) => watching.onSent(before + bytes)
    });
    if (sent !== 'taken') return typeof sent === 'string' ? { state: sent, draftId } : sent;
    before += file.size;
  }
  const finished = await ask<{ draftId: string }>(`${address}?finish=${draftId}`, {});
  return 'issues' in finished
    ? { state: 'refused', issues: finished.issues }
    : { state: 'taken', draftId };
}

/** Cancels an upload: nothing of it is left on the server. */
export const cancelUpload = (address: string, draftId: string): Promise<unknown> =>
  fetch(`${address}?draft=${draftId}`, { method: 'DELETE' }).catch(() => null);

/** The files of a draft and how much of each has arrived. */
export async function arrivingFiles(address: string, draftId: string): Promise<Arriving[]> {
  const answer = await fetch(`${address}?draft=${draftId}`);
  return ((await answer.json()) as { files: Arriving[] }).files;
}

async function ask<T>(address: string, body: unknown): Promise<T | { issues: Issue[] }> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body)
  });
  return (await answer.json()) as T | { issues: Issue[] };
}

async function sendFile(
  address: string,
  draftId: string,
  file: File,
  known: Arriving,
  watching: Watching
): Promise<'taken' | 'cancelled' | 'lost' | Extract<Sent, { state: 'refused' }>> {
  const { signal } = watching;
  let offset = known.offset;
  let failed = 0;
  while (offset < file.size) {
    if (signal.aborted) return 'cancelled';
    const part = file.slice(offset, offset + partBytes);
    const query = new URLSearchParams({ draft: draftId, file: known.file });
    const from = offset;
    const answer = await put(`${address}?${query}`, part, from, signal, (bytes) =>
      watching.onSent(from + bytes)
    );
    if (signal.aborted) return 'cancelled';
    if (answer?.issues) return { state: 'refused', issues: answer.issues };
    if (answer?.offset !== undefined) {
      offset = answer.offset;
      failed = 0;
      watching.onWaiting(false);
      continue;
    }
    if (++failed >= tries) return 'lost';
    watching.onWaiting(true);
    await new Promise((resolve) => setTimeout(resolve, pause * 2 ** (failed - 1)));
    const stands = await arrivingFiles(address, draftId).catch(() => null);
    offset = stands?.find((one) => one.file === known.file)?.offset ?? offset;
  }
  return 'taken';
}

/** Sends one part; null when the connection broke. */
function put(
  address: string,
  part: Blob,
  offset: number,
  signal: AbortSignal,
  onSent: (bytes: number) => void
): Promise<{ offset?: number; issues?: Issue[] } | null> {
  return new Promise((resolve) => {
    // fetch cannot tell how much of a body has been sent.
    const request = new XMLHttpRequest();
    request.open('PUT', address);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('upload-offset', String(offset));
    request.responseType = 'json';
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => resolve(request.response as { offset?: number } | null);
    request.onerror = () => resolve(null);
    request.onabort = () => resolve(null);
    const stop = () => request.abort();
    signal.addEventListener('abort', stop);
    request.onloadend = () => signal.removeEventListener('abort', stop);
    request.send(part);
  });
}
