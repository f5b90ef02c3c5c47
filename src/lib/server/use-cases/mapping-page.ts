import type { Id } from '$lib/base/id';
import type { Issue } from '$lib/base/issue';
import type { Codebook, Labels, Question, Variable } from '$lib/codebook/codebook';
import { getIndicator, indicators } from '$lib/indicators';
import type { InputSpec, MappedInput } from '$lib/indicators/definition';
import { findTopCodes, findYesNoCodes } from '$lib/indicators/propose/yes-no';
import { sliceTable } from '$lib/privacy/release';
import type { Released, ReleasedTable } from '$lib/privacy/table';
import type { Access } from '$lib/server/access/access';
import { readCodebook } from '$lib/server/db/codebook-rows';
import { listMappings, type StoredMapping } from '$lib/server/db/queries/indicator-mapping';
import { findWave } from '$lib/server/db/queries/survey';
import { indicatorTable } from './indicator-table';

/** A measure of a wave as the list shows it. */
export interface MappingRow {
  indicatorId: string;
  indicator: Labels;
  key: string;
  labels: Labels;
  state: StoredMapping['state'];
  /** questions it rests on */
  questions: Labels[];
}

/** What one input of a measure rests on, and how each answer counts. */
export interface MappingInputView {
  id: string;
  labels: Labels;
  questionId: string;
  variables: string[];
  /** questions that fit */
  choices: { id: string; labels: Labels }[];
  /** answers with how they count; empty for numbers */
  answers: { code: string; labels: Labels; counts: 'yes' | 'no' | '' }[];
}

export interface MappingDetail extends MappingRow {
  predicate: Labels | null;
  inputs: MappingInputView[];
  within: Labels;
  /** the county's released numbers with what is saved; null with the reasons */
  preview: Released<ReleasedTable> | null;
  previewIssues: Issue[];
}

/** The measures of a wave, in the order of the definitions and of the form. */
export function mappingRows(access: Access, waveId: Id, versionId: Id): MappingRow[] {
  const codebook = readCodebook(access.db, versionId);
  const all = listMappings(access, waveId);
  return indicators.flatMap(({ id }) =>
    all.filter(({ indicatorId }) => indicatorId === id).map((stored) => rowOf(stored, codebook))
  );
}

const rowOf = (
  { indicatorId, key, labels, state, inputs }: StoredMapping,
  { questions, variables }: Codebook
): MappingRow => ({
  indicatorId,
  indicator: getIndicator(indicatorId).labels,
  key,
  labels,
  state,
  questions: Object.values(inputs).map(({ questionId, variables: [name] }) => {
    const question = questions.find(({ id }) => id === questionId);
    const own = variables.find((one) => one.name === name)?.labels ?? {};
    return question && Object.keys(question.labels).length > 0 ? question.labels : own;
  })
});

/**
 * One measure opened for correction; null when the wave has none of this key.
 *
 * @param tried  questions to look at instead of the saved ones, by input
 */
export function mappingDetail(
  access: Access,
  place: { waveId: Id; versionId: Id },
  key: string,
  tried: Readonly<Record<string, string>> = {}
): MappingDetail | null {
  const stored = listMappings(access, place.waveId).find((mapping) => mapping.key === key);
  if (!stored) return null;
  const codebook = readCodebook(access.db, place.versionId);
  const { needs, within } = getIndicator(stored.indicatorId);
  const preview = stored.state === 'off' ? null : previewOf(access, place.waveId, key);
  return {
    ...rowOf(stored, codebook),
    predicate: stored.predicate,
    within,
    inputs: needs.flatMap((spec) => {
      const input = inputAt(codebook, stored.inputs[spec.id], tried[spec.id]);
      return input || !spec.optional ? [viewOf(codebook, spec, input)] : [];
    }),
    preview: preview?.ok ? preview.table : null,
    previewIssues: preview && !preview.ok ? preview.issues : []
  };
}

/** The saved input, or a first reading of the question that is tried instead. */
export function inputAt(
  { questions, variables }: Codebook,
  saved: MappedInput | undefined,
  questionId: string | undefined
): MappedInput | null {
  if (questionId === undefined || questionId === saved?.questionId) return saved ?? null;
  const question = questions.find(({ id }) => id === questionId);
  const first = variables.find(({ name }) => name === question?.variables[0]);
  if (!question || !first) return saved ?? null;
  const codes = findYesNoCodes(first.categories) ?? findTopCodes(first.categories, question.kind);
  return {
    questionId,
    variables: question.variables,
    yes: codes?.yes ?? [],
    no: codes?.no ?? []
  };
}

function viewOf(
  { questions, variables }: Codebook,
  { id, labels, accepts }: InputSpec,
  input: MappedInput | null
): MappingInputView {
  const first = variables.find(({ name }) => name === input?.variables[0]);
  const named = (question: Question): Labels => {
    const own = variables.find(({ name }) => name === question.variables[0]);
    return Object.keys(question.labels).length > 0 ? question.labels : (own?.labels ?? {});
  };
  const isBattery = (input?.variables.length ?? 0) > 1;
  const fits = (question: Question): boolean =>
    question.id === input?.questionId ||
    (!isBattery &&
      question.variables.length === 1 &&
      accepts.some((kind) => kind === question.kind) &&
      isAnswer(variables, question));
  return {
    id,
    labels,
    questionId: input?.questionId ?? '',
    variables: input?.variables ?? [],
    choices: questions.filter(fits).map((question) => ({
      id: question.id,
      labels: named(question)
    })),
    answers: (first?.categories ?? []).map((category) => ({
      code: category.code,
      labels: category.labels,
      counts: input?.yes.includes(category.code)
        ? 'yes'
        : input?.no.includes(category.code)
          ? 'no'
          : ''
    }))
  };
}

const isAnswer = (variables: readonly Variable[], question: Question): boolean => {
  const role = variables.find(({ name }) => name === question.variables[0])?.role;
  return role === 'answer' || role === 'area';
};

type Preview = { ok: true; table: Released<ReleasedTable> } | { ok: false; issues: Issue[] };

/** The whole county, out of the same table that every figure of the measure is cut from. */
function previewOf(access: Access, waveId: Id, key: string): Preview {
  const area = findWave(access, waveId)?.areaVariable ?? null;
  const result = indicatorTable(access, {
    waves: [waveId],
    instanceKey: key,
    group: null,
    withArea: area !== null
  });
  if (!result.ok) return result;
  const { table } = result.value;
  const by = table.dimensions.map(({ id }) => id).filter((id) => id !== area);
  return { ok: true, table: sliceTable(table, { by, at: {} }) };
}
