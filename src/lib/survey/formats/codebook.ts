import type { SurveyFormat } from './format';

const VARIABLE = /^(variable|variable[ _]?name|var[ _]?name|varname)$/;
const VALUE = /^(value|code|values|value[ _]?code)$/;
const LABEL = /^(label|value[ _]?labels?|description|meaning)$/;

/** A codebook: a row per variable and value with its label, or a row per variable with its question. */
export const codebook: SurveyFormat = {
  id: 'codebook',
  tool: 'Codebook',
  headerRows: 1,
  companion: 'codebook',
  sniff: ({ h }) => {
    const names = h.map((heading) => heading.toLowerCase());
    const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
    if (!has(VARIABLE)) return false;
    const isByValue = has(VALUE) && has(LABEL);
    const isByQuestion = names.includes('question') && names.includes('question_type');
    const isByVariable =
      h.length <= 6 && names.includes('label') && has(/^(values?|value[ _]?labels|codes|missing)$/);
    return isByValue || isByQuestion || isByVariable;
  },
  examples: [
    {
      title: 'a row per value',
      records: [['variable', 'label', 'value', 'value_label', 'missing']],
      matches: true
    },
    {
      title: 'a row per question',
      records: [['variable', 'variable_group', 'question_type', 'question']],
      matches: true
    },
    {
      title: 'a row per variable, its values in one cell',
      records: [['variable', 'label', 'values']],
      matches: true
    },
    { title: 'a column called variable', records: [['id', 'variable', 'value']], matches: false }
  ]
};
