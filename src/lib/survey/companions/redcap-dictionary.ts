import { unnamed, type ColumnHint } from '../formats/format';
import type { IdentifierType } from '../identifiers/identifiers';
import type { Sheet } from '../sheet/sheet';
import { codesOf, type DefinedField, type Definition } from './definition';
import { cellReader } from './table';

const COLUMN = {
  name: /^(variable \/ field name|field_name)$/,
  type: /^field[ _]type$/,
  label: /^field[ _]label$/,
  header: /^section[ _]header$/,
  choices: /^(choices, calculations|select_choices_or_calculations)/,
  validation: /^(text validation type|text_validation_type)/,
  identifier: /^identifier\??$/,
  branching: /^branching[ _]logic/,
  matrix: /^matrix[ _]group[ _]name$/
};

/**
 * A REDCap data dictionary: types, choices, validation, branching logic, matrices. A field marked
 * `Identifier?` is personal data, whatever it holds.
 */
export function readRedcapDictionary(sheet: Sheet): Definition {
  const cell = cellReader(sheet.columns.map((column) => column.heading));
  const matrixTitles = new Map<string, string>();
  const fields = sheet.rows.flatMap((row): DefinedField[] => {
    const name = cell(row, COLUMN.name);
    const type = cell(row, COLUMN.type).toLowerCase();
    if (name === '' || type === 'descriptive') return [];
    const matrix = cell(row, COLUMN.matrix);
    if (matrix !== '' && !matrixTitles.has(matrix))
      matrixTitles.set(matrix, withoutMarkup(cell(row, COLUMN.header)));
    const labels = unnamed(withoutMarkup(cell(row, COLUMN.label)) || name);
    const choices = choicesOf(type, cell(row, COLUMN.choices));
    // Points of a scale that are only numbered are told by their numbers.
    const isNumbered = choices.length > 2 && choices.every(({ code, label }) => code === label);
    const { categories, missing } = codesOf(isNumbered ? [] : choices);
    const relevant = cell(row, COLUMN.branching);
    const hint: ColumnHint = {
      labels,
      // The dictionary knows what belongs together; like names alone do not.
      group:
        matrix === ''
          ? undefined
          : { id: `matrix:${matrix}`, labels: unnamed(matrixTitles.get(matrix) || matrix) },
      ...(matrix !== '' && { code: name }),
      ...(!isNumbered && typeHint(type, cell(row, COLUMN.validation).toLowerCase())),
      ...(categories.length > 0 && type !== 'checkbox' && { categories, missing }),
      ...(relevant !== '' && { relevant }),
      ...(/^y/i.test(cell(row, COLUMN.identifier)) && {
        role: 'identifier' as const,
        identifier: personalType(name, cell(row, COLUMN.validation))
      })
    };
    return [{ name, labels, hint, ...(type === 'checkbox' && { options: categories }) }];
  });
  return { fields };
}

/** `1, one | 2, two`, also without blanks; a label may hold commas. */
function choicesOf(type: string, written: string): { code: string; label: string }[] {
  if (type === 'yesno') return [choice('1', 'Yes'), choice('0', 'No')];
  if (type === 'truefalse') return [choice('1', 'True'), choice('0', 'False')];
  if (!['radio', 'dropdown', 'checkbox', 'select', 'sql'].includes(type)) return [];
  return written.split(/\||\n/).flatMap((part) => {
    const match = /^\s*([^,]+?)\s*,\s*(.*?)\s*$/s.exec(part);
    return match ? [choice(match[1] ?? '', withoutMarkup(match[2] ?? ''))] : [];
  });
}

const choice = (code: string, label: string): { code: string; label: string } => ({ code, label });

/** Labels may be written in HTML. */
const withoutMarkup = (text: string): string =>
  text
    .replace(/<[a-z/][^>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function typeHint(type: string, validation: string): ColumnHint {
  if (['radio', 'dropdown', 'select', 'yesno', 'truefalse'].includes(type))
    return { kind: 'single' };
  if (type === 'checkbox') return { kind: 'multiple-response' };
  if (type === 'slider' || type === 'calc') return { kind: 'numeric' };
  if (type === 'notes') return { kind: 'open-text' };
  if (type === 'file' || type === 'signature') return { role: 'paradata' };
  if (/^(number|integer|float)/.test(validation)) return { kind: 'numeric' };
  if (/^date/.test(validation)) return { kind: 'date' };
  if (validation === 'email') return { role: 'identifier', identifier: 'email' };
  if (validation.startsWith('phone')) return { role: 'identifier', identifier: 'phone' };
  if (validation === 'ssn') return { role: 'identifier', identifier: 'national-id' };
  return {};
}

function personalType(name: string, validation: string): IdentifierType {
  const text = `${name} ${validation}`.toLowerCase();
  if (/e-?mail/.test(text)) return 'email';
  if (/phone|mobile|cell|fax/.test(text)) return 'phone';
  if (/ssn|mrn|medical.?record|passport|licen[cs]e/.test(text)) return 'national-id';
  if (/dob|birth/.test(text)) return 'birth-date';
  if (/address|street|city|zip|postal/.test(text)) return 'address';
  if (/name|initial/.test(text)) return 'name';
  return 'marked';
}
