import { listField, nameList, objectList } from './spec';
import type { Answer, AnswerValue } from './report';
import type { Spec } from './spec';

/** Where a number of an answer stands: one member per way of splitting; empty = everyone. */
export type FactPlace = Readonly<Record<string, string>>;

/** One number of an answer with its place and name. */
export interface Fact {
  place: FactPlace;
  /** `estimate`, `ci95_t.lower`, `F.p` */
  name: string;
  value: number | boolean | null;
  /** a number about several places at once, as a covariance */
  isJoint: boolean;
}

/** Fields that name a place or a rule, not a number. */
const labels = new Set([
  'key',
  'option',
  'levels',
  'row_levels',
  'col_levels',
  'terms',
  'indicators',
  'qrule',
  'interval'
]);

interface Context {
  place: FactPlace;
  prefix: string;
  /** names of the entries of arrays: `levels` or `terms`, and those of matrices */
  entries: { dimension: string; names: readonly string[] } | null;
  rows: readonly string[] | null;
  cols: readonly string[] | null;
  change: (fact: Fact) => AnswerValue;
}

/**
 * An answer with every number looked at in turn, and replaced by what `change` gives back. Names of
 * levels, groups, terms and rules stay.
 *
 * @param spec the question: it names what the answer only numbers
 */
export function mapFacts(answer: Answer, spec: Spec, change: (fact: Fact) => AnswerValue): Answer {
  const entries = entriesOf(spec);
  const root: Context = { place: {}, prefix: '', entries, rows: null, cols: null, change };
  if (spec.family !== 'missingness') return mapObject(answer, root);
  return Object.fromEntries(
    Object.entries(answer).map(([variable, value]) => [
      variable,
      isObject(value) ? mapObject(value, { ...root, place: { variable } }) : null
    ])
  );
}

/** Every number of an answer, in its order. */
export function factsOf(answer: Answer, spec: Spec): Fact[] {
  const facts: Fact[] = [];
  mapFacts(answer, spec, (fact) => {
    facts.push(fact);
    return fact.value;
  });
  return facts;
}

/** Names of what an answer lists in the order of the question. */
function entriesOf(spec: Spec): Context['entries'] {
  if (spec.family === 'alkire_foster')
    return { dimension: 'indicator', names: nameList(spec, 'indicators') };
  if (spec.family === 'cronbach')
    return { dimension: 'item', names: objectList(spec, 'items').map((one) => String(one.var)) };
  if (spec.family === 'padjust') return { dimension: 'p', names: listField(spec, 'p').map(String) };
  if (spec.family === 'standardize')
    return { dimension: 'level', names: listField(spec, 'levels').map(String) };
  return null;
}

const isObject = (value: AnswerValue | undefined): value is Answer =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textsOf = (value: AnswerValue | undefined): string[] | null =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number')
    ? value.map(String)
    : null;

function mapObject(object: Answer, outer: Context): Answer {
  const levels = textsOf(object.levels);
  const terms = textsOf(object.terms);
  const own = levels ?? terms;
  const context: Context = {
    ...outer,
    entries: own ? { dimension: levels ? 'answer' : 'term', names: own } : outer.entries,
    rows: textsOf(object.row_levels) ?? outer.rows,
    cols: textsOf(object.col_levels) ?? outer.cols
  };
  return Object.fromEntries(
    Object.entries(object).map(([field, value]) => {
      const isLabel = field === 'p' ? isQuantile(object) : labels.has(field);
      if (isLabel || typeof value === 'string') return [field, value];
      return [field, mapValue(value, field, context)];
    })
  );
}

/** `p` names a quantile where a rule stands beside it; elsewhere it is a probability. */
const isQuantile = (object: Answer): boolean => typeof object.qrule === 'string';

function mapValue(value: AnswerValue, field: string, context: Context): AnswerValue {
  const name = `${context.prefix}${field}`;
  if (Array.isArray(value)) return mapList(value, field, name, context);
  if (isObject(value)) return mapObject(value, { ...context, prefix: `${name}.` });
  return tell(context, name, value);
}

const tell = (
  { place, change }: Context,
  name: string,
  value: AnswerValue,
  more: FactPlace = {},
  isJoint = false
): AnswerValue =>
  typeof value === 'string'
    ? value
    : change({ place: { ...place, ...more }, name, value: value as Fact['value'], isJoint });

function mapList(
  list: AnswerValue[],
  field: string,
  name: string,
  context: Context
): AnswerValue[] {
  if (list.some((entry) => Array.isArray(entry))) return mapMatrix(list, name, context);
  if (list.some(isObject))
    return list.map((entry, i) =>
      isObject(entry)
        ? mapObject(entry, { ...context, prefix: '', place: placeOf(entry, i, field, context) })
        : entry
    );
  const { entries } = context;
  const named = entries?.names.length === list.length ? entries : null;
  return list.map((entry, i) =>
    named
      ? tell(context, name, entry, { [named.dimension]: named.names[i]! })
      : tell(context, `${name}.${i + 1}`, entry)
  );
}

function mapMatrix(list: AnswerValue[], name: string, context: Context): AnswerValue[] {
  const { rows, cols } = context;
  const isTable = rows !== null && cols !== null && rows.length === list.length;
  return list.map((line, r) =>
    Array.isArray(line)
      ? line.map((entry, c) =>
          isTable && cols.length === line.length
            ? tell(context, name, entry, { row: rows[r]!, col: cols[c]! })
            : tell(context, `${name}.${r + 1}.${c + 1}`, entry, {}, true)
        )
      : line
  );
}

const textOf = (value: AnswerValue | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Where an entry of a list of objects stands: its group, option or quantile, else its number. */
function placeOf(entry: Answer, i: number, field: string, { place }: Context): FactPlace {
  const { key, option, qrule, p } = entry;
  if (key === null) return place;
  if (isObject(key))
    return {
      ...place,
      ...Object.fromEntries(Object.entries(key).map(([id, value]) => [id, textOf(value)]))
    };
  if (typeof option === 'string') return { ...place, option };
  if (typeof qrule === 'string') return { ...place, p: textOf(p), rule: qrule };
  return { ...place, [field]: String(i + 1) };
}
