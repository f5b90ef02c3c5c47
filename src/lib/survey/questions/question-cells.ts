import type { Category } from '$lib/codebook/codebook';
import type { ColumnFacts } from '../columns/facts';
import type { Proposal } from '../columns/proposal';
import { unnamed } from '../formats/format';
import { findBatteryLines, type BatteryLines } from '../joined-cells/battery-lines';
import { findRankingCell } from '../joined-cells/ranking-cell';
import { findSplit, writtenInOf } from '../joined-cells/split';
import type { PlannedVariable, SplitRule, ValueSource } from '../plan';
import type { QuestionDraft } from './draft';
import { joinedVariable, lineVariable, restVariable } from './variables';

/**
 * Adds the question of a column whose cells hold more than one answer each: a battery line by line, a
 * ranking, or several choices with a separator. False, and nothing added, when they do not.
 */
export function askOfCells(draft: QuestionDraft, facts: ColumnFacts, proposal: Proposal): boolean {
  const battery = linesOf(facts, proposal);
  if (battery) {
    lines(draft, facts, battery);
    return true;
  }
  const whole = withRefusals(facts);
  const ranking = rankingOf(draft, whole, proposal);
  if (ranking) {
    rankings(draft, whole, ranking);
    return true;
  }
  const split = splitOf(draft, whole, proposal);
  if (split) joined(draft, whole, split);
  return split !== null;
}

/** In a list of choices, "prefer not to say" is one of the choices; only blanks are no answer. */
function withRefusals(facts: ColumnFacts): ColumnFacts {
  const missing = facts.missing.filter(
    ({ reason }) => reason === 'blank' || reason === 'not-asked'
  );
  if (missing.length === facts.missing.length) return facts;
  const tokens = new Set(missing.map((code) => code.token));
  const answers = new Map([...facts.column.values].filter(([text]) => !tokens.has(text)));
  const nAnswers = [...answers.values()].reduce((sum, count) => sum + count, 0);
  return { ...facts, answers, nAnswers, missing };
}

const linesProposal: Proposal = {
  kind: 'text',
  role: 'answer',
  question: 'matrix',
  confidence: 0.85,
  reason: 'lines-of-battery'
};

function linesOf({ hint, answers }: ColumnFacts, proposal: Proposal): BatteryLines | null {
  if (hint.isRedundant || proposal.role !== 'answer' || proposal.kind === 'numeric') return null;
  return findBatteryLines(answers);
}

function rankingOf(draft: QuestionDraft, facts: ColumnFacts, proposal: Proposal): SplitRule | null {
  const { hint, answers } = facts;
  if (hint.kind === 'rank') return splitOf(draft, facts, proposal);
  if (hint.isRedundant || hint.joined || proposal.role !== 'answer') return null;
  return proposal.kind === 'numeric' || proposal.kind === 'date' ? null : findRankingCell(answers);
}

function splitOf(draft: QuestionDraft, facts: ColumnFacts, proposal: Proposal): SplitRule | null {
  const { hint, answers } = facts;
  if (hint.isRedundant || proposal.role !== 'answer') return null;
  if (hint.split) return hint.split;
  if (hint.joined === 'space') {
    const options = (hint.categories ?? []).map((category) => category.code);
    const met = [...answers.keys()].flatMap((text) => text.split(' '));
    const rest = [...new Set(met)].filter((name) => name !== '' && !options.includes(name));
    return { separator: ' ', style: 'separated', options: [...options, ...rest] };
  }
  if (!['single', 'open-text', 'area'].includes(proposal.question)) return null;
  return findSplit(answers, draft.format.joinsNames === true);
}

function joined(draft: QuestionDraft, facts: ColumnFacts, split: SplitRule): void {
  const raw = draft.column(facts, {
    kind: 'text',
    role: 'answer',
    question: 'multiple-response',
    confidence: 0.85,
    reason: 'joined-choices'
  });
  const options = split.options.map((code, order): Category => {
    const known = facts.hint.categories?.find((category) => category.code === code);
    return { code, labels: known?.labels ?? unnamed(code), order };
  });
  const members = options.map((option, i) =>
    joinedVariable(facts, draft.names.take(`${raw.name}_${option.code}`, i), option, split)
  );
  const other = rest(draft, facts, raw, split);
  if (other) members.push(other);
  draft.variables.push(...members);
  draft.questions.push({
    id: draft.ids.take(raw.name, facts.column.index),
    labels: raw.labels,
    kind: 'multiple-response',
    variables: members.map((member) => member.name),
    base: 'answered',
    confidence: 0.85,
    reason: 'joined-choices',
    ...(facts.hint.relevant && { relevant: facts.hint.relevant })
  });
}

/** "Other" of a joined cell: what no option accounts for, as an option and as its words. */
function rest(
  draft: QuestionDraft,
  facts: ColumnFacts,
  raw: PlannedVariable,
  split: SplitRule
): PlannedVariable | undefined {
  if (![...facts.answers.keys()].some((text) => writtenInOf(text, split) !== '')) return undefined;
  const index = facts.column.index;
  const option = restVariable(facts, draft.names.take(`${raw.name}_other`, index), split);
  const words: PlannedVariable = {
    ...option,
    name: draft.names.take(`${option.name}_text`, index),
    kind: 'text',
    categories: [],
    source: { from: 'joined', column: index, option: '', split, rest: 'words' },
    reason: 'other-specify'
  };
  draft.variables.push(words);
  draft.ask(raw.labels, 'other-specify', [words], facts, {
    confidence: 0.8,
    reason: 'other-specify'
  });
  return option;
}

/** A battery that stands in one cell, a line for each row. */
function lines(draft: QuestionDraft, facts: ColumnFacts, battery: BatteryLines): void {
  const raw = draft.column(facts, linesProposal);
  const variables = battery.rows.map((row) => {
    const name = draft.names.take(`${raw.name.slice(0, 20)}_${row}`, facts.column.index);
    return lineVariable(facts, name, row, battery.answers.get(row) ?? new Map<string, number>());
  });
  draft.variables.push(...variables);
  draft.ask(raw.labels, 'matrix', variables, facts, linesProposal);
}

/** A ranking that stands in one cell: the place of each option. */
function rankings(draft: QuestionDraft, facts: ColumnFacts, split: SplitRule): void {
  const proposal = { ...linesProposal, question: 'rank' as const, reason: 'ranking-in-cell' };
  const raw = draft.column(facts, proposal);
  const places = new Map(split.options.map((_, i) => [String(i + 1), 1]));
  const variables = split.options.map((option): PlannedVariable => {
    const name = draft.names.take(`${raw.name.slice(0, 20)}_${option}`, facts.column.index);
    const variable = lineVariable(facts, name, option, places);
    const labels = facts.hint.categories?.find((each) => each.code === option)?.labels;
    const source: ValueSource = {
      from: 'line',
      column: facts.column.index,
      row: option,
      ranking: split
    };
    return { ...variable, labels: labels ?? variable.labels, source, reason: 'ranking-in-cell' };
  });
  draft.variables.push(...variables);
  draft.ask(raw.labels, 'rank', variables, facts, proposal);
}
