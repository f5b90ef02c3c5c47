import {
  sourceColumn,
  type ImportPlan,
  type PlannedQuestion,
  type PlannedVariable,
  type ValueSource
} from '../plan';
import { labelsNow } from './merge-decisions';
import type { Template } from './template';

/** The part of a plan that a template decides. */
export interface TakenOver {
  questions: PlannedQuestion[];
  variables: PlannedVariable[];
}

/** Puts what was taken over and what is new together: options of known questions, then the rest. */
export class Joiner {
  private readonly variables: PlannedVariable[];
  private readonly names: Set<string>;
  private readonly covered: ReadonlySet<number>;
  /** name in the plan to the name it gets */
  private readonly renamed = new Map<string, string>();
  private readonly added = new Map<string, string[]>();
  /** names of variables that were not taken over */
  private readonly fresh = new Set<string>();
  // Looked up by name and column: a file may have thousands of columns.
  private readonly asked: Index;
  private readonly old: Index;
  private readonly keptAt: Map<number, PlannedVariable[]>;

  constructor(
    private readonly template: Template,
    private readonly plan: ImportPlan,
    kept: readonly PlannedVariable[],
    columns: ReadonlyMap<number, number>,
    /** variables that this file's form says more about */
    private readonly better: ReadonlySet<string>
  ) {
    this.variables = [...kept];
    // A name of before stays with its question, also where that is gone or kept apart.
    this.names = new Set(template.plan.variables.map(({ name }) => name));
    this.covered = new Set(columns.values());
    this.asked = new Index(plan);
    this.old = new Index(template.plan);
    this.keptAt = byColumn(kept);
  }

  join(): TakenOver {
    for (const variable of this.plan.variables) this.place(variable);
    const place = new Map(this.variables.map((one) => [one.name, one]));
    const questions = [...this.known(place), ...this.unknown()];
    this.widenSets(questions);
    this.widenSplits();
    const at = ({ columnIndex, source }: PlannedVariable): number =>
      columnIndex ?? sourceColumn(source) + 0.5;
    return { questions, variables: this.variables.sort((a, b) => at(a) - at(b)) };
  }

  /** A variable of the plan: already there, an option more of a known question, or new. */
  private place(variable: PlannedVariable): void {
    const { columnIndex, source, name } = variable;
    const column = columnIndex ?? sourceColumn(source);
    if (source.from === 'spread' && this.widenSpread(source)) return;
    const isKnown = this.covered.has(column);
    if (isKnown && !(source.from === 'joined' && this.isNewOption(source))) return;
    const free = this.freeName(name);
    this.renamed.set(name, free);
    this.fresh.add(free);
    this.variables.push({ ...variable, name: free });
    const question = this.questionFor(variable);
    if (question) this.added.set(question, [...(this.added.get(question) ?? []), free]);
  }

  private isNewOption({ column, option, rest }: Extract<ValueSource, { from: 'joined' }>): boolean {
    const known = this.variables.flatMap(({ source }) =>
      source.from === 'joined' && source.column === column && source.rest === rest
        ? [source.option]
        : []
    );
    return known.length > 0 && !known.includes(option);
  }

  /** Columns more of a single choice that is spread over columns; true when it was taken over. */
  private widenSpread(fresh: Extract<ValueSource, { from: 'spread' }>): boolean {
    const at = this.variables.findIndex(
      ({ source }) =>
        source.from === 'spread' && source.columns.some((one) => fresh.columns.includes(one))
    );
    const found = this.variables[at];
    if (found?.source.from !== 'spread') return false;
    const { columns, labels } = found.source;
    const more = fresh.columns.flatMap((column, i) =>
      columns.includes(column) ? [] : [{ column, label: fresh.labels[i] ?? '' }]
    );
    const words = more.map(({ label }) => label);
    this.variables[at] = {
      ...found,
      source: {
        from: 'spread',
        columns: [...columns, ...more.map(({ column }) => column)],
        labels: [...labels, ...words]
      },
      categories: [
        ...found.categories,
        ...words.map((code, i) => ({
          code,
          labels: { und: code },
          order: found.categories.length + i
        }))
      ]
    };
    return true;
  }

  private freeName(name: string): string {
    let free = name;
    for (let i = 2; this.names.has(free); i++) free = `${name}_${i}`;
    this.names.add(free);
    return free;
  }

  /** The known question that a new column belongs to: that of its neighbours in the proposal. */
  private questionFor({ name, source }: PlannedVariable): string | null {
    const asked = this.asked.of.get(name);
    if (!asked || asked.variables.length < 2) return null;
    for (const column of this.asked.columns.get(asked.id) ?? [])
      for (const sibling of this.keptAt.get(column) ?? []) {
        const question = this.old.of.get(sibling.name);
        if (sibling.source.from === source.from && question?.kind === asked.kind)
          return question.id;
      }
    return null;
  }

