import { getIndicator } from '$lib/indicators';
import type { ReleasedTable } from '$lib/privacy/table';
import type { StoredDesign } from '$lib/server/db/schema/survey';

/** Pages on how a range is made, by its name in the table. */
const intervals: Readonly<Record<string, string>> = {
  'korn-graubard': 'proportions',
  wilson: 'proportions',
  woodruff: 'quantiles',
  t: 'totals',
  'log-t': 'totals'
};

/** How the sample and its weights make a range. */
function designMethods(design: StoredDesign | null): string[] {
  const variance = design?.replicates ? 'replicate-weights' : 'taylor-variance';
  return [variance, ...(design?.weightingId ? ['weighting'] : [])];
}

/**
 * Names of the method pages a figure rests on (src/docs/methods): its indicator's own, the range, the
 * design, comparisons where it makes them, and what may be shown.
 */
export function figureMethods(
  table: Pick<ReleasedTable, 'subject' | 'method' | 'contrasts' | 'sources'>,
  design: StoredDesign | null
): string[] {
  const interval = intervals[table.method.interval];
  return [
    ...new Set([
      ...getIndicator(table.subject.indicatorId).method,
      ...(interval ? [interval] : []),
      ...(table.sources.length > 1 ? ['waves'] : []),
      ...(table.contrasts.length > 0 ? ['contrasts', 'many-comparisons'] : []),
      ...designMethods(design),
      'reliability',
      'release'
    ])
  ];
}
