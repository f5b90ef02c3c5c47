import { and, asc, eq } from 'drizzle-orm';
import type { Parsed } from '$lib/base/issue';
import { includedVariables, type ImportPlan } from '$lib/survey/plan';
import type { AreaBoundary } from '$lib/survey/protect/area-of-point';
import type { ProtectionMeans } from '$lib/survey/protect/protected-encoder';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import { area } from '$lib/server/db/schema';
import { workspaceKeys } from './workspace-keys';

/** What an import needs besides plan and bytes, because it may not stand in a plan. */
export interface ImportMeans extends ProtectionMeans {
  /** key for the variables that are kept private */
  seal?: Uint8Array | undefined;
}

/**
 * Keys and boundaries for what a plan protects; nothing is made or read when it protects nothing.
 *
 * Refused: `no-such-area-set`.
 */
export function importMeans(access: Access, plan: ImportPlan): Parsed<ImportMeans> {
  const ways = includedVariables(plan).flatMap(({ protect }) => (protect ? [protect] : []));
  const means: ImportMeans = {};
  if (ways.some(({ how }) => how === 'private' || how === 'pseudonym')) {
    const keys = workspaceKeys(access);
    means.seal = keys.seal;
    means.secret = keys.pseudonym;
  }
  const areas: Record<string, AreaBoundary[]> = {};
  for (const protect of ways) {
    if (protect.how !== 'area') continue;
    const found = boundariesOf(access, protect.areaSetId);
    if (found.length === 0) return refused('no-such-area-set', 'plan');
    areas[protect.areaSetId] = found;
  }
  return { ok: true, value: Object.keys(areas).length > 0 ? { ...means, areas } : means };
}

const boundariesOf = ({ db, workspaceId }: Access, areaSetId: string): AreaBoundary[] =>
  db
    .select({ code: area.code, name: area.name, geometry: area.geometry })
    .from(area)
    .where(and(eq(area.workspaceId, workspaceId), eq(area.areaSetId, areaSetId)))
    .orderBy(asc(area.name))
    .all();
