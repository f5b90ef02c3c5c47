import type { ImportPlan } from '../plan';
import type { Sheet } from '../sheet/sheet';
import { EMAIL, STREET_ADDRESS } from './cells';
import { isGivenName } from './given-names';

/** Personal details that may stand in the middle of a sentence. */
export const detailKinds = [
  'email',
  'url',
  'handle',
  'phone',
  'national-id',
  'address',
  'number',
  'name'
] as const;
export type DetailKind = (typeof detailKinds)[number];

/** A detail of a text: characters `start` up to, not including, `end`. */
export interface Detail {
  kind: DetailKind;
  start: number;
  end: number;
}

const PATTERNS: readonly [DetailKind, RegExp][] = [
  ['email', new RegExp(EMAIL.source, 'gu')],
  [
    'url',
    /\b(?:https?:\/\/|www\.)[^\s<>"']+|\b[\w-]{1,63}\.(?:com|org|net|edu|gov|info|mx|es)\b(?:\/\S*)?/gi
  ],
  ['handle', /(?<![\p{L}\p{N}@])@[A-Za-z_][\w.]{1,30}/gu],
  ['national-id', /\b\d{3}-\d{2}-\d{4}\b|\b[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d\b/g],
  [
    'phone',
    /(?<![\d.])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,4}\) ?|\d{2,4}[ .-])?\d{3}[ .-]\d{4}(?!\d)|(?<!\d)\+\d[\d .-]{7,15}\d|(?<!\d)[2-9]\d{2}[2-9]\d{6}(?!\d)/g
  ],
  ['address', new RegExp(STREET_ADDRESS.source, 'giu')],
  ['number', /(?<![\d.,$])\d{6,}(?![\d.,]\d)/g]
];

const WORD = /\p{L}[\p{L}'’-]*/gu;
const CAPITAL = /^\p{Lu}\p{L}/u;
const TITLE = /^(mr|mrs|ms|miss|dr|sr|sra|srta|don|do[ñn]a|prof|pastor|rev|officer|oficial)$/i;

/** Words with a capital that stand in names of places, bodies, days and programs, not of people. */
const NOT_PEOPLE = new Set(
  `street avenue road lane drive court boulevard highway park parks school schools elementary middle high
  college university county city town village state states department dept center centre church temple
  mosque library hospital clinic river lake creek bridge station airport mall market store north south east
  west northeast northwest southeast southwest downtown district ward neighborhood council board committee
  office police fire health housing community food bank program services service public social security
  section medicaid medicare snap wic monday tuesday wednesday thursday friday saturday sunday january
  february march april may june july august september october november december spring summer fall winter
  english spanish american americans mexican united new old big great first second third calle avenida
  parque escuela ciudad condado centro iglesia hospital clínica clinica biblioteca barrio colonia lunes martes
  miércoles miercoles jueves viernes sábado sabado domingo enero febrero marzo abril mayo junio julio agosto
  septiembre octubre noviembre diciembre the a an this that these those my our your their his her we they
  you he she it i el la los las un una mi nuestro nuestra su yo please thanks thank yes no not and or but if
  when where why how what who there here more most many some all covid internet facebook google walmart
  el los por para con sin pero cuando donde como gracias no hay necesitamos`
    .split(/\s+/)
    .filter((word) => word !== '')
);

/** Characters of a text that are looked at; a longer one is a document, not an answer. */
const LOOKED_AT = 20_000;

const isPerson = (word: string): boolean =>
  CAPITAL.test(word) && !/^\p{Lu}+$/u.test(word) && !NOT_PEOPLE.has(word.toLowerCase());

/**
 * Personal details in a text, in order, none overlapping: e-mail and web addresses, @handles, telephone,
 * person and other long numbers, street addresses, and names: a common given name, a title before a
 * capital, or two words with capitals inside a sentence. It proposes; a person decides.
 */
export function findDetails(whole: string): Detail[] {
  const text = whole.length > LOOKED_AT ? whole.slice(0, LOOKED_AT) : whole;
  const found: Detail[] = [];
  const add = (kind: DetailKind, start: number, end: number): void => {
    if (found.every((one) => end <= one.start || start >= one.end))
      found.push({ kind, start, end });
  };
  for (const [kind, pattern] of PATTERNS)
    for (const match of text.matchAll(pattern))
      add(kind, match.index, match.index + match[0].length);
  for (const [start, end] of findNames(text)) add('name', start, end);
  return found.sort((a, b) => a.start - b.start);
}

/** Words with capitals that are followed; a longer run is a heading, not a name. */
const LONGEST_RUN = 5;

function findNames(text: string): [number, number][] {
  const words = [...text.matchAll(WORD)].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length
  }));
  const names: [number, number][] = [];
  for (let i = 0; i < words.length; i++) {
    const { word = '', start = 0 } = words[i] ?? {};
    const gap = (at: number): string => text.slice(words[at]?.end ?? 0, words[at + 1]?.start ?? 0);
    let last = i;
    while (
      last + 1 < words.length &&
      last - i < LONGEST_RUN &&
      /^ $/.test(gap(last)) &&
      isPerson(words[last + 1]?.word ?? '')
    )
      last++;
    const before = text.slice(Math.max(0, start - 4), start).trimEnd();
    const isInside = start > 0 && before !== '' && !/[.!?:;\n"“(¿¡-]$/.test(before);
    const isTitle = TITLE.test(word) && /^\.? $/.test(gap(i)) && isPerson(words[i + 1]?.word ?? '');
    const isName =
      isTitle || isGivenName(word) || (isInside && last > i && last - i <= 3 && isPerson(word));
    if (!isName) continue;
    if (isTitle && last === i) last = i + 1;
    names.push([start, words[last]?.end ?? start]);
    i = last;
  }
  return names;
}

