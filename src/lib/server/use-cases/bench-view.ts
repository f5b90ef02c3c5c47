import type { Id } from '$lib/base/id';
import type { Issue, Parsed } from '$lib/base/issue';
import { clauseOps, type Clause } from '$lib/estimation/query/asked-question';
import { familyForms, findForm, type FieldKind } from '$lib/estimation/query/family-forms';
import type { Access } from '$lib/server/access/access';
import { formatFact } from '$lib/text/format-fact';
import { textFor, type Language } from '$lib/text/text';
import {
  askBench,
  benchVariables,
  type BenchAnswer,
  type BenchFact,
  type BenchQuestion
} from './bench';
import { conditionRows } from './bench-address';
import type { BenchVariable } from './bench-variables';
import { madeAfresh } from './released-cache';
import { waveToOpen, wavesWithResponses } from './show-figure';

interface Choice {
  value: string;
  label: string;
}

/** One field as the form draws it. */
export interface BenchField {
  id: string;
  kind: FieldKind;
  isOptional: boolean;
  /** most variables; 1 = a single choice */
  most: number;
  /** variables, words or answers to choose from; none for typed values */
  choices: Choice[];
  values: string[];
  preset: string;
  /** answers of the chosen variables that may be marked as yes */
  yes: { choices: Choice[]; values: string[] } | null;
  /** categories with numbers for codes may be read as numbers */
  asNumbers: { values: string[] } | null;
}

/** One row of the answer: a place with the numbers people look for first. */
export interface BenchRow {
  label: string;
  status: BenchFact['status'];
  cells: Record<string, string>;
}

export interface BenchLine {
  label: string;
  name: string;
  value: string;
  status: BenchFact['status'];
}

/** Everything the bench draws, in the reader's language. */
export interface BenchPage {
  question: BenchQuestion;
  waves: Choice[];
  families: { label: string; options: Choice[] }[];
  about: string;
  method: string;
  fields: BenchField[];
  conditions: (Clause & { at: number })[];
  variables: (Choice & { answers: BenchVariable['answers'] })[];
  ops: Choice[];
  answer: (Omit<BenchAnswer, 'facts' | 'answer'> & { rows: BenchRow[]; lines: BenchLine[] }) | null;
  issues: Issue[];
}

/**
 * The bench with a question filled in, and its answer when it was asked. Null when the workspace has no
 * responses yet.
 */
export async function benchPage(
  access: Access,
  question: BenchQuestion,
  isAsked: boolean,
  language: Language
): Promise<BenchPage | null> {
  const waves = wavesWithResponses(access);
  if (waves.length === 0) return null;
  const text = textFor(language).bench;
  const variables = benchVariables(access, question.waveId, language);
  const asked = isAsked ? await answer(access, question, language) : null;
  const form = findForm(question.family) ?? familyForms[0]!;
  const groups = [...new Set(familyForms.map(({ group }) => group))];
  return {
    question,
    waves: waves.map(({ wave, label }) => ({ value: wave.id, label })),
    families: groups.map((group) => ({
      label: text.groups[group],
      options: familyForms
        .filter((one) => one.group === group)
        .map(({ family }) => ({ value: family, label: text.families[family]?.name ?? family }))
    })),
    about: text.families[form.family]?.about ?? '',
    method: form.method,
    fields: form.fields.map((field) => fieldOf(field, question, variables, text.choices)),
    conditions: Array.from({ length: conditionRows }, (_, at) => ({
      at,
      ...(question.filter[at] ?? { var: '', op: '==', value: '' })
    })),
    variables: variables.map((variable) => ({
      ...choicesOf([variable])[0]!,
      answers: variable.answers
    })),
    ops: clauseOps.map((op) => ({ value: op, label: text.ops[op] ?? op })),
    answer: asked?.ok ? viewOf(asked.value, question, variables, language) : null,
    issues: asked && !asked.ok ? asked.issues : []
  };
}

/** Every number of an answer as a row: its place, name, value and mark. A head row comes first. */
export function factRows({ facts }: Pick<BenchAnswer, 'facts'>): (string | number)[][] {
  const places = [...new Set(facts.flatMap(({ place }) => Object.keys(place)))];
  const marks = textFor('en').bench.csvMarks;
  return [
    [...places, 'number', 'value', 'mark'],
    ...facts.map(({ place, name, value, status }) => [
      ...places.map((id) => place[id] ?? ''),
      name,
      value === null ? '' : typeof value === 'boolean' ? String(value) : value,
      marks[status]
    ])
  ];
}

/** The rows of a CSV file of an answer, with survey, wave and family in front of each. */
export async function benchCsv(
  access: Access,
  question: BenchQuestion,
  language: Language
): Promise<Parsed<(string | number)[][]>> {
  const asked = await answer(access, question, language);
  if (!asked.ok) return asked;
  const found = wavesWithResponses(access).find(({ wave }) => wave.id === question.waveId);
  const about = [found?.surveyName ?? '', found?.wave.name ?? '', question.family];
  const [head = [], ...rows] = factRows(asked.value);
  return {
    ok: true,
    value: [['survey', 'wave', 'family', ...head], ...rows.map((row) => [...about, ...row])]
  };
}

/** The answer, made beside the thread of the pages: a question with conditions is judged many times. */
const answer = (
  access: Access,
  question: BenchQuestion,
  language: Language
): Promise<Parsed<BenchAnswer>> =>
  madeAfresh(access, () => askBench(access, question, language), {
    maker: 'bench-answer',
    args: [question, language]
  });

