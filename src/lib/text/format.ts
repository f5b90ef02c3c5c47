import type { Labels } from '$lib/codebook/codebook';
import { labelIn } from '$lib/codebook/codebook';
import type { TableSubject } from '$lib/privacy/table';

/** The only place that rounds for people. Proportions come in as 0..1. */
export type FormatLanguage = 'en' | 'es';

const locales = { en: 'en-US', es: 'es-US' } as const;
const words = {
  en: {
    and: 'and',
    between: (a: string, b: string) => `between ${a} and ${b}`,
    to: 'to',
    percent: 'percent'
  },
  es: {
    and: 'y',
    between: (a: string, b: string) => `entre ${a} y ${b}`,
    to: 'a',
    percent: 'por ciento'
  }
} as const;

/** Half up, forgiving the last bits: 0.285 is stored as 28.499999999999996 percent and prints 29. */
const roundTo = (value: number, decimals = 0): number => {
  const scale = 10 ** decimals;
  return Math.round(value * scale + 1e-9) / scale;
};

/** A number with the language's separators: `1,209`. */
export const formatNumber = (value: number, language: FormatLanguage, decimals = 0): string =>
  new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals
  })
    .format(roundTo(value, decimals))
    .replace('-', '−');

/** Digits of a percent without its sign: `38`, `<1`, `>99`; `0` only for a true zero. */
function percentDigits(proportion: number): string {
  const whole = roundTo(100 * proportion);
  if (whole === 0 && proportion > 0) return '<1';
  if (whole === 100 && proportion < 1) return '>99';
  return String(whole === 0 ? 0 : whole);
}

/** Whole percent: `38%`, `<1%`, `>99%`; `0%` only for a true zero, `100%` only for all. */
export const formatPercent = (proportion: number): string => `${percentDigits(proportion)}%`;

/** Ends of a range are whole percents and may be 0 or 100. */
const endDigits = (proportion: number): string =>
  String(Math.min(100, Math.max(0, roundTo(100 * proportion))));

/** As seen beside a number: `33–43%`. */
export const formatPercentRange = (low: number, high: number): string =>
  `${endDigits(low)}–${endDigits(high)}%`;

/** As written in a sentence: "between 33% and 43%". */
export const writePercentRange = (low: number, high: number, language: FormatLanguage): string =>
  words[language].between(`${endDigits(low)}%`, `${endDigits(high)}%`);

/** As spoken: "33 to 43 percent". */
export const speakPercentRange = (low: number, high: number, language: FormatLanguage): string =>
  `${endDigits(low)} ${words[language].to} ${endDigits(high)} ${words[language].percent}`;

/** A difference of two proportions in whole points, from the unrounded values: `19`; size only. */
export const formatPoints = (difference: number): string =>
  String(roundTo(Math.abs(100 * difference)));

/** The same with its direction: `+18`, `−16`, `0`. */
export function formatSignedPoints(difference: number): string {
  const points = roundTo(Math.abs(100 * difference));
  return points === 0 ? '0' : `${difference > 0 ? '+' : '−'}${points}`;
}

/** Range of a difference in points: "13 to 25", "−2 to 8". */
export const writePointsRange = (low: number, high: number, language: FormatLanguage): string =>
  [low, high]
    .map((end) => formatSignedPoints(end).replace('+', ''))
    .join(` ${words[language].to} `);

/** Two significant figures, as weighted counts of people deserve: 12,345 prints `12,000`. */
function twoFigures(value: number): number {
  if (value === 0) return 0;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value))) - 1);
  return Math.round(value / step) * step;
}

export const formatPeople = (people: number, language: FormatLanguage): string =>
  formatNumber(twoFigures(people), language);

/** "12,000 (9,800 to 15,000)" */
export const writePeople = (
  people: number,
  low: number,
  high: number,
  language: FormatLanguage
): string =>
  `${formatPeople(people, language)} (${formatPeople(low, language)} ${words[language].to} ${formatPeople(high, language)})`;

type Unit = TableSubject['unit'];

/** A value in its unit: `38%`, `12,000`, `23 min`, `7.4`. */
export function formatValue(
  value: number,
  unit: Unit,
  decimals: number,
  language: FormatLanguage
): string {
  if (unit === 'proportion') return formatPercent(value);
  if (unit === 'people') return formatPeople(value, language);
  const number = formatNumber(value, language, decimals);
  return unit === 'minutes' ? `${number} min` : number;
}

