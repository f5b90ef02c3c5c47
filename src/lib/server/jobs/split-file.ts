import type { ByteSource } from '$lib/survey/file/bytes';
import { includedVariables, type ImportPlan } from '$lib/survey/plan';
import { chunkRows } from '$lib/survey/sink';

/** A place between two records of a file. */
export interface Split {
  /** bytes before it */
  offset: number;
  /** physical line (1-based) that begins there */
  line: number;
  /** rows before it, when every record below the header is a row: whole chunks */
  rows: number;
}

const PIECE = 1 << 20;
const NEWLINE = 10;
const QUOTE = 34;

/** Smaller files are read faster by one reader than by two. */
const SMALLEST = 48 * 1024 * 1024;

/** The first reader takes less than half: it hashes the whole file beside. */
const FIRST_SHARE = 0.46;

/**
 * The place near the middle of a file where a whole number of chunks ends, for two readers to
 * take a half each; null where a file cannot be cut so. Records are told by counting quotes, which is
 * right for well-formed files; whether it was right, the reader of the first half finds out: it ends
 * with a closed quote and the rows foreseen, or the cut is dropped.
 */
export function findSplit(source: ByteSource, plan: ImportPlan, smallest = SMALLEST): Split | null {
  const { layout, exclusions } = plan;
  const { size } = source;
  const isPlain =
    (layout.eol === 'lf' || layout.eol === 'crlf') &&
    !layout.encoding.startsWith('utf-16') &&
    !layout.backslashEscapes;
  if (!isPlain || size === null || size < smallest) return null;
  const wanted = layout.skipBytes + (size - layout.skipBytes) * FIRST_SHARE;
  let best: Split | null = null;
  for (const split of chunkEnds(source, plan)) {
    if (best && Math.abs(best.offset - wanted) < Math.abs(split.offset - wanted)) break;
    best = split;
  }
  const found = best;
  if (found === null || found.offset >= size) return null;
  return exclusions.some((row) => row.line < found.line) ? null : found;
}

/** Every place where a whole number of chunks ends, first to last. */
function* chunkEnds(source: ByteSource, plan: ImportPlan): Generator<Split> {
  const { layout } = plan;
  const rowsInChunk = chunkRows(includedVariables(plan).length);
  const above = layout.preambleRecords + layout.headerRows;
  let offset = layout.skipBytes;
  let line = layout.firstLine;
  let records = 0;
  let isQuoted = false;
  for (;;) {
    const bytes = source.read(offset, PIECE);
    if (bytes.length === 0) return;
    // Hops from quote to quote and newline to newline: the bytes between are never looked at here.
    let quote = bytes.indexOf(QUOTE);
    let newline = bytes.indexOf(NEWLINE);
    while (quote >= 0 || newline >= 0) {
      if (newline < 0 || (quote >= 0 && quote < newline)) {
        isQuoted = !isQuoted;
        quote = bytes.indexOf(QUOTE, quote + 1);
        continue;
      }
      line++;
      if (!isQuoted) {
        const rows = ++records - above;
        if (rows > 0 && rows % rowsInChunk === 0)
          yield { offset: offset + newline + 1, line, rows };
      }
      newline = bytes.indexOf(NEWLINE, newline + 1);
    }
    offset += bytes.length;
  }
}
