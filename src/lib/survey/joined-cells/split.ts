import type { SplitRule } from '../plan';
import { isExclusiveOption } from '../values/option-words';
import { findWrittenIn } from './written-in';

const LIST = /^\[\s*(?:'[^']*'|"[^"]*")(?:\s*[;,]\s*(?:'[^']*'|"[^"]*"))*\s*\]$|^\[\s*\]$/;
const R_LIST = /^(c|list)\((.*)\)$/;

/** `['a', 'b']`, `['a' ;  'b']`, `c("a", "b")`, `list()`. */
const isListLiteral = (text: string): boolean => LIST.test(text) || R_LIST.test(text);

const listItems = (text: string): string[] =>
  [...text.matchAll(/'([^']*)'|"([^"]*)"/g)].map((match) => (match[1] ?? match[2] ?? '').trim());

/**
 * The choices in a joined cell. What matches no option is returned as it stands (free text of "other").
 * Options may hold the separator themselves: the longest option that fits is taken first.
 */
export function splitChoices(text: string, rule: SplitRule): string[] {
  if (rule.style === 'list-literal') return listItems(text);
  const known = new Set(rule.options);
  const parts = splitOutsideBrackets(text, rule.separator);
  const choices: string[] = [];
  for (let i = 0; i < parts.length;) {
    let end = i + 1;
    // Longest run of pieces that is an option.
    for (let j = parts.length; j > i + 1; j--)
      if (known.has(parts.slice(i, j).join(rule.separator).trim())) {
        end = j;
        break;
      }
    const choice = parts.slice(i, end).join(rule.separator).trim();
    if (choice !== '') choices.push(choice);
    i = end;
  }
  return choices;
}

/** What a joined cell holds beside the options: the words written in for "other"; '' when nothing. */
export function writtenInOf(text: string, rule: SplitRule): string {
  const known = new Set(rule.options);
  const runs: string[] = [];
  let isRun = false;
  for (const choice of splitChoices(text, rule)) {
    if (known.has(choice)) {
      isRun = false;
      continue;
    }
    // Neighbours are pieces of one text: what people write in may hold the separator.
    const last = runs.length - 1;
    const glue = rule.separator.endsWith(' ') ? rule.separator : `${rule.separator} `;
    if (isRun) runs[last] = `${runs[last] ?? ''}${glue}${choice}`;
    else runs.push(choice);
    isRun = true;
  }
  return runs.join('; ');
}

/** Pieces between separators that are not inside round brackets. */
function splitOutsideBrackets(text: string, separator: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length;) {
    if (depth <= 0 && text.startsWith(separator, i)) {
      pieces.push(text.slice(from, i));
      i += separator.length;
      from = i;
      continue;
    }
    if (text[i] === '(') depth++;
    else if (text[i] === ')') depth = Math.max(0, depth - 1);
    i++;
  }
  pieces.push(text.slice(from));
  // An unclosed bracket would swallow the rest: then brackets are taken as text.
  return depth > 0 ? text.split(separator) : pieces;
}

/** Distinct cells looked at, and distinct pieces beyond which a text is no list of choices. */
const MOST_CELLS = 3000;
const MOST_PIECES = 600;

const SEPARATORS = ['\n', '; ', ';', ' | ', '|', ', ', ','] as const;
const SPACE = ' ';

/**
 * Finds how a column joins several choices in one cell, and which choices there are.
 *
 * @param all distinct cells with how often each occurs; missing ones left out
 * @returns null when the cells look like single answers or free text
 *
 * @param mayHoldNames the tool joins the names of choices with spaces
 *
 * Pieces that always stand beside each other in the same order are one option whose text holds the
 * separator. Options are pieces met at least three times and in one cell of a hundred; the rest is what
 * people wrote in.
 */
export function findSplit(
  all: ReadonlyMap<string, number>,
  mayHoldNames = false
): SplitRule | null {
  if (all.size === 0) return null;
  const cells = all.size > MOST_CELLS ? new Map([...all].slice(0, MOST_CELLS)) : all;
  const texts = [...cells.keys()];
  if (texts.filter(isListLiteral).length >= texts.length * 0.9)
    return {
      separator: ';',
      style: 'list-literal',
      options: byFrequency(cells, listItems, 1)
    };
  let total = 0;
  for (const count of cells.values()) total += count;
  let best: { rule: SplitRule; score: number } | null = null;
  for (const separator of SEPARATORS) {
    const split = trySeparator(cells, separator, total);
    if (split && (best === null || split.score > best.score)) best = split;
  }
  if (best === null && mayHoldNames && texts.every(isNames))
    best = trySeparator(cells, SPACE, total);
  return best?.rule ?? null;
}

/** Names of choices, none of them twice: `food child_care`. */
function isNames(text: string): boolean {
  const names = text.split(SPACE);
  return names.every((name) => /^[\w.-]{1,40}$/.test(name)) && new Set(names).size === names.length;
}

