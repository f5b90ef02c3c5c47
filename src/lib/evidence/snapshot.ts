import { canonical, type Json } from '$lib/base/canonical';
import type { Released, ReleasedTable } from '$lib/privacy/table';
import { cellName, contrastName } from './cell-name';

/** The dataset version a number rests on, named by the hash of its content. */
export interface RestsOn {
  id: string;
  contentSha256: string;
}

/** What was asked of the engine, in the words of the address bar. */
export type FigureQuery = { [key: string]: Json | undefined };

/** The choices that made it: mapping, design, release policy. */
export type Recipe = { [key: string]: Json | undefined };

export interface SnapshotContent {
  indicatorId: string;
  instanceKey: string;
  datasetVersions: RestsOn[];
  query: FigureQuery;
  recipe: Recipe;
  released: Released<ReleasedTable>;
  engine: string;
}

/**
 * The text whose sha256 names a snapshot: everything that made the numbers, and the numbers. Moments
 * and people are left out, so that computing again gives the same text.
 */
export const snapshotText = (content: SnapshotContent): string =>
  canonical(JSON.parse(JSON.stringify(content)) as Json);

export type SnapshotStat =
  'proportion' | 'mean' | 'total' | 'difference' | 'ratio' | 'quantile' | 'index';

/** One number a claim's slot can bind to. Suppressed: every number is null. */
export interface SnapshotEstimate {
  cell: string;
  stat: SnapshotStat;
  estimate: number | null;
  ciLow: number | null;
  ciHigh: number | null;
  n: number | null;
  suppressed: boolean;
  /** the comparison gate was passed */
  tested: boolean;
}

/**
 * Every number of a released table, cell by cell, then contrast by contrast; a pair that is compared
 * twice is one number.
 */
export function snapshotEstimates(table: Released<ReleasedTable>): SnapshotEstimate[] {
  const cells = table.cells.map((cell): SnapshotEstimate => ({
    cell: cellName(cell.at),
    stat: table.statistic,
    estimate: cell.value,
    ciLow: cell.low,
    ciHigh: cell.high,
    n: cell.n,
    suppressed: cell.value === null,
    tested: false
  }));
  const contrasts = table.contrasts.flatMap((contrast): SnapshotEstimate[] => {
    const shared = {
      cell: contrastName(contrast.a, contrast.b),
      n: null,
      suppressed: false,
      tested: contrast.tested
    };
    const difference: SnapshotEstimate = {
      ...shared,
      stat: 'difference',
      estimate: contrast.difference,
      ciLow: contrast.differenceLow,
      ciHigh: contrast.differenceHigh
    };
    return contrast.ratio === null
      ? [difference]
      : [
          difference,
          {
            ...shared,
            stat: 'ratio',
            estimate: contrast.ratio,
            ciLow: contrast.ratioLow,
            ciHigh: contrast.ratioHigh
          }
        ];
  });
  const all = new Map(
    [...cells, ...contrasts].reverse().map((one) => [`${one.cell} ${one.stat}`, one])
  );
  return [...all.values()].reverse();
}
