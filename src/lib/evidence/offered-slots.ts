import type { SnapshotEstimate } from './snapshot';

/** Numbers of a snapshot that a sentence may use, by the slot name they are offered under. */
export type OfferedSlots = Record<string, SnapshotEstimate>;

const letterAt = (index: number): string =>
  index < 26 ? String.fromCharCode(97 + index) : `cell${index + 1}`;

/**
 * Slot names for what a snapshot shows: `a`, `b`, … for its cells in order, `gap_a_b` and `ratio_a_b`
 * for what was tested between two of them (`rest`: all others). Hidden numbers and differences that no
 * test supports are not offered. The same snapshot always offers the same names.
 */
export function offeredSlots(estimates: readonly SnapshotEstimate[]): OfferedSlots {
  const slots: OfferedSlots = {};
  const names = new Map<string, string>();
  const cells = estimates.filter(({ stat }) => stat !== 'difference' && stat !== 'ratio');
  cells.forEach((estimate, i) => {
    names.set(estimate.cell, letterAt(i));
    if (!estimate.suppressed) slots[letterAt(i)] = estimate;
  });
  for (const estimate of estimates) {
    if (!estimate.tested || estimate.estimate === null) continue;
    const [a = '', b = ''] = estimate.cell.split('|');
    const [from, to] = [names.get(a), names.get(b) ?? 'rest'];
    if (from === undefined) continue;
    const prefix = estimate.stat === 'difference' ? 'gap' : 'ratio';
    slots[`${prefix}_${from}_${to}`] = estimate;
  }
  return slots;
}
