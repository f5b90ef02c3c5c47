import type { MissingReason } from '$lib/codebook/codebook';
import type { PlannedQuestion, PlannedVariable } from './plan';
import {
  missingReason,
  NOT_ANSWERED,
  UNREADABLE,
  MISSING_DAY,
  type ChunkValues,
  type EncodedChunk,
  type ImportSink,
  type ImportSummary
} from './sink';

export interface VariableTally {
  nValid: number;
  missing: { reason: MissingReason; token: string; count: number }[];
  /** rows by category code; empty for kinds without categories */
  counts: number[];
  /** of a numeric variable: its values added up; 0 for others */
  sum: number;
}

export interface QuestionTally {
  /** rows in the base */
  nAsked: number;
  /** rows with an answer; for a multiple response, with at least one option */
  nAnswered: number;
}

/** A sink that counts: what the import would store, without storing it. */
export class TallySink implements ImportSink {
  private variables: readonly PlannedVariable[] = [];
  private places = new Map<string, number>();
  private valid: number[] = [];
  private sums: number[] = [];
  private counts: number[][] = [];
  private missing: Map<number, number>[] = [];
  private readonly questions = new Map<string, QuestionTally>();
  summary: ImportSummary | null = null;

  constructor(private readonly asked: readonly PlannedQuestion[]) {}

  start(variables: readonly PlannedVariable[]): void {
    this.variables = variables;
    this.places = new Map(variables.map(({ name }, v) => [name, v]));
    this.valid = variables.map(() => 0);
    this.sums = variables.map(() => 0);
    this.counts = variables.map(() => []);
    this.missing = variables.map(() => new Map<number, number>());
    for (const question of this.asked) this.questions.set(question.id, { nAsked: 0, nAnswered: 0 });
  }

  chunk(chunk: EncodedChunk): void {
    chunk.columns.forEach((column, v) => {
      const isMissing = missingTest(column.values);
      const counts = this.counts[v] ?? [];
      const missing = this.missing[v] ?? new Map<number, number>();
      let valid = 0;
      let sum = 0;
      for (let i = 0; i < chunk.rows; i++) {
        if (isMissing(i)) {
          const reason = column.missing?.[i] || 1;
          missing.set(reason, (missing.get(reason) ?? 0) + 1);
        } else {
          valid++;
          if (column.values.kind === 'categorical') {
            const code = column.values.codes[i] ?? 0;
            counts[code] = (counts[code] ?? 0) + 1;
          } else if (column.values.kind === 'numeric') sum += column.values.values[i] ?? 0;
        }
      }
      this.sums[v] = (this.sums[v] ?? 0) + sum;
      this.valid[v] = (this.valid[v] ?? 0) + valid;
    });
    for (const question of this.asked) this.tallyQuestion(question, chunk);
  }

  finish(summary: ImportSummary): void {
    this.summary = summary;
  }

  variable(name: string): VariableTally {
    const v = this.places.get(name) ?? -1;
    const variable = this.variables[v];
    if (!variable) throw new RangeError(`no variable "${name}" was read`);
    const missing = [...(this.missing[v] ?? [])].map(([code, count]) => ({
      reason: missingReason(variable, code),
      token:
        code === UNREADABLE || code === NOT_ANSWERED
          ? ''
          : (variable.missing[code - 1]?.token ?? ''),
      count
    }));
    const size = this.summary?.categories[v]?.length ?? 0;
    const counts = Array.from({ length: size }, (_, i) => this.counts[v]?.[i + 1] ?? 0);
    return { nValid: this.valid[v] ?? 0, missing, counts, sum: this.sums[v] ?? 0 };
  }

  /** Categories of a variable as they stand after the last row. */
  categories(name: string): ImportSummary['categories'][number] {
    const v = this.places.get(name) ?? -1;
    return this.summary?.categories[v] ?? [];
  }

  question(id: string): QuestionTally {
    return this.questions.get(id) ?? { nAsked: 0, nAnswered: 0 };
  }

  private tallyQuestion(question: PlannedQuestion, chunk: EncodedChunk): void {
    const tally = this.questions.get(question.id);
    const columns = question.variables
      .map((name) => chunk.columns[this.places.get(name) ?? -1])
      .filter((column) => column !== undefined);
    if (!tally || columns.length === 0) return;
    const tests = columns.map((column) => missingTest(column.values));
    const variables = question.variables.map((name) => this.variables[this.places.get(name) ?? -1]);
    const isMultiple = question.kind === 'multiple-response';
    for (let i = 0; i < chunk.rows; i++) {
      let valid = false;
      let chosen = false;
      let notAsked = true;
      for (let c = 0; c < columns.length; c++) {
        const column = columns[c];
        if (!column) continue;
        if (tests[c]?.(i) === true) {
          const variable = variables[c];
          const code = column.missing?.[i] || 1;
          if (!variable || missingReason(variable, code) !== 'not-asked') notAsked = false;
          continue;
        }
        valid = true;
        notAsked = false;
        if (column.values.kind === 'categorical' && (column.values.codes[i] ?? 0) === 2)
          chosen = true;
      }
      if (isMultiple) {
        if (valid) tally.nAsked++;
        if (chosen) tally.nAnswered++;
      } else {
        if (!notAsked) tally.nAsked++;
        if (valid) tally.nAnswered++;
      }
    }
  }
}

function missingTest(values: ChunkValues): (row: number) => boolean {
  switch (values.kind) {
    case 'categorical':
    case 'text':
      return (row) => values.codes[row] === 0;
    case 'numeric':
      return (row) => Number.isNaN(values.values[row]);
    case 'days':
      return (row) => values.days[row] === MISSING_DAY;
    case 'instants':
      return (row) => Number.isNaN(values.instants[row]);
  }
}
