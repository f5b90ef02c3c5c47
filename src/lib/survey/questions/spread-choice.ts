import type { MissingCode } from '$lib/codebook/codebook';
import type { ColumnFacts } from '../columns/facts';
import { unnamed } from '../formats/format';
import type { PlannedVariable } from '../plan';
import { findMissingWord } from '../values/missing';
import { findScale } from '../values/scales';
import type { QuestionDraft } from './draft';
import { hasWords, optionProposal } from './option-columns';

/** Adds a single choice that arrives as one column per option. */
export function askSpreadChoice(draft: QuestionDraft, members: ColumnFacts[]): void {
  const texts = members.filter((facts) => facts.hint.isOtherText === true && hasWords(facts));
  const options = members.filter((facts) => !texts.includes(facts));
  for (const facts of options) {
    const variable = draft.column(facts, optionProposal);
    variable.include = false;
  }
  for (const facts of texts)
    draft.ask(
      facts.hint.labels ?? {},
      'other-specify',
      [draft.column(facts, { ...optionProposal, kind: 'text' })],
      facts,
      { confidence: 0.9, reason: 'other-specify' }
    );
  const first = members[0];
  const labels = first?.hint.group?.labels ?? {};
  const labelled = members.map((facts) => facts.label);
  const missing: MissingCode[] = [{ token: '', reason: 'blank' }];
  const codes = labelled.filter((label) => {
    const reason = findMissingWord(label, false);
    if (reason !== null) missing.push({ token: label, reason });
    return reason === null;
  });
  const scale = findScale(codes);
  const variable: PlannedVariable = {
    columnIndex: null,
    name: draft.names.take(labels.und ?? '', first?.column.index ?? 0),
    heading: first?.column.heading ?? '',
    labels,
    kind: 'categorical',
    role: 'answer',
    categories: (scale?.order ?? codes).map((code, order) => ({
      code,
      labels: unnamed(code),
      order
    })),
    missing,
    source: {
      from: 'spread',
      columns: members.map((facts) => facts.column.index),
      labels: labelled
    },
    include: true,
    confidence: 0.9,
    reason: 'one-of-the-columns'
  };
  draft.variables.push(variable);
  if (first)
    draft.ask(labels, scale ? 'scale' : 'single', [variable], first, {
      confidence: 0.9,
      reason: 'one-of-the-columns'
    });
}
