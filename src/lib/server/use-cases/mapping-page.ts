import type { Id } from '$lib/base/id';
import type { Issue } from '$lib/base/issue';
import type { Codebook, Labels, Question } from '$lib/codebook/codebook';
import { getIndicator, indicators } from '$lib/indicators';
import type { InputSpec, MappedInput } from '$lib/indicators/definition';
import { inputKeys } from '$lib/indicators/input-keys';
import { firstReading, fitsInput } from '$lib/indicators/propose/fits-input';
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
  /** answers count by their place on a scale instead of as yes or no */
  isOrdered: boolean;
  /** answers with how they count: yes, no, their place from the low end, or not; empty for numbers */
  answers: { code: string; labels: Labels; counts: string }[];
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
  const isShown = stored.state === 'proposed' || stored.state === 'confirmed';
  const preview = isShown ? previewOf(access, place.waveId, key) : null;
  return {
    ...rowOf(stored, codebook),
    predicate: stored.predicate,
    within,
    inputs: needs.flatMap((spec) => {
      const keys = inputKeys(spec, stored.inputs);
      return (keys.length > 0 ? keys : [spec.id]).flatMap((id) => {
        const input = inputAt(codebook, stored.inputs[id], tried[id], spec);
        return input || !spec.optional ? [viewOf(codebook, { ...spec, id }, input)] : [];
      });
    }),
    preview: preview?.ok ? preview.table : null,
    previewIssues: preview && !preview.ok ? preview.issues : []
  };
}

/** The saved input, or a first reading of the question that is tried instead. */
export function inputAt(
  { questions, variables }: Codebook,
  saved: MappedInput | undefined,
  questionId: string | undefined,
  spec?: Pick<InputSpec, 'ordered' | 'numbers'>
): MappedInput | null {
  if (questionId === undefined || questionId === saved?.questionId) return saved ?? null;
  const question = questions.find(({ id }) => id === questionId);
  const first = variables.find(({ name }) => name === question?.variables[0]);
  if (!question || !first) return saved ?? null;
  return firstReading(question, first, spec);
}

function viewOf(
  { questions, variables }: Codebook,
  spec: InputSpec,
  input: MappedInput | null
): MappingInputView {
  const { id, labels } = spec;
  const first = variables.find(({ name }) => name === input?.variables[0]);
  const named = (question: Question): Labels => {
    const own = variables.find(({ name }) => name === question.variables[0]);
    return Object.keys(question.labels).length > 0 ? question.labels : (own?.labels ?? {});
  };
  const isBattery = (input?.variables.length ?? 0) > 1;
  const fits = (question: Question): boolean =>
    question.id === input?.questionId ||
    (isBattery === question.variables.length > 1 && fitsInput(spec, question, variables));
  return {
    id,
    labels,
    questionId: input?.questionId ?? '',
    variables: input?.variables ?? [],
    choices: questions.filter(fits).map((question) => ({
      id: question.id,
      labels: named(question)
    })),
    isOrdered: spec.ordered === true,
    answers: spec.numbers
      ? []
      : (first?.categories ?? []).map((category) => ({
          code: category.code,
          labels: category.labels,
          counts: countsAs(spec, input, category.code)
        }))
  };
}

/** How an answer counts, as the form sends it. */
function countsAs(
  { ordered }: Pick<InputSpec, 'ordered'>,
  input: MappedInput | null,
  code: string
): string {
  const place = input?.yes.indexOf(code) ?? -1;
  if (ordered) return place >= 0 ? String(place + 1) : '';
  return place >= 0 ? 'yes' : input?.no.includes(code) ? 'no' : '';
}

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
