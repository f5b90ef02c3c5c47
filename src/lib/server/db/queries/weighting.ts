import { createHash } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { TrimRule, WeightingReport } from '$lib/estimation/weighting';
import type { Access } from '$lib/server/access/access';
import { datasetVersion, weighting } from '$lib/server/db/schema';

/** Weights to start from. */
export type WeightingBase =
  | { kind: 'none' }
  | { kind: 'variable'; variable: string }
  | { kind: 'casper'; cluster: string; households: number; clusters: number };

/** One margin, by variable names and category codes; targets are people. */
export interface RequestedMargin {
  variables: string[];
  cells: { key: string[]; target: number }[];
}

/** Everything that made some weights: the same request gives the same weights. */
export interface WeightingRequest {
  method: 'rake' | 'poststratify' | 'casper';
  base: WeightingBase;
  margins: RequestedMargin[];
  /** people all margins are scaled to; null = they agree */
  total: number | null;
  missing: 'refuse' | 'own-category';
  trim: TrimRule | null;
}

const listed = {
  id: weighting.id,
  datasetVersionId: weighting.datasetVersionId,
  method: weighting.method,
  request: weighting.request,
  report: weighting.report,
  weightsSha256: weighting.weightsSha256,
  createdBy: weighting.createdBy,
  createdAt: weighting.createdAt
};

/** A weighting without its weights. */
export interface ListedWeighting {
  id: Id;
  datasetVersionId: Id;
  request: WeightingRequest;
  report: WeightingReport;
  sha256: string;
  createdBy: string | null;
  createdAt: Date;
}

const ofWorkspace = ({ workspaceId }: Access) => eq(weighting.workspaceId, workspaceId);

/** Weightings of a dataset version, newest first. */
export const listWeightings = (access: Access, versionId: Id): ListedWeighting[] =>
  access.db
    .select(listed)
    .from(weighting)
    .where(and(ofWorkspace(access), eq(weighting.datasetVersionId, versionId)))
    .orderBy(desc(weighting.createdAt), desc(weighting.id))
    .all()
    .map(toListed);

/** A weighting of the workspace. */
export function findWeighting(access: Access, id: Id): ListedWeighting | undefined {
  const row = access.db
    .select(listed)
    .from(weighting)
    .where(and(ofWorkspace(access), eq(weighting.id, id)))
    .get();
  return row && toListed(row);
}

const toListed = (row: {
  [K in keyof typeof listed]: (typeof weighting.$inferSelect)[K];
}): ListedWeighting => ({
  id: row.id,
  datasetVersionId: row.datasetVersionId,
  request: row.request as unknown as WeightingRequest,
  report: row.report as unknown as WeightingReport,
  sha256: row.weightsSha256,
  createdBy: row.createdBy,
  createdAt: row.createdAt
});

/** Weights of a weighting, and those before the last raking where cutting made them its own. */
export interface StoredWeights {
  weights: Float64Array;
  start: Float64Array | null;
  /** of the bytes as they lie in the database now */
  sha256: string;
}

/** The weights themselves, in row order of the version; null when there is no such weighting. */
export function readWeights(access: Access, id: Id): StoredWeights | null {
  const row = access.db
    .select({ weights: weighting.weights, report: weighting.report })
    .from(weighting)
    .where(and(ofWorkspace(access), eq(weighting.id, id)))
    .get();
  if (!row) return null;
  const numbers = new Float64Array(new Uint8Array(row.weights).buffer);
  const rows = (row.report as { rows?: number }).rows ?? numbers.length;
  return {
    weights: numbers.slice(0, rows),
    start: numbers.length > rows ? numbers.slice(rows) : null,
    sha256: sha256Of(row.weights)
  };
}

/**
 * Keeps weights of a version of the workspace: rows of weights, then the weights before the last raking
 * where there are some. Null when the workspace has no such version.
 */
export function insertWeighting(
  access: Access,
  {
    datasetVersionId,
    request,
    report,
    weights,
    start
  }: {
    datasetVersionId: Id;
    request: WeightingRequest;
    report: WeightingReport;
    weights: Float64Array;
    start: Float64Array | null;
  }
): { id: Id; sha256: string } | null {
  const version = access.db
    .select({ id: datasetVersion.id })
    .from(datasetVersion)
    .where(
      and(
        eq(datasetVersion.workspaceId, access.workspaceId),
        eq(datasetVersion.id, datasetVersionId)
      )
    )
    .get();
  if (!version) return null;
  const numbers = new Float64Array(weights.length + (start?.length ?? 0));
  numbers.set(weights);
  if (start) numbers.set(start, weights.length);
  const bytes = Buffer.from(numbers.buffer);
  const sha256 = sha256Of(bytes);
  const { id } = access.db
    .insert(weighting)
    .values({
      workspaceId: access.workspaceId,
      datasetVersionId,
      method: request.method,
      request: { ...request },
      report: { ...report, rows: weights.length },
      weights: bytes,
      weightsSha256: sha256,
      createdBy: access.userId
    })
    .returning({ id: weighting.id })
    .get();
  return { id, sha256 };
}

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
