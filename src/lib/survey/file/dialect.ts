import { readLooseRecord } from './loose-record';

/** Delimiters that are tried, in order of preference. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;

export interface Dialect {
  delimiter: string;
  /** most frequent width */
  columns: number;
  /** no delimiter keeps the width steady, though some would cut */
  isUnsure: boolean;
  backslashEscapes: boolean;
}

const SAMPLE_RECORDS = 200;
const FEWEST_RECORDS = 5;

/**
 * The delimiter under which most records have the same width, and how quotes are escaped.
 *
 * @param text byte text with LF line ends
 * @param isLast the text is the whole file
 */
export function sniffDialect(text: string, isLast: boolean): Dialect {
  const backslashEscapes = usesBackslash(text);
  const tried = DELIMITERS.map((delimiter) => {
    const widths = sampleRecords(text, delimiter, backslashEscapes, isLast).map(
      (record) => record.length
    );
    const { width, share } = modalWidth(widths);
    const score = width > 1 ? share * width * (1 + 0.02 * width) : 0;
    return { delimiter, width, share, score, cuts: widths.some((each) => each > 1) };
  });
  const best = tried.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score > 0 && (best.share >= 0.5 || best.width >= 5))
    return {
      delimiter: best.delimiter,
      columns: best.width,
      isUnsure: false,
      backslashEscapes
    };
  return { delimiter: ',', columns: 1, isUnsure: tried.some((one) => one.cuts), backslashEscapes };
}

/** First records of a text, blank lines left out. */
function sampleRecords(
  text: string,
  delimiter: string,
  backslashEscapes: boolean,
  isLast: boolean,
  limit: number = SAMPLE_RECORDS
): string[][] {
  const records: string[][] = [];
  const options = {
    delimiter,
    backslashEscapes,
    isLast,
    columns: null,
    maxRecord: Number.POSITIVE_INFINITY
  };
  for (let at = 0; at < text.length && records.length < limit;) {
    const record = readLooseRecord(text, at, options);
    if (record === null) break;
    if (record.cells.some((cell) => cell.trim() !== '')) records.push(record.cells);
    at = record.end;
  }
  // A quote that stays open to the end of the sample is taken for text, as the reader will take it.
  if (!isLast && records.length < FEWEST_RECORDS)
    return sampleRecords(text, delimiter, backslashEscapes, true, limit);
  return records;
}

function modalWidth(widths: readonly number[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let width = 0;
  let most = 0;
  for (const [each, count] of counts) {
    if (count > most || (count === most && each > width)) {
      width = each;
      most = count;
    }
  }
  return { width, share: widths.length === 0 ? 0 : most / widths.length };
}

/** A backslash before a quote that would otherwise be stray, and no doubled quotes. */
const usesBackslash = (text: string): boolean =>
  /[^\\]\\"[^,;\t|\n"]/.test(text.slice(0, 262_144)) && !/[^,;\t|\n]""[^,;\t|\n]/.test(text);
