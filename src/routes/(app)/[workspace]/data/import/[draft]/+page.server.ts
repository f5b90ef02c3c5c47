import { fail, redirect } from '@sveltejs/kit';
import { cancelJob } from '$lib/server/jobs/job';
import { addOperation } from '$lib/server/use-cases/draft-operations';
import { cancelDraft } from '$lib/server/use-cases/import-drafts';
import { hiddenColumns, previewDraft } from '$lib/server/use-cases/preview-draft';
import { startReading } from '$lib/server/use-cases/read-draft';
import { jobOf, waiting } from '$lib/server/use-cases/review-draft';
import { arrivingFiles, removeCompanion } from '$lib/server/use-cases/upload-draft';
import { parseDecision } from '$lib/survey/operations';
import { templateInForce } from '$lib/survey/operations/template';
import type { Issue } from '$lib/base/issue';
import { draftPath, logOf, requireDraft, waitShortly } from '../open-review';
import { layoutChange, layoutNow } from './layout-form';
import { withoutHidden } from './hidden-cells';
import type { Actions, PageServerLoad } from './$types';

/** Issues of one kind that are listed one by one. */
const listed = 3;
const shownRows = ['first', 'last', 'widest'] as const;

export const load: PageServerLoad = (event) => {
  const { access, opened } = requireDraft(event);
  const { draft, review, imported } = opened;
  if (draft.state === 'done' || draft.state === 'committing')
    redirect(303, `${draftPath(event)}/done`);
  const job = jobOf(access, opened);
  const isReading = job?.kind === 'inspect' && (job.state === 'waiting' || job.state === 'running');
  const issues = draft.inspection?.issues ?? [];
  const counts = new Map<string, number>();
  const shown = issues.filter(({ code }) => {
    counts.set(code, (counts.get(code) ?? 0) + 1);
    return (counts.get(code) ?? 0) <= listed;
  });
  const rows = shownRows.find((one) => one === event.url.searchParams.get('rows')) ?? 'first';
  const hidden = review
    ? hiddenColumns(review.plan, review.inspection.identifiers)
    : new Set<number>();
  const headings: string[] = [];
  for (const { columnIndex, heading } of review?.plan.variables ?? [])
    if (columnIndex !== null) headings[columnIndex] = heading;
  return {
    draft: {
      id: draft.id,
      state: draft.state,
      fileName: draft.fileName,
      fileBytes: draft.fileBytes,
      companions: draft.companions.map(({ fileName }) => fileName)
    },
    arriving: draft.state === 'uploading' ? arrivingFiles(access, draft.id) : [],
    reading: isReading
      ? { done: job.done, total: job.total, rows: job.rows, secondsLeft: job.secondsLeft }
      : null,
    /** why the last reading gave nothing new */
    failed: job?.kind === 'inspect' && job.state === 'failed' ? failuresOf(job.result) : [],
    /** null: the file was not read, or is refused */
    read: review && {
      format: review.inspection.format,
      tool: review.inspection.tool,
      rows: review.inspection.rows,
      columns: review.inspection.columns,
      questions: review.plan.questions.length,
      container: review.plan.container ?? null,
      open: waiting(review)
    },
    layout: layoutNow(draft),
    /** an earlier import of the same headings */
    isKnown: draft.templateId !== null,
    /** the decisions of that import hold here */
    isTakenOver: templateInForce(draft.operations.slice(0, draft.operationCount)) !== null,
    pairs: review?.inspection.companions ?? [],
    log: review ? logOf(review, event.locals.language) : [],
    wasRead: draft.inspection !== null,
    issues: shown,
    more: Object.fromEntries([...counts].map(([code, n]) => [code, Math.max(0, n - listed)])),
    rows,
    preview: review ? withoutHidden(previewDraft(access, draft.id)[rows], hidden) : [],
    headings: Array.from(headings, (heading) => heading ?? ''),
    imported: imported.map(({ versionId, waveId, survey, wave, importedAt }) => ({
      versionId,
      waveId,
      survey,
      wave,
      importedAt
    }))
  };
};

/** A job that lost its process has no result: the reading is to be started again. */
const failuresOf = (result: Record<string, unknown> | null): Issue[] =>
  (result?.issues as Issue[] | undefined) ?? [
    { code: 'reading-failed', severity: 'error', where: {}, params: {} }
  ];

export const actions = {
  read: async (event) => {
    const { access, opened } = requireDraft(event);
    const started = startReading(access, opened.draft.id);
    if (!started.ok) return fail(422, { issues: started.issues });
    await waitShortly(started.value);
    redirect(303, draftPath(event));
  },
  layout: async (event) => {
    const { access, opened } = requireDraft(event);
    const decision = parseDecision(layoutChange(await event.request.formData(), opened.draft));
    if (!decision) redirect(303, draftPath(event));
    const done = addOperation(access, opened.draft.id, decision);
    if (!done.ok) return fail(422, { issues: done.issues });
    if (done.value.reading) await waitShortly(done.value.reading);
    redirect(303, draftPath(event));
  },
  remove: async (event) => {
    const { access, opened } = requireDraft(event);
    const index = Number((await event.request.formData()).get('index'));
    const done = removeCompanion(access, opened.draft.id, index);
    if (!done.ok) return fail(422, { issues: done.issues });
    const started = startReading(access, opened.draft.id);
    if (started.ok) await waitShortly(started.value);
    redirect(303, draftPath(event));
  },
  /** Stops a reading. What was never read is thrown away; else the draft is as it was. */
  stop: (event) => {
    const { access, opened } = requireDraft(event);
    const { id, jobId, inspection } = opened.draft;
    if (jobId !== null) cancelJob(access, jobId);
    if (inspection !== null) redirect(303, draftPath(event));
    cancelDraft(access, id);
    redirect(303, `/${event.params.workspace}/data/import`);
  },
  discard: (event) => {
    const { access, opened } = requireDraft(event);
    const done = cancelDraft(access, opened.draft.id);
    if (!done.ok) return fail(422, { issues: done.issues });
    redirect(303, `/${event.params.workspace}/data/import`);
  }
} satisfies Actions;
