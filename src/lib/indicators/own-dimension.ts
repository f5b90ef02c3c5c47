import type { IndicatorInstance } from './definition';

/** Indicators whose tables have one cell per answer, service or option beside the split of people. */
const always: Readonly<Record<string, string>> = {
  'access-barriers': 'option',
  'top-needs': 'option',
  'importance-satisfaction': 'service',
  'capacity-need': 'skill',
  'answer-shares': 'answer',
  'social-cohesion': 'measure',
  'neighborhood-deprivation': 'measure',
  'deprivation-index': 'measure',
  'group-inequality': 'measure',
  'income-slope': 'measure',
  'avoidable-share': 'measure',
  'severity-phase': 'measure'
};

/**
 * Dimension an instance brings by itself: options of a multiple-response set, services of a battery,
 * answers to one question, the parts of an index, the waves of a file. Null where its table is one number for each group of people.
 */
export function ownDimension({
  indicatorId,
  inputs
}: Pick<IndicatorInstance, 'indicatorId' | 'inputs'>): string | null {
  if (indicatorId === 'change-between-waves') return inputs.wave?.variables[0] ?? null;
  const isSet = indicatorId === 'prevalence' && (inputs.answer?.variables.length ?? 0) > 1;
  return isSet ? 'option' : (always[indicatorId] ?? null);
}

/** Indicators put beside published numbers, which speak of the whole and of places, never of groups. */
const besidePublished: readonly string[] = [
  'supply-need-ratio',
  'budget-adequacy',
  'take-up',
  'benchmark-gap',
  'constituents-affected'
];

/** Is a measure known for the whole and for places only, since nothing is published about groups? */
export const isOfPlacesOnly = ({ indicatorId }: Pick<IndicatorInstance, 'indicatorId'>): boolean =>
  besidePublished.includes(indicatorId);
