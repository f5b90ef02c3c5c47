import { fail, redirect } from '@sveltejs/kit';
import { previewDraft } from '$lib/server/use-cases/preview-draft';
import { cancelDraft } from '$lib/server/use-cases/import-drafts';
import { readDraft, waiting } from '$lib/server/use-cases/review-draft';
import { draftPath, requireDraft } from '../open-review';
import type { Actions, PageServerLoad } from './$types';

/** Issues of one kind that are listed one by one. */
const listed = 6;

export const load: PageServerLoad = (event) => {
  const { access, opened } = requireDraft(event);
  const { draft, review, imported } = opened;
  if (draft.state === 'done' || draft.state === 'committing')
    redirect(303, `${draftPath(event)}/done`);
  const issues = draft.inspection?.issues ?? [];
  const counts = new Map<string, number>();
  const shown = issues.filter(({ code }) => {
    counts.set(code, (counts.get(code) ?? 0) + 1);
    return (counts.get(code) ?? 0) <= listed;
  });
  const personal = new Set(draft.inspection?.identifiers.map(({ index }) => index));
  for (const variable of review?.plan.variables ?? [])
    if (
      variable.columnIndex !== null &&
      (variable.kind === 'text' || variable.role === 'identifier')
    )
      personal.add(variable.columnIndex);
  const headings: string[] = [];
  for (const { columnIndex, heading } of review?.plan.variables ?? [])
    if (columnIndex !== null) headings[columnIndex] = heading;
  return {
    draft: {
      id: draft.id,
      fileName: draft.fileName,
      fileBytes: draft.fileBytes,
      companions: draft.companions.map(({ fileName }) => fileName)
    },
    /** null: the file was not read, or is refused */
    read: review && {
      format: review.inspection.format,
      tool: review.inspection.tool,
      encoding: review.inspection.encoding,
      delimiter: review.inspection.delimiter,
      headerRows: review.inspection.headerRows,
      rows: review.inspection.rows,
      columns: review.inspection.columns,
      questions: review.plan.questions.length,
      open: waiting(review)
    },
    wasRead: draft.inspection !== null,
    issues: shown,
    more: Object.fromEntries([...counts].map(([code, n]) => [code, Math.max(0, n - listed)])),
    preview: review
      ? previewDraft(access, draft.id, review.plan.layout, 20).map(({ line, cells }) => ({
          line,
          cells: cells.map((cell, i) => (personal.has(i) ? null : cell))
        }))
      : [],
    headings: Array.from(headings, (heading) => heading ?? ''),
    imported: imported.map(({ versionId, survey, wave, importedAt }) => ({
      versionId,
      survey,
      wave,
      importedAt
    }))
  };
};

export const actions = {
  read: async (event) => {
    const { access, opened } = requireDraft(event);
    const read = await readDraft(access, opened.draft.id);
    if (!read.ok) return fail(422, { issues: read.issues });
    redirect(303, draftPath(event));
  },
  discard: (event) => {
    const { access, opened } = requireDraft(event);
    const done = cancelDraft(access, opened.draft.id);
    if (!done.ok) return fail(422, { issues: done.issues });
    redirect(303, `/${event.params.workspace}/data/import`);
  }
} satisfies Actions;
