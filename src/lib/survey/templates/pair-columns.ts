import type { Labels } from '$lib/codebook/codebook';
import { plain, type PlanColumn } from './columns';

/** A column of the earlier file and the one of this file that asks the same. */
export interface ColumnPair {
  before: PlanColumn;
  now: PlanColumn;
  /** `name`: called alike; `tool-id`, `wording`: called otherwise; `similar`: asked nearly the same */
  by: 'name' | 'tool-id' | 'wording' | 'similar';
}

export interface Pairing {
  pairs: ColumnPair[];
  gone: PlanColumn[];
  added: PlanColumn[];
}

/** Below this share of common words two headings are two questions. */
const SIMILAR = 0.6;
const MOST_COMPARED = 250_000;

/**
 * Which columns of two files are the same question. The tool's own id decides first, then the name, the
 * name without its group, the wording; last, what shares most of its words with one column alone.
 */
export function pairColumns(before: readonly PlanColumn[], now: readonly PlanColumn[]): Pairing {
  const open = { before: new Set(before), now: new Set(now) };
  const pairs: ColumnPair[] = [];
  const take = (a: PlanColumn, b: PlanColumn, by: ColumnPair['by']): void => {
    open.before.delete(a);
    open.now.delete(b);
    pairs.push({
      before: a,
      now: b,
      by: by === 'tool-id' && a.heading === b.heading ? 'name' : by
    });
  };
  const byKey = (key: (column: PlanColumn) => string | null, by: ColumnPair['by']): void => {
    const waiting = lists(open.now, key);
    const rivals = lists(open.before, key);
    for (const [name, columns] of rivals) {
      const partners = waiting.get(name) ?? [];
      // Repeated headings are paired in file order; a text that is asked twice says nothing.
      const isClear = by === 'name' || (columns.length === 1 && partners.length === 1);
      if (!isClear) continue;
      columns.forEach((column, i) => {
        const partner = partners[i];
        if (partner && !areOther(column, partner)) take(column, partner, by);
      });
    }
  };
  byKey(({ toolId }) => toolId, 'tool-id');
  byKey(({ heading }) => `=${heading}`, 'name');
  byKey(({ heading }) => plain(heading) || null, 'name');
  byKey(({ heading }) => shortName(heading), 'name');
  byKey(({ wording }) => wordingKey(wording), 'wording');
  // Every column is held against every other: two wide files of other surveys are left alone.
  if (open.before.size * open.now.size <= MOST_COMPARED)
    for (const { a, b } of likely([...open.before], [...open.now])) take(a, b, 'similar');
  return {
    pairs: pairs.sort((a, b) => a.now.index - b.now.index),
    gone: [...open.before],
    added: [...open.now]
  };
}

/** A heading that was given to another question has another id of the tool. */
const areOther = (a: PlanColumn, b: PlanColumn): boolean =>
  a.toolId !== null && b.toolId !== null && a.toolId !== b.toolId;

/** `household/rent` and `rent` are one field that moved into a group. */
const shortName = (heading: string): string | null => {
  const short = /^[\w/.-]+$/.test(heading) ? heading.split('/').at(-1) : undefined;
  return short ? plain(short) || null : null;
};

const wordingKey = (wording: Labels): string | null => {
  const text = plain(wording.en ?? wording.und ?? Object.values(wording)[0] ?? '');
  // One word is the name of an option, not a question.
  return text.includes(' ') ? text : null;
};

function lists(
  columns: Iterable<PlanColumn>,
  key: (column: PlanColumn) => string | null
): Map<string, PlanColumn[]> {
  const found = new Map<string, PlanColumn[]>();
  for (const column of columns) {
    const name = key(column);
    if (name === null) continue;
    const list = found.get(name);
    if (list) list.push(column);
    else found.set(name, [column]);
  }
  return found;
}

/** Pairs of columns that are each other's best partner, the surest first. */
function likely(
  before: readonly PlanColumn[],
  now: readonly PlanColumn[]
): { a: PlanColumn; b: PlanColumn }[] {
  const words = new Map([...before, ...now].map((column) => [column, wordsOf(column)]));
  const scored = before.flatMap((a) =>
    now.flatMap((b) => {
      if (areOther(a, b) || a.variable.role !== b.variable.role) return [];
      const score = similarity(words.get(a) ?? new Set(), words.get(b) ?? new Set());
      return score >= SIMILAR ? [{ a, b, score }] : [];
    })
  );
  scored.sort((x, y) => y.score - x.score);
  const taken = new Set<PlanColumn>();
  return scored.filter(({ a, b }) => {
    if (taken.has(a) || taken.has(b)) return false;
    taken.add(a).add(b);
    return true;
  });
}

const wordsOf = ({ heading, wording }: PlanColumn): Set<string> => {
  const text = wording.en ?? wording.und ?? Object.values(wording)[0] ?? heading;
  const words = plain(text).split(' ');
  return words.length < 3 ? new Set() : new Set(words);
};

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return (2 * shared) / (a.size + b.size);
}
