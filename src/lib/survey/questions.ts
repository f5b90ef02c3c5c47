import type { Category, MissingCode, QuestionKind } from '$lib/codebook/codebook';
import { classify, type Proposal } from './classify';
import { hasWords, hintsOf, notAskedCode, withQuestion, withRefusals } from './column-hints';
import { answerNumbers, columnFacts, type ColumnFacts } from './facts';
import { unnamed, type SurveyFormat } from './formats/format';
import { readGroup, type GroupReading } from './groups';
import type { IdentifierFinding } from './identifiers';
import { findMissingWord } from './missing';
import { Names } from './names';
import type { PlannedQuestion, PlannedVariable, SplitRule, ValueSource } from './plan';
import { findScale } from './scales';
import type { Sheet } from './sheet';
import { findSplit } from './split';
import { columnVariable, joinedVariable, memberVariable } from './variables';
import type { FormDefinition } from './xlsform';

/** The questions a sheet seems to hold. Every column has exactly one variable; some have more, derived. */
export interface Reading {
  questions: PlannedQuestion[];
  variables: PlannedVariable[];
  identifiers: ({ index: number } & IdentifierFinding)[];
  facts: ColumnFacts[];
}

/** Proposes questions and variables from headings, form and cells. Nothing is decided for good. */
export function proposeQuestions(
  sheet: Sheet,
  format: SurveyFormat,
  form: FormDefinition | null
): Reading {
  const hints = hintsOf(sheet, format, form);
  const facts = sheet.columns.map((column, i) => columnFacts(column, hints[i] ?? {}));
  return new QuestionMaker(sheet, format, facts).make();
}

class QuestionMaker {
  private readonly names = new Names();
  private readonly ids = new Names();
  private readonly variables: PlannedVariable[] = [];
  private readonly questions: PlannedQuestion[] = [];
  private readonly identifiers: Reading['identifiers'] = [];

  constructor(
    private readonly sheet: Sheet,
    private readonly format: SurveyFormat,
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
    const whole = withRefusals(facts);
    const split = this.splitOf(whole, proposal);
    if (split) {
      this.joined(whole, split);
      return;
    }
    const variable = this.column(facts, proposal);
    if (facts.hint.isRedundant) return;
    this.ask(variable.labels, proposal.question, [variable], facts, proposal);
  }

  private column(facts: ColumnFacts, proposal: Proposal, alsoUsed?: number[]): PlannedVariable {
    const { column } = facts;
    const short = /^[\w/.-]+$/.test(column.heading)
      ? (column.heading.split('/').at(-1) ?? '')
      : column.heading;
    const variable = columnVariable(facts, proposal, {
      name: this.names.take(short, column.index),
      ...(alsoUsed && { alsoUsed }),
      negativeCodesAreMissing: this.format.negativeCodesAreMissing === true
    });
    this.variables.push(variable);
    return variable;
  }

  private splitOf(facts: ColumnFacts, proposal: Proposal): SplitRule | null {
    const { hint, answers } = facts;
    if (hint.isRedundant || proposal.role !== 'answer') return null;
    if (hint.joined === 'space') {
      const options = (hint.categories ?? []).map((category) => category.code);
      const met = [...answers.keys()].flatMap((text) => text.split(' '));
      const rest = [...new Set(met)].filter((name) => name !== '' && !options.includes(name));
      return { separator: ' ', style: 'separated', options: [...options, ...rest] };
    }
    if (!['single', 'open-text', 'area'].includes(proposal.question)) return null;
    return findSplit(answers);
  }

  private joined(facts: ColumnFacts, split: SplitRule): void {
    const raw = this.column(facts, {
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
      joinedVariable(facts, this.names.take(`${raw.name}_${option.code}`, i), option, split)
    );
    this.variables.push(...members);
    this.questions.push({
      id: this.ids.take(raw.name, facts.column.index),
      labels: raw.labels,
      kind: 'multiple-response',
      variables: members.map((member) => member.name),
      base: 'answered',
      confidence: 0.85,
      reason: 'joined-choices',
      ...(facts.hint.relevant && { relevant: facts.hint.relevant })
    });
  }

  private group(members: ColumnFacts[]): void {
    const reading: GroupReading =
      members.length < 2
        ? { kind: 'separate' }
        : readGroup(members, this.sheet, {
            maySpread: this.format.id.startsWith('surveymonkey')
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
    const variables = members.map((facts) => {
      const marks = [...reading.chosen, ...reading.notChosen, ...reading.notAsked];
      const isText =
        facts.hint.isOtherText === true &&
        hasWords(facts) &&
        [...facts.answers.keys()].some((text) => !marks.includes(text));
      const source: ValueSource = {
        from: 'member',
        column: facts.column.index,
        chosen: reading.chosen,
        notChosen,
        blank: reading.blank,
        set,
        anyText: isText
      };
      const variable = memberVariable(facts, this.nameOf(facts), source, missing);
      this.variables.push(variable);
      if (isText) this.writeIn(facts, variable);
      return variable;
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

  private ask(
    labels: PlannedQuestion['labels'],
    kind: QuestionKind,
    variables: PlannedVariable[],
    facts: ColumnFacts,
    proposal: { confidence: number; reason: string }
  ): void {
    const scale =
      kind === 'scale' || kind === 'matrix' || kind === 'single'
        ? findScale(
            variables[0]?.categories.map((each) => each.labels.en ?? each.labels.und ?? '') ?? []
          )
        : null;
    this.questions.push({
      id: this.ids.take(variables[0]?.name ?? '', facts.column.index),
      labels,
      kind,
      variables: variables.map((variable) => variable.name),
      base: 'answered',
      confidence: proposal.confidence,
      reason: proposal.reason,
      ...(scale?.direction && { direction: scale.direction }),
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
