import { and, asc, eq, isNull } from 'drizzle-orm';
import { defaultThreshold, policyFor } from '$lib/privacy/policy';
import type { Access } from '$lib/server/access/access';
import { datasetVersion, survey, wave, workspace } from '$lib/server/db/schema';

/** What the workspace says about releasing numbers, for every wave. */
export const workspaceRelease = ({ db, workspaceId }: Access) =>
  db
    .select({
      profile: workspace.releaseProfile,
      threshold: workspace.releaseThreshold,
      reason: workspace.releaseReason
    })
    .from(workspace)
    .where(eq(workspace.id, workspaceId))
    .get();

/** Each imported wave with the rule its numbers are released by, by survey and wave name. */
export const listReleasePolicies = ({ db, workspaceId }: Access) =>
  db
    .select({
      waveId: wave.id,
      wave: wave.name,
      survey: survey.name,
      sampleType: wave.sampleType,
      population: wave.population,
      threshold: wave.threshold,
      thresholdReason: wave.thresholdReason,
      leastThreshold: workspace.releaseThreshold,
      profile: workspace.releaseProfile,
      responses: datasetVersion.imported
    })
    .from(wave)
    .innerJoin(survey, eq(survey.id, wave.surveyId))
    .innerJoin(workspace, eq(workspace.id, wave.workspaceId))
    .innerJoin(
      datasetVersion,
      and(eq(datasetVersion.waveId, wave.id), isNull(datasetVersion.supersededBy))
    )
    .where(eq(wave.workspaceId, workspaceId))
    .orderBy(asc(survey.name), asc(wave.name))
    .all()
    .map((row) => {
      const policy = policyFor(row);
      return {
        waveId: row.waveId,
        wave: row.wave,
        survey: row.survey,
        sampleType: row.sampleType,
        /** null: nothing of the wave is shown */
        threshold: policy.ok ? policy.value.threshold : null,
        isUsual: policy.ok && policy.value.threshold === defaultThreshold(row),
        reason: policy.ok ? policy.value.thresholdReason : null
      };
    });
