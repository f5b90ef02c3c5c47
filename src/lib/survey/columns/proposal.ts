import type { QuestionKind, VariableKind, VariableRole } from '$lib/codebook/codebook';
import type { IdentifierFinding } from '../identifiers/identifiers';

/** What a column is for, with the reason a person reads. */
export interface Proposal {
  kind: VariableKind;
  role: VariableRole;
  question: QuestionKind;
  confidence: number;
  reason: string;
  identifier?: IdentifierFinding;
}
