/** The form as the three sheets of an XLSForm, each a CSV. */
import { choices } from './choices.mjs';
import { items } from './form.mjs';

const cell = (/** @type {string} */ text) =>
  /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const sheet = (/** @type {string[][]} */ rows) =>
  rows.map((row) => row.map(cell).join(',') + '\n').join('');

/** The three sheets of the form of the newer wave, as CSV. */
export const formSheets = () => ({
  survey: sheet([
    [
      'type',
      'name',
      'label::English (en)',
      'label::Español (es)',
      'required',
      'relevant',
      'constraint',
      'appearance',
      'calculation'
    ],
    ...items.map((item) => [
      item.type,
      item.name ?? '',
      item.en ?? '',
      item.es ?? '',
      item.required ?? '',
      item.relevant ?? '',
      item.constraint ?? '',
      item.appearance ?? '',
      item.calculation ?? ''
    ])
  ]),
  choices: sheet([['list_name', 'name', 'label::English (en)', 'label::Español (es)'], ...choices]),
  settings: sheet([
    ['form_title', 'form_id', 'version', 'default_language'],
    ['Sorrel County community survey', 'sorrel_county', '2026031601', 'English (en)']
  ])
});
