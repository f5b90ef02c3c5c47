import type { Id } from '$lib/base/id';
import { cellText } from '$lib/survey/cell-text';
import type { FileLayout } from '$lib/survey/plan';
import { readRows } from '$lib/survey/rows';
import type { Access } from '$lib/server/access/access';
import { openFile } from '$lib/server/jobs/file-source';
import { draftFile } from '$lib/server/jobs/upload-folder';
import { getDraft } from './import-drafts';

/** A row of the file under review, as a person may look at it before the import. */
export interface PreviewRow {
  /** physical line of its first character */
  line: number;
  /** cells by column; long ones are cut */
  cells: string[];
}

const cellLimit = 80;

/**
 * The first rows of the file of a draft. Whoever shows them leaves columns with personal data out.
 * Empty when the workspace has no such draft, or its file is gone.
 */
export function previewDraft(
  access: Access,
  draftId: Id,
  layout: FileLayout,
  limit = 20
): PreviewRow[] {
  if (!getDraft(access, draftId)) return [];
  const rows: PreviewRow[] = [];
  try {
    const file = openFile(draftFile(draftId, 'main'));
    try {
      readRows(file, layout, { headings: [], limit, pieceBytes: 65_536 }, (block) => {
        block.rows.forEach((row, i) => {
          if (rows.length < limit)
            rows.push({
              line: block.line(i),
              cells: row.map((cell) => cellText(cell).text.slice(0, cellLimit))
            });
        });
      });
    } finally {
      file.close();
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return rows;
}
