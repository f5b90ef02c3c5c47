import type { QuestionKind, VariableKind, VariableRole } from '$lib/codebook/codebook';
import { findIdentifier } from '../identifiers/identifiers';
import { findAttentionCheck } from './attention-check';
import { designRole } from './design-role';
import type { ColumnFacts } from './facts';
import { hasLostDigits } from './lost-digits';
import type { Proposal } from './proposal';
import { COUNT_LIKE, valueKind } from './value-kind';

export type { Proposal } from './proposal';

const AREA =
  /\bzip\b|zip ?code|^zip|postal ?code|postcode|\bcounty\b|census (tract|region|division)|\btract\b|council district|^counci|^district$|^ward$|^city$|^state$|^province$|^region$|^village$|^municipality$|^precinct$|^country$|neighbou?rhood|barrio|colonia|^municipio$|^distrito$|^provincia$|^pa[ií]s$|fips|geoid|c[oó]digo postal|geographic region|(in|which) (region|state|country|county|city|village)|pa[ií]s resid/i;
/** Sentences that name a place and ask something else of it. */
const ASKS_AMOUNT =
  /^\W*how\b|\bhow (many|much|long|often|old|far)\b|\bnumber of\b|\bcu[aá]nt[oa]s?\b|\bn[uú]mero de\b|con qu[eé] frecuencia/i;
const ASKS_YES_NO =
  /^\W*(do|does|did|are|is|was|were|have|has|had|would|should|could|can|will) .*\?\s*$/i;
const TIME =
  /timestamp|submi(t|ssion)|(start|end|stop)[ _]?(ed|time|date)?$|^(start|end|today)$|recorded ?date|interview_?date|completion time|marca temporal|horodateur|zeitstempel|(date|fecha) (created|modified|de env[ií]o)/i;
/** Rows with one and the same answer, before it is worth a word. */
const CONSTANT_ROWS = 20;
const PARADATA =
  /^(duration|progress|user ?language|finished|device|browser|os|operating system|useragent|lastpage|startlanguage|seed|status|version|resolution|duraci[oó]n|progreso|navegador|dispositivo)\b|duration \(|recaptcha|relevantid|ballotbox|fraud ?score|(first|last) click|page submit|click count|interviewtime|grouptime/i;

/** What a single column is: heading first, then its cells. Groups are decided elsewhere. */
export function classify(facts: ColumnFacts): Proposal {
  const { hint, column, label } = facts;
  if (hint.role) return byRole(facts, hint.role, 'tool-column', 0.98);
  if (facts.known) {
    const { role, reason, confidence } = facts.known;
    return byRole(facts, role, reason, confidence);
  }
  const kind = valueKind(facts);
  const found = findIdentifier(column, label);
  if (found)
    return {
      kind: wordsFor(kind.kind),
      role: 'identifier',
      question: 'identifier',
      confidence: 0.9,
      reason: `identifier-${found.type}`,
      identifier: found
    };
  if (facts.nAnswers === 0) return byRole(facts, 'empty', 'no-answers', 1);
  // Before any role: an id that a spreadsheet rounded names nobody.
  if (hasLostDigits(column, label))
    return {
      kind: 'text',
      role: 'paradata',
      question: 'paradata',
      confidence: 0.9,
      reason: 'id-digits-lost'
    };
  const role = designRole(facts);
  if (role) return byRole(facts, role, role, 0.85);
  const names = [column.heading, label];
  if (facts.date && names.some((name) => TIME.test(name)))
    return byRole(facts, 'timestamp', 'timestamp', 0.9);
  if (names.some((name) => PARADATA.test(name))) return byRole(facts, 'paradata', 'paradata', 0.8);
  if (findAttentionCheck(facts))
    return { ...kind, role: 'attention-check', question: 'paradata', reason: 'attention-check' };
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
  const isConstant = facts.answers.size === 1 && facts.nAnswers >= CONSTANT_ROWS;
  const hasForm = kind.reason === 'form';
  return { ...kind, role: 'answer', ...(isConstant && !hasForm && { reason: 'constant' }) };
}

/** Is a place asked for? A sentence about a place, or a number by the form, is none. */
function namesPlace({ hint, column, label }: ColumnFacts): boolean {
  const names = [column.heading, label];
  if (hint.kind === 'numeric' || names.some((name) => ASKS_AMOUNT.test(name))) return false;
  return names.some((name) => name.length <= 80 && AREA.test(name) && !ASKS_YES_NO.test(name));
}

/** Personal data has no list of answers: such a list would be the data. */
const wordsFor = (kind: VariableKind): VariableKind => (kind === 'categorical' ? 'text' : kind);

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
      kind: wordsFor(kind),
      identifier: { type: identifier ?? 'device', hits: facts.nAnswers }
    };
  if (role === 'id') return { ...base, kind: repeats(facts) ? 'categorical' : 'text' };
  if (role === 'area') return { ...base, kind: 'categorical', question: 'single' };
  if (role === 'empty') return { ...base, kind: 'categorical' };
  if (role === 'stratum' || role === 'psu') return { ...base, kind: 'categorical' };
  return { ...base, kind };
}

/** An id that stands for a record with several rows, or for whoever collected them. */
const repeats = ({ answers, nAnswers }: ColumnFacts): boolean =>
  answers.size <= 1000 && answers.size * 2 <= nAnswers;
