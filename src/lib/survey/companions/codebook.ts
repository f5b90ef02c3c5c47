import type { MissingCode } from '$lib/codebook/codebook';
import { unnamed, type ColumnHint } from '../formats/format';
import type { Sheet } from '../sheet/sheet';
import {
  certainlyMissing,
  codesOf,
  reasonOfMissing,
  type DefinedField,
  type Definition
} from './definition';
import { cellReader } from './table';

const COLUMN = {
  variable: /^(variable|variable[ _]?name|var[ _]?name|varname|name|field)$/,
  value: /^(value|code|value[ _]?code)$/,
  valueLabel: /^(value[ _]?labels?|meaning|response|answer)$/,
  label: /^(label|variable[ _]?label|description)$/,
  question: /^(question|question[ _]?text|wording)$/,
  type: /^(type|measure|level|measurement)$/,
  questionType: /^question[ _]?type$/,
  group: /^(variable[ _]?group|group)$/,
  missing: /^(missing|missing[ _]?values?|is[ _]?missing)$/,
  values: /^(values|value[ _]?labels|codes|categories|responses)$/
};

/** A value-label codebook, or one with a question in each row: whichever columns it has. */
export function readCodebook(sheet: Sheet): Definition {
  const headings = sheet.columns.map((column) => column.heading.trim().toLowerCase());
  const has = (pattern: RegExp): boolean => headings.some((heading) => pattern.test(heading));
  if (has(COLUMN.value)) return readByValue(sheet, has);
  return readByVariable(sheet);
}

interface Entry {
  label: string;
  type: string;
  values: { code: string; label: string; missing: string }[];
}

/** One row for each value: `variable, label, value, value_label, missing`. */
function readByValue(sheet: Sheet, has: (pattern: RegExp) => boolean): Definition {
  const cell = cellReader(sheet.columns.map((column) => column.heading));
  // With one label column it is the values that are labelled.
  const isTwo = has(COLUMN.valueLabel);
  const marks = has(COLUMN.missing);
  const entries = new Map<string, Entry>();
  for (const row of sheet.rows) {
    const name = cell(row, COLUMN.variable);
    if (name === '') continue;
    const entry = entries.get(name) ?? { label: '', type: '', values: [] };
    entries.set(name, entry);
    if (isTwo) entry.label ||= cell(row, COLUMN.label);
    entry.label ||= cell(row, COLUMN.question);
    entry.type ||= cell(row, COLUMN.type).toLowerCase();
    const code = cell(row, COLUMN.value);
    const label = cell(row, isTwo ? COLUMN.valueLabel : COLUMN.label);
    if (code !== '' && label !== '')
      entry.values.push({ code, label, missing: cell(row, COLUMN.missing) });
  }
  return { fields: [...entries].map(([name, entry]) => fieldOf(name, entry, marks)) };
}

