import * as v from 'valibot';
import { visibilities } from '$lib/advocacy/fields';

/** A claim as it is typed. What its sentence may say is checked by `checkClaim`. */
export const claimSchema = v.object({
  template: v.pipe(v.string('claim-missing'), v.maxLength(1000, 'claim-long')),
  kind: v.picklist(['level', 'comparison', 'trend'], 'choice-missing'),
  visibility: v.picklist(visibilities, 'choice-missing')
});
