import type { ColumnFacts } from '../columns/facts';
import type { Proposal } from '../columns/proposal';
import { unnamed } from '../formats/format';

/** A column that is one option of a choice. */
export const optionProposal: Proposal = {
  kind: 'categorical',
  role: 'answer',
  question: 'single',
  confidence: 0.9,
  reason: 'one-of-the-columns'
};

/** A write-in column holds words of its own, not marks. */
export const hasWords = (facts: ColumnFacts): boolean =>
  facts.answers.size > 1 ||
  [...facts.answers.keys()].some(
    (text) => !/^(\d+|-\d+)$/.test(text) && text.toLowerCase() !== facts.label.toLowerCase()
  );

/** Outside its group, an item is read with its question. */
export function withQuestion(facts: ColumnFacts): ColumnFacts {
  const { group, labels } = facts.hint;
  if (!group || !labels) return facts;
  const question = group.labels.en ?? group.labels.und ?? '';
  const item = labels.en ?? labels.und ?? '';
  if (question === '' || item === question) return facts;
  return { ...facts, hint: { ...facts.hint, labels: unnamed(`${question}: ${item}`) } };
}
