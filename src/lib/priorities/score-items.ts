import { estimateFunctions } from '$lib/estimation/estimates/estimate-functions';
import { estimateProportion } from '$lib/estimation/estimates/estimate-proportion';
import { tInterval } from '$lib/estimation/estimates/estimate';
import { countRows } from './answered';
import { simultaneousLevel } from './definition';
import type { Design } from '$lib/estimation/design/design';
import type { SmoothFunction } from '$lib/estimation/estimates/estimate-functions';
import type { Estimate } from '$lib/estimation/estimates/estimate';
import type { PartId, PriorityItem, ScoredItem, Scores } from './definition';

/** An item with the function of means that is its score. */
export interface FunctionItem extends PriorityItem {
  score: SmoothFunction;
  /** counts somebody could work out from what is shown */
  classes: number[];
  /** share of people the score rests on: its reliability is that of the score */
  restsOn?: Estimate;
}

/** Scores by functions of means, with their covariance and simultaneous intervals. */
export function scoreItems(
  design: Design,
  items: readonly FunctionItem[]
): { items: ScoredItem[]; covariance: number[][] } {
  const { estimates, covariance } = estimateFunctions(
    design,
    items.map(({ score }) => score)
  );
  const level = simultaneousLevel(items.length);
  return {
    covariance,
    items: items.map(({ key, labels, classes, restsOn }, i): ScoredItem => {
      const estimate = estimates[i]!;
      return {
        key,
        labels,
        estimate,
        bounds: tInterval(estimate, estimate.df, level),
        n: estimate.n,
        x: null,
        psus: estimate.psus,
        classes,
        ...(restsOn && { restsOn })
      };
    })
  };
}

/** The mean of one column as a function. */
export const meanOf = (column: Float64Array): SmoothFunction => ({
  means: [column],
  value: ([mean]) => mean!,
  slopes: () => [1]
});

/** Scores that are shares of people themselves: the score is its only part. */
export function sharesAlone(
  design: Design,
  id: PartId,
  items: Parameters<typeof shareItems>[1]
): Scores {
  const shares = shareItems(design, items);
  return {
    ...shares,
    statistic: 'proportion',
    parts: [{ id, from: 'survey', statistic: 'proportion', items: shares.items }],
    leftOut: [],
    kept: null
  };
}

/** Shares of people with the Korn-Graubard interval, and their covariance. */
export function shareItems(
  design: Design,
  items: readonly (PriorityItem & { member: Float64Array; classes?: number[] })[]
): { items: ScoredItem[]; covariance: number[][] } {
  const level = simultaneousLevel(items.length);
  const { covariance } = estimateFunctions(
    design,
    items.map(({ member }) => meanOf(member))
  );
  return {
    covariance,
    items: items.map(({ key, labels, member, classes }): ScoredItem => {
      const estimate = estimateProportion(design, member, { within: 'all' });
      const { low, high } = estimateProportion(design, member, { within: 'all', level });
      return {
        key,
        labels,
        estimate,
        bounds: low === null || high === null ? null : { low, high },
        n: estimate.n,
        x: countRows(design, member, 1),
        psus: estimate.psus,
        ...(classes && { classes })
      };
    })
  };
}
