import * as v from 'valibot';
import { memberLevels, organizationKinds, sectors } from './coalition';
import { commitmentStates } from './commitment';
import {
  choice,
  choiceOr,
  optionalDay,
  optionalText,
  optionalWebAddress,
  requiredText,
  visibility
} from './fields';

const optionalOf = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  v.pipe(optionalText(60), v.nullable(v.picklist(options, 'choice-unknown')));

export const organizationSchema = v.object({
  name: requiredText('name-missing', 200),
  classification: choiceOr(organizationKinds, 'nonprofit'),
  sector: optionalOf(sectors),
  website: optionalWebAddress,
  memberLevel: optionalOf(memberLevels),
  joinedOn: optionalDay,
  leftOn: optionalDay,
  note: optionalText(2000)
});
export type OrganizationInput = v.InferOutput<typeof organizationSchema>;

export const commitmentSchema = v.object({
  giverOrganizationId: optionalText(40),
  giverPersonName: optionalText(120),
  campaignId: optionalText(40),
  text: requiredText('text-missing', 500),
  dueOn: optionalDay,
  visibility
});
export type CommitmentInput = v.InferOutput<typeof commitmentSchema>;

export const moveCommitmentSchema = v.object({
  to: choice(commitmentStates),
  evidence: optionalText(2000)
});
export type MoveCommitmentInput = v.InferOutput<typeof moveCommitmentSchema>;
