import type { Parsed } from '$lib/base/issue';
import type { Access } from '$lib/server/access/access';
import type { Db } from '$lib/server/db/open';

/** Results kept per database, oldest leaving first: small, since they hold released numbers only. */
const mostKept = 500;
const kept = new WeakMap<Db, Map<string, Parsed<unknown>>>();

/**
 * A result made once per workspace and key. The key names everything that makes it (dataset
 * versions, mappings, design, policy), and a version never changes, so an entry never goes stale.
 */
export function cachedRelease<T>(
  { db, workspaceId }: Access,
  key: string,
  make: () => Parsed<T>
): Parsed<T> {
  const place = `${workspaceId} ${key}`;
  let results = kept.get(db);
  if (!results) kept.set(db, (results = new Map<string, Parsed<unknown>>()));
  const found = results.get(place);
  if (found) return found as Parsed<T>;
  const made = make();
  results.set(place, made);
  const oldest = results.keys().next();
  if (results.size > mostKept && !oldest.done) results.delete(oldest.value);
  return made;
}
