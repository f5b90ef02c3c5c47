import type { Labels } from '$lib/codebook/codebook';
import type { FormDefinition, FormField } from '../xlsform';
import type { Sheet } from '../sheet';
import { unnamed, type ColumnHint, type SurveyFormat } from './format';

const SYSTEM: SurveyFormat['system'] = {
  start: { role: 'timestamp' },
  end: { role: 'timestamp' },
  today: { role: 'timestamp' },
  _id: { role: 'id' },
  _uuid: { role: 'id' },
  _submission_time: { role: 'timestamp' },
  _validation_status: { role: 'paradata' },
  _notes: { role: 'paradata' },
  _status: { role: 'paradata' },
  _submitted_by: { role: 'identifier', identifier: 'name' },
  __version__: { role: 'paradata' },
  _tags: { role: 'paradata' },
  _index: { role: 'paradata' },
  'meta/rootuuid': { role: 'paradata' },
  'meta/instanceid': { role: 'paradata' },
  'meta/instancename': { role: 'paradata' },
  'formhub/uuid': { role: 'paradata' },
  deviceid: { role: 'identifier', identifier: 'device' },
  username: { role: 'identifier', identifier: 'name' },
  phonenumber: { role: 'identifier', identifier: 'phone' },
  simserial: { role: 'identifier', identifier: 'device' },
  subscriberid: { role: 'identifier', identifier: 'device' },
  audit: { role: 'paradata' }
};

/** KoboToolbox CSV: names or labels as headings, groups joined with "/", option columns after a summary. */
export const kobo: SurveyFormat = {
  id: 'kobo',
  tool: 'KoboToolbox',
  headerRows: 1,
  system: SYSTEM,
  sniff: ({ h }) => h.includes('_uuid') && (h.includes('_submission_time') || h.includes('_id')),
  read: (sheet, form) => readForm(sheet, form, '/'),
  examples: [
    {
      title: 'system columns at the end',
      records: [['start', 'q1', '_id', '_uuid', '_submission_time']],
      matches: true
    },
    { title: 'a plain table', records: [['id', 'q1']], matches: false }
  ]
};

/**
 * Hints for tools of the XLSForm family. Fields are found by path, by name, or by label in any language;
 * without a form, a column with children (`needs`, `needs/food`) is a select-all.
 *
 * @param separator between groups; options always follow a "/"
 */
export function readForm(
  sheet: Sheet,
  form: FormDefinition | null,
  separator: '/' | '-'
): ColumnHint[] {
  const headings = sheet.columns.map((column) => column.heading);
  const fields = headings.map((heading) => findField(heading, form, separator));
  const parents = headings.map((heading, i) => findParent(heading, i, headings, sheet));
  return headings.map((heading, i) => {
    const location = geopointOf(heading, headings);
    if (location) return location;
    const parent = parents[i];
    if (parent) {
      const field = findField(parent, form, separator);
      const written = heading.slice(parent.length + 1);
      const choice = field?.choices.find(
        (each) => each.code === written || Object.values(each.labels).includes(written)
      );
      return {
        group: { id: parent, labels: field?.labels ?? unnamed(lastPart(parent, separator)) },
        code: choice?.code ?? written,
        labels: choice?.labels ?? unnamed(written),
        kind: 'multiple-response',
        ...relevantOf(field)
      };
    }
    const hasChildren = parents.includes(heading);
    return {
      ...fieldHint(heading, fields[i], separator),
      ...(hasChildren && { isRedundant: true })
    };
  });
}

const relevantOf = (field: FormField | undefined): ColumnHint =>
  field?.relevant ? { relevant: field.relevant } : {};

const lastPart = (heading: string, separator: string): string =>
  /^[\w/.-]+$/.test(heading) ? (heading.split(separator).at(-1) ?? heading) : heading;