function trySeparator(
  cells: ReadonlyMap<string, number>,
  separator: string,
  total: number
): { rule: SplitRule; score: number } | null {
  const rows: { pieces: string[]; count: number }[] = [];
  let joined = 0;
  for (const [text, count] of cells) {
    let pieces = splitOutsideBrackets(text, separator);
    if (pieces.length > 1 && pieces.at(-1)?.trim() === '') pieces = pieces.slice(0, -1);
    pieces = glueLeadingSpaces(pieces, separator);
    if (pieces.length > 1 || text.trimEnd().endsWith(separator.trim() || separator))
      joined += count;
    rows.push({ pieces: pieces.map((piece) => piece.trim()), count });
  }
  if (joined < Math.max(2, total * 0.05)) return null;
  if (new Set(rows.flatMap((row) => row.pieces)).size > MOST_PIECES) return null;
  mergeCompanions(rows, separator);

  const counts = new Map<string, number>();
  for (const row of rows)
    for (const piece of new Set(row.pieces))
      counts.set(piece, (counts.get(piece) ?? 0) + row.count);
  // Names without spaces come from the form; texts met once or twice are what people wrote in.
  const areNames =
    counts.size <= 60 && [...counts.keys()].every((piece) => /^[\w.-]{0,40}$/.test(piece));
  const least = areNames ? 1 : Math.min(Math.max(3, total * 0.01), Math.max(2, total / 4));
  const frequent = [...counts]
    .filter(([piece, count]) => piece !== '' && (count >= least || isExclusiveOption(piece)))
    .sort((a, b) => b[1] - a[1])
    .map(([piece]) => piece);
  const writtenIn = areNames
    ? []
    : findWrittenIn(
        rows,
        frequent.filter((each) => !isExclusiveOption(each))
      );
  const options = frequent.filter((piece) => !writtenIn.includes(piece));
  let covered = 0;
  let all = 0;
  for (const row of rows)
    for (const piece of row.pieces) {
      all += row.count;
      if (frequent.includes(piece)) covered += row.count;
    }
  const multi = rows.filter((row) => row.pieces.length > 1);
  const vocabulary = counts.size / Math.max(1, all);
  if (!areCombined(rows, frequent)) return null;
  // Free text splits into pieces that hardly ever come back.
  if (options.length < 2 || frequent.length > 60 || covered < all * 0.6) return null;
  if (multi.length < 2 || (vocabulary > 0.35 && counts.size > 12)) return null;
  const separatorLength = separator.trim() === '' ? 1 : separator.length / 10;
  return {
    rule: {
      separator,
      options,
      style: 'separated',
      ...(writtenIn.length > 0 && { writtenIn })
    },
    score: covered / all + separatorLength * 0.1
  };
}

/**
 * Choices combine freely: there are more different cells than options, and some option stands first in
 * one cell and later in another. `Employed, full-time` and `Employed, part-time` do neither.
 */
function areCombined(rows: readonly { pieces: string[] }[], options: readonly string[]): boolean {
  const first = new Set(rows.map((row) => row.pieces[0]));
  const later = new Set(rows.flatMap((row) => row.pieces.slice(1)));
  const both = options.filter((option) => first.has(option) && later.has(option)).length;
  // A ranking has all options in every cell, and may have few orders.
  const isRanking = rows.every(({ pieces }) => new Set(pieces).size === options.length);
  return (rows.length > options.length || isRanking) && both >= 1;
}

/** `A,B, with more`: with a bare comma as separator, a piece that begins with a space goes on. */
function glueLeadingSpaces(pieces: readonly string[], separator: string): string[] {
  if (separator.endsWith(' ') || separator === '\n') return [...pieces];
  const glued: string[] = [];
  for (const piece of pieces) {
    if (piece.startsWith(' ') && glued.length > 0)
      glued[glued.length - 1] = `${glued[glued.length - 1] ?? ''}${separator}${piece}`;
    else glued.push(piece);
  }
  return glued;
}

/** Merges neighbours that never stand apart, until none are left. */
function mergeCompanions(rows: { pieces: string[]; count: number }[], separator: string): void {
  for (let round = 0; round < 20; round++) {
    const single = new Map<string, number>();
    const pairs = new Map<string, { first: string; second: string; count: number }>();
    for (const { pieces, count } of rows)
      pieces.forEach((piece, i) => {
        single.set(piece, (single.get(piece) ?? 0) + count);
        const next = pieces[i + 1];
        if (next === undefined) return;
        const key = `${piece}\u0000${next}`;
        const pair = pairs.get(key) ?? { first: piece, second: next, count: 0 };
        pair.count += count;
        pairs.set(key, pair);
      });
    const merged = [...pairs.values()].find(
      (pair) =>
        pair.count >= 2 &&
        single.get(pair.first) === pair.count &&
        single.get(pair.second) === pair.count
    );
    if (!merged) return;
    for (const row of rows) {
      const at = row.pieces.findIndex(
        (piece, i) => piece === merged.first && row.pieces[i + 1] === merged.second
      );
      if (at >= 0) row.pieces.splice(at, 2, `${merged.first}${separator}${merged.second}`);
    }
  }
}

function byFrequency(
  cells: ReadonlyMap<string, number>,
  items: (text: string) => string[],
  least: number
): string[] {
  const counts = new Map<string, number>();
  for (const [text, count] of cells)
    for (const item of new Set(items(text)))
      if (item !== '') counts.set(item, (counts.get(item) ?? 0) + count);
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort((a, b) => b[1] - a[1])
    .map(([item]) => item);
}
