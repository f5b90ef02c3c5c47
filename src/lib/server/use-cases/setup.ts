import { and, eq, gt, isNull, notExists } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import { refused } from '$lib/server/access/refused';
import { expiry, hashToken, newToken } from '$lib/server/access/token';
import type { Db } from '$lib/server/db/open';
import { membership, setupToken, workspace } from '$lib/server/db/schema/access';
import { createWorkspace, takeOverWorkspace } from './create-workspace';
import { insertPerson, readyPerson, type NewPerson } from './people';

export interface SetupLink {
  /** path with the token, to be put behind the address of the program */
  path: string;
  expiresAt: Date;
}

/**
 * A new one-time link for the first owner, good for a day; links made before stop working. Refused
 * (`owner-exists`) as soon as any workspace has an owner.
 */
export function createSetupLink(db: Db, now: Date = new Date()): Parsed<SetupLink> {
  return db.transaction((tx): Parsed<SetupLink> => {
    if (hasOwner(db)) return refused('owner-exists');
    const token = newToken();
    const expiresAt = expiry('setup', now);
    tx.delete(setupToken).where(isNull(setupToken.usedAt)).run();
    tx.insert(setupToken)
      .values({ tokenHash: hashToken(token), expiresAt })
      .run();
    return { ok: true, value: { path: `/setup?token=${token}`, expiresAt } };
  });
}

/** True while the token may still be used. */
export const isSetupTokenGood = (db: Db, token: string, now: Date = new Date()): boolean =>
  !hasOwner(db) && db.select().from(setupToken).where(goodToken(token, now)).get() !== undefined;

export interface Setup extends NewPerson {
  token: string;
  workspaceName: string;
  organizationName: string;
}

/** Uses the link up: makes the person, the workspace and its first organization, all or nothing. */
export async function setUp(
  db: Db,
  input: Setup
): Promise<Parsed<{ userId: string; slug: string }>> {
  if (!isSetupTokenGood(db, input.token)) return refused('link-not-good');
  const person = await readyPerson(input);
  return db.transaction((tx): Parsed<{ userId: string; slug: string }> => {
    // Looked at again: the password took its time, and somebody else may have used the link.
    if (!isSetupTokenGood(db, input.token)) return refused('link-not-good');
    const made = insertPerson(db, person);
    if (!made.ok) return made;
    const now = new Date();
    tx.update(setupToken).set({ usedAt: now }).where(goodToken(input.token, now)).run();
    const { userId } = made.value;
    const names = { name: input.workspaceName, organizationName: input.organizationName };
    const waiting = workspaceWithoutPeople(db);
    const { slug } = waiting
      ? takeOverWorkspace(db, userId, waiting, names)
      : createWorkspace(db, userId, names);
    return { ok: true, value: { userId, slug } };
  });
}

/** What the command line imported before anybody had an account lies in a workspace nobody is in. */
const workspaceWithoutPeople = (db: Db): Id | undefined =>
  db
    .select({ id: workspace.id })
    .from(workspace)
    .where(notExists(db.select().from(membership).where(eq(membership.workspaceId, workspace.id))))
    .get()?.id;

const hasOwner = (db: Db): boolean =>
  db
    .select({ id: membership.id })
    .from(membership)
    .where(and(eq(membership.role, 'owner'), isNull(membership.endedAt)))
    .get() !== undefined;

const goodToken = (token: string, now: Date) =>
  and(
    eq(setupToken.tokenHash, hashToken(token)),
    isNull(setupToken.usedAt),
    gt(setupToken.expiresAt, now)
  );
