import { beforeEach, describe, expect, test } from 'vitest';
import type { Access } from '$lib/server/access/access';
import { listAudit } from '$lib/server/db/queries/audit';
import { workspaceRelease } from '$lib/server/db/queries/release-policy';
import { openDatabase } from '$lib/server/db/open';
import { createPerson } from './people';
import { createWorkspace } from './create-workspace';
import { setReleasePolicy } from './release-policy';

let access: Access;

beforeEach(async () => {
  const db = openDatabase(':memory:');
  const made = await createPerson(db, {
    name: 'Ana',
    email: 'ana@example.org',
    password: 'a long enough password'
  });
  if (!made.ok) throw new Error('the person is not made');
  const place = { name: 'County', organizationName: 'Coalition' };
  access = createWorkspace(db, made.value.userId, place).access;
});

const codes = (input: Parameters<typeof setReleasePolicy>[1], by = access): string[] => {
  const done = setReleasePolicy(by, input);
  return done.ok ? [] : done.issues.map(({ code }) => code);
};

describe('the release policy of a workspace', () => {
  test('is the NCHS standard and the usual threshold of each sample until somebody chooses', () => {
    expect(workspaceRelease(access)).toEqual({ profile: 'nchs', threshold: null, reason: null });
  });
  test('is kept with its reason, and in the audit log', () => {
    expect(codes({ profile: 'nsch', threshold: 11, reason: ' Agreed by the board ' })).toEqual([]);
    expect(workspaceRelease(access)).toEqual({
      profile: 'nsch',
      threshold: 11,
      reason: 'Agreed by the board'
    });
    expect(JSON.stringify(listAudit(access, { page: 1, entity: null }))).toContain(
      'change-release-policy'
    );
  });
  test('needs a reason when it is not the usual, and an offered choice', () => {
    expect(codes({ profile: 'nsduh', threshold: null, reason: ' ' })).toEqual([
      'release-reason-missing'
    ]);
    expect(codes({ profile: 'nchs', threshold: 7, reason: 'small town' })).toEqual([
      'threshold-not-offered'
    ]);
    expect(codes({ profile: 'none', threshold: null, reason: 'quick' })).toEqual([
      'profile-not-offered'
    ]);
  });
  test('is changed by those who manage the workspace alone', () => {
    const analyst: Access = { ...access, role: 'analyst' };
    expect(codes({ profile: 'nsch', threshold: null, reason: 'why not' }, analyst)).toEqual([
      'not-allowed'
    ]);
  });
});
