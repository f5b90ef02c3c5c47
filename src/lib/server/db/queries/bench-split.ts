import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { and, count, desc, eq } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import { notAsked, type Split, type ToldSplit } from '$lib/privacy/differencing';
import type { Access } from '$lib/server/access/access';
import { benchSplit, datasetVersion } from '$lib/server/db/schema';

const ofVersion = ({ workspaceId }: Access, versionId: Id) =>
  and(eq(benchSplit.workspaceId, workspaceId), eq(benchSplit.datasetVersionId, versionId));

/** How many splits are kept for a dataset version: they are never fewer later. */
export const countBenchSplits = (access: Access, versionId: Id): number =>
  access.db.select({ splits: count() }).from(benchSplit).where(ofVersion(access, versionId)).get()
    ?.splits ?? 0;

/** The splits of earlier answers about a dataset version, newest first. */
export const listBenchSplits = (access: Access, versionId: Id): ToldSplit[] =>
  access.db
    .select({ codes: benchSplit.codes, sizesOnly: benchSplit.sizesOnly })
    .from(benchSplit)
    .where(ofVersion(access, versionId))
    .orderBy(desc(benchSplit.createdAt), desc(benchSplit.id))
    .all()
    .map(({ codes, sizesOnly }) => ({ ...unpacked(codes), sizesOnly }));

/** Whether an answer that rests on the same counts was given before. */
export const hasBenchSplits = (access: Access, versionId: Id, countsSha256: string): boolean =>
  access.db
    .select({ id: benchSplit.id })
    .from(benchSplit)
    .where(and(ofVersion(access, versionId), eq(benchSplit.countsSha256, countsSha256)))
    .get() !== undefined;

/**
 * Keeps the splits of an answer, unless others were kept since there were `before`: then false, and the
 * answer must be held against them first. Null, and nothing kept, for a version of another workspace.
 */
export const keepBenchSplits = (
  access: Access,
  versionId: Id,
  {
    countsSha256,
    splits,
    before
  }: { countsSha256: string; splits: readonly ToldSplit[]; before: number }
): boolean | null =>
  access.db.transaction(
    () => {
      const isHere = access.db
        .select({ id: datasetVersion.id })
        .from(datasetVersion)
        .where(
          and(eq(datasetVersion.workspaceId, access.workspaceId), eq(datasetVersion.id, versionId))
        )
        .get();
      if (!isHere) return null;
      if (countBenchSplits(access, versionId) !== before) return false;
      for (const [place, split] of splits.entries())
        access.db
          .insert(benchSplit)
          .values({
            workspaceId: access.workspaceId,
            datasetVersionId: versionId,
            countsSha256,
            place,
            sizesOnly: split.sizesOnly,
            codes: packed(split)
          })
          .run();
      return true;
    },
    { behavior: 'immediate' }
  );

const pool = 1;

function packed({ codes, hidden }: Split): Buffer {
  const numbers = new Map([
    [0, 0],
    [notAsked, notAsked]
  ]);
  let last = pool;
  const kept = Uint32Array.from(codes, (code) => {
    if (hidden[code] === 1) return pool;
    let number = numbers.get(code);
    if (number === undefined) numbers.set(code, (number = ++last));
    return number;
  });
  return deflateRawSync(kept);
}

function unpacked(bytes: Uint8Array): Split {
  const codes = new Uint32Array(new Uint8Array(inflateRawSync(bytes)).buffer);
  const last = codes.reduce(
    (most, code) => (code === notAsked ? most : Math.max(most, code)),
    pool
  );
  const hidden = new Uint8Array(last + 1);
  hidden[pool] = 1;
  return { codes, hidden };
}
