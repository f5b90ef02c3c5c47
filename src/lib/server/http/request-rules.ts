/** Why a request is turned away before any page sees it. */
export interface Refusal {
  status: 403 | 411 | 413;
  reason: 'other-site' | 'length-unknown' | 'too-large';
}

/** Largest body of an ordinary request, in bytes. */
export const bodyLimit = 512 * 1024;

/** The routes that take files, and how; they measure what they take themselves. */
const uploads: Readonly<Record<string, string>> = {
  '/(app)/[workspace]/data/import/upload': 'PUT',
  '/(app)/[workspace]/data/import/upload/form': 'POST'
};

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The reason to refuse a request, or null.
 *
 * A request that may change something must say that it comes from a page of this site: browsers send
 * `Origin` with each of them, so a missing one is refused too. Its body must have a known length of
 * at most `bodyLimit`, files going to their own routes.
 */
export function refuseRequest(
  request: Pick<Request, 'method' | 'headers'>,
  site: { origin: string; routeId: string | null }
): Refusal | null {
  if (!reading.has(request.method) && request.headers.get('origin') !== site.origin)
    return { status: 403, reason: 'other-site' };
  if (uploads[site.routeId ?? ''] === request.method) return null;
  const length = request.headers.get('content-length');
  if (length === null)
    return request.headers.has('transfer-encoding')
      ? { status: 411, reason: 'length-unknown' }
      : null;
  // Not a plain number counts as too large: nothing after this line would measure it.
  return /^\d+$/.test(length) && Number(length) <= bodyLimit
    ? null
    : { status: 413, reason: 'too-large' };
}
