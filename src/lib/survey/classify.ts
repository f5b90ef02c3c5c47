import type { QuestionKind, VariableKind, VariableRole } from '$lib/codebook/codebook';
import { answerNumbers, type ColumnFacts } from './facts';
import { findIdentifier, type IdentifierFinding } from './identifiers';
import { findScale } from './scales';

/** What a column is for, with the reason a person reads. */
export interface Proposal {
  kind: VariableKind;
  role: VariableRole;
  question: QuestionKind;
  confidence: number;
  reason: string;
  identifier?: IdentifierFinding;
}

const COUNT_LIKE =
  /how many|number of|\bage\b|_age$|^age|years?\b|hours?\b|minutes?\b|\bdays?\b|weeks?\b|months?\b|household size|hh_?size|_size$|\bcount|_count$|\bincome\b.*\$|cu[aá]nt[oa]s|\bedad\b|a[ñn]os|n[uú]mero de|^no_|^num|\bamount\b|\brent\b|\bcost\b|price|score|persons|people|children|membrs|members|\brooms?\b|bedrooms|buildings|vehicles|\bmeals?\b|plots|height|weight|distance|miles|percent|share/i;
const NPS = /recommend|recomend|recomiend|\bnps\b/i;
const RATING = /scale|rate|rating|escala|calific|satisf|0-10|1-10|1-5|importan|likely|probable/i;
const WEIGHT =
  /(^|_|\b)(w(ei)?gh?t(s|ed|ing)?|pweight|hweight|_?llcpwt|finalwt|wt|wgt|ponderador|factor_exp\w*|peso_muestral)$|^w(ei)?g?h?ts?(_|\b)/i;
