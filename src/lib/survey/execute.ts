import type { Issue } from '$lib/base/issue';
import { tableText, type NamedSource } from './containers/unpack';
import { CategoryEncoder } from './encode/categories';
import { DateEncoder } from './encode/dates';
import type { Encoder } from './encode/encoder';
import { JoinedCells, JoinedEncoder, RestEncoder } from './encode/joined';
import { LineEncoder } from './encode/line';
import { MemberEncoder, SetBases } from './encode/member';
import { NumberEncoder } from './encode/numbers';
import { SpreadEncoder } from './encode/spread';
import { TextsEncoder } from './encode/texts';
import type { ByteSource } from './file/bytes';
import { readRows, type RowBlock } from './file/rows';
import { openJoins, type JoinTally } from './joins/join-rows';
import { includedVariables, type ImportPlan, type PlannedVariable } from './plan';
import { withoutPersonalValues } from './protect/issue-values';
import { ProtectedEncoder, type ProtectionMeans } from './protect/protected-encoder';
import { chunkRows, type ImportSink, type ImportSummary } from './sink';

export interface ExecuteOptions extends ProtectionMeans {
  /** bytes read so far, after every piece; throw from it to cancel */
  onProgress?: (bytesRead: number) => void;
  /** the rows as they are read, before anything is made of them; they are not to be changed or kept */
  onRows?: (block: RowBlock) => void;
  /** told every issue with a row, also those that are only counted */
  onIssue?: (issue: Issue) => void;
  /** bytes read at a time; for tests */
  pieceBytes?: number;
  /** the files that the plan's joins name */
  companions?: readonly NamedSource[];
  /** what became of the joined tables, at the end */
  onJoined?: (tallies: readonly JoinTally[]) => void;
}

/**
 * Streams the file through the plan into the sink, a chunk (`chunkRows`) at a time; memory does
 * not grow with the file. Rows that the plan excludes are left out and counted. A sheet of a workbook
 * and the tables joined to the rows are read into memory first.
 *
 * @throws RangeError when a companion or sheet that the plan names is not there
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
  const encoders = variables.map((variable) => toEncoder(variable, shared, options));
  const rowsInChunk = chunkRows(variables.length);
  sink.start(variables);
  let filled = 0;
  let index = 0;
  let imported = 0;
  const flush = (): void => {
    const columns = encoders.map((encoder) => encoder.take(filled));
    sink.chunk({ index: index++, rows: filled, columns });
    filled = 0;
  };
  const text = tableText(source, plan.container);
  const joins = openJoins(plan, options.companions ?? [], source);
  const readOptions = {
    ...options,
    headings: headingsOf(plan),
    exclusions: plan.exclusions,
    ...(text !== source && { onProgress: inFile(source, text, options.onProgress) })
  };
  const tally = readRows(text, plan.layout, readOptions, (read) => {
    const block = joins ? joins.join(read) : read;
    const { rows } = block;
    options.onRows?.(block);
    for (let from = 0; from < rows.length;) {
      const to = Math.min(rows.length, from + rowsInChunk - filled);
      // Variable by variable: each encoder's loop stays small and its dictionary warm.
      for (const encoder of encoders) encoder.append(rows, from, to, filled);
      filled += to - from;
      imported += to - from;
      from = to;
      if (filled === rowsInChunk) flush();
    }
  });
  if (filled > 0) flush();
  const summary: ImportSummary = {
    rows: tally.rows,
    imported,
    excluded: [
      ...tally.excluded,
      ...(joins && joins.dropped > 0 ? [{ reason: 'no-parent', count: joins.dropped }] : [])
    ],
    issues: withoutPersonalValues(
      [
        ...tally.issues,
        ...(joins?.issues() ?? []),
        ...encoders.flatMap((encoder, i) => unreadable(encoder, variables[i]))
      ],
      plan.variables
    ),
    categories: encoders.map((encoder) => encoder.categories())
  };
  if (joins) options.onJoined?.(joins.tallies());
  sink.finish(summary);
  return summary;
}

/** Progress in bytes of the file, for text that was unpacked from it. */
const inFile = (
  source: ByteSource,
  text: ByteSource,
  onProgress: ExecuteOptions['onProgress']
): ((bytes: number) => void) => {
  const scale = (source.size ?? 0) / Math.max(1, text.size ?? 1);
  return (bytes) => onProgress?.(Math.min(source.size ?? 0, Math.round(bytes * scale)));
};

interface Shared {
  bases: SetBases;
  cells: Map<number, JoinedCells>;
}

function toEncoder(variable: PlannedVariable, shared: Shared, means: ProtectionMeans): Encoder {
  const { source } = variable;
  switch (source.from) {
    case 'member':
      return new MemberEncoder(variable, source, shared.bases);
    case 'joined': {
      const cells = shared.cells.get(source.column) ?? new JoinedCells();
      shared.cells.set(source.column, cells);
      if (source.rest === 'words') return new RestEncoder(variable, source);
      return new JoinedEncoder(variable, source, cells);
    }
    case 'spread':
      return new SpreadEncoder(variable, source);
    case 'line':
      return new LineEncoder(variable, source);
    case 'column':
      // What is kept private is read as words; the sink encrypts them.
      if (variable.protect && variable.protect.how !== 'private') {
        const toInner = (inner: PlannedVariable): Encoder =>
          toEncoder({ ...inner, protect: undefined }, shared, means);
        return new ProtectedEncoder(variable, source, means, toInner);
      }
      if (variable.kind === 'numeric') return new NumberEncoder(variable, source.column);
      if (variable.kind === 'date') return new DateEncoder(variable, source.column);
      if (variable.kind === 'text') return new TextsEncoder(variable, source.column);
      return new CategoryEncoder(variable, source.column, source.merge);
  }
}

/** Cleaned headings of the first header record, by column; joined columns are in no record of it. */
function headingsOf(plan: ImportPlan): string[] {
  const headings: string[] = [];
  for (const { columnIndex, heading } of plan.variables)
    if (columnIndex !== null && columnIndex < plan.layout.columns) headings[columnIndex] = heading;
  return Array.from(headings, (heading) => heading ?? '');
}

function unreadable(encoder: Encoder, variable: PlannedVariable | undefined): Issue[] {
  const { count, example } = encoder.unreadable;
  if (count === 0 || !variable) return [];
  const where = { column: variable.heading, columnIndex: variable.columnIndex ?? 0 };
  const params = { count, value: example, kind: variable.kind };
  return [{ code: 'CELLS_UNREADABLE', severity: 'repaired', where, params }];
}
