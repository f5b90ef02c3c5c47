import { labelIn } from '$lib/codebook/codebook';
import type { ImportPlan } from '../plan';

const longest = 60;

/** A question as a list of decisions names it: its wording, else its heading, cut when long. */
export function questionName(plan: ImportPlan, questionId: string, language: string): string {
  const question = plan.questions.find(({ id }) => id === questionId);
  const heading = plan.variables.find(({ name }) => name === question?.variables[0])?.heading;
  const name = (question && labelIn(question.labels, language)) || heading || questionId;
  return name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
}