  private isFresh(name: string): boolean {
    return this.fresh.has(name);
  }

  private known(place: ReadonlyMap<string, PlannedVariable>): PlannedQuestion[] {
    const old = new Map(this.template.proposal.questions.map((one) => [one.id, one]));
    return this.template.plan.questions.flatMap((question): PlannedQuestion[] => {
      const stay = question.variables.filter((name) => place.has(name) && !this.isFresh(name));
      if (stay.length === 0) return [];
      const isBetter = stay.some((name) => this.better.has(name));
      const now = stay
        .flatMap((name) => {
          const one = place.get(name);
          return one ? (this.asked.at.get(columnOf(one)) ?? []) : [];
        })
        .find(({ kind }) => kind === question.kind || isBetter);
      return [
        {
          ...(isBetter ? (now ?? question) : question),
          id: question.id,
          labels: labelsNow(question.labels, old.get(question.id)?.labels, now?.labels),
          variables: [...stay, ...(this.added.get(question.id) ?? [])]
        }
      ];
    });
  }

  /** Questions of the plan with what is left of them. */
  private unknown(): PlannedQuestion[] {
    const joined = new Set([...this.added.values()].flat());
    const ids = new Set(this.template.plan.questions.map(({ id }) => id));
    return this.plan.questions.flatMap((question): PlannedQuestion[] => {
      const variables = question.variables.flatMap((name) => {
        const free = this.renamed.get(name);
        return free === undefined || joined.has(free) ? [] : [free];
      });
      if (variables.length === 0) return [];
      let id = question.id;
      for (let i = 2; ids.has(id); i++) id = `${question.id}_${i}`;
      ids.add(id);
      return [{ ...question, id, variables }];
    });
  }

  /** A joined cell is taken apart in one way: with every option, the new ones included. */
  private widenSplits(): void {
    const options = new Map<number, string[]>();
    for (const { source } of this.variables)
      if (source.from === 'joined') {
        const { column, split } = source;
        options.set(column, [...new Set([...(options.get(column) ?? []), ...split.options])]);
      }
    this.variables.forEach((one, i) => {
      const { source } = one;
      if (source.from !== 'joined') return;
      const all = options.get(source.column) ?? source.split.options;
      if (all.length > source.split.options.length)
        this.variables[i] = {
          ...one,
          source: { ...source, split: { ...source.split, options: all } }
        };
    });
  }

  /** A blank cell of a set is read by all of its columns, the new ones included. */
  private widenSets(questions: readonly PlannedQuestion[]): void {
    const byName = new Map(this.variables.map((one, i) => [one.name, i]));
    for (const { variables } of questions) {
      const members = variables.flatMap((name) => {
        const at = byName.get(name);
        const one = at === undefined ? undefined : this.variables[at];
        return one?.source.from === 'member' ? [{ at: at!, one, source: one.source }] : [];
      });
      const set = [...new Set(members.flatMap(({ source }) => [...source.set, source.column]))];
      const [first] = members;
      if (!first) continue;
      for (const { at, one, source } of members) {
        const isNew = this.isFresh(one.name);
        const { chosen, notChosen, blank } = isNew ? first.source : source;
        this.variables[at] = {
          ...one,
          ...(isNew && { missing: first.one.missing, include: first.one.include }),
          source: {
            ...source,
            chosen,
            notChosen,
            blank,
            set: [...set].sort((a, b) => a - b)
          }
        };
      }
    }
  }
}

const columnOf = ({ columnIndex, source }: PlannedVariable): number =>
  columnIndex ?? sourceColumn(source);

function byColumn(variables: readonly PlannedVariable[]): Map<number, PlannedVariable[]> {
  const found = new Map<number, PlannedVariable[]>();
  for (const one of variables) {
    const list = found.get(columnOf(one));
    if (list) list.push(one);
    else found.set(columnOf(one), [one]);
  }
  return found;
}

/** The questions of a plan by their variables and columns. */
class Index {
  /** by name of a variable */
  readonly of = new Map<string, PlannedQuestion>();
  /** columns by id of a question */
  readonly columns = new Map<string, Set<number>>();
  /** by column */
  readonly at = new Map<number, PlannedQuestion[]>();

  constructor({ questions, variables }: Pick<ImportPlan, 'questions' | 'variables'>) {
    for (const question of questions) {
      this.columns.set(question.id, new Set());
      for (const name of question.variables) this.of.set(name, question);
    }
    for (const variable of variables) {
      const question = this.of.get(variable.name);
      if (!question) continue;
      const column = columnOf(variable);
      this.columns.get(question.id)?.add(column);
      const list = this.at.get(column);
      if (!list) this.at.set(column, [question]);
      else if (!list.includes(question)) list.push(question);
    }
  }
}
