import type { ColumnFacts } from '../columns/facts';
import type { Sheet } from '../sheet/sheet';
import { findYesNo } from '../values/scales';

/** How the columns of a group answer their question together. */
export type GroupReading =
  | {
      kind: 'multiple-response';
      chosen: string[];
      notChosen: string[];
      /** what a cell without a mark says */
      blank: 'missing' | 'not-chosen' | 'not-chosen-if-answered';
      /** words that mean the whole question was not put */
      notAsked: string[];
    }
  | { kind: 'spread' }
  | { kind: 'rank' }
  | { kind: 'matrix' }
  | { kind: 'separate' };

export interface GroupOptions {
  /** the tool writes single choices as one column per option */
  maySpread: boolean;
}

const NOT_SELECTED = /^(not selected|unchecked|no seleccionad[oa]|0|-99)$/i;
/** Public-use files: the question was not put, or the person did not report. */
const NOT_PUT = /^-(88|77)$/;
/** Rows in which no one chose two options, before we take them for one single choice. */
const SPREAD_ROWS = 30;

/**
 * What a group of neighbouring columns is, by the values they hold: marks or blanks are a multiple
 * response, the same few answers in all of them a battery, a permutation in each row a ranking.
 */
export function readGroup(
  members: readonly ColumnFacts[],
  sheet: Sheet,
  options: GroupOptions
): GroupReading {
  const marked = members.filter((each) => each.hint.isOtherText !== true);
  const filled = marked.filter((each) => each.column.values.size > 0);
  if (filled.length === 0) return { kind: 'separate' };
  const said = filled.map((each) => each.hint.marks);
  if (said.every((each) => each !== undefined)) return readMarks(filled, said);
  const marks = filled.map((each) => marksOf(each));
  if (marks.every((each) => each !== null)) {
    const notChosen = [...new Set(marks.flatMap((each) => each.notChosen))];
    const chosen = [...new Set(marks.flatMap((each) => each.chosen))];
    const notAsked = [...new Set(marks.flatMap((each) => each.notAsked))];
    if (chosen.length > 0 && isPlausible(marked, filled, chosen, notChosen)) {
      if (options.maySpread && notChosen.length === 0 && isSingle(filled, sheet))
        return { kind: 'spread' };
      return {
        kind: 'multiple-response',
        chosen,
        notChosen: notChosen.filter((token) => token !== '-99'),
        blank: blankRule(filled, notChosen, notAsked),
        notAsked
      };
    }
  }
  if (isRanking(filled, sheet) || isRankingByPlace(filled, sheet)) return { kind: 'rank' };
  return isBattery(filled) ? { kind: 'matrix' } : { kind: 'separate' };
}

/** A multiple response whose marks the format knows. */
function readMarks(
  filled: readonly ColumnFacts[],
  said: readonly NonNullable<ColumnFacts['hint']['marks']>[]
): GroupReading {
  const chosen = [...new Set(said.flatMap((each) => each.chosen))];
  const notChosen = [...new Set(said.flatMap((each) => each.notChosen))];
  const notAsked = [...new Set(said.flatMap((each) => each.notAsked ?? []))];
  const isExplicit = filled.some((each) => notChosen.some((mark) => each.column.values.has(mark)));
  const blank = isExplicit ? 'missing' : 'not-chosen-if-answered';
  return { kind: 'multiple-response', chosen, notChosen, blank, notAsked };
}

interface Marks {
  chosen: string[];
  notChosen: string[];
  notAsked: string[];
}

/** The values of a column as marks; null when they are answers of their own. */
function marksOf(facts: ColumnFacts): Marks | null {
  const notAsked = [...facts.column.values.keys()].filter(
    (value) =>
      !NOT_SELECTED.test(value) &&
      // An option may itself read "Don't know".
      value !== facts.label &&
      (NOT_PUT.test(value) || facts.missing.some((code) => code.token === value))
  );
  const rest = [...facts.column.values.keys()].filter((value) => !notAsked.includes(value));
  const notChosen = rest.filter((value) => NOT_SELECTED.test(value));
  const others = rest.filter((value) => !NOT_SELECTED.test(value));
  if (others.length <= 1) return { chosen: others, notChosen, notAsked };
  // Public-use files: 1 chosen, -1 not chosen; in a question of its own -1 would be a refusal.
  if (others.length === 2 && others.includes('1') && others.includes('-1'))
    return { chosen: ['1'], notChosen: [...notChosen, '-1'], notAsked };
  const yes = others.filter((value) => findYesNo(value) === true || value === '1');
  const no = others.filter((value) => findYesNo(value) === false);
  return yes.length + no.length === others.length
    ? { chosen: yes, notChosen: [...notChosen, ...no], notAsked }
    : null;
}

