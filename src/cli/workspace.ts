import { asc, eq } from 'drizzle-orm';
import type { Access } from '$lib/server/access/access';
import { getDb } from '$lib/server/db';
import type { Db } from '$lib/server/db/open';
import {
  findVersion,
  listVersions,
  type ListedVersion
} from '$lib/server/db/queries/dataset-version';
import { organization, workspace } from '$lib/server/db/schema';
import { Misuse, optional, Refusal, type Typed } from './command';

/** Every command that works inside a workspace takes this. */
export const workspaceOption = { workspace: { type: 'string' } } as const;

/**
 * Access of whoever has the machine: the workspace of `--workspace SLUG`, or the only one. On a new
 * data folder one is made, for whoever sets the program up later to take over.
 *
 * @throws Misuse when there are several and none was named, or the named one is not there
 */
export function commandAccess(typed: Typed, db: Db = getDb()): Access {
  const all = db.select().from(workspace).orderBy(asc(workspace.slug)).all();
  const slug = optional(typed, 'workspace');
  const slugs = all.map((place) => place.slug).join(', ');
  if (slug === null && all.length > 1)
    throw new Misuse(`There are several workspaces; name one with --workspace: ${slugs}.`);
  const place = slug === null ? all[0] : all.find((candidate) => candidate.slug === slug);
  if (!place && slug !== null)
    throw new Misuse(`There is no workspace "${slug}"${slugs && `; there is: ${slugs}`}.`);
  const workspaceId = place?.id ?? newWorkspace(db);
  const home = db
    .select({ id: organization.id })
    .from(organization)
    .where(eq(organization.workspaceId, workspaceId))
    .orderBy(asc(organization.createdAt), asc(organization.id))
    .limit(1)
    .get();
  return { db, workspaceId, organizationId: home?.id ?? '', userId: null, role: 'owner' };
}

function newWorkspace(db: Db): string {
  return db.transaction((tx) => {
    const { id } = tx
      .insert(workspace)
      .values({ slug: 'local', name: 'Local workspace' })
      .returning({ id: workspace.id })
      .get();
    tx.insert(organization)
      .values({ workspaceId: id, name: 'Local organization', memberLevel: 'steering' })
      .run();
    return id;
  });
}

/**
 * The version of WAVE: a version id, or the name of a wave when only one has it.
 *
 * @throws Refusal `no-such-wave` or `several-waves`, with what there is instead
 */
export function requireVersion(access: Access, name: string): ListedVersion {
  const byId = findVersion(access, name);
  if (byId) return byId;
  const current = listVersions(access);
  const named = current.filter((version) => version.wave === name);
  if (named.length === 1 && named[0]) return named[0];
  const refuse = (code: string, choices: string[]) =>
    new Refusal({
      code,
      severity: 'error',
      where: {},
      params: { name, choices: choices.join(', ') }
    });
  if (named.length === 0)
    throw refuse('no-such-wave', [...new Set(current.map((version) => version.wave))]);
  throw refuse(
    'several-waves',
    named.map((version) => `${version.versionId} (${version.survey})`)
  );
}
