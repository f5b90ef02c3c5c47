import type { Id } from '$lib/base/id';
import type {
  BaseRule,
  Codebook,
  Labels,
  Question,
  QuestionKind,
  Variable
} from '$lib/codebook/codebook';
import type { Access } from '$lib/server/access/access';
import { readCodebook } from '$lib/server/db/codebook-rows';
import { findVersion, listVersions } from '$lib/server/db/queries/dataset-version';
import { listInstances } from './mapping';

/** A question as the codebook lists it. */
export interface CodebookEntry {
  id: string;
  labels: Labels;
  heading: string;
  kind: QuestionKind;
  /** answers a person may give, options of a set, items of a battery */
  answers: number;
  base: BaseRule;
  missing: string[];
  /** measures that rest on it */
  measures: { key: string; labels: Labels }[];
}

/** One question with everything that is known about its wording and codes; never an answer. */
export interface CodebookPage extends CodebookEntry {
  direction: Question['direction'] | null;
  relevant: string | null;
  variables: Variable[];
  others: {
    waveId: Id;
    wave: string;
    survey: string;
    sameWording: boolean;
    sameAnswers: boolean;
  }[];
}

/**
 * The questions of a version, in form order, with the measures that use them; none when the version
 * is not of the asker's workspace.
 */
export function codebookEntries(
  access: Access,
  { waveId, versionId }: { waveId: Id; versionId: Id }
): CodebookEntry[] {
  if (!findVersion(access, versionId)) return [];
  const codebook = readCodebook(access.db, versionId);
  const instances = listInstances(access, waveId);
  return codebook.questions.map((question) => {
    const variables = variablesOf(codebook, question);
    const [first] = variables;
    return {
      id: question.id,
      labels: question.labels,
      heading: first?.heading ?? question.id,
      kind: question.kind,
      answers: variables.length > 1 ? variables.length : (first?.categories.length ?? 0),
      base: question.base,
      missing: [...new Set(variables.flatMap(({ missing }) => missing.map(({ token }) => token)))],
      measures: instances
        .filter(({ inputs }) =>
          Object.values(inputs).some(({ questionId }) => questionId === question.id)
        )
        .map(({ key, labels }) => ({ key, labels }))
    };
  });
}

/** A question of a version, and the same question in other waves; null when there is none. */
export function codebookPage(
  access: Access,
  place: { waveId: Id; versionId: Id },
  questionId: string
): CodebookPage | null {
  if (!findVersion(access, place.versionId)) return null;
  const codebook = readCodebook(access.db, place.versionId);
  const question = codebook.questions.find(({ id }) => id === questionId);
  const entry = codebookEntries(access, place).find(({ id }) => id === questionId);
  if (!question || !entry) return null;
  const variables = variablesOf(codebook, question);
  return {
    ...entry,
    direction: question.direction ?? null,
    relevant: question.relevant ?? null,
    variables,
    others: listVersions(access)
      .filter(({ waveId }) => waveId !== place.waveId)
      .flatMap(({ versionId, waveId, wave, survey }) => {
        const other = readCodebook(access.db, versionId);
        const same = other.questions.find(({ id }) => id === questionId);
        if (!same) return [];
        return [
          {
            waveId,
            wave,
            survey,
            sameWording: JSON.stringify(same.labels) === JSON.stringify(question.labels),
            sameAnswers: answersOf(variablesOf(other, same)) === answersOf(variables)
          }
        ];
      })
  };
}

const variablesOf = ({ variables }: Codebook, question: Question): Variable[] =>
  question.variables.flatMap((name) => variables.find((one) => one.name === name) ?? []);

const answersOf = (variables: readonly Variable[]): string =>
  JSON.stringify(variables.map(({ name, categories }) => [name, categories]));
