import { and, asc, desc, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Labels } from '$lib/codebook/codebook';
import type { Access } from '$lib/server/access/access';
import { datasetVersion, indicatorMapping, variable, wave } from '$lib/server/db/schema';

/** Most categories a variable may have to be offered as a group. */
const mostCategories = 15;

/** Indicator instances of the workspace, one for each indicator and key, the latest labels. */
export function listObjectiveMeasures(
  access: Access
): { indicatorId: string; key: string; labels: Labels }[] {
  const rows = access.db
    .select({
      indicatorId: indicatorMapping.indicatorId,
      key: indicatorMapping.key,
      labels: indicatorMapping.labels
    })
    .from(indicatorMapping)
    .innerJoin(wave, eq(wave.id, indicatorMapping.waveId))
    .where(
      and(eq(indicatorMapping.workspaceId, access.workspaceId), ne(indicatorMapping.state, 'off'))
    )
    .orderBy(asc(indicatorMapping.indicatorId), asc(indicatorMapping.key), desc(wave.fieldedFrom))
    .all();
  const seen = new Set<string>();
  return rows.filter(({ indicatorId, key }) => {
    const name = `${indicatorId}|${key}`;
    return seen.has(name) ? false : seen.add(name);
  });
}

export interface GroupChoice {
  variable: string;
  variableLabels: Labels;
  key: string;
  labels: Labels;
}

/** Groups an objective can be about: the categories of answers and areas of the current versions. */
export function listObjectiveGroups(access: Access): GroupChoice[] {
  const versions = access.db
    .select({ id: datasetVersion.id })
    .from(datasetVersion)
    .innerJoin(wave, eq(wave.id, datasetVersion.waveId))
    .where(
      and(eq(datasetVersion.workspaceId, access.workspaceId), isNull(datasetVersion.supersededBy))
    )
    .orderBy(desc(wave.fieldedFrom), desc(datasetVersion.createdAt))
    .all();
  const groups = new Map<string, GroupChoice>();
  for (const version of versions)
    for (const row of access.db
      .select()
      .from(variable)
      .where(
        and(
          eq(variable.datasetVersionId, version.id),
          eq(variable.kind, 'categorical'),
          inArray(variable.role, ['answer', 'area'])
        )
      )
      .orderBy(asc(variable.number))
      .all()) {
      if (row.categories.length < 2 || row.categories.length > mostCategories) continue;
      for (const category of row.categories) {
        const name = `${row.name}|${category.code}`;
        if (!groups.has(name))
          groups.set(name, {
            variable: row.name,
            variableLabels: row.labels,
            key: category.code,
            labels: category.labels
          });
      }
    }
  return [...groups.values()];
}
