import { arrangeFiles } from '$lib/survey/companions/arrange-files';
import { openFile } from './file-source';

/** Files that were sent together. */
export interface ArrangeTask {
  files: { name: string; path: string }[];
}

/** Which of several files holds the responses: its place in the list. */
export function arrangeUploads({ files }: ArrangeTask): number {
  const open = files.map(({ name, path }) => ({ name, source: openFile(path) }));
  try {
    const { main } = arrangeFiles(open);
    return Math.max(
      0,
      open.findIndex(({ source }) => source === main.source)
    );
  } finally {
    for (const { source } of open) source.close();
  }
}
