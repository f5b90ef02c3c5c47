import type { Id } from '$lib/base/id';
import type { Inspection } from '$lib/survey/inspect';
import type { Decision } from '$lib/survey/operations';
import { replay } from '$lib/survey/operations/replay';
import type { ImportPlan } from '$lib/survey/plan';
import { applyTemplate } from '$lib/survey/templates/apply';
import { headingTexts } from '$lib/survey/templates/columns';
import { matchTemplate, type Match } from '$lib/survey/templates/match';
import { sightOf } from '$lib/survey/templates/sight';
import { isPlan, toTemplate, type Sight, type Template } from '$lib/survey/templates/template';
import type { Access } from '$lib/server/access/access';
import {
  findListedTemplate,
  findTemplateRow,
  listTemplates,
  type ListedTemplate
} from '$lib/server/db/queries/import-template';
import { storedSight } from '$lib/server/db/stored-sight';
import { headingHash } from '$lib/server/db/write-template';

/** A template of the workspace, with the counts of the version it was made from; null: there is none. */
export function loadTemplate(access: Access, templateId: Id): Template | null {
  const listed = findListedTemplate(access, templateId);
  const row = findTemplateRow(access, templateId);
  if (!listed || !row || !isPlan(row.plan) || !isPlan(row.proposal)) return null;
  const { survey, wave, datasetVersionId, imported } = listed;
  return toTemplate({
    survey,
    wave,
    plan: row.plan,
    proposal: row.proposal,
    operations: row.operations,
    seen: storedSight(access.db, { id: datasetVersionId, imported })
  });
}

/** A template and how a file fits it. */
export interface FittingTemplate {
  listed: ListedTemplate;
  template: Template;
  match: Match;
}

/**
 * The template of the workspace that fits a file: one with the same headings in the same order, else the
 * one that shares most columns; null when none shares enough.
 *
 * @param proposal the file as the program reads it
 * @param seen what the whole file holds, where it has been read
 */
export function findTemplateFor(
  access: Access,
  proposal: ImportPlan,
  seen?: Sight
): FittingTemplate | null {
  const listed = listTemplates(access);
  const hash = headingHash(headingTexts(proposal));
  const same = listed.filter(({ fingerprint }) => fingerprint === hash);
  let best: FittingTemplate | null = null;
  for (const one of same.length > 0 ? same : listed) {
    const template = loadTemplate(access, one.id);
    if (!template) continue;
    const match = matchTemplate(template, proposal, seen);
    if (match.kind === 'exact') return { listed: one, template, match };
    if (match.kind === 'partial' && match.overlap > (best?.match.overlap ?? 0))
      best = { listed: one, template, match };
  }
  return best;
}

/** A template as a decision about a file. */
export function templateDecision(
  { listed, template, match }: FittingTemplate,
  proposal: ImportPlan,
  options: { apart?: ReadonlySet<number>; isConfirmed?: boolean } = {}
): Decision {
  const plan = replay(proposal, []);
  const { questions, variables, openQuestions } = applyTemplate(template, proposal, match, {
    ...options,
    plan
  });
  return {
    kind: 'template',
    templateId: listed.id,
    survey: listed.survey,
    wave: listed.wave,
    result: { questions, variables, openQuestions }
  };
}

/** What a file that was just read gets from the waves before it. */
export interface OfferedTemplate {
  templateId: Id;
  surveyName: string;
  /** to be taken over at once: the headings are the same; null: a person compares first */
  decision: Decision | null;
}

/** The template that is offered for a file which was just read; null when none fits. */
export function offerTemplate(
  access: Access,
  proposal: ImportPlan,
  inspection: Inspection
): OfferedTemplate | null {
  const found = findTemplateFor(access, proposal, sightOf(inspection, proposal));
  if (!found) return null;
  return {
    templateId: found.listed.id,
    surveyName: found.listed.survey,
    decision: found.match.kind === 'exact' ? templateDecision(found, proposal) : null
  };
}
