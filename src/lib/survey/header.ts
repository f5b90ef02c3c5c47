const isNumber = (text: string): boolean => /^-?\d+([.,]\d+)?%?$/.test(text);

/**
 * Does the first record look like the ones below it rather than like a header? Every filled cell must be
 * of its column's kind, at least one a number, and one word of it must come again below (or all be numbers
 * that are no years).
 *
 * @param records first records of the file, cleaned
 */
export function findMissingHeader(records: readonly string[][]): boolean {
  const [first = [], ...rest] = records;
  if (rest.length < 2) return false;
  let numbers = 0;
  let repeats = 0;
  let filled = 0;
  for (let c = 0; c < first.length; c++) {
    const cell = first[c] ?? '';
    const below = rest.map((record) => record[c] ?? '').filter((text) => text !== '');
    if (cell === '' || below.length === 0) continue;
    filled++;
    const areNumbers = below.every(isNumber);
    if (isNumber(cell) !== areNumbers) return false;
    if (areNumbers) numbers++;
    else if (below.includes(cell)) repeats++;
  }
  if (numbers === 0 || filled < 2) return false;
  const looksLikeYears = first.every((cell) => cell === '' || /^(19|20)\d\d$/.test(cell));
  return repeats > 0 || (numbers === filled && !looksLikeYears);
}
