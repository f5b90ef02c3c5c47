import { findMissingWord } from '../../values/missing';
import type { Head } from '../format';

/** Rows below the header that must be there before they say anything about the second one. */
const FEWEST_ROWS = 3;
const NUMBERS = 0.4;
const FILLED = 0.5;

const QUANTITY = /^[-+$€£]?\s?\d[\d.,:/\s-]*([ap]\.?m\.?|%|[tz][\d:.+z]*)?$/i;

/**
 * Records that make the header of a file whose tool is not known: 2 when the second one has words where
 * all rows below have numbers or dates, or fills the blanks of the first (a question over its options).
 */
export function findHeaderRows({ h, r1, records }: Head): number {
  const below = records.slice(2);
  if (below.length < FEWEST_ROWS || r1.length === 0) return 1;
  return namesQuantities(r1, below) || fillsBlanks(h, r1, below) ? 2 : 1;
}

/** Words over numbers: no number in the row itself, and numbers in two columns of five below it. */
function namesQuantities(row: readonly string[], below: readonly string[][]): boolean {
  const filled = row.filter((cell) => cell !== '');
  if (filled.length < row.length * FILLED || filled.some((cell) => QUANTITY.test(cell)))
    return false;
  const quantities = row.flatMap((_, i) => (isQuantity(i, below) ? [i] : []));
  const named = quantities.filter((i) => {
    const cell = row[i] ?? '';
    return cell !== '' && findMissingWord(cell, true) === null;
  });
  return quantities.length >= row.length * NUMBERS && named.length >= quantities.length * 0.8;
}

function isQuantity(column: number, rows: readonly string[][]): boolean {
  const cells = rows
    .map((row) => row[column] ?? '')
    .filter((cell) => findMissingWord(cell, true) === null);
  return cells.length >= 2 && cells.every((cell) => QUANTITY.test(cell));
}

/** Texts under most blanks of the header, and a blank where every row below has something (its id). */
function fillsBlanks(
  header: readonly string[],
  row: readonly string[],
  below: readonly string[][]
): boolean {
  const blanks = header.flatMap((cell, i) => (cell === '' && i > 0 ? [i] : []));
  const filled = blanks.filter((i) => (row[i] ?? '') !== '' && !QUANTITY.test(row[i] ?? ''));
  const leavesId = row.some(
    (cell, i) => cell === '' && header[i] !== '' && below.every((each) => (each[i] ?? '') !== '')
  );
  return blanks.length >= 2 && filled.length >= blanks.length * 0.8 && leavesId;
}

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
