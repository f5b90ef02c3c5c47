import type { Issue } from '$lib/base/issue';
import type { PlannedVariable } from '../plan';

/** Fewer columns of codes than this may be ratings whose points need no words. */
const FEWEST = 5;

/**
 * Number codes without a codebook: they are imported as codes in no order, and nothing is averaged. What
 * we would guess of their labels is offered at the review, never applied.
 */
export function findLabelsNeeded(variables: readonly PlannedVariable[]): Issue[] {
  const answers = variables.filter(({ role, kind }) => role === 'answer' && kind === 'categorical');
  const coded = answers.filter(
    ({ reason, categories }) =>
      reason === 'number-codes' && categories.every(({ code, labels }) => labels.und === code)
  );
  if (coded.length < FEWEST || coded.length < answers.length * 0.3) return [];
  const params = { count: coded.length };
  const where = { column: coded[0]?.heading ?? '', columnIndex: coded[0]?.columnIndex ?? 0 };
  return [{ code: 'LABELS_NEEDED', severity: 'note', where, params }];
}
