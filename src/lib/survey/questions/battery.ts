import { answerNumbers, type ColumnFacts } from '../columns/facts';
import type { QuestionDraft } from './draft';

/** Adds a question whose columns are its items: the rows of a battery, or the options of a ranking. */
export function askBattery(
  draft: QuestionDraft,
  members: ColumnFacts[],
  kind: 'matrix' | 'rank'
): void {
  const alsoUsed = [...new Set(members.flatMap((facts) => answerNumbers(facts)))];
  const variables = members.map((facts) => {
    const proposal = draft.classify(facts);
    const isAnswer = proposal.role === 'answer' && proposal.kind !== 'text';
    return draft.column(
      facts,
      isAnswer ? { ...proposal, kind: 'categorical', question: kind, reason: kind } : proposal,
      kind === 'matrix' ? alsoUsed : undefined
    );
  });
  const first = members[0];
  if (first)
    draft.ask(first.hint.group?.labels ?? {}, kind, variables, first, {
      confidence: 0.85,
      reason: kind
    });
}
