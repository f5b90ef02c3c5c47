import type { Db } from './open';

/** Bytes of columns kept decoded: all of a large survey, or the busy columns of several. */
const CACHE_BYTES = 96 * 1024 * 1024;

/**
 * Values by key, the least recently asked for leaving first. A dataset version is immutable, so what
 * is in here never goes stale.
 */
export class ByteCache<T> {
  #kept = new Map<string, { value: T; bytes: number }>();
  #bytes = 0;

  constructor(private readonly limit: number) {}

  /** The value of `key`, made at the first call. A value larger than the limit is not kept. */
  get(key: string, make: () => { value: T; bytes: number }): T {
    const found = this.#kept.get(key);
    if (found) {
      this.#kept.delete(key);
      this.#kept.set(key, found);
      return found.value;
    }
    const made = make();
    this.#kept.set(key, made);
    this.#bytes += made.bytes;
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#bytes <= this.limit) break;
      this.#kept.delete(oldest);
      this.#bytes -= bytes;
    }
    return made.value;
  }

  /** Bytes kept now. */
  get bytes(): number {
    return this.#bytes;
  }
}

const caches = new WeakMap<Db, ByteCache<unknown>>();

/** The columns kept for a database. */
export function columnCache(db: Db): ByteCache<unknown> {
  let cache = caches.get(db);
  if (!cache) caches.set(db, (cache = new ByteCache<unknown>(CACHE_BYTES)));
  return cache;
}
