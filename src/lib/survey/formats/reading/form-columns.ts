import type { Labels } from '$lib/codebook/codebook';
import type { Sheet } from '../../sheet/sheet';
import { unnamed, type ColumnHint } from '../format';
import type { FormDefinition, FormField } from './xlsform';

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
  const parents = headings.map((_, i) => findParent(i, sheet));
  return headings.map((heading, i) => {
    // Older ODK exports link the table of a repeat so.
    if (heading.startsWith('SET-OF-')) return { labels: unnamed(heading), role: 'paradata' };
    const own = pointOf(heading, headings) ?? mediaOf(heading, headings);
    if (own) return own;
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
        ...relevantOf(field),
        ...sameColumn(headings, i)
      };
    }
    const hint = fieldHint(heading, fields[i], separator);
    if (parents.includes(heading)) return { ...hint, isRedundant: true };
    return isOtherOf(heading, sheet) ? { ...hint, kind: 'other-specify' } : hint;
  });
}

/** Exports of several versions of a form may hold an option twice: each row answers one of them. */
function sameColumn(headings: readonly string[], index: number): Pick<ColumnHint, 'sameAs'> {
  const first = headings.indexOf(headings[index] ?? '');
  return first < index ? { sameAs: first } : {};
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
    case 'rank':
      return { ...hint, kind: 'rank', joined: 'space', categories: field.choices };
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
    case 'audit':
    case 'background-audio':
      return { ...hint, role: 'paradata' };
    default:
      return { ...hint, ...hintOfType(field) };
  }
}

/** What the type of a question says of its column, for the types that every reader of a form takes alike. */
export function hintOfType({ type, choices }: FormField): ColumnHint {
  switch (type) {
    case 'select_one':
      return { kind: 'single', categories: choices };
    case 'select_multiple':
      return { kind: 'multiple-response', joined: 'space', categories: choices };
    case 'integer':
    case 'decimal':
      return { kind: 'numeric' };
    case 'date':
    case 'datetime':
      return { kind: 'date' };
    case 'geopoint':
    case 'geotrace':
    case 'geoshape':
      return { role: 'identifier', identifier: 'location' };
    case 'note':
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return { role: 'paradata' };
    default:
      return {};
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
  const hasLabel = (field: FormField, fits: (label: string) => boolean): boolean =>
    Object.values(field.labels).some((label) => label !== '' && fits(label));
  return (
    fields.find((field) => field.path === path || field.path === heading) ??
    fields.find((field) => field.name === heading || path.endsWith(`/${field.name}`)) ??
    fields.find((field) => hasLabel(field, (label) => label === heading)) ??
    fields.find((field) => hasLabel(field, (label) => heading.endsWith(`/${label}`)))
  );
}

/** Older servers write `TRUE`, `FALSE` and `n/a`. */
const FLAG = /^(0|1|true|false|n\/a)$/i;

/** The column whose option this is: the longest heading that this one continues after a "/". */
function findParent(index: number, sheet: Sheet): string | null {
  const heading = sheet.columns[index]?.heading ?? '';
  const areFlags = (at: number): boolean =>
    [...(sheet.columns[at]?.values.keys() ?? [])].every((value) => FLAG.test(value));
  if (!heading.includes('/') || !areFlags(index)) return null;
  let parent: string | null = null;
  for (const { heading: each } of sheet.columns)
    if (each !== '' && heading.startsWith(`${each}/`) && each.length > (parent?.length ?? 0))
      parent = each;
  if (parent !== null) return parent;
  // "Details only" exports have no summary column: neighbours with the same beginning then.
  const stem = heading.slice(0, heading.lastIndexOf('/'));
  const siblings = sheet.columns.filter(
    (column) => column.heading.lastIndexOf('/') === stem.length && column.heading.startsWith(stem)
  );
  const filled = siblings.filter((column) => column.values.size > 0);
  const isSet = filled.every((column) => areFlags(column.index)) && answerTogether(filled);
  return siblings.length >= 2 && filled.length > 0 && isSet ? stem : null;
}

/** Options of one question are blank in the same rows. */
const answerTogether = (columns: readonly { blank: number }[]): boolean =>
  columns.every((column) => column.blank === columns[0]?.blank);

/** `needs_other` beside `needs`, when "other" can be chosen there. */
function isOtherOf(heading: string, sheet: Sheet): boolean {
  const stem = /^(.+)_other$/i.exec(heading)?.[1];
  if (stem === undefined) return false;
  return sheet.columns.some(
    (column) =>
      column.heading === `${stem}/other` ||
      (column.heading === stem &&
        [...column.values.keys()].some((value) => /(^| )other( |$)/i.test(value)))
  );
}

/** `_stop_latitude` beside `stop`, `place-stop-Latitude`: parts of a point. */
function pointOf(heading: string, headings: readonly string[]): ColumnHint | null {
  const match = /^(.*?)[_-](latitude|longitude|altitude|precision|accuracy)$/i.exec(heading);
  if (!match) {
    const last = heading.split('/').at(-1) ?? '';
    const path = heading.slice(0, heading.length - last.length);
    const hasParts = headings.includes(`${path}_${last}_latitude`);
    return hasParts && last !== '' ? { role: 'identifier', identifier: 'location' } : null;
  }
  // Altitude and accuracy tell a place apart as well: they are left out with it.
  return { role: 'identifier', identifier: 'location' };
}

/** A photo or recording: its file name, and where the server keeps it. */
function mediaOf(heading: string, headings: readonly string[]): ColumnHint | null {
  const isMedia = heading.endsWith('_URL')
    ? headings.includes(heading.slice(0, -4))
    : heading !== '' && headings.includes(`${heading}_URL`);
  return isMedia ? { labels: unnamed(heading), role: 'paradata' } : null;
}
