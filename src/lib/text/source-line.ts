import type { ReleasedTable, TableSource } from '$lib/privacy/table';
import { rangeKindOf, strictestSample } from '$lib/privacy/sample-type';
import {
  formatMonths,
  formatNumber,
  formatPercent,
  upperFirst,
  type FormatLanguage
} from './format';
import type { Text } from './text';

/** How many answered: of how many, where everyone was asked. */
function coverageOf(source: TableSource, text: Text, language: FormatLanguage): string {
  const words = text.figures.source;
  const { responses, population } = source;
  const answered = formatNumber(responses, language);
  return source.sampleType === 'census' && population && population >= responses
    ? words.coverage(
        answered,
        formatNumber(population, language),
        formatPercent(responses / population)
      )
    : words.responses(answered);
}

/** What the ranges are: of a random draw, of a model, or that there are none. */
function rangesOf(sources: readonly TableSource[], interval: string, text: Text): string {
  const words = text.figures.source;
  const strictest = strictestSample(sources.map(({ sampleType }) => sampleType)) ?? 'opt-in';
  const kind = rangeKindOf(strictest);
  if (kind === 'none') return words.noRanges;
  return kind === 'model' ? words.modelBased(interval) : words.method(interval);
}

/**
 * Where a figure's numbers come from: survey, wave, months, kept responses, how people were chosen,
 * weighting, how many numbers of the figure are hidden, what its ranges are. Where people chose
 * themselves, the statement that AAPOR asks for ends it, so that it stands on every export.
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
      coverageOf(source, text, language),
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
    ...(method.benchmarks?.length ? [text.inventory.beside(method.benchmarks.join('; '))] : []),
    rangesOf(sources, words.intervals[method.interval] ?? method.interval, text),
    ...(sources.some(({ sampleType }) => sampleType === 'opt-in') ? [words.openStatement] : [])
  ]
    .map((sentence) => `${upperFirst(sentence)}.`.replace('..', '.'))
    .join(' ');
}
