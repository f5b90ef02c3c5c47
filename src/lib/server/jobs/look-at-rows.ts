import { tableText } from '$lib/survey/containers/unpack';
import type { ImportPlan } from '$lib/survey/plan';
import { shownCells, type PreviewRow } from '$lib/survey/file/preview';
import { readRows } from '$lib/survey/file/rows';
import { openFile } from './file-source';
import { reportIssues, reportRows, type ReportTask } from './report-rows';

/** What the worker that looks at the rows of a draft is asked for. */
export type LookTask =
  | {
      what: 'around';
      path: string;
      plan: ImportPlan;
      /** physical line */
      line: number;
      /** rows on each side of it */
      span: number;
    }
  | ReportTask;

/** Reads the file of a draft again, for what a page or a download shows of its rows. */
export function lookAtRows(task: LookTask): PreviewRow[] | number {
  if (task.what === 'around') return around(task);
  return task.what === 'issues' ? reportIssues(task) : reportRows(task);
}

function around({ path, plan, line, span }: Extract<LookTask, { what: 'around' }>): PreviewRow[] {
  const file = openFile(path);
  const before: PreviewRow[] = [];
  const after: PreviewRow[] = [];
  try {
    const options = { headings: [] };
    readRows(tableText(file, plan.container), plan.layout, options, (block) => {
      const { rows } = block;
      for (let i = 0; i < rows.length; i++) {
        const at = block.line(i);
        // Rows far before the line are passed over without a look at their cells.
        if (at <= line) {
          before.push({ line: at, cells: rows[i] ?? [] });
          if (before.length > span + 1) before.shift();
        } else after.push({ line: at, cells: rows[i] ?? [] });
        if (after.length === span) return false;
      }
      return true;
    });
  } finally {
    file.close();
  }
  return [...before, ...after].map((row) => ({ ...row, cells: shownCells(row.cells) }));
}
