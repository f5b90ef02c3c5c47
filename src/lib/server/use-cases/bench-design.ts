import type { Issue } from '$lib/base/issue';
import type { Design } from '$lib/estimation';
import type { DesignColumns } from '$lib/estimation/query/r-call';
import type { SampleType } from '$lib/privacy/table';
import type { StoredDesign } from '$lib/server/db/schema/survey';

/** What the sample behind an answer looks like; counts of the whole design, never of a cell. */
export interface BenchDesign {
  kind: 'taylor' | 'replicates' | 'calibrated' | 'none';
  columns: DesignColumns;
  strata: number;
  psus: number;
  /** strata with a single PSU */
  lonely: number;
  df: number;
}

/** The design in the words of R. */
export function columnsOf(design: Design, stored: StoredDesign | null): DesignColumns {
  const none = { strata: null, psu: null, weight: null, fpc: null, nest: false, lonely: 'fail' };
  const note = design.replicates ? 'replicates' : design.projection ? 'calibrated' : null;
  if (!stored) return { ...none, note };
  const { strata, psu, weight, fpc, nest, lonely } = stored;
  return { strata, psu, weight, fpc, nest, lonely, note };
}

const lonelyStrata = ({ psus, fraction }: Design): number =>
  psus.reduce((sum, count, h) => sum + (count === 1 && fraction[h]! < 1 ? 1 : 0), 0);

/** What a person is told about a design. */
export function describeDesign(design: Design, stored: StoredDesign | null): BenchDesign {
  const columns = columnsOf(design, stored);
  return {
    kind: stored === null ? 'none' : (columns.note ?? 'taylor'),
    columns,
    strata: design.strata.length,
    psus: design.psus.reduce((sum, count) => sum + count, 0),
    lonely: lonelyStrata(design),
    df: design.dfFull
  };
}

const fewDf = 8;

/** What a reader of the numbers should know first. `dfs`: degrees of freedom of the numbers shown. */
export function benchWarnings(
  design: Design,
  stored: StoredDesign | null,
  sampleType: SampleType,
  dfs: readonly number[]
): Issue[] {
  const note = (code: string, params: Issue['params'] = {}): Issue => ({
    code,
    severity: 'note',
    where: {},
    params
  });
  const lonely = design.replicates ? 0 : lonelyStrata(design);
  const smallest = Math.min(Infinity, ...dfs);
  return [
    ...(stored === null ? [note('bench-no-design')] : []),
    ...(lonely > 0 ? [note('bench-lonely', { count: lonely, rule: design.lonely })] : []),
    ...(smallest < fewDf ? [note('bench-small-df', { df: smallest })] : []),
    ...(sampleType === 'opt-in' ? [note('bench-opt-in')] : [])
  ];
}
