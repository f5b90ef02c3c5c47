import { readFileSync } from 'node:fs';
import { hasErrors, type Issue } from '$lib/base/issue';
import type { Access } from '$lib/server/access/access';
import { findVersion } from '$lib/server/db/queries/dataset-version';
import { listTemplates } from '$lib/server/db/queries/import-template';
import { storedSight } from '$lib/server/db/stored-sight';
import { headingHash } from '$lib/server/db/write-template';
import { loadTemplate } from '$lib/server/use-cases/import-template';
import type { Inspection } from '$lib/survey/inspect';
import type { ImportPlan } from '$lib/survey/plan';
import { applyTemplate } from '$lib/survey/templates/apply';
import { headingTexts } from '$lib/survey/templates/columns';
import { matchIssues } from '$lib/survey/templates/issues';
import { matchTemplate, type Match } from '$lib/survey/templates/match';
import { sightOf } from '$lib/survey/templates/sight';
import { parseTemplate, type Sight, type Template } from '$lib/survey/templates/template';
import { Misuse, Refusal } from './command';

/** A template as the command line came by it. */
export interface ChosenTemplate {
  /** its id, or the file it came from */
  id: string;
  template: Template;
}

/**
 * The template to import by: of a file; the newest one of the survey (`latest`); without a word the
 * survey's, when its headings are exactly those of the file and the differences are accepted unseen.
 *
 * @throws Misuse when the file holds no template, Refusal `no-template` when the survey has none
 */
export function chooseTemplate(
  word: string | null,
  survey: string,
  proposal: ImportPlan,
  { access, isYes }: { access: () => Access; isYes: boolean }
): ChosenTemplate | null {
  if (word === null) {
    return isYes ? sameHeadings(access(), survey, proposal) : null;
  }
  if (word !== 'latest') return { id: word, template: readTemplate(word) };
  const template = newestTemplate(access(), survey);
  if (template) return template;
  throw new Refusal({ code: 'no-template', severity: 'error', where: {}, params: { survey } });
}

/** The newest template of a survey, when it was made from the same headings; else null. */
function sameHeadings(access: Access, survey: string, proposal: ImportPlan): ChosenTemplate | null {
  const hash = headingHash(headingTexts(proposal));
  const listed = listTemplates(access).find((one) => one.survey === survey);
  if (listed?.fingerprint !== hash) return null;
  const template = loadTemplate(access, listed.id);
  return template?.format === proposal.format ? { id: listed.id, template } : null;
}

/** The newest template of a survey; null when it has none. */
export function newestTemplate(access: Access, survey: string): ChosenTemplate | null {
  const listed = listTemplates(access).find((one) => one.survey === survey);
  const template = listed ? loadTemplate(access, listed.id) : null;
  return listed && template ? { id: listed.id, template } : null;
}

/** The plan by a template, or the differences that need a word first. */
export type Fitted = { ok: true; plan: ImportPlan; match: Match } | { ok: false; issues: Issue[] };

/**
 * A file's plan by a template. Refused: `TEMPLATE_OTHER_COLUMNS`; and, when nobody accepted them unseen,
 * every open question and every difference between the file and the template.
 *
 * @param inspect reads the whole file, so that the cells behind every code are counted
 */
export function fitTemplate(
  { template }: ChosenTemplate,
  proposal: ImportPlan,
  { isYes, inspect }: { isYes: boolean; inspect: () => Inspection | null }
): Fitted {
  const inspection = isYes ? null : inspect();
  const seen = inspection ? sightOf(inspection, proposal) : undefined;
  const match = matchTemplate(template, proposal, seen);
  if (match.kind === 'none') {
    const params = { survey: template.survey, share: Math.round(100 * match.overlap) };
    const code = 'TEMPLATE_OTHER_COLUMNS';
    return { ok: false, issues: [{ code, severity: 'error', where: {}, params }] };
  }
  const plan = applyTemplate(template, proposal, match, { isConfirmed: isYes });
  if (isYes || (match.kind === 'exact' && plan.openQuestions.length === 0))
    return { ok: true, plan, match };
  const told = matchIssues(match);
  const own = plan.openQuestions.filter(({ code }) => !code.startsWith('TEMPLATE_'));
  return { ok: false, issues: [...own, ...told] };
}

/** What is not as it was, with the cells of the imported version counted. */
export function differencesAfter(
  access: Access,
  { template }: ChosenTemplate,
  proposal: ImportPlan,
  imported: { versionId: string; plan: ImportPlan }
): Issue[] {
  const version = findVersion(access, imported.versionId);
  if (!version) return [];
  const stored = storedSight(access.db, { id: version.versionId, imported: version.imported });
  const match = matchTemplate(template, proposal, underProposal(stored, proposal, imported.plan));
  return matchIssues(match).filter((issue) => !hasErrors([issue]));
}

/** The version's variables under the names they have in the proposal. */
function underProposal(
  { rows, cells, values }: Sight,
  proposal: ImportPlan,
  plan: ImportPlan
): Sight {
  const named = new Map(plan.variables.map(({ columnIndex, name }) => [columnIndex, name]));
  const moved = <T>(by: Record<string, T>): Record<string, T> =>
    Object.fromEntries(
      proposal.variables.flatMap(({ columnIndex, name }): [string, T][] => {
        const stored = columnIndex === null ? undefined : named.get(columnIndex);
        const found = stored === undefined ? undefined : by[stored];
        return found === undefined ? [] : [[name, found]];
      })
    );
  return { rows, cells: moved(cells), values: moved(values) };
}

function readTemplate(path: string): Template {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Misuse(`The template ${path} cannot be read: ${String(error)}`);
  }
  const parsed = parseTemplate(value);
  if (!parsed.ok)
    throw new Misuse(
      `${path} is not an import template. "groundswell template SURVEY" prints the one of a survey.`
    );
  return parsed.value;
}