/** One value per column is a mark when it is a flag, the option's own text, or the same kind of code. */
function isPlausible(
  marked: readonly ColumnFacts[],
  filled: readonly ColumnFacts[],
  chosen: readonly string[],
  notChosen: readonly string[]
): boolean {
  if (notChosen.length > 0) return true;
  const isFlag = (value: string): boolean => value === '1' || findYesNo(value) === true;
  if (chosen.every(isFlag)) return true;
  // The number of the option: 3 in the third column, and nothing else.
  const areNumbered = filled.every((facts) => {
    const place = marked.indexOf(facts) + 1;
    return facts.column.values.has(String(place)) && facts.answers.size === 1;
  });
  if (areNumbered && filled.length >= 2) return true;
  const own = filled.filter((facts) =>
    [...facts.answers.keys()].every(
      (value) => isSame(value, facts.label) || isSame(value, facts.column.heading)
    )
  );
  if (own.length >= filled.length * 0.6) return true;
  // Option numbers or option texts without a heading of their own: every column has another value.
  return (
    filled.length >= 2 &&
    chosen.length === filled.length &&
    filled.every((facts) => facts.nAnswers > 1)
  );
}

const isSame = (a: string, b: string): boolean => {
  const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
  return plain(a) === plain(b) || plain(b).endsWith(plain(a)) || plain(b).startsWith(plain(a));
};

function blankRule(
  filled: readonly ColumnFacts[],
  notChosen: readonly string[],
  notAsked: readonly string[]
): 'missing' | 'not-chosen' | 'not-chosen-if-answered' {
  if (notChosen.some((token) => token !== '-99')) return 'missing';
  // A written word in every unmarked cell cannot be told from "not chosen": everyone is in the base.
  const blanks = filled.reduce((sum, facts) => sum + facts.column.blank, 0);
  if (blanks === 0 && notAsked.length > 0) return 'not-chosen';
  return 'not-chosen-if-answered';
}

function isSingle(filled: readonly ColumnFacts[], sheet: Sheet): boolean {
  const columns = filled.map((facts) => facts.column.index);
  let answered = 0;
  for (const row of sheet.rows) {
    let count = 0;
    for (const column of columns) if ((row[column] ?? '') !== '') count++;
    if (count > 1) return false;
    if (count === 1) answered++;
  }
  const labels = filled.map((facts) => findYesNo(facts.label));
  const isYesNo = labels.includes(true) && labels.includes(false);
  return isYesNo || answered >= SPREAD_ROWS;
}

function isRanking(filled: readonly ColumnFacts[], sheet: Sheet): boolean {
  const size = filled.length;
  if (size < 3) return false;
  const ranks = new Set(Array.from({ length: size }, (_, i) => String(i + 1)));
  const areRanks = filled.every((facts) =>
    [...facts.answers.keys()].every((value) => ranks.has(value))
  );
  if (!areRanks) return false;
  let rows = 0;
  let permutations = 0;
  for (const row of sheet.rows) {
    const values = filled
      .map((facts) => row[facts.column.index] ?? '')
      .filter((value) => ranks.has(value));
    if (values.length < 2) continue;
    rows++;
    if (new Set(values).size === values.length) permutations++;
  }
  return rows >= 5 && permutations >= rows * 0.95;
}

/** Columns `[1]`, `[2]`, ... hold what a person put in first, second, ... place: nothing comes twice. */
function isRankingByPlace(filled: readonly ColumnFacts[], sheet: Sheet): boolean {
  const places = filled.map((facts) => facts.hint.code ?? '');
  if (filled.length < 3 || places.some((place, i) => place !== String(i + 1))) return false;
  if (filled.some((facts) => facts.number !== null)) return false;
  const options = new Set(filled.flatMap((facts) => [...facts.answers.keys()]));
  const most = Math.max(...filled.map((facts) => facts.answers.size));
  if (options.size < 3 || options.size > most * 2 + 2) return false;
  let rows = 0;
  let ranked = 0;
  for (const row of sheet.rows) {
    const values = filled
      .map((facts) => row[facts.column.index] ?? '')
      .filter((text) => text !== '');
    if (values.length < 2) continue;
    rows++;
    if (new Set(values).size === values.length) ranked++;
  }
  return rows >= 5 && ranked >= rows * 0.95;
}

/** The same answers, few of them, in all columns. */
function isBattery(filled: readonly ColumnFacts[]): boolean {
  if (filled.length < 2) return false;
  const all = new Set(filled.flatMap((facts) => [...facts.answers.keys()]));
  if (all.size < 2 || all.size > 15) return false;
  const widest = Math.max(...filled.map((facts) => facts.answers.size));
  return all.size <= Math.max(widest + 2, 7);
}
