import { rangeKindOf } from '$lib/privacy/sample-type';
import type { ReleasedContrast, SampleType, TableSubject } from '$lib/privacy/table';
import {
  formatNumber,
  formatPoints,
  formatValue,
  writePointsRange,
  writeRange,
  type FormatLanguage,
  upperFirst
} from './format';
import { phraseOf, type Phrase } from './phrase';
import type { Text } from './text';

/** One shown or hidden number as a sentence needs it. `group` is how it is named inside a sentence. */
export interface FindingCell {
  group: string;
  flag: '' | 'u' | 'c' | 'x';
  value: number | null;
  low: number | null;
  high: number | null;
  n: number | null;
}

export interface FindingContext {
  text: Text;
  language: FormatLanguage;
  subject: Pick<TableSubject, 'unit' | 'decimals'>;
  /** "Skipped meals to pay rent" */
  label: string;
  /** "skipped meals to pay rent": turns the general sentences into plain ones */
  predicate: string | null;
  /** the denominator in words */
  base: string;
  sampleType: SampleType;
}

/** May the sentence say that two numbers differ? Only a passed test says so, on a sample made for it. */
export const mayCompare = (contrast: ReleasedContrast, sampleType: SampleType): boolean =>
  contrast.tested && sampleType !== 'opt-in';

export function sayPhrase(phrase: Phrase, text: Text): string {
  const words = text.figures.phrase;
  return 'count' in phrase ? words[phrase.form](phrase.count, phrase.of) : words[phrase.form];
}

/** The phrase with the people it speaks of: "about 4 in 10 renters". */
export function sayPhraseOf(
  phrase: Phrase,
  group: string,
  text: Text,
  language: FormatLanguage
): string {
  const words = text.figures.phrase;
  const takesOf =
    language === 'es'
      ? !('count' in phrase)
      : phrase.form === 'half' || phrase.form === 'more-than-half' || phrase.form === 'none';
  return (takesOf ? words.of : words.joined)(sayPhrase(phrase, text), group);
}

/** One number in words: its level, its range, its answers, and care where needed. */
export function levelFinding(cell: FindingCell, context: FindingContext): string {
  const { text, language, subject, label, predicate, sampleType } = context;
  const words = text.figures.finding;
  if (cell.flag === 'c') return words.private;
  if (cell.value === null || cell.low === null || cell.high === null || cell.flag === 'x')
    return `${label}: ${text.figures.flags.speech.x}.`;
  const value = formatValue(cell.value, subject.unit, subject.decimals, language);
  const range = writeRange(cell.low, cell.high, subject.unit, subject.decimals, language);
  const n = cell.n === null ? '' : formatNumber(cell.n, language);
  const answered = n === '' ? '' : words.answered(text.figures.answers(n), context.base);
  const care = careSentence(cell, context);
  if (sampleType === 'opt-in') {
    const named = predicate
      ? words.open(n, cell.group, value, predicate)
      : words.openNamed(n, label, cell.group === '' ? context.base : cell.group, value);
    return join(named, words.openNote(words.wholeCounty), care);
  }
  if (subject.unit !== 'proportion')
    return join(
      cell.group === ''
        ? words.numberAlone(label, value)
        : words.levelNumber(label, cell.group, value),
      rangeSentence(words.likelyNumber(range), context),
      answered,
      care
    );
  const phrase = phraseOf(cell.value, cell.low, cell.high);
  const level = predicate
    ? words.level(sayPhraseOf(phrase, cell.group, text, language), value, predicate)
    : cell.group === ''
      ? words.levelAlone(label, sayPhrase(phrase, text), value)
      : words.levelNamed(label, cell.group, sayPhrase(phrase, text), value);
  return join(upperFirst(level), rangeSentence(words.likely(range), context), answered, care);
}

/** What surrounds a level: its range, where chance decided who was asked; else who it speaks for. */
function rangeSentence(likely: string, { text, sampleType }: FindingContext): string {
  const words = text.figures.finding;
  switch (sampleType) {
    case 'census':
      return words.census;
    case 'administrative':
      return words.records;
    case 'address-based':
      return join(likely, words.fewAnswered);
    case 'casper':
      return join(likely, words.community);
    default:
      return likely;
  }
}

