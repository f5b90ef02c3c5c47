import type { CountCell } from './counts';

/** Hidden for how few people answered, whatever they answered: the same in every measure of a base. */
export const isTooFew = (cell: CountCell, threshold: number): boolean =>
  // P3: a small denominator. P5: one PSU or organization gave every answer.
  cell.n > 0 && (cell.n < threshold || cell.psus < 2);

/**
 * Hidden for what few people answered: P1 and P2, a class of 1 to threshold - 1 respondents
 * (numerator, complement, or another class the measure tells apart); P4, everyone or nobody, in a
 * group smaller than three thresholds and in any part of the people. Of a whole, nobody says little
 * about anyone; of a part, it says the same of every group inside it, and with other such parts it
 * gives hidden cells away.
 */
export function isTelling(cell: CountCell, threshold: number): boolean {
  if (cell.n === 0) return false;
  if (cell.classes.some((count) => count > 0 && count < threshold)) return true;
  const isUnanimous = cell.x === 0 || cell.x === cell.n || cell.classes.includes(0);
  return isUnanimous && (cell.depth > 0 || cell.n < 3 * threshold);
}