function fieldHint(heading: string, field: FormField | undefined, separator: string): ColumnHint {
  if (!field) return { labels: unnamed(lastPart(heading, separator)) };
  const labels = Object.keys(field.labels).length > 0 ? field.labels : unnamed(field.name);
  const hint: ColumnHint = { labels, ...relevantOf(field) };
  switch (field.type) {
    case 'select_one':
      return { ...hint, kind: 'single', categories: field.choices };
    case 'select_multiple':
      return { ...hint, kind: 'multiple-response', joined: 'space', categories: field.choices };
    case 'integer':
    case 'decimal':
      return { ...hint, kind: 'numeric' };
    case 'range':
      return hint;
    case 'date':
    case 'datetime':
      return { ...hint, kind: 'date' };
    case 'geopoint':
    case 'geotrace':
    case 'geoshape':
      return { ...hint, role: 'identifier', identifier: 'location' };
    case 'start':
    case 'end':
    case 'today':
      return { ...hint, role: 'timestamp' };
    case 'deviceid':
    case 'simserial':
    case 'subscriberid':
      return { ...hint, role: 'identifier', identifier: 'device' };
    case 'username':
      return { ...hint, role: 'identifier', identifier: 'name' };
    case 'phonenumber':
      return { ...hint, role: 'identifier', identifier: 'phone' };
    case 'text':
      return isCodeText(labels) ? hint : { ...hint, kind: 'open-text' };
    case 'note':
    case 'audit':
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return { ...hint, role: 'paradata' };
    default:
      return hint;
  }
}

/** Text fields that hold a code, a place or the words of an "other" option rather than free text. */
const isCodeText = (labels: Labels): boolean =>
  Object.values(labels).some((label) =>
    /\b(zip|postal|code|number|id|other|specify)\b|neighbo|city|village|district/i.test(label)
  );

function findField(
  heading: string,
  form: FormDefinition | null,
  separator: string
): FormField | undefined {
  const fields = form?.fields.filter((field) => !field.isRepeated) ?? [];
  const path = separator === '/' ? heading : heading.replaceAll(separator, '/');
  return (
    fields.find((field) => field.path === path || field.path === heading) ??
    fields.find((field) => field.name === heading || path.endsWith(`/${field.name}`)) ??
    fields.find((field) => Object.values(field.labels).includes(heading))
  );
}

/** The column whose option this is: the longest heading that this one continues after a "/". */
function findParent(
  heading: string,
  index: number,
  headings: readonly string[],
  sheet: Sheet
): string | null {
  const isFlag = [...(sheet.columns[index]?.values.keys() ?? [])].every((value) =>
    /^(0|1|true|false)$/i.test(value)
  );
  if (!isFlag || !heading.includes('/')) return null;
  let parent: string | null = null;
  for (const each of headings)
    if (each !== '' && heading.startsWith(`${each}/`) && each.length > (parent?.length ?? 0))
      parent = each;
  if (parent !== null) return parent;
  // "Details only" exports have no summary column: siblings with the same beginning then.
  const stem = heading.slice(0, heading.lastIndexOf('/'));
  const siblings = headings.filter((each) => each.startsWith(`${stem}/`));
  const areFlags = sheet.columns
    .filter((column) => siblings.includes(column.heading))
    .every((column) => [...column.values.keys()].every((value) => /^[01]$/.test(value)));
  return siblings.length >= 2 && areFlags ? stem : null;
}

/** `_stop_latitude` beside `stop`, `place-stop-Latitude`: parts of a point. */
function geopointOf(heading: string, headings: readonly string[]): ColumnHint | null {
  const match = /^(.*?)[_-](latitude|longitude|altitude|precision|accuracy)$/i.exec(heading);
  if (!match) {
    const last = heading.split('/').at(-1) ?? '';
    const path = heading.slice(0, heading.length - last.length);
    const hasParts = headings.includes(`${path}_${last}_latitude`);
    return hasParts && last !== '' ? { role: 'identifier', identifier: 'location' } : null;
  }
  const isPlace = /latitude|longitude/i.test(match[2] ?? '');
  return isPlace ? { role: 'identifier', identifier: 'location' } : { role: 'paradata' };
}
