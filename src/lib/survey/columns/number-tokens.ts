import type { MissingCode } from '$lib/codebook/codebook';
import type { CellRepair } from '../plan';
import { findMissingNumbers } from '../values/missing';
import { answerNumbers, type ColumnFacts } from './facts';
import { isRounded } from './lost-digits';
import type { Proposal } from './proposal';

/** A variable has room for so many tokens; reasons are stored in a byte. */
const MOST_TOKENS = 200;

/** What a column's tool and neighbours say about its codes. */
export interface VariableOptions {
  name: string;
  /** further values that belong to the item's range: those of its battery */
  alsoUsed?: readonly number[];
  negativeCodesAreMissing: boolean;
  /** the tool numbers the answers of a choice from 1, and "not applicable" with 0 */
  zeroIsMissing?: boolean;
  /** what the tool did to texts, undone while they are read */
  repair?: CellRepair;
}

/** Rounded ids are no values: they are told apart from a blank, and never from each other. */
export const lostDigits = ({ column }: ColumnFacts, proposal: Proposal): MissingCode[] =>
  proposal.reason === 'id-digits-lost'
    ? [...column.values.keys()]
        .filter(isRounded)
        .slice(0, MOST_TOKENS)
        .map((token) => ({ token, reason: 'unreadable' }))
    : [];

/** Codes of a column that stand for no answer among its numbers, by the rules of `values/missing.ts` and the tool. */
export function numberTokens(
  facts: ColumnFacts,
  proposal: Proposal,
  options: VariableOptions
): MissingCode[] {
  if (facts.hint.missing) return [];
  const lettered = letteredTokens(facts, proposal);
  if (lettered.length > 0) return lettered;
  const numbers = answerNumbers(facts);
  const isPlain = [...facts.answers.keys()].every((text) => /^-?\d+$/.test(text));
  const isAnswer = proposal.role === 'answer' || proposal.role === 'area';
  if (numbers.length === 0 || !isAnswer) return [];
  const own = (codes: readonly MissingCode[]): MissingCode[] =>
    codes.filter((code) => facts.answers.has(code.token));
  const negative = numbers.filter((value) => value < 0 && Number.isInteger(value));
  if (
    options.negativeCodesAreMissing &&
    isPlain &&
    negative.length > 0 &&
    negative.length < numbers.length
  )
    return own([
      ...negative.map((value) => ({
        token: String(value),
        reason: value === -99 ? ('blank' as const) : ('not-applicable' as const)
      })),
      ...(proposal.kind === 'categorical' && proposal.question !== 'nps' && !isTenPoint(facts)
        ? findMissingNumbers(numbers.filter((value) => value >= 0))
        : [])
    ]);
  if (proposal.kind === 'numeric') {
    const rest = numbers.filter((value) => value >= 0);
    const isCoded = negative.every((value) => value <= -7) && rest.length > 0;
    return isCoded && isPlain
      ? own(findMissingNumbers([0, 1, ...negative]).filter((code) => Number(code.token) < 0))
      : [];
  }
  if (proposal.kind !== 'categorical' || proposal.question === 'nps' || !isPlain) return [];
  if (isTenPoint(facts)) return [];
  if (options.zeroIsMissing && isNumberedChoice(numbers, options.alsoUsed))
    return own([
      { token: '0', reason: 'not-applicable' },
      ...findMissingNumbers(numbers.filter((value) => value > 0))
    ]);
  const found = findMissingNumbers([...new Set([...numbers, ...(options.alsoUsed ?? [])])]);
  return own(found);
}

/** "On a scale of 1 to 10": there 7, 8 and 9 are answers, however few gave those between. */
const isTenPoint = ({ label, column }: ColumnFacts): boolean =>
  [label, column.heading].some((text) => /\b[01] ?(-|–|to|a|al|through|hasta) ?10\b/i.test(text));

/** Choices numbered from 1 with a 0 beside them; two codes alone may be no and yes, eleven a rating. */
function isNumberedChoice(numbers: readonly number[], alsoUsed: readonly number[] = []): boolean {
  const all = new Set([...numbers, ...alsoUsed]);
  return all.has(0) && all.has(1) && all.size > 2 && !all.has(10);
}

/** `A1`, `A2`, ..., `A9`: answer codes of one letter follow the customs of the numbers after it. */
function letteredTokens(facts: ColumnFacts, proposal: Proposal): MissingCode[] {
  const texts = [...facts.answers.keys()];
  const isLettered = texts.length >= 2 && texts.every((text) => /^A\d{1,3}$/.test(text));
  if (!isLettered || proposal.kind !== 'categorical' || proposal.role !== 'answer') return [];
  return findMissingNumbers(texts.map((text) => Number(text.slice(1)))).map((code) => ({
    ...code,
    token: `A${code.token}`
  }));
}
