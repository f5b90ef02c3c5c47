import type { Issue } from '$lib/base/issue';
import type { ByteSource } from './bytes';
import { CategoryEncoder, DateEncoder, NumberEncoder, type Encoder } from './encode';
import {
  JoinedCells,
  JoinedEncoder,
  MemberEncoder,
  SetBases,
  SpreadEncoder
} from './encode-choices';
import { TextsEncoder } from './encode-text';
import { includedVariables, type ImportPlan, type PlannedVariable } from './plan';
import { readRows } from './rows';
import { CHUNK_ROWS, type ImportSink, type ImportSummary } from './sink';

export interface ExecuteOptions {
  /** bytes read so far, after every piece; throw from it to cancel */
  onProgress?: (bytesRead: number) => void;
  /** bytes read at a time; for tests */
  pieceBytes?: number;
}

/**
 * Streams the file through the plan into the sink, a chunk of at most 65,536 rows at a time; memory does
 * not grow with the file. Rows that the plan excludes are left out and counted.
 *
 * @throws whatever the sink or `onProgress` throws
 */
export function executePlan(
  source: ByteSource,
  plan: ImportPlan,
  sink: ImportSink,
  options: ExecuteOptions = {}
): ImportSummary {
  const variables = includedVariables(plan);
  const shared: Shared = { bases: new SetBases(), cells: new Map<number, JoinedCells>() };
  const encoders = variables.map((variable) => toEncoder(variable, shared));
  sink.start(variables);
  let filled = 0;
  let index = 0;
  let imported = 0;
  const flush = (): void => {
    const columns = encoders.map((encoder) => encoder.take(filled));
    sink.chunk({ index: index++, rows: filled, columns });
    filled = 0;
  };
  const readOptions = {
    headings: headingsOf(plan),
    exclusions: plan.exclusions,
    ...options
  };
  const tally = readRows(source, plan.layout, readOptions, ({ rows }) => {
    for (let from = 0; from < rows.length;) {
      const to = Math.min(rows.length, from + CHUNK_ROWS - filled);
      // Variable by variable: each encoder's loop stays small and its dictionary warm.
      for (const encoder of encoders) encoder.append(rows, from, to, filled);
      filled += to - from;
      imported += to - from;
      from = to;
      if (filled === CHUNK_ROWS) flush();
    }
  });
  if (filled > 0) flush();
  const summary: ImportSummary = {
    rows: tally.rows,
    imported,
    excluded: tally.excluded,
    issues: [
      ...tally.issues,
      ...encoders.flatMap((encoder, i) => unreadable(encoder, variables[i]))
    ],
    categories: encoders.map((encoder) => encoder.categories())
  };
  sink.finish(summary);
  return summary;
}

interface Shared {
  bases: SetBases;
  cells: Map<number, JoinedCells>;
}

function toEncoder(variable: PlannedVariable, shared: Shared): Encoder {
  const { source } = variable;
  switch (source.from) {
    case 'member':
      return new MemberEncoder(variable, source, shared.bases);
    case 'joined': {
      const cells = shared.cells.get(source.column) ?? new JoinedCells();
      shared.cells.set(source.column, cells);
      return new JoinedEncoder(variable, source, cells);
    }
    case 'spread':
      return new SpreadEncoder(variable, source);
    case 'line':
      throw new Error('batteries in one cell are not read yet');
    case 'column':
      if (variable.kind === 'numeric') return new NumberEncoder(variable, source.column);
      if (variable.kind === 'date') return new DateEncoder(variable, source.column);
      if (variable.kind === 'text') return new TextsEncoder(variable, source.column);
      return new CategoryEncoder(variable, source.column, source.merge);
  }
}

/** Cleaned headings of the first header record, by column. */
function headingsOf(plan: ImportPlan): string[] {
  const headings: string[] = [];
  for (const variable of plan.variables)
    if (variable.columnIndex !== null) headings[variable.columnIndex] = variable.heading;
  return Array.from(headings, (heading) => heading ?? '');
}

function unreadable(encoder: Encoder, variable: PlannedVariable | undefined): Issue[] {
  const { count, example } = encoder.unreadable;
  if (count === 0 || !variable) return [];
  const where = { column: variable.heading, columnIndex: variable.columnIndex ?? 0 };
  const params = { count, value: example, kind: variable.kind };
  return [{ code: 'CELLS_UNREADABLE', severity: 'repaired', where, params }];
}
