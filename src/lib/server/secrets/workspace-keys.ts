import { hkdfSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Id } from '$lib/base/id';
import type { Access } from '$lib/server/access/access';
import type { Db } from '$lib/server/db/open';

/** What a workspace keeps secret from everybody who holds only the database. */
export interface WorkspaceKeys {
  /** encrypts what is kept private */
  seal: Uint8Array;
  /** makes pseudonyms */
  pseudonym: Uint8Array;
}

const BYTES = 32;

/** A key file that holds something else: damaged, or not ours. */
export class KeyError extends Error {
  override name = 'KeyError';
}

/** Keys of databases in memory live as long as they do. */
const inMemory = new WeakMap<Db, Map<Id, Uint8Array>>();

/** The folder of the key files, beside the database; null for a database in memory. */
export const keysFolder = (db: Db): string | null =>
  db.$client.memory ? null : join(dirname(db.$client.name), 'keys');

/**
 * The keys of a workspace, made at first use: one file `keys/<workspace>` of mode 0600 with a random
 * master key, from which one key for each purpose is derived (HKDF-SHA-256, RFC 5869). They are never in
 * the database, in a backup of it, or in a log.
 *
 * @throws KeyError when the file is not a key
 */
export const workspaceKeys = (access: Pick<Access, 'db' | 'workspaceId'>): WorkspaceKeys =>
  derived(findMaster(access) ?? makeMaster(access));

/** The keys as they are; null when there are none, because nothing was protected or the file is gone. */
export function findWorkspaceKeys(
  access: Pick<Access, 'db' | 'workspaceId'>
): WorkspaceKeys | null {
  const master = findMaster(access);
  return master && derived(master);
}

const derived = (master: Uint8Array): WorkspaceKeys => {
  const key = (purpose: string) =>
    new Uint8Array(hkdfSync('sha256', master, '', `groundswell ${purpose}`, BYTES));
  return { seal: key('private columns'), pseudonym: key('pseudonyms') };
};

function pathOf(db: Db, workspaceId: Id): string | null {
  const folder = keysFolder(db);
  if (folder !== null && !/^[\w-]+$/.test(workspaceId)) throw new KeyError('no file for this id');
  return folder && join(folder, workspaceId);
}

function findMaster({ db, workspaceId }: Pick<Access, 'db' | 'workspaceId'>): Uint8Array | null {
  const path = pathOf(db, workspaceId);
  if (path === null) return inMemory.get(db)?.get(workspaceId) ?? null;
  if (!existsSync(path)) return null;
  const master = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  if (master.length !== BYTES) throw new KeyError('the key file of this workspace is damaged');
  return master;
}

function makeMaster(access: Pick<Access, 'db' | 'workspaceId'>): Uint8Array {
  const { db, workspaceId } = access;
  const master = randomBytes(BYTES);
  const path = pathOf(db, workspaceId);
  if (path === null) {
    const kept = inMemory.get(db) ?? new Map<Id, Uint8Array>();
    inMemory.set(db, kept.set(workspaceId, master));
    return master;
  }
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, `${master.toString('base64')}\n`);
    fsyncSync(file);
    closeSync(file);
    return master;
  } catch (error) {
    // Another process was first: its key is the key.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      return findMaster(access) ?? master;
    throw error;
  }
}
