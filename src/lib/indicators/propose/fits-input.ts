import { answersOf, findTopCodes, findYesNoCodes, inOrder } from './yes-no';
import type { Codebook, Question, Variable } from '$lib/codebook/codebook';
import type { InputSpec, MappedInput } from '../definition';

/** Kinds of question that hold several variables with the same answers. */
const batteries: readonly Question['kind'][] = ['matrix', 'multiple-response', 'rank'];

/** Could a question feed an input: its kind, how many variables it has, and what they hold. */
export function fitsInput(
  { accepts, numbers }: Pick<InputSpec, 'accepts' | 'numbers'>,
  question: Question,
  variables: readonly Variable[]
): boolean {
  const own = question.variables.flatMap(
    (name) => variables.find((one) => one.name === name) ?? []
  );
  const isAnswer = own.length > 0 && own.every(({ role }) => role === 'answer' || role === 'area');
  if (!isAnswer) return false;
  if (numbers) return own.length === 1 && own[0]!.kind === 'numeric';
  if (own.some(({ kind }) => kind !== 'categorical')) return false;
  const kinds: readonly string[] = accepts;
  if (kinds.includes(question.kind)) return true;
  if (own.length > 1) return kinds.includes('battery') && batteries.includes(question.kind);
  // A row of a battery that stands alone is read like any scale.
  return question.kind === 'matrix' && kinds.includes('scale');
}

/** A first reading of a question for an input: every variable, and how its answers would count. */
export function firstReading(
  question: Question,
  first: Variable,
  spec: Pick<InputSpec, 'ordered' | 'numbers'> = {}
): MappedInput {
  const base = { questionId: question.id, variables: question.variables };
  if (spec.numbers) return { ...base, yes: [], no: [] };
  if (spec.ordered) {
    const answers = answersOf(first.categories);
    const steps = inOrder(answers)?.steps ?? answers;
    return { ...base, yes: steps.map(({ code }) => code), no: [] };
  }
  const codes = findYesNoCodes(first.categories) ?? findTopCodes(first.categories, question.kind);
  return { ...base, yes: codes?.yes ?? [], no: codes?.no ?? [] };
}

/** Questions that could feed an input, in the order of the form. */
export const questionsFor = (spec: InputSpec, { questions, variables }: Codebook): Question[] =>
  questions.filter((question) => fitsInput(spec, question, variables));
