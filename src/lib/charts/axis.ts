import { ticks as d3ticks, tickStep } from 'd3';
import { formatNumber, formatValue, type FormatLanguage } from '$lib/text/format';
import type { TableSubject } from '$lib/privacy/table';
import type { ModelAxis } from './model';

/**
 * A scale with round ends that holds every number. It starts at zero unless numbers are below zero, and
 * ends at the first round step above the highest range; shares never pass 100%.
 *
 * @param lowest, highest  in the unit of the subject; shares 0..1
 */
export function axisFor(
  lowest: number,
  highest: number,
  subject: Pick<TableSubject, 'unit' | 'decimals'>,
  language: FormatLanguage
): ModelAxis {
  const low = Math.min(0, lowest);
  const high = highest > low ? highest : low + 1;
  const share = subject.unit === 'proportion';
  const step = share ? shareStep(high) : tickStep(low, high, 4);
  const min = Math.floor(low / step + 1e-9) * step;
  const max = share
    ? Math.min(1, Math.ceil(high / step - 1e-9) * step)
    : Math.ceil(high / step - 1e-9) * step;
  const at = share
    ? Array.from({ length: Math.round(max / step) + 1 }, (_, i) => Math.min(1, i * step))
    : d3ticks(min, max, Math.round((max - min) / step));
  const label = (value: number): string =>
    share || subject.unit === 'minutes'
      ? formatValue(value, subject.unit, 0, language)
      : formatNumber(value, language, step < 1 ? subject.decimals || 1 : 0);
  return { min, max, ticks: at.map((value) => ({ at: value, label: label(value) })) };
}

/** Steps of 5, 10, 20 or 25 points: three to six labels. */
function shareStep(high: number): number {
  if (high <= 0.05) return 0.01;
  if (high <= 0.2) return 0.05;
  if (high <= 0.4) return 0.1;
  if (high <= 0.8) return 0.2;
  return 0.25;
}
