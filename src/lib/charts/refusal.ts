import type { Released, ReleasedTable } from '$lib/privacy/table';
import { cellAt, dimensionOf } from './cells';
import type { ChartType } from './model';
import type { FigureSpec } from './spec';

export type RefusalCode =
  | 'part-hidden'
  | 'too-many-parts'
  | 'too-few-areas'
  | 'no-areas'
  | 'mixed-units'
  | 'nothing-to-show';

/** Why a chart cannot be drawn of these tables, and what can. Sentences: `text.figures.refused`. */
export interface Refusal {
  code: RefusalCode;
  offer: ChartType | null;
}

const mostParts = 5;
const fewestAreas = 6;

/**
 * The reason this chart would mislead or give a hidden number away; null when it may be drawn.
 * A stacked bar with a hidden part shows its size as the gap, so it is never drawn.
 */
export function refusalOf(
  spec: FigureSpec,
  tables: readonly Released<ReleasedTable>[]
): Refusal | null {
  const first = tables[0];
  if (!first) return { code: 'nothing-to-show', offer: null };
  if (tables.some((table) => table.subject.unit !== first.subject.unit))
    return { code: 'mixed-units', offer: null };
  if (spec.type === 'stacked-ordinal') return stackRefusal(spec, first);
  if (spec.type === 'choropleth') {
    if (!spec.areas || spec.areas.length === 0) return { code: 'no-areas', offer: 'dot-whisker' };
    if (spec.areas.length < fewestAreas) return { code: 'too-few-areas', offer: 'dot-whisker' };
  }
  return null;
}

function stackRefusal(spec: FigureSpec, table: Released<ReleasedTable>): Refusal | null {
  if (!spec.parts) return { code: 'nothing-to-show', offer: 'dot-whisker' };
  const answers = dimensionOf(table, spec.parts.dimension).members.map(({ key }) => key);
  const apart = new Set(spec.parts.apart);
  if (answers.filter((key) => !apart.has(key)).length > mostParts)
    return { code: 'too-many-parts', offer: 'dot-whisker' };
  const rows =
    spec.by === null
      ? [{}]
      : dimensionOf(table, spec.by).members.map(({ key }) => ({ [spec.by as string]: key }));
  const dimension = spec.parts.dimension;
  let complete = 0;
  for (const row of rows) {
    const flags = answers.map(
      (answer) => cellAt(table, { ...spec.at, ...row, [dimension]: answer }).flag
    );
    // A row hidden whole gives nothing away; a row hidden in part would.
    const hidden = flags.filter((flag) => flag === 'c' || flag === 'x').length;
    if (hidden > 0 && hidden < flags.length) return { code: 'part-hidden', offer: 'dot-whisker' };
    if (hidden === 0) complete++;
  }
  return complete === 0 ? { code: 'nothing-to-show', offer: null } : null;
}

/** A programmer asked for a chart that `refusalOf` refuses. */
export class ChartRefused extends Error {
  override name = 'ChartRefused';
  constructor(readonly refusal: Refusal) {
    super(`This chart is refused: ${refusal.code}`);
  }
}
