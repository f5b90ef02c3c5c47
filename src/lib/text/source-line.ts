import type { ReleasedTable, TableSource } from '$lib/privacy/table';
import { formatMonths, formatNumber, type FormatLanguage } from './format';
import type { Text } from './text';

/**
 * Where a figure's numbers come from: survey, wave, months, kept responses, how people were chosen,
 * weighting, how many numbers of the figure are hidden, the intervals.
 */
export function sourceLine(
  sources: readonly TableSource[],
  method: ReleasedTable['method'],
  hidden: number,
  text: Text,
  language: FormatLanguage
): string {
  const words = text.figures.source;
  const waves = sources.map((source) =>
    [
      words.line(source.surveyName, source.waveName),
      formatMonths(source.fieldedFrom, source.fieldedTo, language),
      words.responses(formatNumber(source.responses, language)),
      words.sample[source.sampleType]
    ]
      .filter((part) => part !== '')
      .join(', ')
  );
  return [
    ...waves,
    [
      words.weighting[method.weighting],
      hidden === 0 ? words.noneHidden : words.hidden(formatNumber(hidden, language))
    ].join(', '),
    words.method(words.intervals[method.interval] ?? method.interval)
  ]
    .map((sentence) => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`)
    .join(' ');
}
