import { findForm } from './family-forms';
import type { Issue, Parsed } from '$lib/base/issue';
import type { FamilyForm, FormField } from './family-forms';
import type { Spec } from './spec';

/** A condition on the people a question is about; several values for `in` and `not_in`. */
export interface Clause {
  var: string;
  op: string;
  value: string;
}

/** A question as a form or a command line gives it: texts, by field. */
export interface AskedQuestion {
  family: string;
  /**
   * Texts of each field in order. Answers that count as yes stand under `FIELD-yes`; `numbers` under
   * `FIELD-as` reads categories with numbers for codes as those numbers.
   */
  fields: Readonly<Record<string, readonly string[]>>;
  filter: readonly Clause[];
}

/** A variable that may be asked about. */
export interface AskableVariable {
  name: string;
  kind: 'categorical' | 'numeric';
  /** codes of a categorical variable, in the order of the codebook */
  codes: readonly string[];
}

/** A question in the words of the engine, with the columns that stand for yes and no. */
export interface ReadQuestion {
  form: FamilyForm;
  spec: Spec;
  /** variables that are read as 1 for these answers and 0 for all others */
  derived: Readonly<Record<string, readonly string[]>>;
}

export const clauseOps = ['==', '!=', 'in', 'not_in', '>=', '<=', '>', '<', 'present', 'missing'];

/**
 * Reads a question: every field that is needed is there, every variable and answer known.
 *
 * Refused, at the field: `family-unknown`, `field-missing`, `variable-unknown`, `variable-not-groups`,
 * `variable-not-numbers`, `answer-unknown`, `yes-missing` (say which answers count as yes), `too-many`, `value-not-a-number`,
 * `operation-unknown`.
 */
export function readQuestion(
  asked: AskedQuestion,
  variables: readonly AskableVariable[]
): Parsed<ReadQuestion> {
  const form = findForm(asked.family);
  if (!form) return { ok: false, issues: [issueAt('family', 'family-unknown')] };
  const reader = new Reader(asked, variables);
  const inputs = Object.fromEntries(form.fields.map((field) => [field.id, reader.read(field)]));
  const filter = reader.filter();
  if (reader.issues.length > 0) return { ok: false, issues: reader.issues };
  const spec = { family: form.family, filter, ...toSpec(form.family, inputs, filter, reader) };
  return { ok: true, value: { form, spec, derived: reader.derived } };
}

const issueAt = (field: string, code: string, params: Issue['params'] = {}): Issue => ({
  code,
  severity: 'error',
  where: { field },
  params
});

/** Texts of a typed list: commas, semicolons or spaces between them. */
const listOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => text.split(/[,;\s]+/)).filter((text) => text !== '');

class Reader {
  readonly issues: Issue[] = [];
  readonly derived: Record<string, readonly string[]> = {};
  private readonly known: ReadonlyMap<string, AskableVariable>;

  constructor(
    private readonly asked: AskedQuestion,
    variables: readonly AskableVariable[]
  ) {
    this.known = new Map(variables.map((variable) => [variable.name, variable]));
  }

  texts(id: string): string[] {
    return (this.asked.fields[id] ?? []).map((text) => text.trim()).filter((text) => text !== '');
  }

  codesOf(name: string): readonly string[] {
    return this.known.get(name)?.codes ?? [];
  }

  read(field: FormField): unknown {
    switch (field.kind) {
      case 'choice':
        return this.choice(field);
      case 'value':
      case 'values':
        return this.values(field);
      case 'answers':
        return this.answers(field);
      default:
        return this.variablesOf(field);
    }
  }

  private refuse(field: string, code: string, params: Issue['params'] = {}): null {
    this.issues.push(issueAt(field, code, params));
    return null;
  }

  private choice({ id, choices = [] }: FormField): string {
    const [typed] = this.texts(id);
    const found = choices.find((choice) => choice === typed);
    if (typed !== undefined && found === undefined) this.refuse(id, 'field-missing');
    return found ?? choices[0] ?? '';
  }

  private values({ id, kind, preset, optional }: FormField): number[] | number | null {
    const typed = this.texts(id);
    const texts = listOf(typed.length > 0 ? typed : [preset ?? '']);
    const values = texts.map(Number);
    if (values.length === 0) return optional ? null : this.refuse(id, 'field-missing');
    if (values.some((value) => !Number.isFinite(value)))
      return this.refuse(id, 'value-not-a-number');
    return kind === 'value' ? values[0]! : values;
  }

  private answers({ id, of = '' }: FormField): string[] | null {
    const codes = this.texts(id);
    if (codes.length === 0) return this.refuse(id, 'field-missing');
    const [variable = ''] = this.texts(of);
    const known = this.codesOf(variable);
    const strange = codes.find((code) => !known.includes(code));
    return strange === undefined ? codes : this.refuse(id, 'answer-unknown', { answer: strange });
  }

  private variablesOf(field: FormField): unknown {
    const { id, most = 1, optional } = field;
    const names = this.texts(id);
    if (names.length === 0)
      return optional ? (most > 1 ? [] : null) : this.refuse(id, 'field-missing');
    if (names.length > most) return this.refuse(id, 'too-many', { most });
    const unknown = names.find((name) => !this.known.has(name));
    if (unknown !== undefined) return this.refuse(id, 'variable-unknown', { variable: unknown });
    const read = names.map((name) => this.variable(field, this.known.get(name)!));
    return field.most === undefined ? read[0] : read;
  }