/** One row for each variable: its values, if any, stand in one cell as `1=Yes; 2=No; 9=DK`. */
function readByVariable(sheet: Sheet): Definition {
  const cell = cellReader(sheet.columns.map((column) => column.heading));
  const groups = new Map<string, number>();
  for (const row of sheet.rows) {
    const group = cell(row, COLUMN.group);
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  const fields = sheet.rows.flatMap((row): DefinedField[] => {
    const name = cell(row, COLUMN.variable);
    if (name === '') return [];
    const question = cell(row, COLUMN.question);
    const written = cell(row, COLUMN.values);
    const missing = missingCodes(cell(row, COLUMN.missing));
    const values = labelledValues(written).map((value) => ({
      ...value,
      missing: missing.has(value.code) ? '1' : '0'
    }));
    for (const [code, label] of missing)
      if (!values.some((value) => value.code === code)) values.push({ code, label, missing: '1' });
    const label = question || cell(row, COLUMN.label);
    const entry: Entry = { label, type: cell(row, COLUMN.type).toLowerCase(), values };
    const field = fieldOf(name, entry, missing.size > 0);
    const group = cell(row, COLUMN.group);
    const isSet = /select all|check all|multiple|mark all/i.test(cell(row, COLUMN.questionType));
    if (!isSet || (groups.get(group) ?? 0) < 2) return [field];
    return [{ ...field, hint: { ...field.hint, ...memberHint(group, name, label) } }];
  });
  return { fields };
}

/** `What did you do? Select all that apply. - Other`: the question, then the option. */
function memberHint(group: string, name: string, label: string): ColumnHint {
  const at = label.lastIndexOf(' - ');
  const question = at < 0 ? label : label.slice(0, at);
  const item = at < 0 ? name : label.slice(at + 3);
  return {
    group: { id: group, labels: unnamed(question) },
    code: name,
    labels: unnamed(item),
    kind: 'multiple-response'
  };
}

/** `1=Yes; 2=No; 9=DK`, with other marks between as people write them. */
export function labelledValues(written: string): { code: string; label: string }[] {
  const hasMarks = /[;|\n]/.test(written);
  const parts = hasMarks ? written.split(/[;|\n]/) : written.split(/,(?=\s*-?\w+\s*[=:])/);
  return parts.flatMap((part) => {
    const match = /^\s*(-?\w+)\s*[=:,]\s*(\S.*?)\s*$/.exec(part);
    return match ? [{ code: match[1] ?? '', label: match[2] ?? '' }] : [];
  });
}

/** `9, 99` or `9=Don't know; 99=Refused`. */
function missingCodes(written: string): Map<string, string> {
  const labelled = labelledValues(written).map(({ code, label }): [string, string] => [
    code,
    label
  ]);
  if (labelled.length > 0 && /=|:/.test(written)) return new Map(labelled);
  const codes = written.split(/[\s,;|]+/).filter((code) => /^-?\d+$/.test(code));
  return new Map(codes.map((code) => [code, '']));
}

const RANGE = /^-?\d+(\.\d+)?\s*(-|–|to)\s*-?\d+(\.\d+)?$/i;
const NONE = /^(none|zero|no (days|times|hours)|never)\b|means 0\b/i;

function fieldOf(name: string, { label, type, values }: Entry, marks: boolean): DefinedField {
  const labels = unnamed(label === '' ? name : label);
  const base: ColumnHint = label === '' ? {} : { labels };
  const codes = values.filter(({ code }) => !RANGE.test(code));
  const missing = codes.flatMap((value): MissingCode[] => {
    const reason = marks
      ? isMarked(value.missing)
        ? reasonOfMissing(value.label)
        : null
      : certainlyMissing(value.label);
    return reason ? [{ token: value.code, reason }] : [];
  });
  const hint: ColumnHint = { ...base, ...typeHint(type) };
  if (values.length > 0) hint.missing = missing;
  const isMissing = new Set(missing.map(({ token }) => token));
  const answers = codes.filter(({ code }) => !isMissing.has(code));
  const hasRange = codes.length < values.length;
  if (hasRange || hint.kind === 'numeric') {
    const none = answers.filter((each) => NONE.test(each.label) && each.code !== '0');
    hint.kind = 'numeric';
    if (none.length > 0) hint.merge = Object.fromEntries(none.map(({ code }) => [code, '0']));
  } else if (answers.length > 0 && !hint.role) {
    hint.kind ??= 'single';
    hint.categories = codesOf(answers).categories;
  } else if (answers.length > 0) hint.categories = codesOf(answers).categories;
  return { name, labels, hint };
}

const isMarked = (text: string): boolean => /^(1|y|yes|true|x|missing|s[ií])$/i.test(text);

/** What codebooks call the kinds of variables. */
function typeHint(type: string): ColumnHint {
  if (/weight|^wt$/.test(type)) return { role: 'weight' };
  if (/^strat/.test(type)) return { role: 'stratum' };
  if (/^(psu|cluster)/.test(type)) return { role: 'psu' };
  if (/^(id|identifier|key)$/.test(type)) return { role: 'id' };
  if (/^geo/.test(type)) return { role: 'area' };
  if (/^(numeric|number|integer|continuous|count|ratio|interval|decimal)/.test(type))
    return { kind: 'numeric' };
  if (/^(text|string|char|open)/.test(type)) return { kind: 'open-text' };
  return /^date/.test(type) ? { kind: 'date' } : {};
}
