import { eq } from 'drizzle-orm';
import type { Issue, Parsed } from '$lib/base/issue';
import { reliabilityProfiles, thresholds, type ReliabilityProfile } from '$lib/privacy/policy';
import { can } from '$lib/server/access/capability';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { refused } from '$lib/server/access/refused';
import { workspaceRelease } from '$lib/server/db/queries/release-policy';
import { workspace } from '$lib/server/db/schema';

/** What a workspace says about releasing numbers. */
export interface WorkspaceRelease {
  profile: ReliabilityProfile;
  /** smallest threshold of every wave; null: the default of each sample type */
  threshold: number | null;
  /** why; needed when anything is not the usual */
  reason: string | null;
}

/**
 * Sets the reliability standard and the smallest threshold of a workspace. Every number shown from now
 * on follows them; frozen exhibits stay as they were released.
 *
 * Refused: `not-allowed`, `profile-not-offered`, `threshold-not-offered`, `release-reason-missing`.
 */
export function setReleasePolicy(
  access: Access,
  input: { profile: string; threshold: number | null; reason: string }
): Parsed<WorkspaceRelease> {
  if (!can(access.role, 'manage')) return refused('not-allowed');
  const profile = reliabilityProfiles.find((offered) => offered === input.profile);
  const reason = input.reason.trim() || null;
  const isUsual = profile === 'nchs' && input.threshold === null;
  const issues: Issue[] = [];
  const error = (code: string, field: string): void => {
    issues.push({ code, severity: 'error', where: { field }, params: {} });
  };
  if (!profile) error('profile-not-offered', 'profile');
  if (input.threshold !== null && !thresholds.some((offered) => offered === input.threshold))
    error('threshold-not-offered', 'threshold');
  if (profile && !isUsual && reason === null) error('release-reason-missing', 'reason');
  if (!profile || issues.length > 0) return { ok: false, issues };
  const value = { profile, threshold: input.threshold, reason: isUsual ? null : reason };
  access.db.transaction((tx) => {
    const before = workspaceRelease(access);
    tx.update(workspace)
      .set({
        releaseProfile: value.profile,
        releaseThreshold: value.threshold,
        releaseReason: value.reason
      })
      .where(eq(workspace.id, access.workspaceId))
      .run();
    recordAudit(access, {
      action: 'change-release-policy',
      entity: 'workspace',
      entityId: access.workspaceId,
      before: { ...before },
      after: { ...value }
    });
  });
  return { ok: true, value };
}
