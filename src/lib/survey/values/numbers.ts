import type { NumberStyle } from '../plan';

export const PLAIN_NUMBERS: NumberStyle = { decimal: '.', thousands: '' };

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A cell as a number; NaN when it is none. Signs of money, percent and accounting brackets are allowed. */
export function parseNumber(text: string, style: NumberStyle): number {
  if (style.decimal === '.' && PLAIN.test(text)) return Number(text);
  let digits = text.trim();
  if (digits === '') return NaN;
  const isNegative = /^\(.*\)$/.test(digits);
  if (isNegative) digits = digits.slice(1, -1);
  digits = digits.replace(/^[$€£¥]\s*/, '').replace(/\s*[%$€£¥]$/, '');
  const own = styleOf(digits) ?? style;
  digits = withoutThousands(digits, own);
  if (own.decimal === ',') digits = digits.replace(',', '.');
  return PLAIN.test(digits) ? Number(digits) * (isNegative ? -1 : 1) : NaN;
}

/** Whether a cell holds digits, their point and their sign alone: neither `5%` nor `1,250`. */
export const isPlainNumber = (text: string, { decimal }: NumberStyle): boolean =>
  PLAIN.test(decimal === ',' ? text.replace(',', '.') : text);

/** The style a number shows by itself: `1.100,00`, `1,250.50`, `1,250`; null when it could be either. */
function styleOf(digits: string): NumberStyle | null {
  if (/^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(digits)) return { decimal: ',', thousands: '.' };
  if (/^[+-]?\d{1,3}(,\d{3})+\.\d+$/.test(digits)) return { decimal: '.', thousands: ',' };
  if (/^[+-]?\d{1,3}(,\d{3}){2,}$/.test(digits)) return { decimal: '.', thousands: ',' };
  if (/^[+-]?\d{1,3}(\.\d{3}){2,}$/.test(digits)) return { decimal: ',', thousands: '.' };
  return null;
}

function withoutThousands(digits: string, style: NumberStyle): string {
  const mark = style.thousands === '' ? (style.decimal === '.' ? ',' : '.') : style.thousands;
  const grouped = new RegExp(`^[+-]?\\d{1,3}(\\${mark}\\d{3})+(\\D\\d*)?$`);
  return grouped.test(digits) ? digits.replaceAll(mark, '') : digits;
}

/**
 * The style in which most of the cells are numbers; null when few are.
 *
 * @param texts distinct cells, missing ones left out
 * @param share how many of them must be numbers, 0..1
 */
export function findNumberStyle(texts: readonly string[], share: number): NumberStyle | null {
  if (texts.length === 0) return null;
  const styles: NumberStyle[] = [PLAIN_NUMBERS, { decimal: ',', thousands: '.' }];
  const hasDecimalComma = texts.some((text) => /\d,(\d{1,2}|\d{4,})\D*$/.test(text));
  const style = hasDecimalComma ? styles[1] : styles[0];
  if (!style) return null;
  const numbers = texts.filter((text) => !Number.isNaN(parseNumber(text, style))).length;
  return numbers >= share * texts.length ? style : null;
}

/** Digits that name something: leading zeros, or too long to count with. */
export const isDigitCode = (text: string): boolean => /^0\d+$/.test(text) || /^\d{12,}$/.test(text);
