import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Id } from '$lib/base/id';
import { settings } from '$lib/server/settings';

/** Files of a draft lie here, named by number, so that no name of theirs reaches the file system. */
export const draftFolder = (draftId: Id): string => join(settings().uploadsFolder, draftId);

/** A file of a draft by its stored name. */
export const draftFile = (draftId: Id, stored: string): string =>
  join(draftFolder(draftId), stored);

/** Name of the file beside them that holds the rows a person may look at. */
export const previewName = 'preview.json';

/** Takes everything of a draft off the disk. */
export function removeDraftFiles(draftId: Id): void {
  rmSync(draftFolder(draftId), { recursive: true, force: true });
}

/** Takes one file of a draft off the disk. */
export function removeDraftFile(draftId: Id, stored: string): void {
  rmSync(draftFile(draftId, stored), { force: true });
}
