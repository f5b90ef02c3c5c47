import * as v from 'valibot';
import {
  choice,
  choiceOr,
  optionalDay,
  optionalText,
  requiredText,
  someText,
  visibility
} from './fields';
import { policyActionKinds, policyActionStates, policyResponses } from './policy-action';

export const policyActionSchema = v.object({
  kind: choice(policyActionKinds),
  text: requiredText('text-missing', 1000),
  body: someText(200),
  measureId: optionalText(40),
  campaignId: optionalText(40),
  visibility
});
export type PolicyActionInput = v.InferOutput<typeof policyActionSchema>;

export const movePolicyActionSchema = v.object({
  to: choice(policyActionStates),
  doneOn: optionalDay,
  proof: optionalText(2000)
});
export type MovePolicyActionInput = v.InferOutput<typeof movePolicyActionSchema>;

export const policyResponseSchema = v.object({ response: choiceOr(policyResponses, 'none') });
