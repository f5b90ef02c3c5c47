import type { IndicatorInstance } from './definition';

/** Indicators whose tables have one cell per answer, service or option beside the split of people. */
const always: Readonly<Record<string, string>> = {
  'access-barriers': 'option',
  'importance-satisfaction': 'service',
  'answer-shares': 'answer'
};

/**
 * Dimension an instance brings by itself: options of a multiple-response set, services of a battery,
 * answers to one question. Null where its table is one number for each group of people.
 */
export function ownDimension({
  indicatorId,
  inputs
}: Pick<IndicatorInstance, 'indicatorId' | 'inputs'>): string | null {
  const isSet = indicatorId === 'prevalence' && (inputs.answer?.variables.length ?? 0) > 1;
  return isSet ? 'option' : (always[indicatorId] ?? null);
}
