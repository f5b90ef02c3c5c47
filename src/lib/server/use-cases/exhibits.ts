import { and, eq } from 'drizzle-orm';
import { canonical } from '$lib/base/canonical';
import type { Issue, Parsed } from '$lib/base/issue';
import type { ChartModel, ChartType } from '$lib/charts/model';
import { exhibitLabel } from '$lib/evidence/exhibit-label';
import type { Visibility } from '$lib/advocacy/fields';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { refused } from '$lib/server/access/refused';
import { durably } from '$lib/server/db/open';
import {
  findClaim,
  findExhibit,
  findSnapshot,
  listClaimEvidence,
  listExhibitItems,
  listExhibitVersions,
  type ExhibitRow,
  type SnapshotRow
} from '$lib/server/db/queries/evidence';
import { exhibit, exhibitItem } from '$lib/server/db/schema';
import type { Language } from '$lib/text/text';
import { freezeFigure, sha256, type Frozen } from './freeze-figure';
import { modelOfSnapshot, queryOf } from './frozen-figure';
import { headlineIssues } from './headline';
import { isSuperseded } from './recompute-snapshot';

export interface ExhibitDraft {
  title: string;
  /** the author's own words for the picture; null = none */
  authorAlt: string | null;
  visibility: Visibility;
  /** an approved claim to carry under the figure; null = none */
  claimId: string | null;
}

/** An exhibit with its snapshot, and the figure as it was frozen. */
export interface OpenExhibit {
  row: ExhibitRow;
  /** "3", "3a" */
  label: string;
  snapshot: SnapshotRow;
  model: ChartModel;
  isStale: boolean;
  claimId: string | null;
}

/** An exhibit with its frozen figure; undefined when it is not there or not the asker's to see. */
export function openExhibit(
  access: Access,
  id: string,
  language: Language
): OpenExhibit | undefined {
  const row = findExhibit(access, id);
  const item = row && listExhibitItems(access, row.id)[0];
  const snapshot = item && findSnapshot(access, item.snapshotId);
  if (!row || !item || !snapshot) return undefined;
  const label = exhibitLabel(row.number, row.version);
  return {
    row,
    label,
    snapshot,
    claimId: item.claimId,
    isStale: isSuperseded(access, snapshot),
    model: modelOfSnapshot(snapshot, language, {
      id: `exhibit-${label}`,
      chartType: row.chartType as ChartType,
      title: row.title
    })
  };
}

/** Changes a draft. A frozen exhibit is refused with `exhibit-frozen`. */
export function saveExhibit(
  access: Access,
  id: string,
  draft: ExhibitDraft,
  language: Language
): Parsed<string> {
  const open = openExhibit(access, id, language);
  const refusal = open ? mayChange(access, open.row) : refused('exhibit-not-here').issues;
  if (!open || refusal.length > 0) return { ok: false, issues: refusal };
  const issues = [
    ...headlineIssues(draft.title, open.snapshot, open.model),
    ...claimIssues(access, open.snapshot, draft.claimId)
  ];
  if (issues.length > 0) return { ok: false, issues };
  access.db.transaction(() => {
    const { claimId, ...fields } = draft;
    access.db.update(exhibit).set(fields).where(eq(exhibit.id, id)).run();
    access.db
      .update(exhibitItem)
      .set({ claimId })
      .where(and(eq(exhibitItem.exhibitId, id), eq(exhibitItem.order, 1)))
      .run();
    recordAudit(access, {
      action: 'change',
      entity: 'exhibit',
      entityId: id,
      before: { title: open.row.title, visibility: open.row.visibility, claim: open.claimId },
      after: { title: draft.title, visibility: draft.visibility, claim: claimId }
    });
  });
  return { ok: true, value: id };
}

/**
 * Freezes a draft: from now on its words, figure and claim stay as they are. The hash is of all of
 * them. On disk before it returns.
 */
export function freezeExhibit(access: Access, id: string, language: Language): Parsed<string> {
  const open = openExhibit(access, id, language);
  const refusal = open ? mayChange(access, open.row) : refused('exhibit-not-here').issues;
  if (!open || refusal.length > 0) return { ok: false, issues: refusal };
  const { row, snapshot, model, claimId } = open;
  const issues = [
    ...headlineIssues(row.title, snapshot, model),
    ...claimIssues(access, snapshot, claimId)
  ];
  if (issues.length > 0) return { ok: false, issues };
  const claim = claimId === null ? undefined : findClaim(access, claimId);
  const hash = sha256(
    canonical({
      number: row.number,
      version: row.version,
      title: row.title,
      authorAlt: row.authorAlt,
      chartType: row.chartType,
      items: [{ snapshot: snapshot.sha256, claim: claim?.template ?? null }]
    })
  );
  const work = access.db.$client.transaction(() => {
    access.db
      .update(exhibit)
      .set({ state: 'frozen', sha256: hash, frozenAt: new Date() })
      .where(eq(exhibit.id, id))
      .run();
    recordAudit(access, {
      action: 'freeze',
      entity: 'exhibit',
      entityId: id,
      before: { state: 'draft' },
      after: { state: 'frozen', sha256: hash }
    });
  });
  durably(access.db, () => work.immediate());
  return { ok: true, value: id };
}

/** Takes an exhibit out of use. It stays listed, and its number is not used again. */
export function withdrawExhibit(access: Access, id: string): Parsed<string> {
  const row = findExhibit(access, id);
  if (!row) return refused('exhibit-not-here');
  if (row.ownerOrganizationId !== access.organizationId) return refused('exhibit-not-yours');
  if (row.state === 'withdrawn') return refused('exhibit-withdrawn');
  access.db.transaction(() => {
    access.db.update(exhibit).set({ state: 'withdrawn' }).where(eq(exhibit.id, id)).run();
    recordAudit(access, {
      action: 'withdraw',
      entity: 'exhibit',
      entityId: id,
      before: { state: row.state },
      after: { state: 'withdrawn' }
    });
  });
  return { ok: true, value: id };
}

/**
 * A new version of an exhibit under the same number, on the current data: "3" becomes "3a". The earlier
 * one stays as it is.
 */
export function newExhibitVersion(access: Access, id: string, language: Language): Parsed<Frozen> {
  const open = openExhibit(access, id, language);
  if (!open) return refused('exhibit-not-here');
  if (open.row.state === 'draft') return refused('exhibit-is-draft');
  const versions = listExhibitVersions(access, open.row.number);
  const last = Math.max(...versions.map(({ version }) => version));
  if (versions.some(({ state, version }) => state === 'draft' && version === last))
    return refused('version-is-drafted');
  return freezeFigure(access, queryOf(open.snapshot), {
    language,
    standing: { number: open.row.number, version: last + 1, supersedes: id }
  });
}

function mayChange(access: Access, row: ExhibitRow): Issue[] {
  if (row.state !== 'draft') return refused('exhibit-frozen').issues;
  return row.ownerOrganizationId === access.organizationId
    ? []
    : refused('exhibit-not-yours').issues;
}

/** A claim on an exhibit is approved and rests on what the exhibit shows. */
function claimIssues(access: Access, snapshot: SnapshotRow, claimId: string | null): Issue[] {
  if (claimId === null) return [];
  const claim = findClaim(access, claimId);
  const rests =
    claim && listClaimEvidence(access, claim.id).some((slot) => slot.snapshotId === snapshot.id);
  if (!claim || !rests) return refused('claim-elsewhere', 'claimId').issues;
  return claim.status === 'approved' ? [] : refused('claim-not-approved', 'claimId').issues;
}