const REPLICATE = /^(h|p|rep|brr|jk)?_?(w(ei)?g?h?t?p?|weight|repwt|wgtp)s?_?\d{1,3}$/i;
const STRATUM = /^_?(ststr|strat(a|um)?|estrato)$|_strat(a|um)$/i;
const PSU = /^_?psu$|^(cluster|clust)(_?(id|no))?$|^upm$|_psu$/i;
const ID =
  /(^|[_ ])(id|uuid|key|guid|identifier)$|^(id|#|key|case|caseid|case_(id|no|num|number)|seqno|scram|serial|row|index|respondent|record)$|respon(se|dent)[ _]?(id|no)|instanceid|record[ _]?id|^quest_no$|^(unnamed: 0)$/i;
const AREA =
  /\bzip\b|zip ?code|^zip|postal ?code|postcode|\bcounty\b|census (tract|region|division)|\btract\b|council district|^counci|^district$|^ward$|^city$|^state$|^province$|^region$|^village$|^municipality$|^precinct$|^country$|neighbou?rhood|barrio|colonia|^municipio$|^distrito$|^provincia$|^pa[ií]s$|fips|geoid|c[oó]digo postal|geographic region|(in|which) (region|state|country|county|city|village)|pa[ií]s resid/i;
/** Sentences that name a place and ask something else of it. */
const ASKS_AMOUNT =
  /^\W*how\b|\bhow (many|much|long|often|old|far)\b|\bnumber of\b|\bcu[aá]nt[oa]s?\b|\bn[uú]mero de\b|con qu[eé] frecuencia/i;
const ASKS_YES_NO =
  /^\W*(do|does|did|are|is|was|were|have|has|had|would|should|could|can|will) .*\?\s*$/i;
const OPEN =
  /anything else|\bcomments?\b|comentarios?|describe|explain|expli(que|car)|tell us|\bwhy\b|por qu[eé]|suggest|sugerencia|in your own words|algo m[aá]s/i;
const TIME =
  /timestamp|submi(t|ssion)|(start|end|stop)[ _]?(ed|time|date)?$|^(start|end|today)$|recorded ?date|interview_?date|completion time|marca temporal/i;
const PARADATA =
  /^(duration|progress|user ?language|finished|device|browser|os|useragent|lastpage|startlanguage|seed|status|version)\b|duration \(/i;

/** What a single column is: heading first, then its cells. Groups are decided elsewhere. */
export function classify(facts: ColumnFacts): Proposal {
  const { hint, column, label } = facts;
  if (hint.role) return byRole(facts, hint.role, 'tool-column', 0.98);
  const kind = valueKind(facts);
  const found = findIdentifier(column, label);
  if (found)
    return {
      kind: kind.kind,
      role: 'identifier',
      question: 'identifier',
      confidence: 0.9,
      reason: `identifier-${found.type}`,
      identifier: found
    };
  if (facts.nAnswers === 0) return byRole(facts, 'empty', 'no-answers', 1);
  const role = designRole(facts);
  if (role) return byRole(facts, role, role, 0.85);
  const names = [column.heading, label];
  if (facts.date && names.some((name) => TIME.test(name)))
    return byRole(facts, 'timestamp', 'timestamp', 0.9);
  if (names.some((name) => PARADATA.test(name))) return byRole(facts, 'paradata', 'paradata', 0.8);
  const isPlace = namesPlace(facts);
  const isCodes = kind.question === 'scale' && kind.reason === 'number-codes';
  if (
    isPlace &&
    !facts.date &&
    !(kind.question === 'numeric' && names.some((name) => COUNT_LIKE.test(name))) &&
    (isCodes || ['single', 'open-text', 'numeric'].includes(kind.question))
  ) {
    const distinct = facts.answers.size;
    if (distinct <= Math.max(60, facts.nAnswers * 0.5))
      return {
        kind: 'categorical',
        role: 'area',
        question: 'single',
        confidence: 0.85,
        reason: 'area'
      };
  }
  return { ...kind, role: 'answer' };
}

/** Is a place asked for? A sentence about a place, or a number by the form, is none. */
function namesPlace({ hint, column, label }: ColumnFacts): boolean {
  const names = [column.heading, label];
  if (hint.kind === 'numeric' || names.some((name) => ASKS_AMOUNT.test(name))) return false;
  return names.some((name) => name.length <= 80 && AREA.test(name) && !ASKS_YES_NO.test(name));
}

function byRole(
  facts: ColumnFacts,
  role: VariableRole,
  reason: string,
  confidence: number
): Proposal {
  const kind = valueKind(facts).kind;
  const questions: Partial<Record<VariableRole, QuestionKind>> = {
    identifier: 'identifier',
    paradata: 'paradata',
    timestamp: 'paradata',
    id: 'design',
    empty: 'empty'
  };
  const identifier = facts.hint.identifier;
  const base = { role, question: questions[role] ?? 'design', confidence, reason };
  if (role === 'identifier')
    return {
      ...base,
      kind,
      identifier: { type: identifier ?? 'device', hits: facts.nAnswers }
    };
  if (role === 'id') return { ...base, kind: 'text' };
  if (role === 'empty') return { ...base, kind: 'categorical' };
  if (role === 'stratum' || role === 'psu') return { ...base, kind: 'categorical' };
  return { ...base, kind };
}

function designRole(facts: ColumnFacts): VariableRole | null {
  const { column, nAnswers, answers } = facts;
  const { heading } = column;
  const name = heading === '' ? facts.label : heading;
  const isUnique = answers.size === nAnswers && nAnswers > 1;
  const numbers = answerNumbers(facts);
  const positive = numbers.length > 0 && numbers.every((value) => value >= 0);
  const fractional = numbers.some((value) => !Number.isInteger(value));
  if (positive && REPLICATE.test(name) && fractional) return 'replicate-weight';
  if (positive && WEIGHT.test(name) && isWeight(facts, fractional)) return 'weight';
  if (STRATUM.test(name)) return 'stratum';
  if (PSU.test(name)) return 'psu';
  if (/^_?fpc\d?$/i.test(name)) return 'fpc';
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
  const isNamed = !/^weight$/i.test(facts.column.heading);
  return (mean >= 0.5 && mean <= 3) || (fractional && mean > (isNamed ? 5 : 250));
}

type ValueKind = Pick<Proposal, 'kind' | 'question' | 'confidence' | 'reason'>;

/** Categories, numbers, dates or words, by the form if it says, else by the cells. */
export function valueKind(facts: ColumnFacts): ValueKind {
  const { hint, answers, nAnswers } = facts;
  if (hint.kind === 'other-specify')
    return { kind: 'text', question: 'other-specify', confidence: 0.95, reason: 'other-specify' };
  if (hint.kind === 'open-text')
    return { kind: 'text', question: 'open-text', confidence: 0.95, reason: 'form' };
  if (hint.kind === 'single' && hint.categories)
    return { ...singleOrScale(facts), kind: 'categorical', confidence: 0.99, reason: 'form' };
  if (hint.kind === 'numeric' && facts.number)
    return { kind: 'numeric', question: 'numeric', confidence: 0.99, reason: 'form' };
  if (facts.date) return { kind: 'date', question: 'date', confidence: 0.95, reason: 'dates' };
  if (facts.number) return numberKind(facts);
  if (answers.size === 0)
    return { kind: 'categorical', question: 'empty', confidence: 1, reason: 'no-answers' };

  let length = 0;
  for (const [text, count] of answers) length += text.length * count;
  const meanLength = length / nAnswers;
  const share = answers.size / nAnswers;
  if (isOtherSpecify(facts))
    return { kind: 'text', question: 'other-specify', confidence: 0.8, reason: 'other-specify' };
  const isOpen =
    (OPEN.test(facts.label) && meanLength > 12 && answers.size > 4) ||
    (share >= 0.3 && meanLength > 25 && answers.size > 5) ||
    (share >= 0.5 && answers.size > 20) ||
    answers.size > 400 ||
    [...answers.keys()].some((text) => text.length > 400);
  if (isOpen)
    return { kind: 'text', question: 'open-text', confidence: 0.85, reason: 'varied-text' };
  return { ...singleOrScale(facts), kind: 'categorical', confidence: 0.85, reason: 'few-values' };
}

const isOtherSpecify = ({ label, answers, nAnswers }: ColumnFacts): boolean =>
  /other\b.*(specify|write)|please specify|_other$|especifi(que|car)/i.test(label) &&
  answers.size > 1 &&
  answers.size >= nAnswers * 0.1;

function singleOrScale(facts: ColumnFacts): { question: QuestionKind } {
  const known = facts.hint.categories?.filter((each) => facts.answers.has(each.code)) ?? [];
  const texts =
    known.length > 0
      ? known.map((each) => each.labels.en ?? each.labels.und ?? each.code)
      : [...facts.answers.keys()];
  return { question: findScale(texts) ? 'scale' : 'single' };
}

function numberKind(facts: ColumnFacts): ValueKind {
  const all = answerNumbers(facts);
  // Codes below zero say why there is no answer; what is measured is above.
  const codes = all.filter((value) => value < 0 && Number.isInteger(value));
  const rest = all.filter((value) => !codes.includes(value));
  const isMeasure = rest.length > 0 && rest.every((value) => value >= 0) && codes.length <= 3;
  const numbers = isMeasure ? rest : all;
  const low = Math.min(...numbers);
  const high = Math.max(...numbers);
  const whole = numbers.every((value) => Number.isInteger(value));
  const texts = [facts.label, facts.column.heading];
  const says = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
  if (whole && low >= 0 && high <= 10 && high >= 8 && says(NPS))
    return { kind: 'categorical', question: 'nps', confidence: 0.9, reason: 'zero-to-ten' };
  if (whole && says(RATING) && low >= 0 && high <= 10 && !says(/how many|cu[aá]nt[oa]s/i))
    return { kind: 'categorical', question: 'scale', confidence: 0.85, reason: 'rating-points' };
  const isCoded = /^q\d+(_\w+)?$/i.test(facts.column.heading);
  const isZip = says(/\bzip|postal/i) && whole && low >= 500 && high <= 99_999;
  if (isZip) return { kind: 'categorical', question: 'single', confidence: 0.8, reason: 'area' };
  const isFlag = numbers.length === 2 && low >= 0 && high <= 2;
  if (whole && isFlag && !says(/how many|number of|cu[aá]nt[oa]s|n[uú]mero de/i))
    return { kind: 'categorical', question: 'single', confidence: 0.7, reason: 'number-codes' };
  const few = isCoded ? 25 : 12;
  const isCodes =
    whole && numbers.length <= few && (isCoded || (high <= 20 && low >= -99)) && !says(COUNT_LIKE);
  if (!isCodes)
    return { kind: 'numeric', question: 'numeric', confidence: 0.85, reason: 'numbers' };
  const core = numbers.filter((value) => value >= 0 && value <= 7);
  const isScale = core.length >= 3 && core.length <= 7 && numbers.filter((v) => v > 10).length <= 1;
  return {
    kind: 'categorical',
    question: isScale ? 'scale' : 'single',
    confidence: 0.6,
    reason: 'number-codes'
  };
}
