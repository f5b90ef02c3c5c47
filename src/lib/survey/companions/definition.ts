import type { Category, Labels, MissingCode, MissingReason } from '$lib/codebook/codebook';
import { unnamed, type ColumnHint } from '../formats/format';
import { findMissingWord } from '../values/missing';

/**
 * What a form, dictionary or codebook says of a file's variables, whichever of them it is. An XLSForm
 * fills it as well (`xlsform-definition.ts`), for files whose own format does not read the form.
 */
export interface Definition {
  fields: DefinedField[];
}

export interface DefinedField {
  /** of the variable, as the definition spells it */
  name: string;
  /** text of the question in any language, by which headings are found that are no names */
  labels: Labels;
  /** of a column that stands for the whole field */
  hint: ColumnHint;
  /** options with columns of their own; then headings are `name___code` or `label (choice=text)` */
  options?: Category[];
}

/** Both definitions; what the later one says of a field is added to what the earlier one says. */
export function mergeDefinitions(definitions: readonly Definition[]): Definition {
  const fields = new Map<string, DefinedField>();
  for (const field of definitions.flatMap((each) => each.fields)) {
    const key = field.name.toLowerCase();
    const before = fields.get(key);
    if (!before) {
      fields.set(key, field);
      continue;
    }
    const labels = { ...field.labels, ...before.labels };
    const options = before.options ?? field.options;
    fields.set(key, {
      name: before.name,
      labels,
      hint: { ...field.hint, ...defined(before.hint), labels },
      ...(options && { options })
    });
  }
  return { fields: [...fields.values()] };
}

const defined = (hint: ColumnHint): ColumnHint =>
  Object.fromEntries(Object.entries(hint).filter(([, value]) => value !== undefined));

/**
 * What a definition knows of columns, by their headings: name first, then the question's text.
 *
 * @returns one hint a column; null where the definition says nothing
 */
export const hintsFrom = (
  definition: Definition,
  headings: readonly string[]
): (ColumnHint | null)[] => lookUp(definition, headings).map((found) => found?.hint ?? null);

/** How many fields of a definition are found among headings. */
export const countFound = (definition: Definition, headings: readonly string[]): number =>
  new Set(lookUp(definition, headings).flatMap((found) => (found ? [found.field] : []))).size;

interface Found {
  field: DefinedField;
  hint: ColumnHint;
}

function lookUp(definition: Definition, headings: readonly string[]): (Found | null)[] {
  const byName = new Map(definition.fields.map((field) => [field.name.toLowerCase(), field]));
  const byLabel = new Map<string, DefinedField>();
  for (const field of definition.fields)
    for (const label of Object.values(field.labels)) byLabel.set(plain(label), field);
  return headings.map((heading) => {
    const name = heading.toLowerCase();
    const field =
      byName.get(name) ??
      byName.get(name.split('/').at(-1) ?? '') ??
      byName.get(name.split('-').at(-1) ?? '') ??
      (heading === '' ? undefined : byLabel.get(plain(heading)));
    return field ? { field, hint: asMember(field.hint) } : findOption(heading, byName, byLabel);
  });
}

