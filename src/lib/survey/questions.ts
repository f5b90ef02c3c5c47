import { labelIn, type MissingCode, type QuestionKind } from '$lib/codebook/codebook';
import { classify, type Proposal } from './classify';
import { hasWords, hintsOf, notAskedCode, withQuestion } from './column-hints';
import { settleDates } from './date-siblings';
import { answerNumbers, columnFacts, type ColumnFacts } from './facts';
import { unnamed, type ColumnHint, type SurveyFormat } from './formats/format';
import { readGroup, type GroupReading } from './groups';
import type { IdentifierFinding } from './identifiers';
import { findMissingWord } from './missing';
import { Names } from './names';
import { withNeighbours } from './neighbours';
import type { PlannedQuestion, PlannedVariable, ValueSource } from './plan';
import { askOfCells, type QuestionDraft } from './question-cells';
import { directionOf, findScale } from './scales';
import type { Sheet } from './sheet';
import { columnVariable, memberVariable } from './variables';
import type { FormDefinition } from './xlsform';

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
  return new QuestionMaker(sheet, format, facts).make();
}

class QuestionMaker implements QuestionDraft {
  readonly names = new Names();
  readonly ids = new Names();
  readonly variables: PlannedVariable[] = [];
  readonly questions: PlannedQuestion[] = [];
  private readonly identifiers: Reading['identifiers'] = [];

  constructor(
    private readonly sheet: Sheet,
    readonly format: SurveyFormat,
    private readonly facts: readonly ColumnFacts[]
  ) {}

  make(): Reading {
    const groups = new Map<string, ColumnFacts[]>();
    for (const facts of this.facts) {
      const id = facts.hint.role ? undefined : facts.hint.group?.id;
      if (id !== undefined) groups.set(id, [...(groups.get(id) ?? []), facts]);
    }
    const done = new Set<string>();
    for (const facts of this.facts) {
      const id = facts.hint.role ? undefined : facts.hint.group?.id;
      if (id === undefined) this.single(facts);
      else if (!done.has(id)) {
        done.add(id);
        this.group(groups.get(id) ?? []);
      }
    }
    const byColumn = (variable: PlannedVariable): number =>
      variable.columnIndex ?? sourceColumn(variable.source) + 0.5;
    this.variables.sort((a, b) => byColumn(a) - byColumn(b));
    for (const variable of this.variables) {
      const toolId = this.facts[variable.columnIndex ?? -1]?.hint.toolId;
      if (toolId !== undefined) variable.toolId = toolId;
    }
    return {
      questions: this.questions,
      variables: this.variables,
      identifiers: this.identifiers,
      facts: [...this.facts]
    };
  }

  private single(facts: ColumnFacts): void {
    const proposal = classify(facts);
    if (proposal.identifier)
      this.identifiers.push({ index: facts.column.index, ...proposal.identifier });
    if (askOfCells(this, facts, proposal)) return;
    const variable = this.column(facts, proposal);
    if (facts.hint.isRedundant) return;
    this.ask(variable.labels, proposal.question, [variable], facts, proposal);
  }

  column(facts: ColumnFacts, proposal: Proposal, alsoUsed?: number[]): PlannedVariable {
    const { column } = facts;
    const short = /^[\w/.-]+$/.test(column.heading)
      ? (column.heading.split('/').at(-1) ?? '')
      : column.heading;
    const variable = columnVariable(facts, proposal, {
      name: this.names.take(short, column.index),
      ...(alsoUsed && { alsoUsed }),
      negativeCodesAreMissing: this.format.negativeCodesAreMissing === true,
      ...(this.format.zeroIsMissing && { zeroIsMissing: true }),
      ...(this.format.cells && { repair: this.format.cells })
    });
    this.variables.push(variable);
    return variable;
  }

  private group(members: ColumnFacts[]): void {
    const reading: GroupReading =
      members.length < 2
        ? { kind: 'separate' }
        : readGroup(members, this.sheet, {
            maySpread: this.format.maySpread === true
          });
    if (reading.kind === 'multiple-response') this.multiple(members, reading);
    else if (reading.kind === 'spread') this.spread(members);
    else if (reading.kind === 'separate')
      for (const facts of members) this.single(withQuestion(facts, members.length > 1));
    else this.battery(members, reading.kind);
  }