/** Two numbers in words. Says which is larger only where a test passed; else that it cannot be told. */
export function comparisonFinding(
  a: FindingCell,
  b: FindingCell,
  contrast: ReleasedContrast,
  context: FindingContext
): string {
  const { text, language, subject, label, predicate, sampleType } = context;
  const words = text.figures.finding;
  if (a.value === null || b.value === null) return words.private;
  if (sampleType === 'opt-in') return join(levelFinding(a, context));
  const [more, less] = contrast.difference >= 0 ? [a, b] : [b, a];
  const print = (cell: FindingCell): string =>
    formatValue(cell.value ?? 0, subject.unit, subject.decimals, language);
  if (!mayCompare(contrast, sampleType))
    return predicate && subject.unit === 'proportion'
      ? words.cannotTell(a.group, b.group, print(a), print(b), predicate)
      : words.cannotTellNamed(label, a.group, b.group, print(a), print(b));
  const claim =
    predicate && subject.unit === 'proportion'
      ? words.more(more.group, less.group, predicate, print(more), print(less))
      : words.moreNamed(label, more.group, less.group, print(more), print(less));
  return join(
    claim,
    gapSentence(contrast, context),
    sampleType === 'probability' || sampleType === 'casper' ? words.chance : ''
  );
}

/** A number against everyone else, only where the test passed; else ''. */
export function restFinding(contrast: ReleasedContrast, context: FindingContext): string {
  const { text, language, subject, sampleType } = context;
  if (subject.unit !== 'proportion' || !mayCompare(contrast, sampleType)) return '';
  const words = text.figures.finding;
  const forward = contrast.difference >= 0;
  const low = forward ? contrast.differenceLow : -contrast.differenceHigh;
  const high = forward ? contrast.differenceHigh : -contrast.differenceLow;
  return withoutEmpty(
    (forward ? words.aboveRest : words.belowRest)(
      formatPoints(contrast.difference),
      rangeKindOf(sampleType) === 'none' ? '' : writePointsRange(low, high, language)
    )
  );
}

/** A sentence whose range is left out keeps no parentheses for it. */
const withoutEmpty = (sentence: string): string => sentence.replace(' ()', '');

function gapSentence(contrast: ReleasedContrast, context: FindingContext): string {
  const { text, language, subject } = context;
  const words = text.figures.finding;
  const forward = contrast.difference >= 0;
  const low = forward ? contrast.differenceLow : -contrast.differenceHigh;
  const high = forward ? contrast.differenceHigh : -contrast.differenceLow;
  const hasRange = rangeKindOf(context.sampleType) !== 'none';
  if (subject.unit === 'proportion')
    return withoutEmpty(
      words.gap(
        formatPoints(contrast.difference),
        hasRange ? writePointsRange(low, high, language) : ''
      )
    );
  const print = (value: number): string =>
    formatValue(value, subject.unit, subject.decimals, language);
  return withoutEmpty(
    words.gapNumber(
      print(Math.abs(contrast.difference)),
      hasRange ? writeRange(low, high, subject.unit, subject.decimals, language) : ''
    )
  );
}

/** A number in two waves. "Rose" and "fell" only where a test passed. `contrast` is later minus earlier. */
export function changeFinding(
  earlier: FindingCell & { wave: string },
  later: FindingCell & { wave: string },
  contrast: ReleasedContrast | null,
  context: FindingContext
): string {
  const { text, language, subject, sampleType } = context;
  const words = text.figures.finding;
  if (earlier.value === null || later.value === null) return words.private;
  const [from, to] = [earlier.value, later.value].map((value) =>
    formatValue(value, subject.unit, subject.decimals, language)
  ) as [string, string];
  const isShare = subject.unit === 'proportion';
  const said = [from, to, earlier.wave, later.wave] as const;
  if (!contrast || !mayCompare(contrast, sampleType))
    return (isShare ? words.cannotTellChange : words.cannotTellChangeNumber)(...said);
  if (contrast.difference > 0) return (isShare ? words.rose : words.roseNumber)(...said);
  return (isShare ? words.fell : words.fellNumber)(...said);
}

/** Said beside any number flagged `u`: few answers, or (from 50 answers) a wide range. */
function careSentence(cell: FindingCell, context: FindingContext): string {
  if (cell.flag !== 'u') return '';
  const words = context.text.figures.finding;
  return cell.n !== null && cell.n < 50
    ? words.care(formatNumber(cell.n, context.language))
    : words.careRange;
}

const join = (...sentences: string[]): string => sentences.filter((part) => part !== '').join(' ');
