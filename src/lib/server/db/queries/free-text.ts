import { and, desc, eq } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import { textAt } from '$lib/survey/sink';
import type { Access } from '$lib/server/access/access';
import { decodeChunk } from '$lib/server/db/column-codec';
import type { StoredChunk } from '$lib/server/db/columns';
import { datasetVersion, textReview } from '$lib/server/db/schema';

/** One text of a version. */
export interface StoredText {
  /** 0-based row of the version */
  row: number;
  text: string;
}

/**
 * A page of the texts of one variable, in row order. Chunks are read one after the other, and only the
 * texts of the page are decoded, so a million of them is no matter.
 *
 * @param number of the variable in its version
 * @param wants whether the text of a row is one of those listed
 * @returns the page, and how many are listed in all; none when the version is not of the workspace
 */
export function pageOfTexts(
  { db, workspaceId }: Access,
  versionId: Id,
  number: number,
  { skip, take, wants }: { skip: number; take: number; wants: (row: number) => boolean }
): { texts: StoredText[]; total: number } {
  const chunks = db.$client
    .prepare<[Id, number, Id, string], StoredChunk>(
      `SELECT c.variable, c.chunk, c.part, c.encoding, c.rows, c.data FROM column_chunk c
       JOIN dataset_version v ON v.id = c.dataset_version_id
       WHERE c.dataset_version_id = ? AND c.variable = ? AND v.workspace_id = ? AND c.part = ?
       ORDER BY c.chunk`
    )
    .iterate(versionId, number, workspaceId, 'values');
  const texts: StoredText[] = [];
  let total = 0;
  let first = 0;
  for (const { encoding, rows, data } of chunks) {
    const chunk = decodeChunk(encoding, rows, data);
    if (chunk.kind === 'text' && encoding !== 'sealed')
      for (let i = 0; i < rows; i++) {
        const code = chunk.codes[i] as number;
        if (code === 0 || !wants(first + i)) continue;
        if (total >= skip && texts.length < take)
          texts.push({ row: first + i, text: textAt(chunk, code - 1) });
        total++;
      }
    first += rows;
  }
  return { texts, total };
}

/** What was decided about texts of a version, newest first. */
export const listTextReviews = ({ db, workspaceId }: Access, versionId: Id) =>
  db
    .select()
    .from(textReview)
    .where(and(eq(textReview.workspaceId, workspaceId), eq(textReview.datasetVersionId, versionId)))
    .orderBy(desc(textReview.createdAt), desc(textReview.id))
    .all();

/** Who brought a version in; null when the program did, or it is not of the workspace. */
export const importerOf = ({ db, workspaceId }: Access, versionId: Id): Id | null =>
  db
    .select({ importedBy: datasetVersion.importedBy })
    .from(datasetVersion)
    .where(and(eq(datasetVersion.workspaceId, workspaceId), eq(datasetVersion.id, versionId)))
    .get()?.importedBy ?? null;
