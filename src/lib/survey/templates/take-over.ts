import {
  sourceColumn,
  type ImportPlan,
  type PlannedVariable,
  type Protection,
  type ValueSource
} from '../plan';
import { columnsOf } from './columns';
import { Joiner, type TakenOver } from './join-columns';
import type { Match } from './match';
import {
  categoriesNow,
  isBetterKnown,
  labelsNow,
  mergeNow,
  missingNow,
  type Histories
} from './merge-decisions';
import type { Template } from './template';

/**
 * The decisions of a template for the columns that are the same question: use, wording, codes for no
 * answer, direction, protection, repairs, dates and numbers. Columns the template does not know, and
 * those of `apart`, stay as proposed.
 *
 * @param plan the proposal with what has been decided about new columns
 * @param apart positions of columns to be kept as questions of their own
 */
export function takeOver(
  template: Template,
  plan: ImportPlan,
  { pairs }: Pick<Match, 'pairs'>,
  apart: ReadonlySet<number> = new Set()
): TakenOver {
  const accepted = pairs.filter(({ now }) => !apart.has(now.index));
  const columns = new Map(accepted.map(({ before, now }) => [before.index, now.index]));
  const old = new Map(template.proposal.variables.map((one) => [one.name, one]));
  const byColumn = new Map(columnsOf(plan).map(({ index, variable }) => [index, variable]));
  const better = new Set<string>();
  const kept = template.plan.variables.flatMap((decided): PlannedVariable[] => {
    const source = movedSource(decided.source, columns);
    const columnIndex =
      decided.columnIndex === null ? null : (columns.get(decided.columnIndex) ?? -1);
    if (!source || columnIndex === -1) return [];
    const at = columnIndex ?? sourceColumn(source);
    const now = columnIndex === null ? sameOption(plan, source) : byColumn.get(columnIndex);
    const histories = { decided, proposed: old.get(decided.name), now };
    if (isBetterKnown(histories)) better.add(decided.name);
    return [
      merged(histories, source, columns, {
        columnIndex,
        heading: byColumn.get(at)?.heading ?? decided.heading,
        toolId: columnIndex === null ? undefined : byColumn.get(at)?.toolId
      })
    ];
  });
  return new Joiner(template, plan, kept, columns, better).join();
}

function merged(
  histories: Histories,
  source: ValueSource,
  columns: ReadonlyMap<number, number>,
  {
    toolId,
    ...place
  }: Pick<PlannedVariable, 'columnIndex' | 'heading'> & { toolId: string | undefined }
): PlannedVariable {
  const { decided, proposed, now } = histories;
  if (now && isBetterKnown(histories))
    return { ...now, name: decided.name, include: decided.include };
  const { toolId: _old, protect, ...rest } = decided;
  const protection = protect && movedProtection(protect, columns);
  const merge = mergeNow(histories);
  return {
    ...rest,
    ...place,
    ...(toolId !== undefined && { toolId }),
    labels: labelsNow(decided.labels, proposed?.labels, now?.labels),
    categories: categoriesNow(histories),
    missing: missingNow(histories),
    source: source.from === 'column' && merge ? { ...source, merge } : source,
    // What was to be made coarser by a column that is gone is left out.
    include: decided.include && protection !== null,
    ...(protection && { protect: protection })
  };
}

/** The source in this file; null when its column is gone. */
function movedSource(
  source: ValueSource,
  columns: ReadonlyMap<number, number>
): ValueSource | null {
  if (source.from === 'spread') {
    const kept = source.columns.flatMap((column, i) => {
      const to = columns.get(column);
      return to === undefined ? [] : [{ to, label: source.labels[i] ?? '' }];
    });
    return kept.length === 0
      ? null
      : { from: 'spread', columns: kept.map(({ to }) => to), labels: kept.map((one) => one.label) };
  }
  const column = columns.get(source.column);
  if (column === undefined) return null;
  if (source.from !== 'member') return { ...source, column };
  return { ...source, column, set: source.set.flatMap((one) => columns.get(one) ?? []) };
}

/** undefined: nothing to protect; null: it cannot be done in this file. */
function movedProtection(
  protect: Protection,
  columns: ReadonlyMap<number, number>
): Protection | null {
  if (protect.how !== 'area') return protect;
  const latitude = columns.get(protect.latitude);
  const longitude = columns.get(protect.longitude);
  return latitude === undefined || longitude === undefined
    ? null
    : { ...protect, latitude, longitude };
}

/** The variable of the plan that is the same option of the same joined cell, or the same derived one. */
const sameOption = (plan: ImportPlan, source: ValueSource): PlannedVariable | undefined =>
  plan.variables.find(
    ({ columnIndex, source: other }) =>
      columnIndex === null &&
      other.from === source.from &&
      sourceColumn(other) === sourceColumn(source) &&
      (source.from !== 'joined' ||
        (other.from === 'joined' &&
          other.option === source.option &&
          other.rest === source.rest)) &&
      (source.from !== 'line' || (other.from === 'line' && other.row === source.row))
  );
