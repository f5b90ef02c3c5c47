import { existsSync, readFileSync } from 'node:fs';
import type { Id } from '$lib/base/id';
import type { ImportPlan } from '$lib/survey/plan';
import type { Preview, PreviewRow } from '$lib/survey/file/preview';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import type { LookTask } from '$lib/server/jobs/look-at-rows';
import { quickWorkers, type WorkerPool } from '$lib/server/jobs/pool';
import { draftFile, previewName } from '$lib/server/jobs/upload-folder';
import type { Parsed } from '$lib/base/issue';
import { findDraftRow } from './import-drafts';

const nothing: Preview = { first: [], last: [], widest: [] };

/**
 * Rows of the file of a draft to look at: the first, the last and the widest ones. Whoever shows them
 * leaves columns with personal data out. Empty when the workspace has no such draft, or its file is gone.
 */
export function previewDraft(access: Access, draftId: Id): Preview {
  if (!findDraftRow(access, draftId)) return nothing;
  const path = draftFile(draftId, previewName);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Preview) : nothing;
}

/** Rows shown on each side of the one that was asked for. */
const span = 3;

/**
 * The rows of a draft around a physical line, read in a worker. Whoever shows them leaves columns with
 * personal data out. Refused: `no-such-draft`, `not-inspected`.
 */
export async function rowsAround(
  access: Access,
  draftId: Id,
  line: number,
  pool: WorkerPool = quickWorkers()
): Promise<Parsed<PreviewRow[]>> {
  const row = findDraftRow(access, draftId);
  if (!row) return refused('no-such-draft');
  const plan = row.plan as unknown as ImportPlan | null;
  if (!plan) return refused('not-inspected');
  const task: LookTask = { what: 'around', path: draftFile(draftId, row.path), plan, line, span };
  return { ok: true, value: await pool.run<PreviewRow[]>('look', task) };
}

/** Columns whose cells are shown to nobody during a review: personal data, and people's own words. */
export function hiddenColumns(
  plan: ImportPlan,
  identifiers: readonly { index: number }[]
): Set<number> {
  const hidden = new Set(identifiers.map(({ index }) => index));
  for (const { columnIndex, kind, role } of plan.variables)
    if (columnIndex !== null && (kind === 'text' || role === 'identifier')) hidden.add(columnIndex);
  return hidden;
}
