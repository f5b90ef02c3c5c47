import { partsTable, type NumberPart } from './parts-table';
import type { GroupRates } from './group-rates';
import type { EstimateTable } from '$lib/privacy/table';
import type { ComputeContext, IndicatorExample } from './definition';
import type { Home } from './share-table';

/** One measure of how rates differ between groups. */
export type GroupMeasure = Pick<NumberPart, 'key' | 'labels' | 'point' | 'finish'>;

/**
 * A table of measures over the rates of groups, each as reliable as the rate of everyone. No number where
 * fewer than 85 % of the groups have answers enough.
 */
export const measuresTable = (
  home: Home,
  context: ComputeContext,
  { grid, base, baseAt, told, restsOn, areEnough }: GroupRates,
  measures: readonly GroupMeasure[]
): EstimateTable =>
  partsTable(
    home,
    context,
    {
      statistic: 'index',
      interval: 't',
      dimension: { id: 'measure', labels: { en: 'Measure', es: 'Medida' } }
    },
    measures.map((measure) => ({
      ...measure,
      point: (cellsOf) => (areEnough(cellsOf) ? measure.point(cellsOf) : null),
      noPoint: 'too-few-groups',
      grid,
      base,
      baseAt,
      told,
      restsOn
    }))
  );

/** Four people in two groups, the worse off first: all of the first have the problem, half of the second. */
export const unequalGroups: Pick<IndicatorExample, 'given' | 'inputs'> = {
  given: { need: ['y', 'y', 'y', 'n'], group: ['low', 'low', 'high', 'high'] },
  inputs: {
    answer: { questionId: 'n', variables: ['need'], yes: ['y'], no: ['n'] },
    groups: { questionId: 'g', variables: ['group'], yes: ['low', 'high'], no: [] }
  }
};
