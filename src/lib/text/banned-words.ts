import type { SampleType } from '$lib/privacy/table';
import type { FormatLanguage } from './format';

/** Words that claim a cause or speak of statistics to the public; checked in every public sentence. */
const always: Record<FormatLanguage, RegExp[]> = {
  en: [
    /\bsignifican\w*/i,
    /\bmargins? of error\b/i,
    /\berror bars?\b/i,
    /\bp[- ]?values?\b/i,
    /\bp\s*[<=]\s*0?\.\d/i,
    /\bproves?\b/i,
    /\bcaus(e|es|ed|ing)\b/i,
    /\bbecause of\b/i,
    /\bleads? to\b/i,
    /\bdrives?\b/i,
    /\bskyrocket\w*/i,
    /\bno difference\b/i
  ],
  es: [
    /\bsignificativ\w*/i,
    /\bm[aá]rgen(es)? de error\b/i,
    /\bbarras? de error\b/i,
    /\bvalor(es)? p\b/i,
    /\bp\s*[<=]\s*0?[.,]\d/i,
    /\b(de)?muestra que\b/i,
    /\bcausa(n|do|r)?\b/i,
    /\ba causa de\b/i,
    /\bdebido a\b/i,
    /\blleva(n)? a\b/i,
    /\bprovoca(n|do)?\b/i,
    /\bse dispar[oó]\b/i,
    /\bninguna diferencia\b/i,
    /\bno hay diferencia\b/i
  ]
};

/** Open surveys speak only of those who answered. */
const openSample: Record<FormatLanguage, RegExp[]> = {
  en: [/\blikely between\b/i, /\bchance\b/i, /\badults in the county\b/i],
  es: [/\bprobablemente (est[aá] )?entre\b/i, /\bazar\b/i, /\badultos del condado\b/i]
};

/** The first words of a sentence that public text may not use; null when it may stand. */
export function findBannedWords(
  text: string,
  language: FormatLanguage,
  sampleType: SampleType = 'probability'
): string | null {
  const rules =
    sampleType === 'opt-in' ? [...always[language], ...openSample[language]] : always[language];
  // "debido al azar" (due to chance) is the stated way to word a passed test, not a cause.
  const checked = text
    .replace(/debid[oa]s? al azar/gi, '')
    .replace(/due to chance/gi, sampleType === 'opt-in' ? 'chance' : '');
  for (const rule of rules) {
    const found = rule.exec(checked);
    if (found) return found[0];
  }
  return null;
}
