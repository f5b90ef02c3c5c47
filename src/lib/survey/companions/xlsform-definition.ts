import type { Category, MissingCode } from '$lib/codebook/codebook';
import type { ColumnHint } from '../formats/format';
import { hintOfType } from '../formats/reading/form-columns';
import type { FormDefinition, FormField } from '../formats/reading/xlsform';
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

function hintOf(field: FormField): ColumnHint {
  const { type, labels, choices, relevant } = field;
  return {
    ...(Object.keys(labels).length > 0 && { labels }),
    ...(relevant && { relevant }),
    ...hintOfType(field),
    ...(type === 'select_one' && { missing: choices.flatMap(codeForNoAnswer) })
  };
}

function codeForNoAnswer({ code, labels }: Category): MissingCode[] {
  const reason = missingReasonOf(labels.en ?? Object.values(labels)[0] ?? '');
  return reason ? [{ token: code, reason }] : [];
}
