import { addDays, type Day } from '$lib/advocacy/day';
import type { Access } from '$lib/server/access/access';
import type { DemoWorkspace } from '../seed-advocacy.schema';

/** A demonstration file on its way into a workspace, its dates counted from `today`. */
export interface Seeding {
  access: Access;
  demo: DemoWorkspace;
  today: Day;
}

/** The day an offset such as "-30d" means. */
export const dayOf = (offset: string, today: Day): Day =>
  addDays(today, Number.parseInt(offset, 10));

/** A word of the file ("strong_support", "lived experience") as one of ours. */
export function oneOf<const Words extends readonly string[]>(
  words: Words,
  word: string
): Words[number] {
  const dashed = word.replaceAll(/[_ ]/g, '-');
  const found = words.find((each) => each === word || each === dashed);
  if (found === undefined) throw new RangeError(`"${word}" is none of ${words.join(', ')}`);
  return found;
}

/** What every seeded row says of its owner. */
export const owned = (access: Access, visibility: 'organization' | 'coalition' = 'coalition') => ({
  workspaceId: access.workspaceId,
  ownerOrganizationId: access.organizationId,
  visibility,
  createdBy: access.userId ?? 'program'
});
