import { contributionOf, countDeprivations } from '$lib/estimation/estimates/alkire-foster';
import { combinedPoint, type SmoothFormula } from '$lib/estimation/sums/combined-point';
import { meanPoint, sharePoint, type Point } from '$lib/estimation/sums/point';
import { memberColumn, no, yes } from './answer-column';
import { markColumn, variablesOf } from './answer-scale';
import { inRange, partsTable, type NumberPart } from './parts-table';
import { peopleGrid, type PeopleGrid } from './people-grid';
import { countOf, type Home } from './share-table';
import type { CellKey, EstimateTable } from '$lib/privacy/table';
import type { PointAt } from './contrasts';
import type { ComputeContext, InputSpec } from './definition';

/** Share of the weighted deprivations from which a person counts as deprived in many ways. */
export const deprivationCutoff = 1 / 3;

/** Classes: deprived in many ways, and not. */
const poor = 1;
const notPoor = 2;
const everyone = [poor, notPoor];

export const deprivedInput: InputSpec = {
  id: 'deprived',
  accepts: ['single', 'scale', 'multiple-response', 'battery'],
  optional: false,
  many: true,
  labels: { en: 'Deprivation', es: 'Carencia' }
};

/** Deprived 1, not 0, NaN where a person did not say; one column for each item mapped. */
export function deprivedColumns({
  responses,
  instance
}: Pick<ComputeContext, 'responses' | 'instance'>) {
  return variablesOf(responses, instance.inputs, 'deprived').map((item) => ({
    key: item.key,
    labels: item.labels,
    column: memberColumn(markColumn(responses, item), [yes], [no])
  }));
}

/**
 * Adjusted headcount M0, headcount H and intensity A, with what each deprivation contributes to M0.
 *
 * M0 is the mean of the censored share, H a proportion, A and the contributions ratios; all from sums
 * of one tabulation. Alkire and Foster (2011).
 */
export function deprivationTable(home: Home, context: ComputeContext): EstimateTable {
  const items = deprivedColumns(context);
  const counted = countDeprivations(
    items.map(({ column }) => column),
    items.map(() => 1 / items.length),
    deprivationCutoff
  );
  const classOf = counted.isKnown.map((known, i) =>
    known ? (counted.poor[i] ? poor : notPoor) : 0
  );
  const parts = [
    ...headParts(peopleGrid(context, classOf, 2, [counted.count])),
    ...items.map((item, j) => {
      const own = classOf.map((one, i) =>
        one === poor ? (counted.censored[j]![i] ? 1 : 2) : one && 3
      );
      return contributionPart(peopleGrid(context, own, 3, [counted.count]), item, items.length);
    })
  ];
  return partsTable(
    home,
    context,
    {
      statistic: 'index',
      interval: 't',
      dimension: { id: 'measure', labels: { en: 'Part', es: 'Parte' } }
    },
    parts
  );
}

/** M0 over everyone, H over everyone, A over those deprived in many ways. */
function headParts(grid: PeopleGrid): NumberPart[] {
  const told = (at: CellKey) => everyone.map((one) => countOf(grid, at, [one]));
  const adjusted: PointAt = (cellsOf) => defined(meanPoint(grid.tabulation, cellsOf(everyone)));
  const headcount: PointAt = (cellsOf) =>
    defined(sharePoint(grid.tabulation, cellsOf([poor]), cellsOf(everyone)));
  const intensity: PointAt = (cellsOf) => {
    const [m0, h] = [adjusted(cellsOf), headcount(cellsOf)];
    return m0 && h && combinedPoint([m0, h], quotient);
  };
  const base = { grid, base: everyone, told, finish: inRange(0, 1) };
  return [
    {
      ...base,
      key: 'm0',
      labels: {
        en: 'Index (M0): how many times how deeply',
        es: 'Índice (M0): cuántas por cuánto'
      },
      point: adjusted
    },
    {
      ...base,
      key: 'h',
      labels: { en: 'Deprived in many ways (H)', es: 'Con muchas carencias (H)' },
      point: headcount,
      share: [poor]
    },
    {
      ...base,
      key: 'a',
      labels: {
        en: 'How deeply, among them (A)',
        es: 'Con qué intensidad, entre ellas (A)'
      },
      point: intensity
    }
  ];
}

const quotient: SmoothFormula = {
  value: ([above = NaN, below = NaN]) => above / below,
  slopes: ([above = NaN, below = NaN]) => [1 / below, -above / (below * below)]
};

const defined = (point: ReturnType<typeof meanPoint>): Point | null =>
  typeof point === 'string' ? null : point;

function contributionPart(
  grid: PeopleGrid,
  { key, labels }: Pick<NumberPart, 'key' | 'labels'>,
  items: number
): NumberPart {
  const all = [1, 2, 3];
  return {
    key: `part:${key}`,
    labels,
    grid,
    base: all,
    told: (at) => all.map((one) => countOf(grid, at, [one])),
    finish: inRange(0, 1),
    point: (cellsOf) => {
      const censored = defined(sharePoint(grid.tabulation, cellsOf([1]), cellsOf(all)));
      const count = defined(meanPoint(grid.tabulation, cellsOf(all)));
      return censored && count && combinedPoint([censored, count], contributionOf(items));
    }
  };
}
