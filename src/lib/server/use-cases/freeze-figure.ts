import { createHash } from 'node:crypto';
import type { Parsed } from '$lib/base/issue';
import { snapshotEstimates, snapshotText, type SnapshotContent } from '$lib/evidence/snapshot';
import type { FigureQuery } from '$lib/indicators/figure-query';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { refused } from '$lib/server/access/refused';
import { durably } from '$lib/server/db/open';
import {
  findSnapshotByHash,
  lastExhibitNumber,
  type SnapshotRow
} from '$lib/server/db/queries/evidence';
import { estimateSnapshot, exhibit, exhibitItem, snapshotEstimate } from '$lib/server/db/schema';
import { labelOf } from '$lib/text/format';
import { withoutEnd } from '$lib/text/propose-claim';
import type { Language } from '$lib/text/text';
import { contentOf, groupWords, modelOfSnapshot, releasedOf } from './frozen-figure';
import { proposedTitle } from './headline';
import { showFigure, type ShownFigure } from './show-figure';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a freeze made: the draft exhibit, and the snapshot it shows. */
export interface Frozen {
  exhibitId: string;
  snapshotId: string;
  /** false: the same figure had been frozen before, and its snapshot is used again */
  isNewSnapshot: boolean;
}

/** Where a new exhibit stands: the next number, or the next version of one that is there. */
export interface Standing {
  number: number;
  version: number;
  supersedes: string | null;
}

/**
 * Freezes a figure as it is shown: its numbers and everything that made them become a snapshot, and a
 * draft exhibit with the next number shows it. One transaction, on disk before it returns. Freezing
 * the same figure again finds the snapshot that is there.
 *
 * Refused: `figure-not-shown` where the chart is refused, `nothing-shown` where every number is
 * hidden, and the reasons of `showFigure`.
 */
export function freezeFigure(
  access: Access,
  query: FigureQuery,
  { title, language, standing }: { title?: string; language: Language; standing?: Standing }
): Parsed<Frozen> {
  const content = freezable(access, query);
  if (!content.ok) return content;
  const hash = sha256(snapshotText(content.value));
  const work = access.db.$client.transaction((): Frozen => {
    const known = findSnapshotByHash(access, hash);
    const snapshot = known ?? writeSnapshot(access, content.value, hash);
    const place = standing ?? {
      number: lastExhibitNumber(access) + 1,
      version: 1,
      supersedes: null
    };
    const model = modelOfSnapshot(snapshot, language);
    const measure = withoutEnd(labelOf(releasedOf(snapshot).subject.labels, language));
    const { id } = access.db
      .insert(exhibit)
      .values({
        ...place,
        workspaceId: access.workspaceId,
        ownerOrganizationId: access.organizationId,
        title: title?.trim() || proposedTitle(model, measure, groupWords(snapshot, language)),
        chartType: model.type,
        state: 'draft',
        createdBy: access.userId ?? 'program'
      })
      .returning({ id: exhibit.id })
      .get();
    access.db
      .insert(exhibitItem)
      .values({ exhibitId: id, order: 1, snapshotId: snapshot.id })
      .run();
    recordAudit(access, {
      action: 'freeze-figure',
      entity: 'exhibit',
      entityId: id,
      after: { number: place.number, version: place.version, snapshot: hash }
    });
    return { exhibitId: id, snapshotId: snapshot.id, isNewSnapshot: !known };
  });
  return { ok: true, value: durably(access.db, () => work.immediate()) };
}

/** The content a figure would be frozen as now, on the current dataset version. Writes nothing. */
export function freezable(access: Access, query: FigureQuery): Parsed<SnapshotContent> {
  const shown = {} as Record<Language, ShownFigure>;
  for (const language of ['en', 'es'] as const) {
    const one = showFigure(access, query, language);
    if (!one.ok) return one;
    shown[language] = one.value;
  }
  if (!shown.en.model) return refused('figure-not-shown');
  if (shown.en.table.cells.every((cell) => cell.value === null)) return refused('nothing-shown');
  return { ok: true, value: contentOf(access, shown) };
}

function writeSnapshot(access: Access, content: SnapshotContent, hash: string): SnapshotRow {
  const snapshot = access.db
    .insert(estimateSnapshot)
    .values({
      workspaceId: access.workspaceId,
      indicatorId: content.indicatorId,
      instanceKey: content.instanceKey,
      datasetVersions: content.datasetVersions,
      query: content.query,
      recipe: content.recipe,
      released: content.released as unknown as Record<string, unknown>,
      engine: content.engine,
      computedAt: new Date(),
      computedBy: access.userId,
      sha256: hash
    })
    .returning()
    .get();
  const rows = snapshotEstimates(content.released);
  if (rows.length > 0)
    access.db
      .insert(snapshotEstimate)
      .values(rows.map((row) => ({ snapshotId: snapshot.id, ...row })))
      .run();
  return snapshot;
}
