import { executePlan } from '$lib/survey/execute';
import type { ByteSource } from '$lib/survey/file/bytes';
import type { ImportPlan, PlannedVariable } from '$lib/survey/plan';
import {
  MISSING_DAY,
  missingReason,
  textAt,
  type ColumnChunk,
  type EncodedChunk,
  type ImportSink,
  type ImportSummary
} from '$lib/survey/sink';

/** A value as stored: a category code, a number, milliseconds, a text; null when missing. */
export type Stored = string | number | null;

export interface Collected {
  summary: ImportSummary;
  /** values by variable name */
  columns: Map<string, Stored[]>;
  /** reasons of missing values by variable name; null where there is a value */
  reasons: Map<string, (string | null)[]>;
}

/** Executes a plan into memory and decodes what a store would hold. */
export function collect(source: ByteSource, plan: ImportPlan): Collected {
  const sink = new Collector();
  const summary = executePlan(source, plan, sink);
  return { summary, columns: sink.decoded(summary), reasons: sink.reasons };
}

class Collector implements ImportSink {
  readonly reasons = new Map<string, (string | null)[]>();
  private variables: readonly PlannedVariable[] = [];
  private readonly chunks: EncodedChunk[] = [];

  start(variables: readonly PlannedVariable[]): void {
    this.variables = variables;
    for (const variable of variables) this.reasons.set(variable.name, []);
  }

  chunk(chunk: EncodedChunk): void {
    this.chunks.push(chunk);
  }

  finish(): void {}

  decoded(summary: ImportSummary): Map<string, Stored[]> {
    const columns = new Map<string, Stored[]>();
    this.variables.forEach((variable, v) => {
      const values: Stored[] = [];
      for (const chunk of this.chunks) {
        const column = chunk.columns[v];
        if (!column) continue;
        for (let i = 0; i < chunk.rows; i++) {
          const value = decode(column, i, summary.categories[v] ?? []);
          values.push(value);
          const reason = missingReason(variable, column.missing?.[i] || 1);
          this.reasons.get(variable.name)?.push(value === null ? reason : null);
        }
      }
      columns.set(variable.name, values);
    });
    return columns;
  }
}

function decode(column: ColumnChunk, row: number, categories: { code: string }[]): Stored {
  const { values } = column;
  switch (values.kind) {
    case 'categorical':
      return categories[(values.codes[row] ?? 0) - 1]?.code ?? null;
    case 'numeric':
      return Number.isNaN(values.values[row]) ? null : (values.values[row] ?? null);
    case 'days':
      return values.days[row] === MISSING_DAY ? null : (values.days[row] ?? 0) * 86_400_000;
    case 'instants':
      return Number.isNaN(values.instants[row]) ? null : (values.instants[row] ?? null);
    case 'text':
      return values.codes[row] === 0 ? null : textAt(values, (values.codes[row] ?? 1) - 1);
  }
}