/** Details that are surely personal wherever they stand. */
const SURE: readonly DetailKind[] = ['email', 'phone', 'national-id'];

/** Does a text hold an e-mail address, a telephone or a person number? */
export const holdsSureDetail = (text: string): boolean =>
  (text.includes('@') || /\d{3}/.test(text)) &&
  findDetails(text).some(({ kind }) => SURE.includes(kind));

/**
 * The text with every detail replaced by a word, such as `[phone]`.
 *
 * @param only kinds to replace; default all
 */
export function redacted(
  text: string,
  words: Record<DetailKind, string>,
  only: readonly DetailKind[] = detailKinds
): string {
  let out = '';
  let at = 0;
  for (const { kind, start, end } of findDetails(text)) {
    if (!only.includes(kind)) continue;
    out += text.slice(at, start) + words[kind];
    at = end;
  }
  return out + text.slice(at);
}

/** What was found in the words of a column. */
export interface TextFinding {
  /** cells that were looked at */
  cells: number;
  /** cells with each kind of detail; kinds that do not occur are left out */
  hits: Partial<Record<DetailKind, number>>;
}

/** Texts of a column that are looked at. */
const MOST_TEXTS = 2_000;

/** Personal details in the first texts of a column. */
export function countDetails(values: ReadonlyMap<string, number>): TextFinding {
  const finding: TextFinding = { cells: 0, hits: {} };
  let texts = 0;
  for (const [text, count] of values) {
    if (++texts > MOST_TEXTS) break;
    finding.cells += count;
    for (const kind of new Set(findDetails(text).map((detail) => detail.kind)))
      finding.hits[kind] = (finding.hits[kind] ?? 0) + count;
  }
  return finding;
}

/** Columns of open texts and of "other" answers in own words. */
export function findFreeText(
  { columns }: Pick<Sheet, 'columns'>,
  { questions, variables }: Pick<ImportPlan, 'questions' | 'variables'>
): ({ index: number } & TextFinding)[] {
  const asked = questions.filter(({ kind }) => kind === 'open-text' || kind === 'other-specify');
  const names = new Set(asked.flatMap((question) => question.variables));
  return variables.flatMap(({ name, kind, source }) => {
    if (!names.has(name) || kind !== 'text' || !('column' in source)) return [];
    const column = columns.find(({ index }) => index === source.column);
    return column ? [{ index: source.column, ...countDetails(column.values) }] : [];
  });
}
