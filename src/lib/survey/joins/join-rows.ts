import type { Issue } from '$lib/base/issue';
import { tableText, type NamedSource } from '../containers/unpack';
import type { ByteSource } from '../file/bytes';
import type { RowBlock } from '../file/rows';
import { includedVariables, type ImportPlan, type JoinPlan, type ValueSource } from '../plan';
import { JoinTable } from './join-table';

/** What became of one joined table, for the report. */
export interface JoinTally {
  file: string;
  /** rows of the main table with and without a row in it */
  matched: number;
  without: number;
  /** rows of it that belong to one of the main table, and those that do not */
  used: number;
  unused: number;
}

/** The rows of a block with the cells of every joined table, and those that had to be left out. */
export interface JoinedRows {
  join(block: RowBlock): RowBlock;
  /** rows left out because the row they belong to is not there */
  readonly dropped: number;
  tallies(): JoinTally[];
  issues(): Issue[];
}

/** Lines that are named one by one. */
const LISTED = 20;

/**
 * The delimited text of a joined table: that of the companion with its name, or, for a further sheet,
 * of the main file.
 *
 * @throws RangeError when the companion is not there
 */
function joinSource(
  plan: Pick<JoinPlan, 'file' | 'container'>,
  companions: readonly NamedSource[],
  main: ByteSource
): ByteSource {
  const named = companions.find(({ name }) => name === plan.file);
  if (!named && !plan.container) throw new RangeError(`the companion ${plan.file} is not there`);
  return tableText(named?.source ?? main, plan.container);
}

/** Opens the joined tables of a plan; null when it has none. @throws RangeError as `joinSource` */
export function openJoins(
  plan: ImportPlan,
  companions: readonly NamedSource[],
  main: ByteSource
): JoinedRows | null {
  const plans = plan.joins ?? [];
  if (plans.length === 0) return null;
  const wanted = wantedColumns(plan);
  const tables = plans.map((join) => ({
    plan: join,
    table: new JoinTable(join, joinSource(join, companions, main), {
      columns: new Set([...wanted].map((column) => column - join.offset))
    })
  }));
  const listed: Issue[] = [];
  let dropped = 0;
  const extended = (row: readonly string[], line: number): string[] | null => {
    const all = row.slice();
    for (const { plan: join, table } of tables) {
      while (all.length < join.offset) all.push('');
      const cells = table.cells(all, line);
      if (cells === null && join.required) return null;
      if (cells === null) for (let i = 0; i < join.columns; i++) all.push('');
      else for (const cell of cells) all.push(cell);
    }
    return all;
  };
  return {
    join(block) {
      const rows: string[][] = [];
      const lines: number[] = [];
      block.rows.forEach((row, i) => {
        const line = block.line(i);
        const all = extended(row, line);
        if (all) {
          rows.push(all);
          lines.push(line);
          return;
        }
        dropped++;
        if (listed.length < LISTED)
          listed.push({
            code: 'REPEAT_WITHOUT_PARENT',
            severity: 'repaired',
            where: { line },
            params: {}
          });
      });
      return { ...block, rows, line: (index) => lines[index] ?? 0 };
    },
    get dropped() {
      return dropped;
    },
    tallies: () => tables.map(({ plan: join, table }) => ({ file: join.file, ...table.tally })),
    issues: () => [
      ...listed.map((issue) => ({ ...issue, params: { count: dropped } })),
      ...tables.flatMap(({ table }) => table.issues())
    ]
  };
}

/** Columns that any included variable reads, and those that later joins use as keys. */
function wantedColumns(plan: ImportPlan): Set<number> {
  const wanted = new Set((plan.joins ?? []).flatMap(({ key }) => key.map((pair) => pair.main)));
  for (const variable of includedVariables(plan)) {
    for (const column of columnsOf(variable.source)) wanted.add(column);
    const { protect } = variable;
    if (protect?.how === 'area') wanted.add(protect.latitude).add(protect.longitude);
  }
  return wanted;
}

/** Every column that a value is made from. */
const columnsOf = (source: ValueSource): number[] =>
  source.from === 'spread'
    ? source.columns
    : source.from === 'member'
      ? [source.column, ...source.set]
      : [source.column];
