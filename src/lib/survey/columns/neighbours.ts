import type { Sheet } from '../sheet/sheet';
import { isOtherAnswer } from '../values/option-words';
import type { ColumnFacts } from './facts';
import { findReplicateWeights } from './replicate-weights';

/** Rows in which a write-in field is filled, before its rows say something about its question. */
const FEWEST_ROWS = 2;
/** Share of the filled cells that stand beside "other". */
const BESIDE = 0.9;

/**
 * The facts of all columns, with the roles that only show among neighbours: families of replicate
 * weights, and fields that are filled where the question before them is answered with "other".
 */
export function withNeighbours(sheet: Sheet, facts: readonly ColumnFacts[]): ColumnFacts[] {
  const replicates = findReplicateWeights(sheet, facts);
  return facts.map((each, i) => {
    if (each.hint.role) return each;
    if (replicates.has(each.column.index))
      return {
        ...each,
        known: { role: 'replicate-weight', reason: 'replicate-weight', confidence: 0.9 }
      };
    const before = facts[i - 1];
    const isFree = !each.hint.kind && !each.hint.group && !each.number && !each.date;
    if (before && isFree && followsOther(sheet, before, each))
      return { ...each, hint: { ...each.hint, kind: 'other-specify' } };
    return each;
  });
}

function followsOther(sheet: Sheet, question: ColumnFacts, field: ColumnFacts): boolean {
  if (![...question.answers.keys()].some(isOtherAnswer)) return false;
  let filled = 0;
  let beside = 0;
  for (const row of sheet.rows) {
    if ((row[field.column.index] ?? '') === '') continue;
    filled++;
    if (isOtherAnswer(row[question.column.index] ?? '')) beside++;
  }
  return filled >= FEWEST_ROWS && filled < sheet.rows.length && beside >= filled * BESIDE;
}