  private multiple(
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
    for (const facts of twins) this.column(facts, optionProposal).include = false;
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
      const variable = memberVariable(facts, this.nameOf(facts), source, missing);
      this.variables.push(variable);
      if (isText) this.writeIn(facts, variable);
      return [variable];
    });
    const { group, relevant } = members[0]?.hint ?? {};
    this.questions.push({
      id: this.ids.take(group?.labels.und || group?.id || '', members[0]?.column.index ?? 0),
      labels: group?.labels ?? {},
      kind: 'multiple-response',
      variables: variables.map((variable) => variable.name),
      base:
        isEveryone || this.format.baseIsEveryone === true
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
  private writeIn(facts: ColumnFacts, option: PlannedVariable): void {
    const variable: PlannedVariable = {
      ...option,
      labels: withQuestion(facts, true).hint.labels ?? option.labels,
      columnIndex: null,
      name: this.names.take(`${option.name}_text`, facts.column.index),
      kind: 'text',
      categories: [],
      missing: facts.missing,
      source: { from: 'column', column: facts.column.index },
      reason: 'other-specify'
    };
    this.variables.push(variable);
    this.ask(variable.labels, 'other-specify', [variable], facts, {
      confidence: 0.9,
      reason: 'other-specify'
    });
  }

  /** A single choice that arrives as one column per option. */
  private spread(members: ColumnFacts[]): void {
    const texts = members.filter((facts) => facts.hint.isOtherText === true && hasWords(facts));
    const options = members.filter((facts) => !texts.includes(facts));
    for (const facts of options) {
      const variable = this.column(facts, optionProposal);
      variable.include = false;
    }
    for (const facts of texts)
      this.ask(
        facts.hint.labels ?? {},
        'other-specify',
        [this.column(facts, { ...optionProposal, kind: 'text' })],
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
      name: this.names.take(labels.und ?? '', first?.column.index ?? 0),
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
    this.variables.push(variable);
    if (first)
      this.ask(labels, scale ? 'scale' : 'single', [variable], first, {
        confidence: 0.9,
        reason: 'one-of-the-columns'
      });
  }

  private battery(members: ColumnFacts[], kind: 'matrix' | 'rank'): void {
    const alsoUsed = [...new Set(members.flatMap((facts) => answerNumbers(facts)))];
    const variables = members.map((facts) => {
      const proposal = classify(facts);
      if (proposal.identifier)
        this.identifiers.push({ index: facts.column.index, ...proposal.identifier });
      const isAnswer = proposal.role === 'answer' && proposal.kind !== 'text';
      return this.column(
        facts,
        isAnswer ? { ...proposal, kind: 'categorical', question: kind, reason: kind } : proposal,
        kind === 'matrix' ? alsoUsed : undefined
      );
    });
    const first = members[0];
    if (first)
      this.ask(first.hint.group?.labels ?? {}, kind, variables, first, {
        confidence: 0.85,
        reason: kind
      });
  }

  private nameOf(facts: ColumnFacts): string {
    const { hint, column } = facts;
    const isPlain = /^[\w/.-]+$/.test(column.heading);
    const group = hint.group?.labels.und ?? Object.values(hint.group?.labels ?? {})[0] ?? '';
    return this.names.take(
      isPlain ? column.heading : `${group.slice(0, 20)}_${hint.code ?? ''}`,
      column.index
    );
  }

  ask(
    labels: PlannedQuestion['labels'],
    kind: QuestionKind,
    variables: PlannedVariable[],
    facts: ColumnFacts,
    proposal: { confidence: number; reason: string }
  ): void {
    const isScale = kind === 'scale' || kind === 'matrix' || kind === 'single';
    const texts = variables[0]?.categories.map((each) => labelIn(each.labels, 'en')) ?? [];
    const direction = isScale ? directionOf(texts) : null;
    this.questions.push({
      id: this.ids.take(variables[0]?.name ?? '', facts.column.index),
      labels,
      kind,
      variables: variables.map((variable) => variable.name),
      base: 'answered',
      confidence: proposal.confidence,
      reason: proposal.reason,
      ...(direction && { direction }),
      ...(facts.hint.relevant && { relevant: facts.hint.relevant })
    });
  }
}

const optionProposal: Proposal = {
  kind: 'categorical',
  role: 'answer',
  question: 'single',
  confidence: 0.9,
  reason: 'one-of-the-columns'
};

/** The (first) column a value comes from. */
export const sourceColumn = (source: ValueSource): number =>
  source.from === 'spread' ? (source.columns[0] ?? 0) : source.column;
