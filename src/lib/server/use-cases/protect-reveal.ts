import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import { textAt } from '$lib/survey/sink';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { can } from '$lib/server/access/capability';
import { refused } from '$lib/server/access/refused';
import { readCodebook } from '$lib/server/db/codebook-rows';
import { readChunks } from '$lib/server/db/columns';
import { findVersion } from '$lib/server/db/queries/dataset-version';
import { openChunk, SealError } from '$lib/server/secrets/seal';
import { findWorkspaceKeys, KeyError } from '$lib/server/secrets/workspace-keys';

/** A private column in the clear. */
export interface Revealed {
  heading: string;
  /** 1-based row of the version, and its value; rows without one are left out */
  rows: { row: number; value: string }[];
}

/** Names of the variables of a version that are stored encrypted; none for another workspace. */
export function privateVariables(access: Access, versionId: Id): string[] {
  if (!findVersion(access, versionId)) return [];
  const numbers = access.db.$client
    .prepare<[Id], { variable: number }>(
      "SELECT DISTINCT variable FROM column_chunk WHERE dataset_version_id = ? AND encoding = 'sealed'"
    )
    .all(versionId);
  const { variables } = readCodebook(access.db, versionId);
  return numbers.flatMap(({ variable }) => variables[variable]?.name ?? []);
}

/**
 * A column that was kept private, decrypted, for whoever manages the workspace. Each time is written to
 * the log, with the number of cells and never with what they say.
 *
 * Refused: `not-allowed`, `no-such-version`, `not-private`, `key-missing`, `key-wrong`.
 */
export function revealPrivate(access: Access, versionId: Id, variable: string): Parsed<Revealed> {
  if (!can(access.role, 'manage')) return refused('not-allowed');
  if (!findVersion(access, versionId)) return refused('no-such-version');
  if (!privateVariables(access, versionId).includes(variable)) return refused('not-private');
  try {
    const keys = findWorkspaceKeys(access);
    if (!keys) return refused('key-missing');
    const { variables } = readCodebook(access.db, versionId);
    const number = variables.findIndex(({ name }) => name === variable);
    const rows: Revealed['rows'] = [];
    let first = 1;
    for (const stored of readChunks(access.db.$client, versionId, number, 'values')) {
      const chunk = openChunk(keys.seal, variable, stored.rows, stored.data);
      for (let i = 0; i < stored.rows; i++) {
        const code = chunk.codes[i] ?? 0;
        if (code > 0) rows.push({ row: first + i, value: textAt(chunk, code - 1) });
      }
      first += stored.rows;
    }
    recordAudit(access, {
      action: 'reveal-private',
      entity: 'dataset-version',
      entityId: versionId,
      after: { variable, cells: rows.length }
    });
    return { ok: true, value: { heading: variables[number]?.heading ?? variable, rows } };
  } catch (error) {
    if (error instanceof SealError || error instanceof KeyError) return refused('key-wrong');
    throw error;
  }
}
