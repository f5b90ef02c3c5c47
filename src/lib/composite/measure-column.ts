import { inputOf, memberColumn, no, yes, yesNoColumn } from '$lib/indicators/answer-column';
import { met, needColumn, notNeeded, unmet } from '$lib/indicators/unmet-need';
import type { Responses } from '$lib/codebook/responses';
import type { IndicatorInstance } from '$lib/indicators/definition';

type Read = (responses: Responses, instance: IndicatorInstance) => Float64Array;

/** Indicators an index can be made of: shares of people, one number for each area. */
const readers: Readonly<Record<string, Read>> = {
  'unmet-need-rate': (responses, { inputs }) =>
    memberColumn(needColumn(responses, inputs), [unmet], [met, notNeeded]),
  'coverage-gap': (responses, { inputs }) =>
    memberColumn(needColumn(responses, inputs), [unmet], [met]),
  prevalence: (responses, { inputs }) => {
    const input = inputOf(inputs, 'answer');
    return memberColumn(yesNoColumn(responses, input, input.variable), [yes], [no]);
  }
};

/** Whether an instance is one share of people for each area. */
export const canIndex = ({
  indicatorId,
  inputs
}: Pick<IndicatorInstance, 'indicatorId' | 'inputs'>): boolean =>
  indicatorId in readers &&
  !(indicatorId === 'prevalence' && (inputs.answer?.variables.length ?? 0) > 1);

/**
 * A share-of-people indicator as a column: 1 in the numerator, 0 in the rest of the base, NaN outside.
 *
 * @throws RangeError on an indicator that is no share of people
 */
export function measureColumn(responses: Responses, instance: IndicatorInstance): Float64Array {
  const read = readers[instance.indicatorId];
  if (!read || !canIndex(instance))
    throw new RangeError(`"${instance.indicatorId}" is not a share of people`);
  return read(responses, instance);
}
