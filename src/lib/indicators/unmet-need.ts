import { inputOf, no, outside, yes, yesNoColumn } from './answer-column';
import type { Responses } from '$lib/codebook/responses';
import type { IndicatorInstance, InputSpec } from './definition';

/** Classes of a need and its service. */
export const unmet = 1;
export const met = 2;
export const notNeeded = 3;
export const needClasses = 3;

/**
 * Each person's class for one need: unmet, met, or no need. Without a service question a need counts
 * as unmet. A need without an answer about the service is outside; no need settles it, since the
 * service question was then skipped.
 */
export function needColumn(responses: Responses, inputs: IndicatorInstance['inputs']): Uint8Array {
  const needInput = inputOf(inputs, 'need');
  const need = yesNoColumn(responses, needInput, needInput.variable);
  const servedInput = inputs.served ? inputOf(inputs, 'served') : null;
  const served = servedInput && yesNoColumn(responses, servedInput, servedInput.variable);
  return need.map((answer, i) => {
    if (answer === no) return notNeeded;
    if (answer !== yes) return outside;
    if (!served) return unmet;
    return served[i] === yes ? met : served[i] === no ? unmet : outside;
  });
}

export const needInput: InputSpec = {
  id: 'need',
  accepts: ['single', 'scale'],
  optional: false,
  labels: { en: 'Needed it', es: 'Lo necesitaba' }
};

export const servedInput: InputSpec = {
  id: 'served',
  accepts: ['single', 'scale'],
  optional: false,
  labels: { en: 'Got help with it', es: 'Recibió ayuda' }
};
