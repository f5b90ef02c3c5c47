import { and, asc, eq } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Access } from '$lib/server/access/access';
import { area, areaSet } from '$lib/server/db/schema';

/** One area with its outline: outer rings and holes, longitude and latitude. */
export interface AreaShape {
  code: string;
  name: string;
  population: number | null;
  rings: [number, number][][];
}

/** Sets of areas of the workspace, by name. */
export const listAreaSets = ({ db, workspaceId }: Access) =>
  db
    .select({ id: areaSet.id, name: areaSet.name })
    .from(areaSet)
    .where(eq(areaSet.workspaceId, workspaceId))
    .orderBy(asc(areaSet.name))
    .all();

/** Areas of a set by name; none when the wave has no set. */
export const areasOf = ({ db, workspaceId }: Access, areaSetId: Id | null): AreaShape[] =>
  areaSetId === null
    ? []
    : db
        .select()
        .from(area)
        .where(and(eq(area.workspaceId, workspaceId), eq(area.areaSetId, areaSetId)))
        .orderBy(asc(area.name))
        .all()
        .map(({ code, name, population, geometry }) => ({
          code,
          name,
          population,
          rings: ringsOf(geometry)
        }));

function ringsOf(geometry: Record<string, unknown>): [number, number][][] {
  const coordinates = geometry.coordinates;
  if (geometry.type === 'Polygon') return coordinates as [number, number][][];
  if (geometry.type === 'MultiPolygon') return (coordinates as [number, number][][][]).flat();
  return [];
}
