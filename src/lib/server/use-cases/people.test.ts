import { beforeEach, describe, expect, test } from 'vitest';
import type { Access, Role } from '$lib/server/access/access';
import { listMembers, listOpenInvitations } from '$lib/server/db/queries/people';
import { openDatabase, type Db } from '$lib/server/db/open';
import { membership, organization, survey, workspace } from '$lib/server/db/schema';
import { acceptAsNewPerson, acceptInvitation, findInvitation } from './accept-invitation';
import { createWorkspace } from './create-workspace';
import { invite, revokeInvitation } from './invite';
import { changeRole, createPerson, endMembership } from './people';
import { createSetupLink, isSetupTokenGood, setUp } from './setup';

let db: Db;
let owner: Access;
const password = 'a long enough one';
const codes = (result: { ok: true } | { ok: false; issues: { code: string }[] }) =>
  result.ok ? [] : result.issues.map((issue) => issue.code);

const person = async (name: string): Promise<string> => {
  const made = await createPerson(db, { name, email: `${name}@x.org`, password });
  if (!made.ok) throw new Error('not made');
  return made.value.userId;
};
const linkFor = (role: Role, by = owner): string => {
  const made = invite(by, {
    organizationId: by.organizationId,
    organizationName: '',
    role,
    note: ''
  });
  if (!made.ok) throw new Error(codes(made).join());
  return made.value.path.replace('/invite/', '');
};
/** Somebody who joined by a link; their membership. */
const member = async (name: string, role: Role): Promise<Access & { membershipId: string }> => {
  const userId = await person(name);
  acceptInvitation(db, { token: linkFor(role), userId });
  const membershipId = listMembers(owner).find((each) => each.userId === userId)?.id ?? '';
  return { ...owner, userId, role, membershipId };
};

beforeEach(async () => {
  db = openDatabase(':memory:');
  owner = createWorkspace(db, await person('owner'), {
    name: 'County',
    organizationName: 'Lead'
  }).access;
});

describe('the setup link', () => {
  const input = {
    name: 'Ana',
    email: 'ana@x.org',
    password,
    workspaceName: 'County',
    organizationName: 'Lead'
  };
  const tokenOf = (at?: Date) => {
    const link = createSetupLink(db, at);
    return link.ok ? link.value.path.replace('/setup?token=', '') : '';
  };
  beforeEach(() => {
    db = openDatabase(':memory:');
  });

  test('makes the owner once', async () => {
    const token = tokenOf();
    expect(await setUp(db, { ...input, token })).toMatchObject({
      ok: true,
      value: { slug: 'county' }
    });
    expect(codes(await setUp(db, { ...input, email: 'b@x.org', token }))).toEqual([
      'link-not-good'
    ]);
    expect(codes(createSetupLink(db))).toEqual(['owner-exists']);
  });

  test('takes over a workspace nobody is in, with what was imported into it', async () => {
    db.insert(workspace).values({ id: 'w', slug: 'local', name: 'Local' }).run();
    db.insert(organization).values({ id: 'o', workspaceId: 'w', name: 'Local' }).run();
    db.insert(survey).values({ id: 's', workspaceId: 'w', name: 'Needs' }).run();
    expect(await setUp(db, { ...input, token: tokenOf() })).toMatchObject({
      ok: true,
      value: { slug: 'county' }
    });
    expect(db.select().from(workspace).all()).toMatchObject([{ id: 'w', name: 'County' }]);
    expect(db.select().from(organization).all()).toMatchObject([{ id: 'o', name: 'Lead' }]);
    expect(db.select().from(membership).all()).toMatchObject([{ workspaceId: 'w', role: 'owner' }]);
  });

  test('used twice at once makes one owner', async () => {
    const token = tokenOf();
    const both = await Promise.all([
      setUp(db, { ...input, token }),
      setUp(db, { ...input, email: 'b@x.org', token })
    ]);
    expect(both.filter((each) => each.ok)).toHaveLength(1);
  });

  test('stops after a day, and when a newer one is made', () => {
    const token = tokenOf(new Date(Date.now() - 25 * 3_600_000));
    expect(isSetupTokenGood(db, token)).toBe(false);
    const first = tokenOf();
    expect(isSetupTokenGood(db, first)).toBe(true);
    tokenOf();
    expect(isSetupTokenGood(db, first)).toBe(false);
  });

  test('is not kept in the database', () => {
    const token = tokenOf();
    expect(JSON.stringify(db.$client.prepare('SELECT * FROM setup_token').all())).not.toContain(
      token
    );
  });
});