const choicesOf = (variables: readonly BenchVariable[]): Choice[] =>
  variables.map(({ name, label }) => ({ value: name, label: `${name}: ${label}` }));

const isNumbers = ({ kind, answers }: BenchVariable): boolean =>
  kind === 'numeric' ||
  (answers.length > 0 && answers.every(({ code }) => Number.isFinite(Number(code || 'x'))));

const fits: Partial<Record<FieldKind, (variable: BenchVariable) => boolean>> = {
  number: isNumbers,
  category: ({ kind }) => kind === 'categorical'
};
const takesYes: readonly FieldKind[] = ['yes-no', 'share-or-number', 'any'];
const isTyped: readonly FieldKind[] = ['value', 'values'];

function fieldOf(
  field: (typeof familyForms)[number]['fields'][number],
  { fields }: BenchQuestion,
  variables: readonly BenchVariable[],
  words: Readonly<Record<string, string>>
): BenchField {
  const { id, kind, most = 1, optional, choices = [], preset = '', of } = field;
  const values = [...(fields[id] ?? [])];
  const chosen = variables.filter(({ name }) => values.includes(name));
  const answers = chosen.flatMap((variable) => variable.answers);
  const distinct = answers.filter(({ code }, i) => answers.findIndex((a) => a.code === code) === i);
  const ofAnswers = variables.find(({ name }) => name === fields[of ?? '']?.[0])?.answers ?? [];
  const mayBeNumbers = kind === 'any' && chosen.some((v) => v.kind !== 'numeric' && isNumbers(v));
  return {
    id,
    kind,
    isOptional: optional === true,
    most,
    values,
    preset,
    choices:
      kind === 'choice'
        ? choices.map((value) => ({ value, label: words[value] ?? value }))
        : kind === 'answers'
          ? ofAnswers.map(({ code, label }) => ({ value: code, label }))
          : isTyped.includes(kind)
            ? []
            : choicesOf(variables.filter(fits[kind] ?? (() => true))),
    yes:
      takesYes.includes(kind) && distinct.length > 0
        ? {
            choices: distinct.map(({ code, label }) => ({ value: code, label })),
            values: [...(fields[`${id}-yes`] ?? [])]
          }
        : null,
    asNumbers: mayBeNumbers ? { values: [...(fields[`${id}-as`] ?? [])] } : null
  };
}

/** Numbers of the main table, in its order, under the names the families use. */
const mainNumbers: readonly (readonly [column: string, names: readonly string[]])[] = [
  ['estimate', ['estimate', 'share_of_respondents', 'rate']],
  ['low', ['ci95_t.lower', 'korn_graubard.lower', 'lower', 'intervals_t.beta.lower']],
  ['high', ['ci95_t.upper', 'korn_graubard.upper', 'upper', 'intervals_t.beta.upper']],
  ['se', ['se', 'share_of_respondents_se']],
  ['n', ['n', 'n_asked_answered']],
  ['df', ['df']],
  ['deff', ['deff_with_replacement']]
];

function viewOf(
  { facts, answer: _, ...rest }: BenchAnswer,
  question: BenchQuestion,
  variables: readonly BenchVariable[],
  language: Language
): NonNullable<BenchPage['answer']> {
  const label = labelOf(question, variables);
  const names = textFor(language).bench.numbers;
  const places = new Map<string, BenchFact[]>();
  for (const fact of facts) {
    const key = JSON.stringify(fact.place);
    places.set(key, [...(places.get(key) ?? []), fact]);
  }
  const rows = [...places.values()].flatMap((here): BenchRow[] => {
    const find = (wanted: readonly string[]): BenchFact | undefined =>
      here.find(({ name }) => wanted.includes(name));
    const main = find(mainNumbers[0]![1]);
    if (!main) return [];
    const { answer: _one, ...whole } = main.place;
    // All answers to a question rest on the same people: their number stands with the group.
    const around = places.get(JSON.stringify(whole)) ?? [];
    const cells = mainNumbers.map(([column, wanted]) => {
      const own = find(wanted) ?? around.find(({ name }) => wanted.includes(name));
      const isOfGroup = column === 'n' || column === 'df' || find(wanted) !== undefined;
      return [column, formatFact(isOfGroup ? (own?.value ?? null) : null, language)];
    });
    return [
      {
        label: label(main.place),
        status: main.status,
        cells: Object.fromEntries(cells) as Record<string, string>
      }
    ];
  });
  return {
    ...rest,
    rows,
    lines: facts.map(({ place, name, value, status }) => ({
      label: label(place),
      name: names[name] ?? name,
      value: formatFact(value, language),
      status
    }))
  };
}

/** A place in the words of the codebook: "Rent, Yes". */
function labelOf(
  { fields }: BenchQuestion,
  variables: readonly BenchVariable[]
): (place: BenchFact['place']) => string {
  const find = (name: string | undefined) => variables.find((one) => one.name === name);
  const byCode = (name: string | undefined, code: string): string =>
    find(name)?.answers.find((answer) => answer.code === code)?.label ?? code;
  const variableOf: Record<string, string | undefined> = {
    answer: fields.y?.[0],
    row: fields.row?.[0],
    col: fields.col?.[0],
    level: fields.stratum_var?.[0]
  };
  return (place) =>
    Object.entries(place)
      .map(([id, key]) =>
        ['option', 'variable', 'indicator', 'item'].includes(id)
          ? (find(key)?.label ?? key)
          : byCode(variableOf[id] ?? id, key)
      )
      .join(', ');
}

/** The wave a bench opens with: that of the other screens. */
export const firstWave = (access: Access): Id => waveToOpen(access)?.wave.id ?? '';
