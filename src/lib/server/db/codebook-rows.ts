import { asc, eq } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { BaseRule, Codebook, Question, Variable } from '$lib/codebook/codebook';
import type { QuestionKind, VariableKind, VariableRole } from '$lib/codebook/codebook';
import type { Db } from './open';
import { question, variable } from './schema';

/** Writes the codebook of a version; its variables get their numbers in the order they stand. */
export function writeCodebook(db: Db, versionId: Id, codebook: Codebook): void {
  const place = new Map<string, { questionId: string; place: number }>();
  for (const { id, variables } of codebook.questions)
    variables.forEach((name, i) => place.set(name, { questionId: id, place: i }));
  codebook.questions.forEach((row, order) =>
    db
      .insert(question)
      .values({
        datasetVersionId: versionId,
        questionId: row.id,
        order,
        labels: row.labels,
        kind: row.kind,
        base: row.base,
        direction: row.direction,
        relevant: row.relevant
      })
      .run()
  );
  codebook.variables.forEach((row, number) =>
    db
      .insert(variable)
      .values({
        datasetVersionId: versionId,
        number,
        ...(place.get(row.name) ?? { questionId: '', place: 0 }),
        name: row.name,
        columnIndex: row.columnIndex,
        heading: row.heading,
        labels: row.labels,
        kind: row.kind,
        role: row.role,
        unit: row.unit,
        categories: row.categories,
        missing: row.missing
      })
      .run()
  );
}

/** The codebook of a version as it was written; empty when there is no such version. */
export function readCodebook(db: Db, versionId: Id): Codebook {
  const variables = db
    .select()
    .from(variable)
    .where(eq(variable.datasetVersionId, versionId))
    .orderBy(asc(variable.number))
    .all();
  const questions = db
    .select()
    .from(question)
    .where(eq(question.datasetVersionId, versionId))
    .orderBy(asc(question.order))
    .all();
  return {
    questions: questions.map((row): Question => ({
      id: row.questionId,
      labels: row.labels,
      kind: row.kind as QuestionKind,
      variables: variables
        .filter((member) => member.questionId === row.questionId)
        .sort((a, b) => a.place - b.place)
        .map((member) => member.name),
      base: row.base as BaseRule,
      ...(row.direction && { direction: row.direction as NonNullable<Question['direction']> }),
      ...(row.relevant && { relevant: row.relevant })
    })),
    variables: variables.map((row): Variable => ({
      columnIndex: row.columnIndex,
      name: row.name,
      heading: row.heading,
      labels: row.labels,
      kind: row.kind as VariableKind,
      role: row.role as VariableRole,
      categories: row.categories,
      missing: row.missing,
      ...(row.unit !== null && { unit: row.unit })
    }))
  };
}