  /** One variable as the engine reads it, or its name where the family wants a name. */
  private variable(field: FormField, { name, kind, codes }: AskableVariable): unknown {
    const { id } = field;
    if (field.kind === 'named') return name;
    if (field.kind === 'category')
      return kind === 'categorical' ? name : this.refuse(id, 'variable-not-groups', { name });
    const yes = this.texts(`${id}-yes`);
    const strange = yes.find((code) => !codes.includes(code));
    if (strange !== undefined && field.most === undefined)
      return this.refuse(id, 'answer-unknown', { answer: strange });
    const marked = yes.filter((code) => codes.includes(code));
    if (marked.length > 0 && field.kind !== 'number') {
      this.derived[name] = marked;
      const others = codes.filter((code) => !marked.includes(code));
      return { var: name, kind: 'indicator', true: marked, false: others };
    }
    const isNumbers = kind === 'numeric' || (codes.length > 0 && codes.every(isNumber));
    const asNumbers = isNumbers && this.texts(`${id}-as`).includes('numbers');
    if (field.kind === 'any' && kind === 'categorical' && !asNumbers)
      return { var: name, kind: 'category', levels: this.left(name, codes) };
    if (field.kind === 'yes-no') {
      const isZeroOne = isNumbers && codes.every((code) => code === '0' || code === '1');
      if (!isZeroOne || kind === 'numeric') return this.refuse(id, 'yes-missing', { name });
      return { var: name, kind: 'indicator', true: ['1'], false: ['0'] };
    }
    if (!isNumbers) return this.refuse(id, this.codeFor(field), { name });
    return { var: name, kind: 'numeric' };
  }

  /** Answers that the conditions leave over. */
  private left(name: string, codes: readonly string[]): string[] {
    const clauses = this.asked.filter.filter((clause) => clause.var === name);
    return codes.filter((code) =>
      clauses.every(({ op, value }) => {
        const listed = value.split(/[|,]/).map((text) => text.trim());
        if (op === '==' || op === 'in') return listed.includes(code);
        return op === '!=' || op === 'not_in' ? !listed.includes(code) : true;
      })
    );
  }

  private codeFor({ kind }: FormField): string {
    return kind === 'number' ? 'variable-not-numbers' : 'yes-missing';
  }

  filter(): Spec[] {
    return this.asked.filter
      .filter((clause) => clause.var !== '')
      .map(({ var: name, op, value }) => {
        if (!this.known.has(name)) this.refuse('where-var', 'variable-unknown', { variable: name });
        if (!clauseOps.includes(op)) this.refuse('where-op', 'operation-unknown');
        const isList = op === 'in' || op === 'not_in';
        const isNumeric = this.known.get(name)?.kind === 'numeric';
        const one = (text: string): string | number =>
          isNumeric && isNumber(text) ? Number(text) : text.trim();
        return { var: name, op, value: isList ? value.split(/[|,]/).map(one) : one(value) };
      });
  }
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

type Inputs = Record<string, unknown>;
const names = (variables: unknown): string[] =>
  (variables as { var: string }[]).map(({ var: name }) => name);
const isIndicator = (variable: unknown): boolean =>
  (variable as { kind?: string } | null)?.kind === 'indicator';

/** Inputs under the names of the specification; most families take them as they are. */
function toSpec(family: string, inputs: Inputs, filter: Spec[], reader: Reader): Spec {
  switch (family) {
    case 'quantile':
      return { ...inputs, qrules: [inputs.qrules] };
    case 'table':
      return { vars: [inputs.row, inputs.col] };
    case 'ttest':
      return withoutNulls({ ...inputs, ...(!inputs.group && { null: inputs.null ?? 0 }) });
    case 'contrast': {
      const side = (answers: unknown): Spec => ({
        y: inputs.y,
        filter: [...filter, { var: inputs.group, op: 'in', value: answers }]
      });
      return {
        a: side(inputs.a),
        b: side(inputs.b),
        ...(inputs.odds === 'yes' && isIndicator(inputs.y) && { odds: true })
      };
    }
    case 'standardize':
      return { ...inputs, levels: [...reader.codesOf(String(inputs.stratum_var))] };
    case 'select_all':
      return {
        options: names(inputs.options),
        ...(inputs.none !== null && { none: (inputs.none as { var: string }).var })
      };
    case 'alkire_foster': {
      const indicators = names(inputs.indicators);
      const weights = inputs.indicator_weights ?? indicators.map(() => 1);
      return { ...inputs, indicators, indicator_weights: weights };
    }
    case 'disparity':
      return disparitySpec(inputs, reader);
    case 'concentration':
      return withoutNulls({
        y: inputs.y,
        rank_by: (inputs.rank_by as { var: string }).var,
        bounds: inputs.bounds,
        ...(isIndicator(inputs.y) && { binary: true })
      });
    case 'kappa':
      return { ...inputs, levels: [...reader.codesOf(String(inputs.r1))], design_based: true };
    default:
      return withoutNulls(inputs);
  }
}

function disparitySpec(inputs: Inputs, reader: Reader): Spec {
  const by = (inputs.by as string[])[0] ?? '';
  return {
    y: inputs.y,
    by,
    lower_is_better: inputs.lower_is_better === 'yes',
    ...(inputs.ordered === 'yes' && { order: [...reader.codesOf(by)] })
  };
}

const withoutNulls = (spec: Spec): Spec =>
  Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== null));
