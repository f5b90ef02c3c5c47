import { hasEnoughGroups } from '$lib/estimation/inequality/disparity';
import { proportionOf } from '$lib/estimation/estimates/estimate-proportion';
import { inputOf, categoryColumn, no, yes, yesNoColumn } from './answer-column';
import { peopleGrid, type PeopleGrid } from './people-grid';
import { countOf } from './share-table';
import { smoothPoint } from './smooth-point';
import type { Estimate } from '$lib/estimation/estimates/estimate';
import type { Point } from '$lib/estimation/sums/point';
import type { DisparityMeasure } from '$lib/estimation/inequality/disparity-measures';
import type { CellKey } from '$lib/privacy/table';
import type { PointAt } from './contrasts';
import type { ComputeContext, InputSpec } from './definition';

/** An index of rates, population shares and respondents, the groups in the order they were mapped. */
export type GroupIndex = (
  rates: readonly number[],
  shares: readonly number[],
  sizes: readonly number[]
) => number;

/**
 * Rates of groups: what every index over groups is made of. The errors of the rates and of the groups'
 * shares of the people both count. A group with fewer respondents at a place
 * than `ComputeContext.fewest` is left out there; with fewer than two groups there is no index.
 */
export interface GroupRates {
  grid: PeopleGrid;
  /** classes of everyone with an answer and a group */
  base: number[];
  /** those of the groups that are not left out at a place */
  baseAt: (at: CellKey) => number[];
  pointOf: (index: GroupIndex) => PointAt;
  /** nearly all groups anybody is in are left: a measure of how unequal they are speaks for all */
  areEnough: (cellsOf: CellsOf) => boolean;
  /** a measure of the engine, times a number */
  measureOf: (measure: DisparityMeasure, scale?: number) => PointAt;
  /** respondents with and without the answer in every group: whoever knows the index could seek them */
  told: (at: CellKey) => number[];
  /** share of everyone: the index is as reliable as it */
  restsOn: (at: CellKey) => Estimate;
}

export const answerInput: InputSpec = {
  id: 'answer',
  accepts: ['single', 'scale'],
  optional: false,
  labels: { en: 'Need or problem', es: 'Necesidad o problema' }
};

export const groupsInput: InputSpec = {
  id: 'groups',
  accepts: ['single', 'scale', 'area'],
  optional: false,
  ordered: true,
  labels: { en: 'Groups', es: 'Grupos' }
};

/** The rate of an answer in each mapped group. People without an answer or group are left out. */
export function groupRates(context: ComputeContext): GroupRates {
  const { responses, instance } = context;
  const answer = inputOf(instance.inputs, 'answer');
  const groups = inputOf(instance.inputs, 'groups');
  const marks = yesNoColumn(responses, answer, answer.variable);
  const codes = categoryColumn(responses, groups.variable, groups.yes);
  const count = groups.yes.length;
  const classOf = codes.map((group, i) =>
    group === 0 || (marks[i] !== yes && marks[i] !== no)
      ? 0
      : 2 * (group - 1) + (marks[i] === yes ? 1 : 2)
  );
  const grid = peopleGrid(context, classOf, 2 * count);
  const each = Array.from({ length: count }, (_, g) => ({ has: 2 * g + 1, lacks: 2 * g + 2 }));
  const base = each.flatMap(({ has, lacks }) => [has, lacks]);
  const groupsIn = (cellsOf: CellsOf): KeptGroup[] =>
    each.flatMap((group) => {
      const cells = cellsOf([group.has, group.lacks]);
      const size = cells.reduce((sum, cell) => sum + grid.tabulation.n[cell]!, 0);
      return size > 0 ? [{ ...group, size }] : [];
    });
  const keptIn = (cellsOf: CellsOf): KeptGroup[] =>
    groupsIn(cellsOf).filter(({ size }) => size >= (context.fewest ?? 0));
  const keptAt = (at: CellKey) => keptIn((classes) => grid.cellsAt(at, classes));
  const baseAt = (at: CellKey) => keptAt(at).flatMap(({ has, lacks }) => [has, lacks]);
  const pointOf: GroupRates['pointOf'] = (index) => (cellsOf) =>
    indexPoint(grid, keptIn(cellsOf), cellsOf, index);
  return {
    grid,
    base,
    baseAt,
    pointOf,
    areEnough: (cellsOf) => hasEnoughGroups(keptIn(cellsOf).length, groupsIn(cellsOf).length),
    measureOf: (measure, scale = 1) =>
      pointOf((rates, shares) => scale * (measure({ rates, shares })?.value ?? NaN)),
    told: (at) => baseAt(at).map((one) => countOf(grid, at, [one])),
    restsOn: (at) => {
      const members = keptAt(at).map(({ has }) => has);
      return proportionOf(grid.tabulation, grid.cellsAt(at, members), grid.cellsAt(at, baseAt(at)));
    }
  };
}

type KeptGroup = { has: number; lacks: number; size: number };
type CellsOf = (classes: readonly number[]) => number[];

function indexPoint(
  grid: PeopleGrid,
  groups: readonly KeptGroup[],
  cellsOf: CellsOf,
  index: GroupIndex
): Point | null {
  if (groups.length < 2) return null;
  const sizes = groups.map(({ size }) => size);
  return smoothPoint(
    grid.tabulation,
    groups.flatMap(({ has, lacks }) => [
      { cells: cellsOf([has]) },
      { cells: cellsOf([has, lacks]) }
    ]),
    (sums) => {
      const members = sums.filter((_, i) => i % 2 === 0);
      const people = sums.filter((_, i) => i % 2 === 1);
      const total = people.reduce((a, b) => a + b, 0);
      return index(
        members.map((with_, g) => with_ / people[g]!),
        people.map((one) => one / total),
        sizes
      );
    },
    cellsOf(groups.flatMap(({ has, lacks }) => [has, lacks]))
  );
}
