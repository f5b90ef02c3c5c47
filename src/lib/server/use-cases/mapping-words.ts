import { and, eq } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Labels } from '$lib/codebook/codebook';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { refused } from '$lib/server/access/refused';
import { listMappings } from '$lib/server/db/queries/indicator-mapping';
import { findWave } from '$lib/server/db/queries/survey';
import { indicatorMapping, wave } from '$lib/server/db/schema';

const orNull = (labels: Labels): Labels | null => (Object.keys(labels).length > 0 ? labels : null);

/**
 * Keeps how sentences end for a measure: "skipped meals to pay rent"; none: the name is used.
 *
 * Refused: `no-such-wave`, `no-such-indicator` when the wave has no such measure.
 */
export function savePredicate(
  access: Access,
  place: { waveId: Id; indicatorId: string; key: string },
  predicate: Labels
): Parsed<{ mappingId: Id }> {
  if (!findWave(access, place.waveId)) return refused('no-such-wave');
  const found = listMappings(access, place.waveId).find(
    ({ indicatorId, key }) => indicatorId === place.indicatorId && key === place.key
  );
  if (!found) return refused('no-such-indicator');
  if (JSON.stringify(found.predicate) === JSON.stringify(orNull(predicate)))
    return { ok: true, value: { mappingId: found.id } };
  access.db.transaction((tx) => {
    tx.update(indicatorMapping)
      .set({ predicate: orNull(predicate) })
      .where(
        and(eq(indicatorMapping.workspaceId, access.workspaceId), eq(indicatorMapping.id, found.id))
      )
      .run();
    recordAudit(access, {
      action: 'update',
      entity: 'indicator-mapping',
      entityId: found.id,
      before: { predicate: found.predicate },
      after: { predicate: orNull(predicate) }
    });
  });
  return { ok: true, value: { mappingId: found.id } };
}

/** Confirms every proposal of a wave as it stands. Refused: `no-such-wave`. */
export function confirmProposals(access: Access, waveId: Id): Parsed<{ confirmed: number }> {
  if (!findWave(access, waveId)) return refused('no-such-wave');
  const mine = and(
    eq(indicatorMapping.workspaceId, access.workspaceId),
    eq(indicatorMapping.waveId, waveId),
    eq(indicatorMapping.state, 'proposed')
  );
  const confirmed = access.db.transaction((tx) => {
    const { changes } = tx.update(indicatorMapping).set({ state: 'confirmed' }).where(mine).run();
    recordAudit(access, {
      action: 'confirm',
      entity: 'indicator-mapping',
      entityId: waveId,
      after: { confirmed: changes }
    });
    return changes;
  });
  return { ok: true, value: { confirmed } };
}

/** How sentences name the people of one variable: its short name, and each category by code. */
export interface GroupWording {
  variable: string;
  name: Labels;
  members: Record<string, Labels>;
}

/**
 * Keeps how a wave's sentences name the groups of one variable; what is empty falls back to labels.
 *
 * Refused: `no-such-wave`.
 */
export function saveGroupWords(
  access: Access,
  waveId: Id,
  { variable, name, members }: GroupWording
): Parsed<{ waveId: Id }> {
  const found = findWave(access, waveId);
  if (!found) return refused('no-such-wave');
  const said = Object.fromEntries(
    Object.entries(members).filter(([, labels]) => Object.keys(labels).length > 0)
  );
  const { [variable]: namesBefore, ...otherNames } = found.groupNames ?? {};
  const { [variable]: wordsBefore, ...otherWords } = found.groupWords ?? {};
  const hasName = Object.keys(name).length > 0;
  access.db.transaction((tx) => {
    tx.update(wave)
      .set({
        groupNames: { ...otherNames, ...(hasName && { [variable]: name }) },
        groupWords: { ...otherWords, ...(Object.keys(said).length > 0 && { [variable]: said }) }
      })
      .where(and(eq(wave.workspaceId, access.workspaceId), eq(wave.id, waveId)))
      .run();
    recordAudit(access, {
      action: 'update',
      entity: 'wave',
      entityId: waveId,
      before: { groupNames: namesBefore ?? null, groupWords: wordsBefore ?? null },
      after: { groupNames: hasName ? name : null, groupWords: said }
    });
  });
  return { ok: true, value: { waveId } };
}
