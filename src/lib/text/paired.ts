import type { Paired } from '$lib/survey/companions/paired';
import { formatNumber } from './format';
import { textFor, type Language } from './text';

/** What a file is to the responses it came with, why we think so, and how much of it found its place. */
export function describePaired(pair: Paired, language: Language): string {
  const words = textFor(language).data.importWizard.read;
  const number = (n: number): string => formatNumber(n, language);
  return [
    words.pairKinds[pair.kind],
    words.pairWhy[pair.reason],
    pair.mainColumn && pair.companionColumn
      ? words.pairKey(pair.mainColumn, pair.companionColumn)
      : '',
    pair.matched + pair.unmatched > 0
      ? words.pairMatched(number(pair.matched), number(pair.unmatched))
      : ''
  ]
    .filter((part) => part !== '')
    .join('; ');
}
