import type { Id } from '$lib/base/id';
import type { Issue } from '$lib/base/issue';
import { labelIn, type Variable } from '$lib/codebook/codebook';
import { unknownLabel, type Spread } from '$lib/estimation/weighting';
import type { Access } from '$lib/server/access/access';
import { currentVersion, responsesOf } from '$lib/server/db/queries/dataset-version';
import { findWave } from '$lib/server/db/queries/survey';
import { listWeightings, type ListedWeighting } from '$lib/server/db/queries/weighting';
import type { StoredResponses } from '$lib/server/db/stored-responses';
import type { Language } from '$lib/text/text';
import { targetField } from './weighting-form';
import { weightingOf } from './weighting-design';

export interface WeightingChoice {
  value: string;
  label: string;
}

/** A question with a box for the target of each of its answers. */
export interface TargetBoxes {
  variable: string;
  label: string;
  boxes: { field: string; label: string; count: number }[];
}

/** A report with labels in place of codes. */
export interface WeightingView {
  id: Id;
  madeAt: string;
  method: string;
  isUsed: boolean;
  rounds: number;
  cycles: number;
  trim: { upper: number; trimmed: number } | null;
  before: Spread;
  after: Spread;
  margins: {
    variable: string;
    categories: {
      /** null = rows without a value, kept as a group */
      category: string | null;
      n: number;
      target: number;
      targetShare: number;
      shareBefore: number;
      shareAfter: number;
    }[];
  }[];
  notes: Issue[];
}

export interface WeightingPage {
  /** weight column of the design, by its label; null = none */
  fileWeight: WeightingChoice | null;
  usedId: Id | null;
  /** why the weights in use cannot be used any more */
  usedIssues: Issue[];
  columns: { numbers: WeightingChoice[]; keys: WeightingChoice[]; questions: WeightingChoice[] };
  weightings: WeightingView[];
}

/** Everything the screen of weights shows; null when the wave has no answers. */
export function weightingPage(
  access: Access,
  waveId: Id,
  language: Language
): WeightingPage | null {
  const wave = findWave(access, waveId);
  const version = currentVersion(access, waveId);
  const responses = version && responsesOf(access, version.versionId);
  if (!wave || !version || !responses) return null;
  const { variables } = responses.codebook;
  const stored = variables.filter(({ role }) => role !== 'identifier' && role !== 'empty');
  const choice = (variable: Variable): WeightingChoice => ({
    value: variable.name,
    label: nameOf(variable, language)
  });
  const usedId = wave.design?.weightingId ?? null;
  const used = weightingOf(access, wave.design, version.versionId);
  const fileWeight = variables.find(({ name }) => name === wave.design?.weight);
  return {
    fileWeight: fileWeight ? choice(fileWeight) : null,
    usedId,
    usedIssues: used.ok ? [] : used.issues,
    columns: {
      numbers: stored.filter(({ kind }) => kind === 'numeric').map(choice),
      keys: stored.filter(({ kind }) => kind === 'categorical' || kind === 'numeric').map(choice),
      questions: stored
        .filter(({ kind, categories }) => kind === 'categorical' && categories.length > 1)
        .filter(({ categories }) => categories.length <= mostBoxes)
        .map(choice)
    },
    weightings: listWeightings(access, version.versionId).map((one) =>
      viewOf(one, responses, usedId, language)
    )
  };
}

/** Questions with more answers than this are better pasted than typed into boxes. */
const mostBoxes = 30;

/** Boxes for the answers of some variables of the current version; unknown ones are left out. */
export function targetBoxes(
  access: Access,
  waveId: Id,
  names: readonly string[],
  language: Language
): TargetBoxes[] {
  const version = currentVersion(access, waveId);
  const responses = version && responsesOf(access, version.versionId);
  if (!responses) return [];
  return responses.codebook.variables
    .filter(({ name, kind }) => names.includes(name) && kind === 'categorical')
    .map((variable) => {
      const { codes } = responses.categories(variable.name);
      const counts = new Float64Array(variable.categories.length + 1);
      for (const code of codes) counts[code]!++;
      return {
        variable: variable.name,
        label: nameOf(variable, language),
        boxes: variable.categories.flatMap((category, k) =>
          counts[k + 1] === 0
            ? []
            : [
                {
                  field: targetField(variable.name, category.code),
                  label: labelIn(category.labels, language) || category.code,
                  count: counts[k + 1]!
                }
              ]
        )
      };
    });
}

/** Problems of a margin that was typed into boxes stand at the box they are about, or at the first. */
export function atBoxes(issues: readonly Issue[], questions: readonly TargetBoxes[]): Issue[] {
  return issues.map((issue) => {
    const { variable, category } = issue.params;
    const boxes = questions.find((question) => question.variable === variable)?.boxes;
    if (issue.where.field !== 'margins' || issue.where.line || !boxes?.[0]) return issue;
    const box = boxes.find(({ label }) => label === category) ?? boxes[0];
    return { ...issue, where: { ...issue.where, field: box.field } };
  });
}

function viewOf(
  { id, createdAt, request, report }: ListedWeighting,
  responses: StoredResponses,
  usedId: Id | null,
  language: Language
): WeightingView {
  const find = (name: string) => responses.codebook.variables.find((one) => one.name === name);
  const labelOf = (name: string, code: string): string => {
    const category = find(name)?.categories.find((one) => one.code === code);
    return (category && labelIn(category.labels, language)) || code;
  };
  return {
    id,
    madeAt: createdAt.toISOString(),
    method: request.method,
    isUsed: id === usedId,
    rounds: report.rounds,
    cycles: report.cycles,
    trim: report.trim && { upper: report.trim.upper, trimmed: report.trim.trimmed },
    before: report.before,
    after: report.after,
    margins: report.margins.map(({ variable, categories }, m) => {
      const names = request.margins[m]?.variables ?? [variable];
      const cells = new Map(
        (request.margins[m]?.cells ?? []).map(({ key }) => [
          key.join(', '),
          key.map((code, k) => labelOf(names[k] ?? '', code)).join(', ')
        ])
      );
      return {
        variable: names
          .map((name) => find(name))
          .map((one) => (one ? nameOf(one, language) : variable))
          .join(', '),
        categories: categories.map((fit) => ({
          ...fit,
          category: fit.category === unknownLabel ? null : (cells.get(fit.category) ?? fit.category)
        }))
      };
    }),
    notes: report.notes.map((note) => {
      const { variable, category } = note.params;
      const named = typeof variable === 'string' ? find(variable) : undefined;
      return {
        ...note,
        params: {
          ...note.params,
          ...(named && { variable: nameOf(named, language) }),
          ...(named && typeof category === 'string' && { category: labelOf(named.name, category) })
        }
      };
    })
  };
}

const nameOf = ({ name, heading, labels }: Variable, language: Language): string => {
  const label = labelIn(labels, language);
  return (label === '' || label === heading ? heading || name : label).slice(0, 70);
};
