import { settleDates } from '../columns/date-siblings';
import { columnFacts, type ColumnFacts } from '../columns/facts';
import { withNeighbours } from '../columns/neighbours';
import type { ColumnHint, SurveyFormat } from '../formats/format';
import type { FormDefinition } from '../formats/reading/xlsform';
import type { IdentifierFinding } from '../identifiers/identifiers';
import { sourceColumn, type PlannedQuestion, type PlannedVariable } from '../plan';
import type { Sheet } from '../sheet/sheet';
import { askBattery } from './battery';
import { QuestionDraft } from './draft';
import { readGroup } from './groups';
import { hintsOf } from './hints';
import { askMultipleResponse } from './multiple-response';
import { withQuestion } from './option-columns';
import { askOfCells } from './question-cells';
import { askSpreadChoice } from './spread-choice';

/** The questions a sheet seems to hold. Every column has exactly one variable; some have more, derived. */
export interface Reading {
  questions: PlannedQuestion[];
  variables: PlannedVariable[];
  identifiers: ({ index: number } & IdentifierFinding)[];
  facts: ColumnFacts[];
}

/**
 * Proposes questions and variables from headings, form and cells. Nothing is decided for good.
 *
 * @param known what a dictionary or codebook says of each column of the sheet, if anything
 */
export function proposeQuestions(
  sheet: Sheet,
  format: SurveyFormat,
  form: FormDefinition | null,
  known: readonly (ColumnHint | null)[] = []
): Reading {
  const hints = hintsOf(sheet, format, form, known);
  const read = sheet.columns.map((column, i) => columnFacts(column, hints[i] ?? {}));
  const facts = withNeighbours(sheet, settleDates(sheet, read, format.zone));
  const draft = new QuestionDraft(format);
  for (const members of inGroups(facts))
    if (members.length === 1) askColumn(draft, members[0] as ColumnFacts);
    else askGroup(draft, members, sheet);
  const byColumn = (variable: PlannedVariable): number =>
    variable.columnIndex ?? sourceColumn(variable.source) + 0.5;
  const variables = draft.variables.sort((a, b) => byColumn(a) - byColumn(b));
  for (const variable of variables) {
    const toolId = facts[variable.columnIndex ?? -1]?.hint.toolId;
    if (toolId !== undefined) variable.toolId = toolId;
  }
  const { questions, identifiers } = draft;
  return { questions, variables, identifiers, facts };
}

/** Columns by the question they belong to, each group where its first column stands. */
function inGroups(facts: readonly ColumnFacts[]): ColumnFacts[][] {
  const groups: ColumnFacts[][] = [];
  const byId = new Map<string, ColumnFacts[]>();
  for (const each of facts) {
    const id = each.hint.role ? undefined : each.hint.group?.id;
    const known = id === undefined ? undefined : byId.get(id);
    if (known) {
      known.push(each);
      continue;
    }
    const group = [each];
    groups.push(group);
    if (id !== undefined) byId.set(id, group);
  }
  return groups;
}

function askColumn(draft: QuestionDraft, facts: ColumnFacts): void {
  const proposal = draft.classify(facts);
  if (askOfCells(draft, facts, proposal)) return;
  const variable = draft.column(facts, proposal);
  if (facts.hint.isRedundant) return;
  draft.ask(variable.labels, proposal.question, [variable], facts, proposal);
}

function askGroup(draft: QuestionDraft, members: ColumnFacts[], sheet: Sheet): void {
  const reading = readGroup(members, sheet, { maySpread: draft.format.maySpread === true });
  if (reading.kind === 'multiple-response') askMultipleResponse(draft, members, reading);
  else if (reading.kind === 'spread') askSpreadChoice(draft, members);
  else if (reading.kind === 'separate')
    for (const facts of members) askColumn(draft, withQuestion(facts));
  else askBattery(draft, members, reading.kind);
}
