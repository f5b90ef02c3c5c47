import { and, desc, eq } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Access } from '$lib/server/access/access';
import { datasetVersion, importTemplate, survey, wave } from '$lib/server/db/schema';

/** A template with the survey and wave it was made from. */
export interface ListedTemplate {
  id: Id;
  surveyId: Id;
  survey: string;
  waveId: Id;
  wave: string;
  datasetVersionId: Id;
  /** rows of that version */
  imported: number;
  /** SHA-256 of the headings in order */
  fingerprint: string;
  createdAt: Date;
}

const listed = {
  id: importTemplate.id,
  surveyId: survey.id,
  survey: survey.name,
  waveId: wave.id,
  wave: wave.name,
  datasetVersionId: importTemplate.datasetVersionId,
  imported: datasetVersion.imported,
  fingerprint: importTemplate.fingerprint,
  createdAt: importTemplate.createdAt
};

const templates = ({ db }: Access) =>
  db
    .select(listed)
    .from(importTemplate)
    .innerJoin(datasetVersion, eq(datasetVersion.id, importTemplate.datasetVersionId))
    .innerJoin(wave, eq(wave.id, datasetVersion.waveId))
    .innerJoin(survey, eq(survey.id, importTemplate.surveyId));

/** The newest template of each survey, newest first. */
export function listTemplates(access: Access): ListedTemplate[] {
  const seen = new Set<Id>();
  return templates(access)
    .where(eq(importTemplate.workspaceId, access.workspaceId))
    .orderBy(desc(importTemplate.createdAt), desc(importTemplate.id))
    .all()
    .filter(({ surveyId }) => !seen.has(surveyId) && seen.add(surveyId));
}

/** A template by its id. */
export const findListedTemplate = (access: Access, id: Id): ListedTemplate | undefined =>
  templates(access)
    .where(and(eq(importTemplate.workspaceId, access.workspaceId), eq(importTemplate.id, id)))
    .get();

/** The plans and operations of a template. */
export const findTemplateRow = ({ db, workspaceId }: Access, id: Id) =>
  db
    .select({
      plan: importTemplate.plan,
      proposal: importTemplate.proposal,
      operations: importTemplate.operations
    })
    .from(importTemplate)
    .where(and(eq(importTemplate.workspaceId, workspaceId), eq(importTemplate.id, id)))
    .get();
