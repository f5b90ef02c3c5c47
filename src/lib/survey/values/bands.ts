/** Where a band begins, and whether the text says that it is one. */
interface BandStart {
  at: number;
  /** says a range or an open end; a bare `5` or `5 years` does not */
  isBand: boolean;
}

const AMOUNT = /(\d[\d,.]*)\s*(k\b)?/g;
const BELOW =
  /^(under|less than|fewer than|below|<|≤|up to|younger than|menos de|hasta|menor(es)? de)/;
const ABOVE =
  /(\+|[_ ](plus|mas|más)|(or|and) (more|up|over|older|above)|(y|o) más|o mayor(es)?)$|^(over|more than|above|older than|>|≥|más de|mayor(es)? de)/;
const RANGE = /\d\s*k?\s*(-|–|—|_|to|a)\s*[$€£]?\s*\d/;
/** An amount with at most one word after it. */
const POINT = /^[$€£]?\s*\d[\d,.]*\s*(k|\p{L}+)?$/u;
const NOTHING = /^(none|zero|ninguno|ninguna|cero)$/;

/**
 * Where an answer such as `18-29`, `18_34`, `Under $25,000`, `65 and up` or `3` stands among its
 * neighbours; null when it is no amount. An open end stands half a step beyond its number.
 */
function bandStart(value: string): BandStart | null {
  const text = value.toLowerCase().replace(/\s+/g, ' ').trim();
  if (NOTHING.test(text)) return { at: 0, isBand: false };
  const [low, high] = amountsIn(text);
  if (low === undefined) return null;
  if (BELOW.test(text)) return { at: low - 0.5, isBand: true };
  if (ABOVE.test(text)) return { at: low + 0.5, isBand: true };
  if (high !== undefined && RANGE.test(text)) return high >= low ? { at: low, isBand: true } : null;
  return POINT.test(text) ? { at: low, isBand: false } : null;
}

/** The numbers of a text; in `25-49k` both are thousands. */
function amountsIn(text: string): number[] {
  const found = [...text.matchAll(AMOUNT)].map(([, digits = '', k]) => ({
    value: Number(digits.replace(/[,.](?=\d{3})/g, '').replace(/[,.]$/, '')),
    isThousands: k !== undefined
  }));
  const amounts = found.filter((each) => !Number.isNaN(each.value));
  const last = amounts.at(-1);
  return amounts.map(({ value, isThousands }) =>
    isThousands || (last?.isThousands === true && value < last.value) ? value * 1000 : value
  );
}

/**
 * The answers in the order of their numbers when every one is a band and no two begin together;
 * null when not.
 */
export function bandsInOrder(values: readonly string[]): string[] | null {
  const bands = values.map((value) => ({ value, start: bandStart(value) }));
  if (!bands.every((each) => each.start?.isBand === true)) return null;
  return sortedByStart(bands);
}

/**
 * Answers of which at least two are bands, in the order of their numbers; bare amounts stand among
 * them, and what has no number ("Varies") comes last in the order given. Null when they are not bands
 * for the most part.
 */
export function amountsInOrder(values: readonly string[]): string[] | null {
  const all = values.map((value) => ({ value, start: bandStart(value) }));
  const amounts = all.filter((each) => each.start !== null);
  const words = all.filter((each) => each.start === null);
  const nBands = amounts.filter((each) => each.start?.isBand === true).length;
  // One open end is enough where the rest are numbers: 1, 2, 3, 4 or more.
  const isBands = nBands >= 2 || (nBands === 1 && amounts.length >= 3);
  if (!isBands || words.length * 2 > amounts.length) return null;
  const order = sortedByStart(amounts);
  return order && [...order, ...words.map((each) => each.value)];
}

function sortedByStart(
  bands: readonly { value: string; start: BandStart | null }[]
): string[] | null {
  const at = (each: (typeof bands)[number]): number => each.start?.at ?? 0;
  if (new Set(bands.map(at)).size !== bands.length) return null;
  return [...bands].sort((a, b) => at(a) - at(b)).map((each) => each.value);
}
