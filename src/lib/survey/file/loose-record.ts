import { ClosingQuotes, type QuoteGrammar } from './closing-quotes';

/**
 * One record, read with the grammar of papaparse, for the few places where that grammar goes wrong: a
 * quote that never closes, text after a closing quote.
 */
export interface LooseRecord {
  cells: string[];
  /** position after the record and its newline */
  end: number;
  /** a quote that had to be read as text, if any */
  fault: { code: 'QUOTE_UNTERMINATED' | 'QUOTE_STRAY'; cell: number; at: number } | null;
}

export interface LooseOptions extends QuoteGrammar {
  /** width of a record; null when not known yet */
  columns: number | null;
  /** characters a record may have; a quote that closes only after them is taken for text */
  maxRecord: number;
}

/** The record that starts at `start`, or null when `text` may not hold all of it yet. */
export function readLooseRecord(
  text: string,
  start: number,
  options: LooseOptions
): LooseRecord | null {
  const quotes = new ClosingQuotes(text, start + options.maxRecord, options);
  const strict = readSpans(text, start, options, quotes, false);
  if (strict === 'more') return null;
  if (strict !== 'open') {
    if (strict.fault === null) return toRecord(text, strict, options);
    const newline = text.indexOf('\n', start);
    const isSpread = newline >= 0 && newline < strict.end - 1;
    if (!isSpread && strict.spans.length === options.columns)
      return toRecord(text, strict, options);
    const literal = readSpans(text, start, options, quotes, true);
    if (literal === 'more' || literal === 'open') return null;
    const fits = literal.spans.length === options.columns;
    const isBetter = isSpread
      ? fits || options.columns === null
      : fits && literal.end === strict.end;
    return toRecord(text, isBetter ? literal : strict, options);
  }
  const literal = readSpans(text, start, options, quotes, true);
  return literal === 'more' || literal === 'open' ? null : toRecord(text, literal, options);
}

/** Where the cells of a record stand; no text is cut out before it is known which reading is right. */
interface Reading {
  spans: { from: number; to: number; isQuoted: boolean }[];
  end: number;
  fault: LooseRecord['fault'];
}

/**
 * @param faultyQuotesAreText a quoted cell that closes only after stray quotes, or never, keeps its
 *   opening quote as text and ends at the next delimiter
 */
function readSpans(
  text: string,
  start: number,
  options: LooseOptions,
  quotes: ClosingQuotes,
  faultyQuotesAreText: boolean
): Reading | 'open' | 'more' {
  const { delimiter } = options;
  const spans: Reading['spans'] = [];
  let fault: Reading['fault'] = null;
  let at = start;
  for (;;) {
    if (text.charCodeAt(at) === QUOTE) {
      const close = quotes.find(at, fault !== null);
      if (close === 'more') return close;
      const isFaulty = close === 'open' || close.hasStray;
      if (!(isFaulty && faultyQuotesAreText)) {
        if (close === 'open') return close;
        if (close.hasStray) fault ??= { code: 'QUOTE_STRAY', cell: spans.length, at };
        spans.push({ from: at + 1, to: close.at, isQuoted: true });
        at = close.next;
        if (text.startsWith(delimiter, at)) {
          at += delimiter.length;
          continue;
        }
        return { spans, end: at + (text.charCodeAt(at) === NEWLINE ? 1 : 0), fault };
      }
      if (fault === null) {
        const isClosedEarly = text.slice(at + 1, plainEnd(text, at, delimiter)).includes('"');
        const code = isClosedEarly ? 'QUOTE_STRAY' : 'QUOTE_UNTERMINATED';
        fault = { code, cell: spans.length, at };
      }
    }
    const end = plainEnd(text, at, delimiter);
    spans.push({ from: at, to: end, isQuoted: false });
    if (end === text.length) return options.isLast ? { spans, end, fault } : 'more';
    if (text.charCodeAt(end) === NEWLINE) return { spans, end: end + 1, fault };
    at = end + delimiter.length;
  }
}

const QUOTE = 34;
const NEWLINE = 10;

/** Where a cell without quotes ends: at a delimiter, a newline or the end of the text. */
function plainEnd(text: string, at: number, delimiter: string): number {
  const first = delimiter.charCodeAt(0);
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === NEWLINE || (code === first && text.startsWith(delimiter, i))) return i;
  }
  return text.length;
}

function toRecord(
  text: string,
  { spans, end, fault }: Reading,
  options: LooseOptions
): LooseRecord {
  const cells = spans.map(({ from, to, isQuoted }) => {
    const cell = text.slice(from, to);
    return isQuoted ? unescape(cell, options) : cell;
  });
  return { cells, end, fault };
}

const unescape = (cell: string, options: LooseOptions): string =>
  options.backslashEscapes ? cell.replaceAll('\\"', '"') : cell.replaceAll('""', '"');
