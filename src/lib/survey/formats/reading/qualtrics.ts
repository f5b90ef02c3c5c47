import type { Sheet } from '../../sheet/sheet';
import { unnamed, type ColumnHint } from '../format';

const IMPORT_ID = /['"]ImportId['"]\s*:\s*['"]([^'"]+)/;
const CHOICE_ID = /['"]choiceId['"]\s*:\s*['"]([^'"]+)/;
/** Question, turn of a loop, group of columns and row; then the place in it. */
const QUESTION_ID = /^((?:\d+_)?QID\d+(?:#\d+)?(?:[-_]\d+)*?)[-_](\d+)$/;

/** What Qualtrics adds to a question: how long a page took, in which order things were shown, scores. */
const ADDED =
  /_(First Click|Last Click|Page Submit|Click Count|NPS_GROUP|DO|DO_\d+|Browser|Version|Operating System|Resolution)$| - (Parent )?Topics$| - Topic Hierarchy| - Sentiment|^Q_(TotalDuration|URL|BallotBoxStuffing|DataPolicyViolations)/;

/** A tag taken apart: columns with the same id that stand together are one question. */
interface Stem {
  id: string;
  stem: string;
  code: string;
}

/**
 * Hints from the header rows of Qualtrics: tags, and texts and import ids where they are. The number after
 * the last "_" of a tag is the recode of an option or the row of a matrix; what stands before it is the
 * question, or a row (`Q5_1`), a group of columns (`Q4#1`), a turn of a loop (`1_Q1`) of it.
 *
 * @param isOwn is a column with this tag Qualtrics' own?
 */
export function readQualtrics(sheet: Sheet, isOwn: (tag: string) => boolean): ColumnHint[] {
  const idRow = sheet.header.findIndex((record) => record.some((cell) => IMPORT_ID.test(cell)));
  const textRow = sheet.header.length > 1 && idRow !== 1 ? 1 : -1;
  const tags = sheet.columns.map((column) => column.heading);
  const texts = sheet.columns.map((column) => sheet.header[textRow]?.[column.index] ?? '');
  const ids = sheet.columns.map(
    (column) => IMPORT_ID.exec(sheet.header[idRow]?.[column.index] ?? '')?.[1] ?? ''
  );
  const choices = sheet.columns.map(
    (column) => CHOICE_ID.exec(sheet.header[idRow]?.[column.index] ?? '')?.[1] ?? ''
  );
  const isText = (i: number): boolean =>
    /_TEXT$/.test(tags[i] ?? '') || / - Text$/.test(texts[i] ?? '');
  const stems = tags.map((tag, i): Stem | null =>
    isOwn(tag) || isText(i) || ADDED.test(tag)
      ? null
      : stemOf(tag, { id: ids[i] ?? '', choice: choices[i] ?? '', text: texts[i] ?? '' })
  );
  const runs = runsOf(stems);
  return tags.map((tag, i): ColumnHint => {
    const text = texts[i] ?? '';
    const id = ids[i] ?? '';
    const toolId = id === '' ? {} : { toolId: id };
    if (ADDED.test(tag) || isFilePart(tag, tags))
      return { labels: unnamed(text || tag), role: 'paradata', ...toolId };
    if (isText(i)) {
      const label = text.replace(/ - Text$|-TEXT$/, '');
      const kind = isBesideOption(tag, tags) ? 'other-specify' : 'open-text';
      return { labels: unnamed(label || tag), kind, ...toolId };
    }
    const stem = stems[i];
    const run = runs[i];
    if (!stem || run === null || run === undefined) {
      const label = text.replace(/ - Selected Choice$/, '');
      return { labels: unnamed(label || tag), ...toolId };
    }
    const members = runs.flatMap((each, j) => (each === run ? [texts[j] ?? ''] : []));
    const { question, item } = splitText(text, members);
    return {
      group: { id: `${stem.id}@${run}`, labels: unnamed(question || stem.stem) },
      code: stem.code,
      // Without texts, what the cells repeat names the option.
      ...(textRow >= 0 && { labels: unnamed(item || tag) }),
      ...toolId
    };
  });
}

/**
 * The import id says best what belongs together (`QID6#1-2` is row 2 of column group 1, whatever the tag);
 * then the tag; then, where options have names of their own (`Q47_red`), tag and text.
 */
function stemOf(
  tag: string,
  { id, choice, text }: { id: string; choice: string; text: string }
): Stem | null {
  const [, byTag = '', code = ''] = /^(.*\D.*?|.*)_(-?\d+)$/.exec(tag) ?? [];
  const [, byId, place = ''] = QUESTION_ID.exec(id) ?? [];
  const stem = byTag || (tag.split('_')[0] ?? '');
  if (byId !== undefined) return { id: byId, stem, code: code || place };
  if (choice !== '') return { id, stem, code: code || choice };
  if (byTag !== '') return { id: `${id.split(/[-_]/)[0] ?? ''}|${byTag}`, stem, code };
  const question = text.slice(0, Math.max(0, text.lastIndexOf('-')));
  const isNamed = id === '' && tag.includes('_') && question !== '';
  return isNamed ? { id: `${stem}|${question}`, stem, code: tag.slice(stem.length + 1) } : null;
}

/** `Q2_7_TEXT`: words beside an option of `Q2`, which has columns; else the text is the answer itself. */
function isBesideOption(tag: string, tags: readonly string[]): boolean {
  const question = tag.replace(/_TEXT$/, '').replace(/_-?\d+$/, '');
  return tags.some(
    (each) =>
      each === question ||
      (each.startsWith(`${question}_`) && /^_-?\d+$/.test(each.slice(question.length)))
  );
}

/** Tags may repeat: only columns that stand together are one question. By column, where its run begins. */
function runsOf(stems: readonly (Stem | null)[]): (number | null)[] {
  const runs: (number | null)[] = [];
  stems.forEach((stem, i) => {
    const before = stems[i - 1];
    const isSame =
      stem !== null && before !== null && before !== undefined && before.id === stem.id;
    // A code that comes again begins the next question of the same name.
    const codes = stems.slice(runs[i - 1] ?? i, i).map((each) => each?.code);
    const isNew = !isSame || (stem !== null && codes.includes(stem.code));
    runs.push(stem === null ? null : isNew ? i : (runs[i - 1] ?? i));
  });
  return runs;
}

/** An uploaded file is four columns: id, name, size and type. */
function isFilePart(tag: string, tags: readonly string[]): boolean {
  const stem = /^(.+)_(Id|Name|Size|Type)$/.exec(tag)?.[1];
  return (
    stem !== undefined && ['Id', 'Name', 'Size'].every((part) => tags.includes(`${stem}_${part}`))
  );
}

/** `Question - Selected Choice - Item` or `Question-Item`: what all members share, and the rest. */
function splitText(text: string, members: readonly string[]): { question: string; item: string } {
  let shared = members[0] ?? '';
  for (const member of members) while (!member.startsWith(shared)) shared = shared.slice(0, -1);
  const cut = members.length > 1 ? shared.lastIndexOf('-') : text.lastIndexOf(' - ');
  if (cut < 0) return { question: text, item: text };
  const question = text.slice(0, cut).replace(/ - Selected Choice\s*$/, '');
  return {
    question: question.replace(/[\s-]+$/, ''),
    item: text.slice(cut + 1).replace(/^[\s-]+/, '')
  };
}
