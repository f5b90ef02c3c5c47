import type { ColumnHint } from '../formats/format';
import type { FormDefinition, FormField } from '../xlsform';
import { missingReasonOf, type Definition } from './definition';

/**
 * An XLSForm as a definition, for tables whose format does not follow its paths: cleaned headings, a
 * REACH workbook, a repeat table.
 */
export const fromXlsForm = (form: FormDefinition): Definition => ({
  fields: form.fields.map((field) => ({
    name: field.name,
    labels: field.labels,
    hint: hintOf(field),
    ...(field.type === 'select_multiple' && { options: field.choices })
  }))
});

function hintOf({ type, labels, choices, relevant }: FormField): ColumnHint {
  const base: ColumnHint = {
    ...(Object.keys(labels).length > 0 && { labels }),
    ...(relevant && { relevant })
  };
  switch (type) {
    case 'select_one': {
      const missing = choices.flatMap((choice) => {
        const reason = missingReasonOf(choice.labels.en ?? Object.values(choice.labels)[0] ?? '');
        return reason ? [{ token: choice.code, reason }] : [];
      });
      return { ...base, kind: 'single', categories: choices, missing };
    }
    case 'select_multiple':
      return { ...base, kind: 'multiple-response', joined: 'space', categories: choices };
    case 'integer':
    case 'decimal':
      return { ...base, kind: 'numeric' };
    case 'date':
    case 'datetime':
      return { ...base, kind: 'date' };
    case 'geopoint':
    case 'geotrace':
    case 'geoshape':
      return { ...base, role: 'identifier', identifier: 'location' };
    case 'note':
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return { ...base, role: 'paradata' };
    default:
      return base;
  }
}