/** A range in its unit, as seen: `33–43%`, `9,800–15,000`, `20–26 min`. */
export function formatRange(
  low: number,
  high: number,
  unit: Unit,
  decimals: number,
  language: FormatLanguage
): string {
  if (unit === 'proportion') return formatPercentRange(low, high);
  if (low < 0)
    return `${formatValue(low, unit, decimals, language)} ${words[language].to} ${formatValue(high, unit, decimals, language)}`;
  const first = formatValue(low, unit, decimals, language).replace(/ min$/, '');
  return `${first}–${formatValue(high, unit, decimals, language)}`;
}

/** A range in its unit, in a sentence: "between 33% and 43%". */
export const writeRange = (
  low: number,
  high: number,
  unit: Unit,
  decimals: number,
  language: FormatLanguage
): string =>
  unit === 'proportion'
    ? writePercentRange(low, high, language)
    : words[language].between(
        formatValue(low, unit, decimals, language),
        formatValue(high, unit, decimals, language)
      );

/** A value or range in its unit, for a voice: "38 percent", "33 to 43 percent". */
export const speakValue = (
  value: number,
  unit: Unit,
  decimals: number,
  language: FormatLanguage
): string => {
  if (unit !== 'proportion') return formatValue(value, unit, decimals, language);
  const digits = percentDigits(value);
  const spoken = {
    en: { '<': 'less than ', '>': 'more than ' },
    es: { '<': 'menos de ', '>': 'más de ' }
  };
  const sign = digits.startsWith('<') ? '<' : digits.startsWith('>') ? '>' : null;
  return `${sign ? spoken[language][sign] + digits.slice(1) : digits} ${words[language].percent}`;
};

export const speakRange = (
  low: number,
  high: number,
  unit: Unit,
  decimals: number,
  language: FormatLanguage
): string =>
  unit === 'proportion'
    ? speakPercentRange(low, high, language)
    : `${formatValue(low, unit, decimals, language)} ${words[language].to} ${formatValue(high, unit, decimals, language)}`;

/** 1 is "1st" in English and "1.º" in Spanish. */
export function formatOrdinal(rank: number, language: FormatLanguage): string {
  if (language === 'es') return `${rank}.º`;
  const suffix = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' };
  return `${rank}${suffix[new Intl.PluralRules('en-US', { type: 'ordinal' }).select(rank)]}`;
}

/** A rank as the range it is known to: "1st to 3rd", "8th". */
export const formatRankRange = (best: number, worst: number, language: FormatLanguage): string =>
  best === worst
    ? formatOrdinal(best, language)
    : `${formatOrdinal(best, language)} ${words[language].to} ${formatOrdinal(worst, language)}`;

/** "Renters and owners", "Rent, food and care". */
export const joinWords = (parts: readonly string[], language: FormatLanguage): string =>
  parts.length < 2
    ? (parts[0] ?? '')
    : `${parts.slice(0, -1).join(', ')} ${words[language].and} ${parts.at(-1) ?? ''}`;

const monthYear = (date: Date, language: FormatLanguage, withYear: boolean): string =>
  new Intl.DateTimeFormat(locales[language], {
    month: 'long',
    timeZone: 'UTC',
    ...(withYear ? { year: 'numeric' } : {})
  }).format(date);

/** Field dates in months: "March to May 2026", "November 2025 to January 2026"; empty when unknown. */
export function formatMonths(
  from: string | null,
  to: string | null,
  language: FormatLanguage
): string {
  const [first, last] = [from ?? to, to ?? from].map((text) => (text ? new Date(text) : null));
  if (!first || !last || Number.isNaN(first.getTime()) || Number.isNaN(last.getTime())) return '';
  const end = monthYear(last, language, true);
  const sameYear = first.getUTCFullYear() === last.getUTCFullYear();
  if (sameYear && first.getUTCMonth() === last.getUTCMonth()) return end;
  return `${monthYear(first, language, !sameYear)} ${words[language].to} ${end}`;
}

/** A label with its first letter small, to stand inside a sentence; names in capitals stay. */
export function lowerFirst(label: string): string {
  const second = label.charAt(1);
  return second !== '' && second === second.toUpperCase() && second !== second.toLowerCase()
    ? label
    : label.charAt(0).toLowerCase() + label.slice(1);
}

/** A text that begins with a capital letter. */
export const upperFirst = (sentence: string): string =>
  sentence.charAt(0).toUpperCase() + sentence.slice(1);

/**
 * The label of a member; for a bare code the words its group has in sentences.
 *
 * @param said  those words, where somebody has written them
 */
export function memberLabel(
  { key, labels }: { key: string; labels: Labels },
  said: string | undefined,
  language: FormatLanguage
): string {
  const label = labelOf(labels, language);
  return said && (label === '' || label === key) ? upperFirst(said) : label;
}

export const labelOf = (labels: Labels, language: FormatLanguage): string =>
  labelIn(labels, language);
