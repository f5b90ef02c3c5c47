import { Duplex } from 'node:stream';
import type { ReadableWritablePair } from 'node:stream/web';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

const compressible =
  /^(text\/(?!event-stream)|application\/(json|javascript|xml|manifest\+json)|image\/svg\+xml)/;

/** Smaller answers fit one packet anyway. */
const SMALLEST = 1024;

/**
 * The answer, compressed when its kind gains from it and the client takes it (brotli before gzip).
 * Event streams, pictures, ranges and answers marked `no-transform` stay as they are. What a page
 * streams is flushed piece by piece.
 */
export function compressed(request: Request, response: Response): Response {
  const { headers } = response;
  const length = headers.get('content-length');
  if (
    response.body === null ||
    request.method === 'HEAD' ||
    response.status === 206 ||
    headers.has('content-encoding') ||
    !compressible.test(headers.get('content-type') ?? '') ||
    (headers.get('cache-control') ?? '').includes('no-transform') ||
    (length !== null && Number(length) < SMALLEST)
  )
    return response;
  headers.append('vary', 'accept-encoding');
  const encoding = encodingFor(request.headers.get('accept-encoding'));
  if (encoding === null) return response;
  headers.set('content-encoding', encoding);
  headers.delete('content-length');
  const pair = Duplex.toWeb(encoder(encoding)) as ReadableWritablePair<Uint8Array, Uint8Array>;
  return new Response(response.body.pipeThrough(pair as TransformStream<Uint8Array, Uint8Array>), {
    status: response.status,
    statusText: response.statusText,
    headers
  });
}

const encoder = (encoding: 'br' | 'gzip') =>
  encoding === 'br'
    ? createBrotliCompress({
        flush: constants.BROTLI_OPERATION_FLUSH,
        params: { [constants.BROTLI_PARAM_QUALITY]: 4 }
      })
    : createGzip({ flush: constants.Z_SYNC_FLUSH });

/** The best encoding a client takes; null: none of ours. */
export function encodingFor(accepted: string | null): 'br' | 'gzip' | null {
  const taken = (accepted ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*/))
    .filter(([, weight]) => !/^q=0(\.0*)?$/.test(weight ?? ''))
    .map(([name]) => name);
  if (taken.includes('br')) return 'br';
  return taken.includes('gzip') ? 'gzip' : null;
}
