import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc, test } from '@fast-check/vitest';
import { afterAll, describe, expect } from 'vitest';
import { decodeChunk } from '$lib/server/db/column-codec';
import { openDatabase } from '$lib/server/db/open';
import { textAt } from '$lib/survey/sink';
import { openChunk, sealChunk, SealError } from './seal';
import { findWorkspaceKeys, KeyError, keysFolder, workspaceKeys } from './workspace-keys';

const folder = mkdtempSync(join(tmpdir(), 'keys-'));
const db = openDatabase(join(folder, 'a.db'));
afterAll(() => {
  db.$client.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the keys of a workspace', () => {
  const access = { db, workspaceId: 'w1' };

  test('are made at first use, in a file only the program may read, and stay the same', () => {
    expect(findWorkspaceKeys(access)).toBeNull();
    const keys = workspaceKeys(access);
    expect(workspaceKeys(access)).toEqual(keys);
    expect(findWorkspaceKeys(access)).toEqual(keys);
    const place = keysFolder(db) ?? '';
    expect(statSync(place).mode & 0o777).toBe(0o700);
    expect(statSync(join(place, 'w1')).mode & 0o777).toBe(0o600);
  });

  test('differ between workspaces and between purposes', () => {
    const { seal, pseudonym } = workspaceKeys(access);
    const other = workspaceKeys({ db, workspaceId: 'w2' });
    const all = [seal, pseudonym, other.seal, other.pseudonym].map((key) =>
      Buffer.from(key).toString('hex')
    );
    expect(new Set(all).size).toBe(4);
  });

  test('are not in the database', () => {
    const master = Buffer.from(readFileSync(join(folder, 'keys/w1'), 'utf8'), 'base64');
    db.$client.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(join(folder, 'a.db'));
    for (const secret of [
      master,
      ...Object.values(workspaceKeys(access)).map((key) => Buffer.from(key as Uint8Array))
    ])
      expect(bytes.includes(secret)).toBe(false);
  });

  test('a damaged key file is told, never replaced', () => {
    workspaceKeys({ db, workspaceId: 'w3' });
    writeFileSync(join(folder, 'keys/w3'), 'short');
    expect(() => workspaceKeys({ db, workspaceId: 'w3' })).toThrow(KeyError);
  });

  test('a workspace id cannot name another file', () => {
    expect(() => workspaceKeys({ db, workspaceId: '../a' })).toThrow(KeyError);
  });

  test('of a database in memory touch no disk', () => {
    const memory = openDatabase(':memory:');
    expect(workspaceKeys({ db: memory, workspaceId: 'w' })).toEqual(
      workspaceKeys({ db: memory, workspaceId: 'w' })
    );
    expect(keysFolder(memory)).toBeNull();
    memory.$client.close();
  });
});

const key = new Uint8Array(32).fill(9);
const chunkOf = (texts: readonly (string | null)[]) => {
  const words = [...new Set(texts.filter((text) => text !== null))];
  const encoded = words.map((word) => Buffer.from(word));
  let end = 0;
  return {
    kind: 'text' as const,
    codes: Uint8Array.from(texts, (text) => (text === null ? 0 : words.indexOf(text) + 1)),
    bytes: new Uint8Array(Buffer.concat(encoded)),
    ends: Uint32Array.from(encoded, ({ length }) => (end += length))
  };
};

describe('a sealed chunk', () => {
  test.prop([fc.array(fc.option(fc.string({ minLength: 1 })), { minLength: 1, maxLength: 100 })])(
    'opens to the same words, and without the key tells only which rows have one',
    (texts) => {
      const { encoding, data } = sealChunk(key, 'email', chunkOf(texts));
      const rows = texts.length;
      const opened = openChunk(key, 'email', rows, data);
      expect(
        Array.from(opened.codes, (code) => (code === 0 ? null : textAt(opened, code - 1)))
      ).toEqual(texts);
      const blind = decodeChunk(encoding, rows, data);
      expect(blind.kind === 'text' && Array.from(blind.codes)).toEqual(
        texts.map((text) => (text === null ? 0 : 1))
      );
      expect(blind.kind === 'text' && textAt(blind, 0)).toBe('');
    }
  );

  test('does not open with another key, for another variable, or after a change', () => {
    const { data } = sealChunk(key, 'email', chunkOf(['ana@example.org']));
    expect(Buffer.from(data).includes('ana@')).toBe(false);
    const changed = Uint8Array.from(data);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    for (const attempt of [
      () => openChunk(new Uint8Array(32), 'email', 1, data),
      () => openChunk(key, 'phone', 1, data),
      () => openChunk(key, 'email', 1, changed)
    ])
      expect(attempt).toThrow(SealError);
  });

  test('is the same for the same content, and uses another nonce for another', () => {
    const nonce = (text: string) =>
      Buffer.from(sealChunk(key, 'a', chunkOf([text])).data.subarray(8, 20)).toString('hex');
    expect(nonce('x')).toBe(nonce('x'));
    expect(nonce('x')).not.toBe(nonce('y'));
  });
});
