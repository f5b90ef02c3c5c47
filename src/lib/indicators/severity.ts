/** Severity from which a person counts as in need, and from which as acutely so. */
export const inNeedFrom = 3;
export const acuteFrom = 4;

/**
 * The highest of several severities of each person; 0 = not known. With one of them not known the
 * highest is not known either, or what was answered would decide.
 *
 * @param columns 1 the mildest, 0 = not known
 */
export function worstSeverity(columns: readonly Uint8Array[]): Uint8Array {
  const [first, ...rest] = columns;
  return (first ?? new Uint8Array()).map((own, i) => {
    let worst = own;
    for (const column of rest) worst = worst && column[i]! && Math.max(worst, column[i]);
    return worst;
  });
}
