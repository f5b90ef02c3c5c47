import type { FormatLanguage } from './format';

const locales = { en: 'en-US', es: 'es-US' } as const;

/** A number of the analyst's bench with all the digits it has; nothing for what is not known. */
export function formatFact(
  value: number | boolean | string | null,
  language: FormatLanguage
): string {
  if (value === null) return '';
  if (typeof value !== 'number') return String(value);
  if (value !== 0 && Math.abs(value) < 1e-4) return value.toExponential(2).replace('-', '−');
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 8 })
    .format(value)
    .replace('-', '−');
}
