import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Access } from '$lib/server/access/access';
import type { CompareTask } from '$lib/server/jobs/compare-draft';
import type { ImportTask } from '$lib/server/jobs/import-draft';
import { inspectDraftFile, type InspectTask } from '$lib/server/jobs/inspect-draft';
import type { WorkerPool } from '$lib/server/jobs/pool';
import type { Draft } from './import-drafts';
import { importSurvey } from './import-survey';
import { startReading } from './read-draft';
import { compareFile } from './reimport-compare';
import { openReview, type Review } from './review-draft';
import { valueOf } from './two-organizations.fixture';
import { addCompanion, createDraft } from './upload-draft';

/** Does the work of the workers in this thread, on the test's own database. */
export const poolOf = (access: Access): WorkerPool =>
  ({
    run: (work: string, task: unknown) =>
      Promise.resolve(
        work === 'inspect'
          ? inspectDraftFile(task as InspectTask)
          : work === 'compare'
            ? compareFile(access, (task as CompareTask).request)
            : importSurvey(access, (task as ImportTask).request)
      )
  }) as unknown as WorkerPool;

const bodyOf = (path: string): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(readFileSync(path)));
      controller.close();
    }
  });

/** Reads the file of a draft and waits for it. Refused as `startReading`, and as its result is. */
export async function readDraft(
  access: Access,
  draftId: Id,
  pool?: WorkerPool
): Promise<Parsed<Draft>> {
  const started = startReading(access, draftId, pool ? { pool } : {});
  return started.ok ? started.value.finished : started;
}

/** A draft of a file with its companions, read. `GROUNDSWELL_DATA` must be a folder of the test. */
export async function draftOf(
  access: Access,
  path: string,
  companions: readonly { path: string }[]
): Promise<string> {
  const { draftId } = valueOf(
    await createDraft(access, { fileName: basename(path), body: bodyOf(path) })
  );
  for (const one of companions)
    valueOf(
      await addCompanion(access, draftId, { fileName: basename(one.path), body: bodyOf(one.path) })
    );
  valueOf(await readDraft(access, draftId, poolOf(access)));
  return draftId;
}

/** The review of a draft that was read. */
export function reviewOf(access: Access, draftId: string): Review {
  const review = openReview(access, draftId)?.review;
  if (!review) throw new Error('the draft is not under review');
  return review;
}
