import { formatNumber, type FormatLanguage } from './format';

const units = ['B', 'KB', 'MB', 'GB'] as const;

/** The size of a file in the unit people read it in: `70 MB`, `4.2 GB`; powers of 1,000. */
export function formatBytes(bytes: number, language: FormatLanguage): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  const decimals = unit > 0 && value < 9.95 ? 1 : 0;
  return `${formatNumber(value, language, decimals)} ${units[unit] ?? 'B'}`;
}
