import type { DateLanguage } from './dates';

/** A time span as minutes and seconds: "3:00". */
export const formatClock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** The same in words: "3 minutes", "2 minutes 51 seconds". */
export function formatSpan(seconds: number, language: DateLanguage): string {
  const unit = (n: number, name: 'minute' | 'second') =>
    new Intl.NumberFormat(language === 'es' ? 'es-US' : 'en-US', {
      style: 'unit',
      unit: name,
      unitDisplay: 'long'
    }).format(n);
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return [
    minutes > 0 ? unit(minutes, 'minute') : '',
    rest > 0 || minutes === 0 ? unit(rest, 'second') : ''
  ]
    .filter(Boolean)
    .join(' ');
}
