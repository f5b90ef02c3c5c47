import type { Sheet } from '../../sheet/sheet';
import { unnamed, type ColumnHint, type SurveyFormat } from '../format';
import { lastBracket } from './brackets';

/** A heading taken apart. */
interface Parts {
  /** question code; '' when the headings are texts only */
  code: string;
  /** codes in brackets: sub-question, then scale */
  subs: string[];
  question: string;
  /** texts in brackets at the end, as many as there are codes */
  items: string[];
}

const CODE_TEXT = /^([A-Za-z]\w*)((?:\[[^\]]+\])*)(?:\. |\._\.)(.*)$/s;
const CODE = /^([A-Za-z]\w*)((?:\[[^\]]+\])*)$/;

/**
 * Hints for all LimeSurvey exports: codes (`needs[food]`, `needs_food`), codes with texts, texts alone,
 * and VV files, whose second row holds the codes.
 *
 * @param system the tool's own columns, by code or text in lower case
 */
export function readLimeSurvey(sheet: Sheet, system: SurveyFormat['system'] = {}): ColumnHint[] {
  const parts = partsOf(sheet);
  const keys = groupKeys(parts);
  const sizes = new Map<string, number>();
  for (const key of keys) if (key !== null) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  const codes = new Set(parts.map((each) => each.code));
  return parts.map((part, i) => {
    const { code, subs, question, items } = part;
    const own = code === '' ? undefined : system[code.toLowerCase()];
    const text = question || code || (sheet.columns[i]?.heading ?? '');
    if (own && subs.length === 0) return { labels: unnamed(text), ...own };
    if (/^(groupTime\d+|interviewtime|\w+Time)$/.test(code) && subs.length === 0)
      return { labels: unnamed(text), role: 'paradata' };
    const key = keys[i];
    const sub = subs.at(-1) ?? '';
    const item = items.at(-1) ?? '';
    const isLone = key === null || key === undefined || (sizes.get(key) ?? 0) < 2;
    if (isWritten(part, parts)) {
      const label = [question || code, item || sub].filter((each) => each !== '').join(': ');
      return { labels: unnamed(label), kind: 'other-specify' };
    }
    if (isLone) {
      const whole = subs.length > 0 && !question ? item || [code, ...subs].join('_') : text;
      return { labels: unnamed(whole) };
    }
    if (sub === 'filecount' && codes.has(code)) return { labels: unnamed(text), role: 'paradata' };
    return {
      group: { id: key, labels: unnamed(question || code) },
      labels: unnamed(item || sub),
      code: sub,
      ...(sub === 'other' && { isOtherText: true }),
      ...convertedMarks(sheet, parts, keys, key)
    };
  });
}

function partsOf(sheet: Sheet): Parts[] {
  const second = sheet.header[1];
  const headings = sheet.columns.map((column) => column.heading);
  // Some exports turn every space into an underscore.
  const areJoined =
    headings.some((heading) => /\w_\w+_\w/.test(heading)) &&
    !headings.some((heading) => heading.includes(' '));
  const plain = (text: string): string =>
    areJoined ? text.replaceAll('_', ' ').replace(/\s+/g, ' ').trim() : text;
  const hasBrackets = headings.some((heading) => /^[A-Za-z]\w*\[/.test(heading));
  return sheet.columns.map(({ heading, index }) => {
    const written = second?.[index];
    if (written !== undefined) return withItems(codeParts(written, true), heading);
    const both = CODE_TEXT.exec(heading);
    if (both) return withItems(codeParts(`${both[1]}${both[2]}`, false), plain(both[3] ?? ''));
    if (CODE.test(heading)) return withItems(codeParts(heading, !hasBrackets), '');
    const { before, inside } = lastBracket(heading);
    return inside === null
      ? { code: '', subs: [], question: heading, items: [] }
      : { code: '', subs: [inside], question: before, items: [inside] };
  });
}

/** `needs[food]`, and `needs_food` where codes are written with underscores. */
function codeParts(written: string, hasUnderscores: boolean): { code: string; subs: string[] } {
  const [, code = written, brackets = ''] = CODE.exec(written) ?? [];
  const subs = [...brackets.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1] ?? '');
  const split = /^([A-Za-z][A-Za-z0-9]*)_(\w+)$/.exec(code);
  if (subs.length > 0 || !hasUnderscores || !split) return { code, subs };
  return { code: split[1] ?? code, subs: [split[2] ?? ''] };
}

function withItems(coded: { code: string; subs: string[] }, text: string): Parts {
  const items: string[] = [];
  let question = text.trim();
  for (let i = 0; i < Math.max(1, coded.subs.length); i++) {
    if (coded.subs.length === 0) break;
    const { before, inside } = lastBracket(question);
    if (inside === null) break;
    items.unshift(inside);
    question = before;
  }
  return { ...coded, question, items };
}

/**
 * The group of each column: its question; for two scales, question and scale; for a table of fields
 * (`q[row_column]`), question and row. Texts group only while they stand together.
 */
function groupKeys(parts: readonly Parts[]): (string | null)[] {
  const keys: (string | null)[] = [];
  parts.forEach(({ code, subs, question }, i) => {
    const [first = '', second] = subs;
    if (subs.length === 0) keys.push(null);
    else if (code === '') {
      const before = parts[i - 1];
      const goesOn = before !== undefined && before.subs.length > 0 && before.question === question;
      keys.push(goesOn ? (keys[i - 1] ?? null) : `text${i}`);
    } else if (second !== undefined) keys.push(`${code}#${second}`);
    else {
      const [row, column] = first.split('_');
      const rows = parts.filter(
        (each) => each.code === code && each.subs[0]?.startsWith(`${row}_`)
      );
      const isField = column !== undefined && rows.length >= 2;
      keys.push(isField ? `${code}[${row}]` : code);
    }
  });
  return keys;
}

/** Words beside a choice: `q[other]` of a single choice, `q[comment]`, `q[foodcomment]`. */
function isWritten({ code, subs }: Parts, parts: readonly Parts[]): boolean {
  const sub = subs.length === 1 ? (subs[0] ?? '') : '';
  if (code === '' || sub === '') return false;
  const siblings = parts.filter((each) => each.code === code);
  if (sub === 'other' || sub === 'comment') return siblings.some((each) => each.subs.length === 0);
  const commented = /^(.+)comment$/.exec(sub)?.[1];
  return commented !== undefined && siblings.some((each) => each.subs[0] === commented);
}

/** Yes and No may be exported as 1 and 2: all options of the question then hold nothing else. */
function convertedMarks(
  sheet: Sheet,
  parts: readonly Parts[],
  keys: readonly (string | null)[],
  key: string
): Pick<ColumnHint, 'marks'> {
  const values = new Set<string>();
  sheet.columns.forEach((column, i) => {
    if (keys[i] === key && parts[i]?.subs[0] !== 'other')
      for (const value of column.values.keys()) values.add(value);
  });
  const areMarks = values.size === 2 && values.has('1') && values.has('2');
  return areMarks ? { marks: { chosen: ['1'], notChosen: ['2'] } } : {};
}
