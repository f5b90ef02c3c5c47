import { formatValue, type FormatLanguage } from '$lib/text/format';
import type { Text } from '$lib/text/text';
import type { ModelMap } from './model';
import type { RowPlace } from './rows';
import type { FigureSpec } from './spec';

const classes = 5;

/**
 * Five classes between four round breaks one step apart, set in the middle of the shown values: the
 * widest round step for which the highest class still holds a value. Shares are compared by the whole
 * percent they print, so that two areas with the same number are never in two classes.
 */
export function breaksFor(values: readonly number[], isShare: boolean): number[] {
  const printed = values.map((value) => (isShare ? Math.round(100 * value) : value));
  const low = Math.min(...printed);
  const high = Math.max(...printed);
  const step = stepFor(low, high, isShare ? 1 : 0);
  let first = firstBreak(low, step);
  const last = (): number => first + (classes - 2) * step;
  while (high - last() >= first - low + step) first += step;
  const breaks = Array.from({ length: classes - 1 }, (_, i) => first + i * step);
  return isShare ? breaks.map((value) => Math.round(value) / 100) : breaks;
}

const firstBreak = (low: number, step: number): number =>
  step * (Math.floor(low / step + 1e-9) + 1);

function stepFor(low: number, high: number, least: number): number {
  const spread = high - low;
  if (!(spread > 0)) return Math.max(least, 1);
  const power = 10 ** Math.floor(Math.log10(spread));
  const steps = [power, power / 2, power / 5, power / 10, power / 20].filter(
    (step) => step >= least
  );
  return (
    steps.find((step) => firstBreak(low, step) + (classes - 2) * step <= high) ??
    Math.max(least, steps.at(-1) ?? least)
  );
}

/** Areas with the class of each shown value, the classes in words, low to high. */
export function mapOf(
  spec: FigureSpec,
  places: readonly RowPlace[],
  text: Text,
  language: FormatLanguage
): ModelMap {
  const shown = places.filter((place) => place.cell.value !== null);
  const unit = places[0]?.table.subject.unit ?? 'number';
  const decimals = places[0]?.table.subject.decimals ?? 0;
  const isShare = unit === 'proportion';
  const breaks = breaksFor(
    shown.map((place) => place.cell.value ?? 0),
    isShare
  );
  const classOf = Object.fromEntries(
    shown.map((place) => {
      const value = isShare
        ? Math.round(100 * (place.cell.value ?? 0)) / 100
        : (place.cell.value ?? 0);
      return [place.key, breaks.filter((edge) => value >= edge - 1e-9).length];
    })
  );
  const labels = new Map(places.map((place) => [place.key, place.label]));
  return {
    areas: (spec.areas ?? []).map(({ key, rings }) => ({
      key,
      label: labels.get(key) ?? key,
      rings
    })),
    classOf,
    classes: classLabels(
      breaks,
      isShare,
      (value) => formatValue(value, unit, decimals, language),
      text
    )
  };
}

function classLabels(
  breaks: readonly number[],
  isShare: boolean,
  print: (value: number) => string,
  text: Text
): { label: string }[] {
  const words = text.figures.map;
  const bare = (value: number): string => print(value).replace('%', '');
  return [
    { label: words.under(bare(breaks[0] ?? 0)) },
    ...breaks.slice(0, -1).map((low, i) => {
      const next = breaks[i + 1] ?? low;
      return { label: words.between(bare(low), isShare ? bare(next - 0.01) : bare(next)) };
    }),
    { label: words.over(print(breaks.at(-1) ?? 0)) }
  ];
}
