import type { Clause } from '$lib/estimation/query/asked-question';
import { familyForms, findForm, type FormField } from '$lib/estimation/query/family-forms';
import type { Id } from '$lib/base/id';
import type { BenchQuestion } from './bench';

/** Names of every field of every family: the options of the command line. */
export const benchOptions: readonly string[] = [
  ...new Set(familyForms.flatMap(({ fields }) => fields.map(({ id }) => id)))
];

const operators = ['>=', '<=', '!=', '=', '>', '<'] as const;

/** `tenure=rent`, `tenure=rent|own`, `age>=40`; null when it has no operator. */
export function readCondition(words: string): Clause | null {
  const operator = operators.find((sign) => words.includes(sign));
  if (!operator) return null;
  const at = words.indexOf(operator);
  const value = words.slice(at + operator.length).trim();
  const isList = value.includes('|');
  const op = { '=': isList ? 'in' : '==', '!=': isList ? 'not_in' : '!=' }[operator as string];
  return { var: words.slice(0, at).trim(), op: op ?? operator, value };
}

/**
 * A question from words: `need_food=yes|sometimes` is a variable with the answers that count as yes,
 * `imp_parks:numbers` reads codes as numbers, and lists have commas.
 *
 * @param wordsOf what was typed for an option; nothing when it was not given
 */
export function questionFromWords(
  waveId: Id,
  family: string,
  wordsOf: (option: string) => readonly string[],
  filter: readonly Clause[]
): BenchQuestion {
  const form = findForm(family);
  const fields: Record<string, string[]> = {};
  for (const field of form?.fields ?? [])
    for (const [name, values] of fieldFromWords(field, wordsOf(field.id)))
      if (values.length > 0) fields[name] = values;
  const design = wordsOf('design').includes('none') ? 'none' : 'wave';
  return { waveId, family, design, fields, filter };
}

const variableKinds = ['yes-no', 'number', 'share-or-number', 'any', 'category', 'named'];

function fieldFromWords(
  { id, kind }: FormField,
  words: readonly string[]
): (readonly [string, string[]])[] {
  if (kind === 'value' || kind === 'values' || kind === 'choice') return [[id, [...words]]];
  const parts = words.flatMap((text) => text.split(',')).map((text) => text.trim());
  if (!variableKinds.includes(kind)) return [[id, parts]];
  const read = parts.map((part) => {
    const [variable = '', yes] = part.split('=');
    const [name = '', as] = variable.split(':');
    return { name: name.trim(), yes: yes?.split('|') ?? [], as: as ? [as] : [] };
  });
  return [
    [id, read.map(({ name }) => name)],
    [`${id}-yes`, [...new Set(read.flatMap(({ yes }) => yes.map((code) => code.trim())))]],
    [`${id}-as`, [...new Set(read.flatMap(({ as }) => as))]]
  ];
}
