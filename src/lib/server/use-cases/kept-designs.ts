import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Design } from '$lib/estimation/design/design';
import type { Access } from '$lib/server/access/access';
import { ByteCache } from '$lib/server/db/column-cache';
import type { Db } from '$lib/server/db/open';
import type { StoredDesign } from '$lib/server/db/schema/survey';

/** Bytes of designs kept: that of two million responses, or those of many small waves. */
const mostBytes = 64 * 1024 * 1024;
/** Weight, stratum, PSU and what the passes over rows keep beside them. */
const bytesPerRow = 32;

const caches = new WeakMap<Db, ByteCache<Parsed<Design>>>();

/** Everything a wave's design is made from. */
export interface DesignSource {
  datasetVersionId: Id;
  design: StoredDesign | null;
  /** hash of the weights made here that the design names; null = none */
  weights: string | null;
}

/**
 * A wave's design, made at the first table that needs it: finding strata and PSUs takes longer than
 * the tables themselves. Kept per database while there is room.
 */
export function keptDesign(
  { db, workspaceId }: Access,
  source: DesignSource,
  make: () => Parsed<Design>
): Parsed<Design> {
  let cache = caches.get(db);
  if (!cache) caches.set(db, (cache = new ByteCache<Parsed<Design>>(mostBytes)));
  return cache.get(JSON.stringify({ workspaceId, ...source }), () => {
    const value = make();
    return { value, bytes: value.ok ? bytesOf(value.value) : 0 };
  });
}

const bytesOf = ({ rows, replicates }: Design): number =>
  rows * (bytesPerRow + 8 * (replicates?.weights.length ?? 0));
