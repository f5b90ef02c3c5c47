import type { SampleType } from '$lib/privacy/sample-type';
import { findBannedWords } from './banned-words';
import type { FormatLanguage } from './format';

/** The first words of several texts that may not be printed, with the text they stand in. */
export function findBannedText(
  texts: readonly string[],
  language: FormatLanguage,
  sampleType: SampleType
): { word: string; text: string } | null {
  for (const text of texts) {
    const word = findBannedWords(text, language, sampleType);
    if (word !== null) return { word, text };
  }
  return null;
}
