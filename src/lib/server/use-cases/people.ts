import { and, count, eq, isNull } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import { newId } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Access, Role } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { refused } from '$lib/server/access/refused';
import { hashed } from '$lib/server/access/password';
import type { Db } from '$lib/server/db/open';
import { account, membership, user } from '$lib/server/db/schema/access';

export interface NewPerson {
  name: string;
  email: string;
  password: string;
}

/** A person whose password is already hashed, ready for one transaction. */
export interface ReadyPerson {
  name: string;
  email: string;
  passwordHash: string;
}

/** Hashes the password (a tenth of a second), so that the transaction that follows is short. */
export const readyPerson = async ({ name, email, password }: NewPerson): Promise<ReadyPerson> => ({
  name: name.trim(),
  email: email.trim().toLowerCase(),
  passwordHash: await hashed(password)
});

/** Writes a person and their credentials; the id, or an issue when the e-mail has an account. */
export function insertPerson(db: Db, person: ReadyPerson): Parsed<{ userId: string }> {
  const { name, email, passwordHash } = person;
  const now = new Date();
  return db.transaction((tx) => {
    const taken = tx.select({ id: user.id }).from(user).where(eq(user.email, email)).get();
    if (taken) return refused('email-taken', 'email');
    const userId = newId();
    const stamps = { createdAt: now, updatedAt: now };
    tx.insert(user)
      .values({ id: userId, name, email, ...stamps })
      .run();
    tx.insert(account)
      .values({
        id: newId(),
        accountId: userId,
        providerId: 'credential',
        userId,
        password: passwordHash,
        ...stamps
      })
      .run();
    return { ok: true, value: { userId } };
  });
}

/** Makes an account, in no workspace yet. */
export const createPerson = async (
  db: Db,
  person: NewPerson
): Promise<Parsed<{ userId: string }>> => insertPerson(db, await readyPerson(person));

/** Gives a member another role. Only an owner makes or unmakes an owner; one always remains. */
export function changeRole(access: Access, input: { membershipId: Id; role: Role }): Parsed<null> {
  return access.db.transaction((): Parsed<null> => {
    const found = memberOf(access, input.membershipId);
    if (!found) return refused('member-not-found', 'role');
    if (found.role === input.role) return { ok: true, value: null };
    if (access.role !== 'owner' && (found.role === 'owner' || input.role === 'owner'))
      return refused('owner-only', 'role');
    if (found.role === 'owner' && isLastOwner(access)) return refused('last-owner', 'role');
    access.db.update(membership).set({ role: input.role }).where(eq(membership.id, found.id)).run();
    recordAudit(access, {
      action: 'change-role',
      entity: 'membership',
      entityId: found.id,
      before: { role: found.role },
      after: { role: input.role }
    });
    return { ok: true, value: null };
  });
}

/** Ends a membership now; the person keeps their account and what they wrote stays. */
export function endMembership(access: Access, input: { membershipId: Id }): Parsed<null> {
  return access.db.transaction((): Parsed<null> => {
    const found = memberOf(access, input.membershipId);
    if (!found) return refused('member-not-found');
    if (found.role === 'owner' && access.role !== 'owner') return refused('owner-only');
    if (found.role === 'owner' && isLastOwner(access)) return refused('last-owner');
    access.db
      .update(membership)
      .set({ endedAt: new Date() })
      .where(eq(membership.id, found.id))
      .run();
    recordAudit(access, {
      action: 'end',
      entity: 'membership',
      entityId: found.id,
      before: { role: found.role }
    });
    return { ok: true, value: null };
  });
}

const memberOf = ({ db, workspaceId }: Access, membershipId: Id) =>
  db
    .select({ id: membership.id, role: membership.role })
    .from(membership)
    .where(
      and(
        eq(membership.id, membershipId),
        eq(membership.workspaceId, workspaceId),
        isNull(membership.endedAt)
      )
    )
    .get();

const isLastOwner = ({ db, workspaceId }: Access): boolean =>
  (db
    .select({ owners: count() })
    .from(membership)
    .where(
      and(
        eq(membership.workspaceId, workspaceId),
        eq(membership.role, 'owner'),
        isNull(membership.endedAt)
      )
    )
    .get()?.owners ?? 0) <= 1;
