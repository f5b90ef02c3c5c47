import { labelIn, type QuestionKind } from '$lib/codebook/codebook';
import { classify } from '../columns/classify';
import type { ColumnFacts } from '../columns/facts';
import type { Proposal } from '../columns/proposal';
import type { SurveyFormat } from '../formats/format';
import type { IdentifierFinding } from '../identifiers/identifiers';
import type { PlannedQuestion, PlannedVariable } from '../plan';
import { directionOf } from '../values/scales';
import { Names } from './names';
import { columnVariable } from './variables';

/** Questions and variables while they are being proposed. */
export class QuestionDraft {
  readonly names = new Names();
  readonly ids = new Names();
  readonly variables: PlannedVariable[] = [];
  readonly questions: PlannedQuestion[] = [];
  readonly identifiers: ({ index: number } & IdentifierFinding)[] = [];

  constructor(readonly format: SurveyFormat) {}

  /** What a column is; personal data in it is noted. */
  classify(facts: ColumnFacts): Proposal {
    const proposal = classify(facts);
    if (proposal.identifier)
      this.identifiers.push({ index: facts.column.index, ...proposal.identifier });
    return proposal;
  }

  /** Adds the variable of a column that stands for itself. */
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

  /** Adds a question. */
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
