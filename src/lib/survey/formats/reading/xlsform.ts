import type { Category, Labels } from '$lib/codebook/codebook';

/** One question of an XLSForm. */
export interface FormField {
  /** name with its groups, joined by "/" */
  path: string;
  name: string;
  /** type without its list, e.g. `select_multiple` */
  type: string;
  labels: Labels;
  choices: Category[];
  /** its own and its groups' conditions */
  relevant?: string;
  /** inside a repeat: not in the main table */
  isRepeated: boolean;
}

export interface FormDefinition {
  title: string;
  fields: FormField[];
}

/** Which sheet of an XLSForm a table is, by its headings; null when none. */
export function findXlsFormSheet(
  headings: readonly string[]
): 'survey' | 'choices' | 'settings' | null {
  const names = headings.map((heading) => heading.toLowerCase());
  const hasLabel = names.some((name) => name === 'label' || name.startsWith('label:'));
  if (names.includes('type') && names.includes('name') && hasLabel) return 'survey';
  if ((names.includes('list_name') || names.includes('list name')) && names.includes('name'))
    return 'choices';
  return names.includes('form_id') || names.includes('form_title') ? 'settings' : null;
}

type Table = { headings: string[]; rows: string[][] };

/** A form from its sheets. Rows without a type are passed over, as form tools do. */
export function readXlsForm(sheets: {
  survey: Table;
  choices?: Table;
  settings?: Table;
}): FormDefinition {
  const lists = readLists(sheets.choices);
  const cell = cellsByName(sheets.survey);
  const fields: FormField[] = [];
  const groups: { name: string; relevant: string; isRepeat: boolean }[] = [];
  for (const row of sheets.survey.rows) {
    const written = cell(row, 'type').replace(/\s+/g, ' ').trim();
    const type = written.replace(/^(begin|end) (group|repeat)/i, '$1_$2').toLowerCase();
    const name = cell(row, 'name');
    if (/^begin_(group|repeat)/.test(type)) {
      const isRepeat = type.startsWith('begin_repeat');
      groups.push({ name, relevant: cell(row, 'relevant'), isRepeat });
      continue;
    }
    if (/^end_(group|repeat)/.test(type)) {
      groups.pop();
      continue;
    }
    if (type === '' || name === '') continue;
    const [base = '', list = ''] = written
      .replace(/^select (one|multiple)/i, 'select_$1')
      .split(' ');
    const conditions = [...groups.map((group) => group.relevant), cell(row, 'relevant')];
    const relevant = conditions.filter((condition) => condition !== '').join(' and ');
    fields.push({
      path: [...groups.map((group) => group.name), name].join('/'),
      name,
      type: base.toLowerCase(),
      labels: labelsOf(sheets.survey.headings, row),
      choices: withOther(lists.get(list) ?? [], / or_other$/.test(written)),
      isRepeated: groups.some((group) => group.isRepeat),
      ...(relevant && { relevant })
    });
  }
  const settings = sheets.settings;
  const title = settings ? cellsByName(settings)(settings.rows[0] ?? [], 'form_title') : '';
  return { title, fields };
}

const withOther = (choices: Category[], hasOther: boolean): Category[] =>
  hasOther
    ? [...choices, { code: 'other', labels: { en: 'Other' }, order: choices.length }]
    : choices;

function readLists(table: Table | undefined): Map<string, Category[]> {
  const lists = new Map<string, Category[]>();
  if (!table) return lists;
  const cell = cellsByName(table);
  for (const row of table.rows) {
    const name = cell(row, 'list_name') || cell(row, 'list name');
    const code = cell(row, 'name') || cell(row, 'value');
    if (name === '' || code === '') continue;
    const list = lists.get(name) ?? [];
    const labels = labelsOf(table.headings, row);
    list.push({
      code,
      labels: Object.keys(labels).length > 0 ? labels : { und: code },
      order: list.length
    });
    lists.set(name, list);
  }
  return lists;
}

const cellsByName = (table: Table): ((row: readonly string[], name: string) => string) => {
  const at = new Map(table.headings.map((heading, i) => [heading.toLowerCase(), i]));
  return (row, name) => row[at.get(name) ?? -1] ?? '';
};

/** `label`, `label::English (en)`, `label:es`. */
function labelsOf(headings: readonly string[], row: readonly string[]): Labels {
  const labels: Labels = {};
  headings.forEach((heading, i) => {
    const match = /^label(?:::?(.*))?$/i.exec(heading);
    const text = (row[i] ?? '').trim();
    if (match && text !== '') labels[languageTag(match[1] ?? '')] = text;
  });
  return labels;
}

const LANGUAGES: Record<string, string> = {
  english: 'en',
  español: 'es',
  espanol: 'es',
  spanish: 'es',
  français: 'fr',
  francais: 'fr',
  french: 'fr',
  português: 'pt',
  portuguese: 'pt',
  arabic: 'ar',
  swahili: 'sw',
  deutsch: 'de',
  german: 'de'
};

function languageTag(written: string): string {
  const code = /\(([a-z]{2,3}(?:-[\w]+)?)\)\s*$/i.exec(written)?.[1];
  if (code) return code.toLowerCase();
  const name = written.trim().toLowerCase();
  return LANGUAGES[name] ?? (/^[a-z]{2,3}$/.test(name) ? name : 'und');
}
