import type { VariableRole } from '$lib/codebook/codebook';
import { answerNumbers, type ColumnFacts } from './facts';

const WEIGHT =
  /(^|_|\b)(w(ei)?gh?t(s|ed|ing)?|pweight|hweight|_?llcpwt|finalwt|wt|wgt|ponderador|ponderaci[oó]n|peso|factor_exp\w*|peso_muestral)$|^w(ei)?g?h?ts?(_|\b)/i;
const REPLICATE = /^(h|p|rep|brr|jk)?_?(w(ei)?g?h?t?p?|weight|repwt|wgtp)s?_?\d{1,3}$/i;
const STRATUM =
  /^_?(v?estrat|v?strat(a|um)?|ststr|sdmvstra|cstrat\w*|estratos?)(_?(id|no|var))?$|_strat(a|um)$|^(design|sampling|variance)[ _]strat(a|um)$/i;
const PSU =
  /^_?(v?psu|sdmvpsu|secu|upm|ea)(_?(id|no|var))?$|^(cluster|clust|conglomerado|enumeration[ _]area)(_?(id|no|number))?$|_psu$|^primary[ _]sampling[ _]unit$/i;
const FPC = /^_?fpc_?\d?$|^(stratum|strata|cluster|psu)_?(pop(ulation)?|size|total)$|^n_?h$/i;
/** Public-use files whose weights are whole numbers of people. */
const WHOLE_WEIGHT = /^(pwgtp|wgtp|perwt|hhwt|pweight|hweight|final_?wt|fexp\w*|factor_exp\w*)$/i;
const ID =
  /(^|[_ ])(id|uuid|key|guid|identifier)$|^(id|#|key|case|caseid|case_(id|no|num|number)|seqno|scram|serial|row|index|respondent|record)$|respon(se|dent)[ _]?(id|no)|instanceid|record[ _]?id|^quest_no$|^(unnamed: 0)$/i;

/** What a column is for in the design of the sample, by its name and values; null when it is an answer. */
export function designRole(facts: ColumnFacts): VariableRole | null {
  const { column, nAnswers, answers } = facts;
  const { heading } = column;
  const name = heading === '' ? facts.label : heading;
  const isUnique = answers.size === nAnswers && nAnswers > 1;
  const numbers = answerNumbers(facts);
  const positive = numbers.length > 0 && numbers.every((value) => value >= 0);
  const fractional = numbers.some((value) => !Number.isInteger(value));
  if (positive && REPLICATE.test(name) && fractional) return 'replicate-weight';
  if (positive && WHOLE_WEIGHT.test(name)) return 'weight';
  if (positive && WEIGHT.test(name) && isWeight(facts, fractional)) return 'weight';
  if (STRATUM.test(name)) return 'stratum';
  if (PSU.test(name)) return 'psu';
  if (positive && FPC.test(name)) return 'fpc';
  const nearlyUnique = answers.size >= nAnswers * 0.95;
  if (ID.test(name) && nearlyUnique && !fractional) return 'id';
  const isCounter =
    heading === '' && column.index === 0 && isUnique && numbers.length === nAnswers && !fractional;
  return isCounter ? 'id' : null;
}

/** Weights average about one, or add up to a population; body weight does neither. */
function isWeight(facts: ColumnFacts, fractional: boolean): boolean {
  let sum = 0;
  for (const [text, count] of facts.answers) sum += Number(text.replace(',', '.')) * count;
  const mean = sum / facts.nAnswers;
  const isNamed = !/^(weight|peso)$/i.test(facts.column.heading);
  return (mean >= 0.5 && mean <= 3) || (fractional && mean > (isNamed ? 5 : 250));
}
