import { executePlan } from './execute';
import { textInMemory } from './file/bytes';
import type { PlannedVariable } from './plan';
import { planSurvey } from './planning/plan-survey';
import { textAt, type ColumnChunk, type EncodedChunk, type ImportSink } from './sink';

/** A value as stored: a category code, a number, a day or an instant, a text; null when missing. */
type Stored = string | number | null;

class Chunks implements ImportSink {
  variables: readonly PlannedVariable[] = [];
  readonly chunks: EncodedChunk[] = [];
  start(variables: readonly PlannedVariable[]): void {
    this.variables = variables;
  }
  chunk(chunk: EncodedChunk): void {
    this.chunks.push(chunk);
  }
  finish(): void {}
}

/** What an import of a text would store, by the name of the variable; small files of one chunk. */
export function collectText(text: string): Map<string, Stored[]> {
  const source = textInMemory(text);
  const { plan } = planSurvey({ main: source, name: 'survey.csv' });
  if (!plan) throw new Error('the file is refused');
  const sink = new Chunks();
  const { categories } = executePlan(source, plan, sink);
  const stored = new Map<string, Stored[]>();
  sink.variables.forEach((variable, v) => {
    const chunk = sink.chunks[0];
    const column = chunk?.columns[v];
    if (!chunk || !column) return;
    const codes = categories[v]?.map((category) => category.code) ?? [];
    stored.set(
      variable.name,
      Array.from({ length: chunk.rows }, (_, row) => valueAt(column, row, codes))
    );
  });
  return stored;
}

function valueAt({ values }: ColumnChunk, row: number, codes: readonly string[]): Stored {
  const known = (value: number | undefined): number | null =>
    value === undefined || Number.isNaN(value) ? null : value;
  switch (values.kind) {
    case 'categorical':
      return codes[(values.codes[row] ?? 0) - 1] ?? null;
    case 'numeric':
      return known(values.values[row]);
    case 'days':
      return known(values.days[row]);
    case 'instants':
      return known(values.instants[row]);
    case 'text':
      return values.codes[row] === 0 ? null : textAt(values, (values.codes[row] ?? 1) - 1);
  }
}