describe('an invitation', () => {
  test('brings a new person in, with the organization and role it names', async () => {
    const made = invite(owner, {
      organizationId: null,
      organizationName: 'Tenants Union',
      role: 'speaker',
      note: ''
    });
    const token = made.ok ? made.value.path.replace('/invite/', '') : '';
    await acceptAsNewPerson(db, { token, name: 'Bo', email: 'bo@x.org', password });
    expect(listMembers(owner)[0]).toMatchObject({
      name: 'Bo',
      organization: 'Tenants Union',
      role: 'speaker'
    });
  });

  test('works once', async () => {
    const token = linkFor('viewer');
    const [a, b] = [await person('a'), await person('b')];
    expect(acceptInvitation(db, { token, userId: a }).ok).toBe(true);
    expect(codes(acceptInvitation(db, { token, userId: b }))).toEqual(['link-not-good']);
  });

  test('stops when taken back, and after 14 days', () => {
    const token = linkFor('viewer');
    expect(findInvitation(db, token, new Date(Date.now() + 15 * 86_400_000))).toBeNull();
    const [open] = listOpenInvitations(owner);
    expect(revokeInvitation(owner, { invitationId: open?.id ?? '' }).ok).toBe(true);
    expect(findInvitation(db, token)).toBeNull();
  });

  test('leaves a member who opens it as they are', async () => {
    const viewer = await member('v', 'viewer');
    const token = linkFor('manager');
    expect(codes(acceptInvitation(db, { token, userId: viewer.userId ?? '' }))).toEqual([
      'already-member'
    ]);
    expect(findInvitation(db, token)).not.toBeNull();
  });

  test('brings back a person whose membership ended', async () => {
    const left = await member('v', 'viewer');
    endMembership(owner, left);
    acceptInvitation(db, { token: linkFor('analyst'), userId: left.userId ?? '' });
    expect(listMembers(owner).find(({ id }) => id === left.membershipId)?.role).toBe('analyst');
  });

  test('for an owner is made by owners only', async () => {
    const manager = await member('m', 'manager');
    const asked = { organizationId: owner.organizationId, organizationName: '', note: '' };
    expect(codes(invite(manager, { ...asked, role: 'owner' }))).toEqual(['owner-only']);
  });

  test('cannot name an organization of another workspace', async () => {
    const other = createWorkspace(db, await person('o'), {
      name: 'B',
      organizationName: 'B'
    }).access;
    const asked = { organizationId: other.organizationId, organizationName: '', note: '' };
    expect(codes(invite(owner, { ...asked, role: 'viewer' }))).toEqual(['organization-missing']);
  });

  test('with an e-mail that has an account makes nothing', async () => {
    const token = linkFor('viewer');
    const again = { token, name: 'X', email: 'OWNER@x.org', password };
    expect(codes(await acceptAsNewPerson(db, again))).toEqual(['email-taken']);
    expect(findInvitation(db, token)).not.toBeNull();
  });
});

describe('roles', () => {
  test('the last owner stays', async () => {
    const own = listMembers(owner).find(({ userId }) => userId === owner.userId)?.id ?? '';
    expect(codes(endMembership(owner, { membershipId: own }))).toEqual(['last-owner']);
    expect(codes(changeRole(owner, { membershipId: own, role: 'viewer' }))).toEqual(['last-owner']);
    await member('second', 'owner');
    expect(changeRole(owner, { membershipId: own, role: 'viewer' }).ok).toBe(true);
  });

  test('a manager neither makes nor unmakes an owner', async () => {
    const manager = await member('m', 'manager');
    const second = await member('second', 'owner');
    const to = (role: Role) => changeRole(manager, { membershipId: second.membershipId, role });
    expect(codes(to('viewer'))).toEqual(['owner-only']);
    expect(codes(endMembership(manager, second))).toEqual(['owner-only']);
    const self = { membershipId: manager.membershipId, role: 'owner' as const };
    expect(codes(changeRole(manager, self))).toEqual(['owner-only']);
  });

  test('a change is written down with what was before, and cannot be unwritten', async () => {
    const viewer = await member('v', 'viewer');
    changeRole(owner, { membershipId: viewer.membershipId, role: 'reviewer' });
    const last = db.$client
      .prepare("SELECT user_id, before, after FROM audit_entry WHERE action = 'change-role'")
      .get();
    expect(last).toEqual({
      user_id: owner.userId,
      before: '{"role":"viewer"}',
      after: '{"role":"reviewer"}'
    });
    expect(() => db.$client.exec('DELETE FROM audit_entry')).toThrow();
    expect(() => db.$client.exec("UPDATE audit_entry SET action = 'x'")).toThrow();
  });
});

test('an e-mail has one account, in whatever letters', async () => {
  expect(codes(await createPerson(db, { name: 'x', email: ' OWNER@X.org ', password }))).toEqual([
    'email-taken'
  ]);
});
