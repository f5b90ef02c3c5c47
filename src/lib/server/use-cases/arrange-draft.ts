import type { ArrangeTask } from '$lib/server/jobs/arrange-uploads';
import { quickWorkers, type WorkerPool } from '$lib/server/jobs/pool';
import { draftFile } from '$lib/server/jobs/upload-folder';
import type { DraftRow, DraftValues } from './import-drafts';

/**
 * Which of the files of a draft holds the responses, by what is in them; the others are its companions.
 *
 * @returns what of the draft is to be written; empty when there is one file
 */
export async function arranged(
  row: Pick<DraftRow, 'id' | 'fileName' | 'fileBytes' | 'path' | 'companions'>,
  pool: WorkerPool = quickWorkers()
): Promise<DraftValues> {
  if (row.companions.length === 0) return {};
  const files = [
    { fileName: row.fileName, path: row.path, bytes: row.fileBytes },
    ...row.companions.map((one) => ({ ...one, bytes: one.bytes ?? 0 }))
  ];
  const task: ArrangeTask = {
    files: files.map(({ fileName, path }) => ({ name: fileName, path: draftFile(row.id, path) }))
  };
  const main = files[await pool.run<number>('arrange', task)];
  if (!main) return {};
  return {
    fileName: main.fileName,
    fileBytes: main.bytes,
    path: main.path,
    companions: files.filter((one) => one !== main)
  };
}
