import type { Parsed } from '$lib/base/issue';
import type { FileLayout, ImportPlan } from '../plan';
import { headingTexts } from './columns';

/** What a record holds under a name of its own: a column may be called `constructor`. */
export const ownOf = <T>(record: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** What the answers to the variables of a plan were, by name of the variable. */
export interface Sight {
  rows: number;
  /** cells by their text, where the text is a code for no answer or might be one */
  cells: Record<string, Record<string, number>>;
  /** codes of the answers, those nobody gave included */
  values: Record<string, string[]>;
}

/** The decisions of an import, for the next file of the survey. */
export interface Template {
  kind: 'groundswell-template';
  version: 1;
  /** of the survey and wave it was made from */
  survey: string;
  wave: string;
  tool: string;
  format: string;
  dialect: Pick<FileLayout, 'encoding' | 'delimiter' | 'headerRows'>;
  headings: string[];
  /** as the file was imported */
  plan: ImportPlan;
  /** as the program proposed it: what the file said before anybody decided anything */
  proposal: ImportPlan;
  /** what was decided, in order */
  operations: Record<string, unknown>[];
  seen: Sight;
}

/** A template from what an import kept. */
export const toTemplate = (
  parts: Pick<Template, 'survey' | 'wave' | 'plan' | 'proposal' | 'operations' | 'seen'>
): Template => ({
  kind: 'groundswell-template',
  version: 1,
  ...parts,
  tool: parts.plan.tool,
  format: parts.plan.format,
  dialect: {
    encoding: parts.plan.layout.encoding,
    delimiter: parts.plan.layout.delimiter,
    headerRows: parts.plan.layout.headerRows
  },
  headings: headingTexts(parts.proposal),
  plan: reusable(parts.plan),
  proposal: reusable(parts.proposal)
});

/** A plan without what belongs to one file: the rows left out, and the cells its questions quote. */
export const reusable = (plan: ImportPlan): ImportPlan => ({
  ...plan,
  exclusions: [],
  openQuestions: plan.openQuestions.map(({ code, severity, where: { columnIndex } }) => ({
    code,
    severity,
    where: columnIndex === undefined ? {} : { columnIndex },
    params: {}
  }))
});

/** A template from a file. Refused: `not-a-template`. */
export function parseTemplate(value: unknown): Parsed<Template> {
  if (isTemplate(value)) return { ok: true, value };
  return {
    ok: false,
    issues: [{ code: 'not-a-template', severity: 'error', where: {}, params: {} }]
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether something kept from an earlier import is a plan that can be used again. */
export const isPlan = (value: unknown): value is ImportPlan =>
  isRecord(value) &&
  value.version === 1 &&
  typeof value.format === 'string' &&
  isRecord(value.layout) &&
  Array.isArray(value.openQuestions) &&
  Array.isArray(value.questions) &&
  value.questions.every(
    (one) => isRecord(one) && typeof one.id === 'string' && Array.isArray(one.variables)
  ) &&
  Array.isArray(value.variables) &&
  value.variables.every(
    (one) =>
      isRecord(one) &&
      typeof one.name === 'string' &&
      typeof one.heading === 'string' &&
      isRecord(one.labels) &&
      isRecord(one.source) &&
      Array.isArray(one.categories) &&
      Array.isArray(one.missing)
  );

const isTemplate = (value: unknown): value is Template =>
  isRecord(value) &&
  value.kind === 'groundswell-template' &&
  value.version === 1 &&
  typeof value.survey === 'string' &&
  isRecord(value.seen) &&
  typeof value.seen.rows === 'number' &&
  isRecord(value.seen.cells) &&
  isRecord(value.seen.values) &&
  Array.isArray(value.operations) &&
  Array.isArray(value.headings) &&
  isPlan(value.plan) &&
  isPlan(value.proposal);
