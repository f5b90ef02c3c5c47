import { createHash } from 'node:crypto';
import type { Id } from '$lib/base/id';
import type { CountsBehind } from '$lib/estimation/query/counts-behind';
import type { ToldSplit } from '$lib/privacy/differencing';
import type { Access } from '$lib/server/access/access';
import {
  countBenchSplits,
  hasBenchSplits,
  keepBenchSplits,
  listBenchSplits
} from '$lib/server/db/queries/bench-split';

/**
 * What the bench has told of a dataset version, to whomever in the workspace: the groups of people its
 * answers spoke of. Two analysts cannot subtract each other's answers.
 */
export interface BenchLedger {
  /**
   * Enters the groups an answer tells of. Says no, and enters nothing, when `isTelling` finds that they
   * tell too much with the earlier ones. An answer that rests on the same counts as an earlier one tells
   * nothing new: it is neither looked at nor entered. Entering is done once however often it is asked.
   */
  admit(
    behind: readonly CountsBehind[],
    splits: readonly ToldSplit[],
    isTelling: (earlier: readonly ToldSplit[]) => boolean
  ): boolean;
}

/** The ledger of a dataset version. */
export const benchLedger = (access: Access, versionId: Id): BenchLedger => ({
  admit(behind, splits, isTelling) {
    if (splits.length === 0) return true;
    const countsSha256 = sha256Of(behind);
    for (;;) {
      if (hasBenchSplits(access, versionId, countsSha256)) return true;
      const before = countBenchSplits(access, versionId);
      if (isTelling(listBenchSplits(access, versionId))) return false;
      // Another answer may have been entered meanwhile: then this one is held against it too.
      const isKept = keepBenchSplits(access, versionId, { countsSha256, splits, before });
      if (isKept !== false) return isKept === true;
    }
  }
});

/** Who was asked, how they were split and who said yes, as one hash. */
function sha256Of(behind: readonly CountsBehind[]): string {
  const hash = createHash('sha256');
  for (const { base, factors, member } of behind) {
    hash.update(base).update(member ? Uint8Array.from(member) : 'none');
    for (const { groups } of factors) hash.update(Uint32Array.from(groups.codes));
  }
  return hash.digest('hex');
}
