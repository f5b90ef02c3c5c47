import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Access } from '$lib/server/access/access';
import { survey, wave, workspace } from '$lib/server/db/schema';

/** Surveys of the workspace, by name. */
export const listSurveys = ({ db, workspaceId }: Access) =>
  db
    .select()
    .from(survey)
    .where(eq(survey.workspaceId, workspaceId))
    .orderBy(asc(survey.name))
    .all();

/** Waves of a survey, oldest first by fieldwork, then by name. */
export const listWaves = ({ db, workspaceId }: Access, surveyId: Id) =>
  db
    .select()
    .from(wave)
    .where(and(eq(wave.workspaceId, workspaceId), eq(wave.surveyId, surveyId)))
    .orderBy(asc(wave.fieldedFrom), asc(wave.name))
    .all();

/** A wave of the workspace, with what the workspace says about releasing numbers. */
export const findWave = ({ db, workspaceId }: Access, waveId: Id) =>
  db
    .select({
      ...getTableColumns(wave),
      profile: workspace.releaseProfile,
      leastThreshold: workspace.releaseThreshold
    })
    .from(wave)
    .innerJoin(workspace, eq(workspace.id, wave.workspaceId))
    .where(and(eq(wave.workspaceId, workspaceId), eq(wave.id, waveId)))
    .get();

/** The survey and wave of these names, made where they are not there yet. */
export function ensureWave(
  { db, workspaceId }: Access,
  surveyName: string,
  waveName: string
): { surveyId: Id; waveId: Id } {
  const ofSurvey = and(eq(survey.workspaceId, workspaceId), eq(survey.name, surveyName));
  const surveyId =
    db.select({ id: survey.id }).from(survey).where(ofSurvey).get()?.id ??
    db.insert(survey).values({ workspaceId, name: surveyName }).returning({ id: survey.id }).get()
      .id;
  const ofWave = and(
    eq(wave.workspaceId, workspaceId),
    eq(wave.surveyId, surveyId),
    eq(wave.name, waveName)
  );
  const waveId =
    db.select({ id: wave.id }).from(wave).where(ofWave).get()?.id ??
    db
      .insert(wave)
      .values({ workspaceId, surveyId, name: waveName })
      .returning({ id: wave.id })
      .get().id;
  return { surveyId, waveId };
}
