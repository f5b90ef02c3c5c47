import type { MissingCode } from '$lib/codebook/codebook';
import type { ColumnFacts } from '../columns/facts';
import type { PlannedVariable, ValueSource } from '../plan';
import type { QuestionDraft } from './draft';
import type { GroupReading } from './groups';
import { hasWords, optionProposal, withQuestion } from './option-columns';
import { memberVariable } from './variables';

/** Adds the question of columns that are its options, each chosen or not. */
export function askMultipleResponse(
  draft: QuestionDraft,
  members: ColumnFacts[],
  reading: Extract<GroupReading, { kind: 'multiple-response' }>
): void {
  const set = members.map((facts) => facts.column.index);
  const isEveryone = reading.blank === 'not-chosen';
  const missing: MissingCode[] = [
    { token: '', reason: 'blank' },
    ...(isEveryone ? [] : reading.notAsked.map((token) => notAskedCode(token, members)))
  ];
  const notChosen = isEveryone ? [...reading.notChosen, ...reading.notAsked] : reading.notChosen;
  const twins = members.filter((facts) => facts.hint.sameAs !== undefined);
  for (const facts of twins) draft.column(facts, optionProposal).include = false;
  const variables = members.flatMap((facts) => {
    if (twins.includes(facts)) return [];
    const also = twins.flatMap(({ hint, column }) =>
      hint.sameAs === facts.column.index ? [column.index] : []
    );
    const marks = [...reading.chosen, ...reading.notChosen, ...reading.notAsked];
    const isText =
      facts.hint.isOtherText === true &&
      hasWords(facts) &&
      [...facts.answers.keys()].some((text) => !marks.includes(text));
    const source: ValueSource = {
      from: 'member',
      column: facts.column.index,
      ...(also.length > 0 && { also }),
      chosen: reading.chosen,
      notChosen,
      // Beside marks for "not chosen", a write-in field has only blanks for it.
      blank: isText && reading.blank === 'missing' ? 'not-chosen-if-answered' : reading.blank,
      set,
      anyText: isText
    };
    const variable = memberVariable(facts, nameOf(draft, facts), source, missing);
    draft.variables.push(variable);
    if (isText) writeIn(draft, facts, variable);
    return [variable];
  });
  const { group, relevant } = members[0]?.hint ?? {};
  draft.questions.push({
    id: draft.ids.take(group?.labels.und || group?.id || '', members[0]?.column.index ?? 0),
    labels: group?.labels ?? {},
    kind: 'multiple-response',
    variables: variables.map((variable) => variable.name),
    base:
      isEveryone || draft.format.baseIsEveryone === true
        ? 'everyone'
        : reading.blank === 'missing'
          ? 'asked'
          : 'answered',
    confidence: 0.9,
    reason: isEveryone ? 'marks-base-everyone' : 'marks',
    ...(relevant && { relevant })
  });
}

/** The words of an "other" option, beside its 0/1 variable. */
function writeIn(draft: QuestionDraft, facts: ColumnFacts, option: PlannedVariable): void {
  const variable: PlannedVariable = {
    ...option,
    labels: withQuestion(facts).hint.labels ?? option.labels,
    columnIndex: null,
    name: draft.names.take(`${option.name}_text`, facts.column.index),
    kind: 'text',
    categories: [],
    missing: facts.missing,
    source: { from: 'column', column: facts.column.index },
    reason: 'other-specify'
  };
  draft.variables.push(variable);
  draft.ask(variable.labels, 'other-specify', [variable], facts, {
    confidence: 0.9,
    reason: 'other-specify'
  });
}

function nameOf(draft: QuestionDraft, facts: ColumnFacts): string {
  const { hint, column } = facts;
  const isPlain = /^[\w/.-]+$/.test(column.heading);
  const group = hint.group?.labels.und ?? Object.values(hint.group?.labels ?? {})[0] ?? '';
  return draft.names.take(
    isPlain ? column.heading : `${group.slice(0, 20)}_${hint.code ?? ''}`,
    column.index
  );
}

/** Why a word in the cells of a set means that it was not put. */
const notAskedCode = (token: string, members: readonly ColumnFacts[]): MissingCode => {
  const code = members.flatMap((facts) => facts.missing).find((each) => each.token === token);
  return { token, reason: code && code.reason !== 'blank' ? code.reason : 'not-asked' };
};
