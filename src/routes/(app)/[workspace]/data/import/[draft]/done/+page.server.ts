import { error, fail, redirect } from '@sveltejs/kit';
import { requireAccess } from '$lib/server/access/require-access';
import { findVersion, isVersionInUse } from '$lib/server/db/queries/dataset-version';
import { cancelJob } from '$lib/server/jobs/job';
import { listInstances } from '$lib/server/use-cases/mapping';
import { finishReview, jobOf } from '$lib/server/use-cases/review-draft';
import { undoImport } from '$lib/server/use-cases/undo-import';
import { textFor } from '$lib/text/text';
import type { Issue } from '$lib/base/issue';
import { draftPath, requireDraft } from '../../open-review';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { access, opened } = requireDraft(event);
  const { draft } = opened;
  const last = jobOf(access, opened);
  const job = last?.kind === 'import' ? last : null;
  const version = draft.datasetVersionId ? findVersion(access, draft.datasetVersionId) : undefined;
  if (!job && !version) redirect(303, `${draftPath(event)}/check`);
  if (draft.datasetVersionId && !version)
    error(404, { message: textFor(event.locals.language).access.noSuchPage, code: 'not-found' });
  const issues = job?.state === 'failed' ? ((job.result?.issues ?? []) as Issue[]) : [];
  return {
    draftId: draft.id,
    job: job && {
      id: job.id,
      state: job.state,
      done: job.done,
      total: job.total,
      secondsLeft: job.secondsLeft
    },
    /** rows of the file, to say about how many of them are read */
    rowCount: opened.review?.inspection.rows ?? 0,
    issues,
    version: version && {
      versionId: version.versionId,
      number: version.number,
      waveId: version.waveId,
      survey: version.survey,
      wave: version.wave,
      rows: version.rows,
      imported: version.imported,
      excluded: version.excluded,
      isInUse: isVersionInUse(access, version.versionId),
      sha256: version.fileSha256,
      fileName: version.fileName,
      importedAt: version.importedAt
    },
    measures: version ? listInstances(access, version.waveId).length : 0
  };
};

export const actions = {
  cancel: (event) => {
    const { access, opened } = requireDraft(event);
    const job = jobOf(access, opened);
    if (job) cancelJob(access, job.id);
    redirect(303, `${draftPath(event)}/done`);
  },
  build: (event) => {
    const { access, opened } = requireDraft(event);
    const done = finishReview(access, opened.draft.id);
    if (done && !done.ok) return fail(422, { issues: done.issues });
    redirect(303, `/${event.params.workspace}`);
  },
  undo: (event) => {
    const access = requireAccess(event, 'import');
    const { opened } = requireDraft(event);
    const done = undoImport(access, opened.draft.datasetVersionId ?? '');
    if (!done.ok) return fail(422, { issues: done.issues });
    redirect(303, `/${event.params.workspace}/data?undone=1`);
  }
} satisfies Actions;
