/**
 * One record, read character by character with the grammar of papaparse, for the few places where that
 * grammar goes wrong: a quote that never closes, text after a closing quote.
 */

export interface LooseRecord {
  cells: string[];
  /** position after the record and its newline */
  end: number;
  /** a quote that had to be read as text, if any */
  fault: { code: 'QUOTE_UNTERMINATED' | 'QUOTE_STRAY'; cell: number; at: number } | null;
}

export interface LooseOptions {
  delimiter: string;
  /** a backslash escapes a quote inside quotes */
  backslashEscapes: boolean;
  /** width of a record; null when not known yet */
  columns: number | null;
  /** nothing follows `text` */
  isLast: boolean;
  /** characters a quoted cell may span before its quote is taken for text */
  maxCell: number;
}

/** The record that starts at `start`, or null when `text` may not hold all of it yet. */
export function readLooseRecord(
  text: string,
  start: number,
  options: LooseOptions
): LooseRecord | null {
  const strict = readRecord(text, start, options, false);
  const isSpread = strict !== null && text.slice(start, strict.end - 1).includes('\n');
  if (strict !== null && strict.fault === null) return strict;
  if (strict !== null && !isSpread) {
    const literal = readRecord(text, start, options, true);
    const isBetter =
      literal !== null &&
      literal.end === strict.end &&
      options.columns !== null &&
      strict.cells.length !== options.columns &&
      literal.cells.length === options.columns;
    return isBetter ? literal : strict;
  }
  if (strict === null && !options.isLast && text.length - start < options.maxCell) return null;
  const literal = readRecord(text, start, options, true);
  if (strict === null || literal === null) return literal;
  const fits = options.columns === null || literal.cells.length === options.columns;
  return fits ? literal : strict;
}

/**
 * @param faultyQuotesAreText a quoted cell that closes on a later line only after stray quotes, or never,
 *   keeps its opening quote as text and ends at the next delimiter
 */
function readRecord(
  text: string,
  start: number,
  options: LooseOptions,
  faultyQuotesAreText: boolean
): LooseRecord | null {
  const { delimiter } = options;
  const cells: string[] = [];
  let fault: LooseRecord['fault'] = null;
  let at = start;
  for (;;) {
    if (text[at] === '"') {
      const close = closingQuote(text, at, options);
      // More text may still close it.
      if (close === null && !options.isLast && text.length - at < options.maxCell) return null;
      const isFaulty = close === null || close.hasStray;
      if (!(isFaulty && faultyQuotesAreText)) {
        if (close === null) return null;
        if (close.hasStray) fault ??= { code: 'QUOTE_STRAY', cell: cells.length, at };
        cells.push(unescape(text.slice(at + 1, close.at), options));
        at = close.next;
        if (text.startsWith(delimiter, at)) {
          at += delimiter.length;
          continue;
        }
        return { cells, end: Math.min(text.length, at) + (text[at] === '\n' ? 1 : 0), fault };
      }
      const cell = plainCell(text, at, delimiter);
      const isClosedEarly = text.slice(at + 1, cell.end).includes('"');
      const code = isClosedEarly ? 'QUOTE_STRAY' : 'QUOTE_UNTERMINATED';
      fault ??= { code, cell: cells.length, at };
    }
    const cell = plainCell(text, at, delimiter);
    cells.push(text.slice(at, cell.end));
    if (cell.endsAt === 'delimiter') {
      at = cell.end + delimiter.length;
      continue;
    }
    if (cell.endsAt === 'newline') return { cells, end: cell.end + 1, fault };
    return options.isLast ? { cells, end: text.length, fault } : null;
  }
}

function plainCell(
  text: string,
  at: number,
  delimiter: string
): { end: number; endsAt: 'delimiter' | 'newline' | 'end' } {
  for (let i = at; i < text.length; i++) {
    if (text[i] === '\n') return { end: i, endsAt: 'newline' };
    if (text.startsWith(delimiter, i)) return { end: i, endsAt: 'delimiter' };
  }
  return { end: text.length, endsAt: 'end' };
}

/** Where the quote opened at `open` closes: before a delimiter, a line end or the end of the file. */
function closingQuote(
  text: string,
  open: number,
  options: LooseOptions
): { at: number; next: number; hasStray: boolean } | null {
  const limit = Math.min(text.length, open + options.maxCell);
  let hasStray = false;
  for (let i = text.indexOf('"', open + 1); i >= 0 && i < limit; i = text.indexOf('"', i + 1)) {
    if (options.backslashEscapes && text[i - 1] === '\\') continue;
    if (!options.backslashEscapes && text[i + 1] === '"') {
      i++;
      continue;
    }
    const next = skipBlanks(text, i + 1, options.delimiter);
    if (next === text.length) {
      if (options.isLast) return { at: i, next, hasStray };
      return null;
    }
    if (text[next] === '\n' || text.startsWith(options.delimiter, next))
      return { at: i, next, hasStray };
    hasStray = true;
  }
  return null;
}

function skipBlanks(text: string, at: number, delimiter: string): number {
  let i = at;
  while (i < text.length && (text[i] === ' ' || text[i] === '\t') && !text.startsWith(delimiter, i))
    i++;
  return i;
}

const unescape = (cell: string, options: LooseOptions): string =>
  options.backslashEscapes ? cell.replaceAll('\\"', '"') : cell.replaceAll('""', '"');
