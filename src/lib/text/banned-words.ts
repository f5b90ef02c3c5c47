import type { SampleType } from '$lib/privacy/sample-type';
import { figures as english } from './en/figures';
import { figures as spanish } from './es/figures';
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

type Rules = Record<FormatLanguage, RegExp[]>;

/** Nobody was drawn by chance: chance and its ranges are not spoken of. */
const noChance: Rules = {
  en: [
    /\blikely between\b/i,
    /\bchance\b/i,
    /\bsampling errors?\b/i,
    /\bconfidence intervals?\b/i,
    /\bstatistically\b/i,
    /\brandom(ly)? (sample|chosen|selected|drawn)\b/i
  ],
  es: [
    /\bprobablemente (est[aá] )?entre\b/i,
    /\bazar\b/i,
    /\berror(es)? de muestreo\b/i,
    /\bintervalos? de confianza\b/i,
    /\bestad[ií]sticamente\b/i
  ]
};

/** Those who answered do not stand for those who did not. */
const noStandingFor: Rules = {
  en: [/\brepresent(s|ed|ing|ative|atives|ation)?\b/i],
  es: [/\brepresenta(n|tiv[oa]s?|ci[oó]n)?\b/i]
};

/** Answers speak only of those who gave them, not of a place. */
const noPlace: Rules = {
  en: [/\b(adults|people|residents|households|everyone) in the (county|city|community|state)\b/i],
  es: [
    /\b(adult[oa]s|personas|residentes|hogares) (del|de la) (condado|ciudad|comunidad|estado)\b/i
  ]
};

/** A sample of the whole community says nothing about its parts. */
const noParts: Rules = {
  en: [/\bneighborhoods?\b/i, /\bcensus (tract|block)s?\b/i, /\bdistricts?\b/i],
  es: [/\bbarrios?\b/i, /\bvecindarios?\b/i, /\bdistritos?\b/i]
};

/** What may not be said beside `always`, by how people were chosen. */
const bySample: Record<SampleType, Rules[]> = {
  probability: [],
  'address-based': [noStandingFor],
  casper: [noParts],
  census: [noChance],
  membership: [noStandingFor, noPlace],
  'opt-in': [noChance, noStandingFor, noPlace],
  administrative: [noChance, noStandingFor, noPlace]
};

/** Statements that are required as they stand, whatever words they hold. */
const required = [english.source.openStatement, spanish.source.openStatement];

/** The first words of a sentence that public text may not use; null when it may stand. */
export function findBannedWords(
  text: string,
  language: FormatLanguage,
  sampleType: SampleType = 'probability'
): string | null {
  const sample = bySample[sampleType].flatMap((rules) => rules[language]);
  // "due to chance" is the stated way to word a passed test of a random sample, not a cause.
  const mayTest = !bySample[sampleType].includes(noChance);
  const checked = required
    .reduce((rest, statement) => rest.replace(statement, ''), text)
    .replace(/debid[oa]s? al azar/gi, mayTest ? '' : 'azar')
    .replace(/due to chance/gi, mayTest ? '' : 'chance');
  for (const rule of [...always[language], ...sample]) {
    const found = rule.exec(checked);
    if (found) return found[0];
  }
  return null;
}
