/** What follows the blanks after a quote says whether it closes a cell. */
export interface ClosingQuote {
  at: number;
  /** where the blanks after it end: a delimiter, a line end or the end of the file */
  next: number;
  /** a quote before it is neither doubled nor closes the cell */
  hasStray: boolean;
}

export interface QuoteGrammar {
  delimiter: string;
  /** a backslash escapes a quote inside quotes */
  backslashEscapes: boolean;
  /** nothing follows the text */
  isLast: boolean;
}

/** After a stray quote the cell may go on for so many lines; then the stray one is taken for text. */
const STRAY_LINES = 20;

/**
 * Finds the quotes that close the cells of one record. What has been looked at is remembered, because
 * in damaged files every quote asks the same question: without it a line of a thousand stray quotes
 * would be read a thousand times.
 */
export class ClosingQuotes {
  /** no quote in `from..to` closes a cell, but perhaps the one at `closer` */
  private from = -1;
  private to = -1;
  private lastStray = -1;
  private closer: ClosingQuote | null = null;
  private strayLimit = -1;

  /** @param limit no cell of the record goes on to this place */
  constructor(
    private readonly text: string,
    private readonly limit: number,
    private readonly grammar: QuoteGrammar
  ) {}

  /**
   * Where the quote at `open` closes; `open` when it does not, `more` when that depends on text to come.
   *
   * @param isDamaged a stray quote has been met in this record
   */
  find(open: number, isDamaged: boolean): ClosingQuote | 'open' | 'more' {
    let hasStray = false;
    let at = open + 1;
    if (!this.grammar.backslashEscapes) {
      at += this.run(at);
      if ((at - open) % 2 === 0) {
        const own = this.closes(at - 1);
        if (own === 'more') return own;
        if (own !== 'stray') return { at: at - 1, next: own, hasStray };
        hasStray = true;
      }
    }
    const isElsewhere = this.from < 0 || open < this.from || at > this.to;
    if (isElsewhere || (this.closer && this.closer.at < at)) this.forget(open, at);
    for (;;) {
      hasStray ||= this.lastStray >= at;
      const limit = hasStray || isDamaged ? this.strayEnd(open) : this.limit;
      if (this.closer) return this.closer.at < limit ? { ...this.closer, hasStray } : 'open';
      if (this.to >= limit) return 'open';
      const quote = this.unpaired(this.to);
      if (quote < 0 || quote >= limit) {
        const isOver = this.grammar.isLast || limit <= this.text.length;
        if (isOver) this.to = Math.min(limit, this.text.length);
        return isOver ? 'open' : 'more';
      }
      const next = this.closes(quote);
      if (next === 'more') return 'more';
      this.to = quote + 1;
      if (next === 'stray') this.lastStray = quote;
      else this.closer = { at: quote, next, hasStray: false };
    }
  }

  private forget(from: number, to: number): void {
    this.from = from;
    this.to = to;
    this.lastStray = -1;
    this.closer = null;
  }

  /** Where the lines end that a record may take after its first stray quote. */
  private strayEnd(open: number): number {
    if (this.strayLimit >= 0) return this.strayLimit;
    let at = open;
    for (let line = 0; line < STRAY_LINES && at >= 0; line++) at = this.text.indexOf('\n', at + 1);
    this.strayLimit = Math.min(this.limit, at < 0 ? this.limit : at);
    return this.strayLimit;
  }

  /** Number of quotes in a row from `at`. */
  private run(at: number): number {
    let end = at;
    while (this.text.charCodeAt(end) === QUOTE) end++;
    return end - at;
  }

  /** The next quote from `at` on that is not escaped; -1 when there is none. */
  private unpaired(at: number): number {
    for (let i = this.text.indexOf('"', at); i >= 0; i = this.text.indexOf('"', i)) {
      if (this.grammar.backslashEscapes) {
        if (this.text.charCodeAt(i - 1) !== BACKSLASH) return i;
        i++;
        continue;
      }
      const count = this.run(i);
      i += count;
      if (count % 2 === 1) return i - 1;
    }
    return -1;
  }

  /** Where the blanks after a quote end, when what follows them ends a cell. */
  private closes(quote: number): number | 'stray' | 'more' {
    const { text } = this;
    const { delimiter, isLast } = this.grammar;
    let next = quote + 1;
    while (isBlank(text.charCodeAt(next)) && !text.startsWith(delimiter, next)) next++;
    if (next >= text.length) return isLast ? text.length : 'more';
    if (text.charCodeAt(next) === NEWLINE || text.startsWith(delimiter, next)) return next;
    return 'stray';
  }
}

const QUOTE = 34;
const BACKSLASH = 92;
const NEWLINE = 10;

const isBlank = (code: number): boolean => code === 32 || code === 9;
