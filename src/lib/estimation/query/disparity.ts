import {
  bestAndWorst,
  inOrder,
  measureBetweenVariance,
  measureDisparity,
  profileGroups
} from '../inequality/disparity';
import {
  absoluteConcentration,
  fittedRatio,
  relativeConcentration,
  relativeSlope,
  ridits,
  slopeIndex
} from '../inequality/disparity-gradient';
import {
  betweenGroupVariance,
  extreme,
  indexAgainst,
  indexOfDisparity,
  logRateRatio,
  meanLogDeviation,
  rateDifference,
  theil,
  weightedIndexOfDisparity
} from '../inequality/disparity-measures';
import { isSame } from './data-source';
import { groupRows } from './grouping';
import { listField, nameList, objectField } from './spec';
import { readColumn } from './variable';
import type { GroupProfile } from '../inequality/disparity';
import type { DisparityMeasure } from '../inequality/disparity-measures';
import type { Measured } from '../estimates/measured';
import type { Grouping } from './grouping';
import type { Question } from './question';
import type { Answer } from './report';

/**
 * Measures of disparity between the groups of `by` in the mean of `y`; with an `order` (values of `by`
 * from least to most advantaged) also those of a gradient. `lower_is_better` unless it says false.
 */
export function disparity({ source, spec, design, within }: Question): Answer {
  const y = readColumn(source, objectField(spec, 'y'));
  const grouping = groupRows(source, nameList(spec, 'by'), within);
  const profile = profileGroups(design, y, grouping.groups, { within });
  return {
    groups: profile.groups.map(({ estimate, share }, g) => ({
      key: grouping.keys[g]!,
      rate: estimate.value,
      share,
      se: estimate.se
    })),
    total_rate: profile.overall.value,
    total_rate_se: profile.overall.se,
    ...unorderedFields(profile, spec['lower_is_better'] !== false),
    ...(spec['order'] === undefined || spec['order'] === null
      ? {}
      : orderedFields(inOrder(profile, orderOf(grouping, listField(spec, 'order')))))
  };
}

/** Value and standard error under a name. */
const named = (name: string, { value, se }: Measured): Answer => ({
  [name]: value,
  [`${name}_se`]: se
});

function unorderedFields(profile: GroupProfile, lowerIsBetter: boolean): Answer {
  const measured = (name: string, measure: DisparityMeasure): Answer =>
    named(name, measureDisparity(profile, measure));
  const ends = bestAndWorst(profile.rates, lowerIsBetter);
  const best = ends && profile.groups[profile.known[ends.best]!]!.label;
  const highest = extreme(profile.rates.rates, 'highest');
  const lowest = extreme(profile.rates.rates, 'lowest');
  const logRatio = measureDisparity(profile, logRateRatio(highest, lowest));
  return {
    ...measured('index_of_disparity_vs_total', indexOfDisparity),
    ...measured('index_of_disparity_weighted', weightedIndexOfDisparity),
    ...measured('index_of_disparity_vs_best', indexAgainst(ends?.best ?? -1)),
    best_group: best,
    ...(ends ? measured('range_difference', rateDifference(highest, lowest)) : {}),
    range_ratio: logRatio.value === null ? null : Math.exp(logRatio.value),
    log_range_ratio_se: logRatio.se,
    ...named('between_group_variance', measureBetweenVariance(profile, betweenGroupVariance)),
    ...measured('theil', theil),
    ...measured('mean_log_deviation', meanLogDeviation)
  };
}

function orderedFields(profile: GroupProfile): Answer {
  const measured = (name: string, measure: DisparityMeasure): Answer =>
    named(name, measureDisparity(profile, measure));
  return {
    ridits: ridits(profile.rates.shares),
    ...measured('slope_index_of_inequality', slopeIndex),
    ...measured('relative_index_of_inequality_mean', relativeSlope),
    ...measured('relative_index_of_inequality_ratio', fittedRatio),
    ...measured('absolute_concentration_index_grouped', absoluteConcentration),
    ...measured('relative_concentration_index_grouped', relativeConcentration)
  };
}

/** Places of the ordered values among the groups; a value no row has is left out. */
function orderOf({ keys }: Grouping, order: readonly unknown[]): number[] {
  return order
    .map((value) => keys.findIndex((key) => Object.values(key).some((own) => isSame(own, value))))
    .filter((g) => g >= 0);
}