/** A column of a select-all has one value that is an answer: its label is the option's text. */
function asMember(hint: ColumnHint): ColumnHint {
  const { group, categories, kind } = hint;
  const [only] = categories ?? [];
  if (!group || kind !== 'multiple-response' || categories?.length !== 1 || !only) return hint;
  const isMark = Object.values(only.labels).every((label) =>
    /^(yes|s[ií]|selected|checked)$/i.test(label)
  );
  const { labels } = isMark ? hint : only;
  return { ...hint, ...(labels && { labels }), categories: undefined };
}

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** `needs___food`, `Needs (choice=Food)`: one option of a checkbox field. */
function findOption(
  heading: string,
  byName: ReadonlyMap<string, DefinedField>,
  byLabel: ReadonlyMap<string, DefinedField>
): Found | null {
  const raw = /^(.+?)___(.+)$/s.exec(heading);
  const labelled = /^(.*\S)\s*\(choice=(.*)\)$/s.exec(heading);
  const field = raw
    ? byName.get((raw[1] ?? '').toLowerCase())
    : byLabel.get(plain(labelled?.[1] ?? '\u0000'));
  if (!field?.options) return null;
  const written = raw?.[2] ?? labelled?.[2] ?? '';
  // A code below zero loses its sign in a heading: -1 is `____1`.
  const code = (text: string): string => text.toLowerCase().replace(/^-/, '_');
  const option = field.options.find((each) =>
    raw
      ? code(each.code) === code(written)
      : Object.values(each.labels).some((label) => plain(label) === plain(written))
  );
  const hint: ColumnHint = {
    group: { id: field.name, labels: field.labels },
    code: option?.code ?? written,
    labels: option?.labels ?? unnamed(written),
    kind: 'multiple-response',
    ...(field.hint.relevant && { relevant: field.hint.relevant }),
    ...(field.hint.role && { role: field.hint.role, identifier: field.hint.identifier })
  };
  return { field, hint };
}

/** What the headings say and what a definition knows, which weighs more. */
export function withKnown(hint: ColumnHint, known: ColumnHint | null | undefined): ColumnHint {
  if (!known) return hint;
  const { labels, ...rest } = known;
  const isNamed = labels !== undefined && Object.keys(labels).length > 0;
  if (rest.isRedundant) return { ...hint, isRedundant: true, group: undefined };
  // The tool's own columns keep what the tool says of them, save that they are personal.
  if (hint.role && rest.role !== 'identifier') return { ...hint, ...(isNamed && { labels }) };
  return { ...hint, ...rest, ...(isNamed && { labels }) };
}

/** Labelled codes as categories in order, and those of them that stand for no answer. */
export function codesOf(choices: readonly { code: string; label: string }[]): {
  categories: Category[];
  missing: MissingCode[];
} {
  const categories = choices.map(({ code, label }, order) => ({
    code,
    labels: unnamed(label === '' ? code : label),
    order
  }));
  const missing = choices.flatMap(({ code, label }): MissingCode[] => {
    const reason = missingReasonOf(label);
    return reason ? [{ token: code, reason }] : [];
  });
  return { categories, missing };
}

const REASONS: [RegExp, MissingReason][] = [
  [
    /\b(don'?t|do not|didn'?t) (know|remember)\b|\bnot sure\b|\bunsure\b|^dk\b|no (lo )?s(é|e|abe)/i,
    'dont-know'
  ],
  [/refus|prefer(s|red)? not|declin|prefiere no|prefiero no|no contest/i, 'refused'],
  [
    /not applicable|does not apply|\bn\/a\b|inapplicable|no aplica|no corresponde/i,
    'not-applicable'
  ],
  [
    /not asked|legitimate skip|valid skip|skip pattern|not in universe|did not report|no preguntad/i,
    'not-asked'
  ],
  [
    /^(system )?missing\b|^no (answer|response)|^blank\b|seen but (category )?not selected|sin respuesta/i,
    'blank'
  ]
];

/** The reason a value label gives for there being no answer; null when it is an answer. */
export function missingReasonOf(label: string): MissingReason | null {
  const word = findMissingWord(label, false);
  return label === '' || word === 'blank' ? null : word;
}

/** The same where the codebook has already said that the code is missing. */
export function reasonOfMissing(label: string): MissingReason {
  const text = label.replaceAll('\u2019', "'");
  return REASONS.find(([pattern]) => pattern.test(text))?.[1] ?? 'not-applicable';
}

/** A label that can be nothing but a reason, in codebooks that mark none. */
export function certainlyMissing(label: string): MissingReason | null {
  const text = label.replaceAll('\u2019', "'");
  const isNoAnswer =
    /^(system )?missing\b|not asked|did not report|seen but (category )?not selected|not in universe|legitimate skip|valid skip/i;
  return missingReasonOf(label) ?? (isNoAnswer.test(text) ? reasonOfMissing(label) : null);
}
