import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import { openDatabase } from '$lib/server/db/open';
import { inspectFile, type SurveyFile } from '$lib/server/use-cases/inspect-file';
import type { Inspected } from '$lib/survey/inspect';
import { PreviewCollector } from '$lib/survey/file/preview';
import { jobProgress } from './job';

/** What the inspection worker is sent. */
export interface InspectTask {
  /** where its progress goes; null: nobody watches */
  databaseFile: string | null;
  jobId: Id;
  /** where rows to look at are kept, beside the file and no longer than it */
  previewFile: string;
  file: SurveyFile;
}

/** Inspects a file in a worker; it may be large. Its progress goes through the job's row. */
export function inspectDraftFile(task: InspectTask): Parsed<Inspected> {
  const { databaseFile, jobId, file } = task;
  const preview = new PreviewCollector();
  const db = databaseFile === null ? null : openDatabase(databaseFile);
  try {
    let rows = 0;
    const progress = db && jobProgress(db, jobId);
    const onProgress = progress ? (bytes: number) => progress(bytes, rows) : undefined;
    const read = inspectFile(file, onProgress, (block) => {
      rows += block.rows.length;
      preview.add(block);
    });
    // The draft may have been thrown away meanwhile.
    if (read.ok && read.value.plan && existsSync(dirname(task.previewFile)))
      writeFileSync(task.previewFile, JSON.stringify(preview.result()), { mode: 0o600 });
    return read;
  } finally {
    db?.$client.close();
  }
}
