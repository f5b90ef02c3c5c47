import { extent } from '$lib/base/extent';
import type { QuestionKind } from '$lib/codebook/codebook';
import { holdsSureDetail } from '../identifiers/free-text';
import { findMissingNumbers } from '../values/missing';
import { findScale } from '../values/scales';
import { answerNumbers, type ColumnFacts } from './facts';
import type { Proposal } from './proposal';

export const COUNT_LIKE =
  /how many|number of|\bage\b|_age$|^age|years?\b|hours?\b|minutes?\b|\bdays?\b|weeks?\b|months?\b|household size|hh_?size|_size$|\bcount|_count$|\bincome\b.*\$|cu[aá]nt[oa]s|\bedad\b|a[ñn]os|n[uú]mero de|^no_|^num|\bamount\b|\brent\b|\bcost\b|price|score|persons|people|children|membrs|members|\brooms?\b|bedrooms|buildings|vehicles|\bmeals?\b|plots|height|weight|distance|miles|percent|share/i;
const NPS = /recommend|recomend|recomiend|\bnps\b/i;
const RATING = /scale|rate|rating|escala|calific|satisf|0-10|1-10|1-5|importan|likely|probable/i;
const OPEN =
  /anything else|\bcomments?\b|comentarios?|describe|explain|expli(que|car)|tell us|\bwhy\b|por qu[eé]|suggest|sugerencia|in your own words|algo m[aá]s/i;

export type ValueKind = Pick<Proposal, 'kind' | 'question' | 'confidence' | 'reason'>;

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
    [...answers.keys()].some((text) => text.length > 400) ||
    // A list of answers is shown to everybody: what holds an address or a number is no such list.
    [...answers.keys()].some(holdsSureDetail);
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
  const { low, high } = extent(numbers);
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
  // A 99 far above the other codes is one of those for no answer, not a high number.
  const tokens = whole ? findMissingNumbers(numbers).map((code) => Number(code.token)) : [];
  const top = extent(numbers.filter((value) => !tokens.includes(value))).high;
  // "4.0000000000" is a number that was typed in; a code has no decimals.
  const isTyped = [...facts.answers.keys()].some((text) => /^\d+[.,]0+$/.test(text));
  const isCodes =
    whole &&
    !isTyped &&
    numbers.length <= few &&
    (isCoded || (top <= 20 && low >= -99)) &&
    !says(COUNT_LIKE);
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
