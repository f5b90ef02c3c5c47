import type { SplitRule } from '../plan';
import { splitChoices } from './split';

/** Place of an option in a cell that lists them in the person's order, from 1; '' when it is not there. */
export function placeOf(text: string, option: string, split: SplitRule): string {
  const place = splitChoices(text, split).indexOf(option) + 1;
  return place === 0 ? '' : String(place);
}

/** Rows that must list every option before their order is taken for a ranking. */
const SHARE = 0.9;
const FEWEST_ROWS = 4;
const MOST_OPTIONS = 20;

const SEPARATORS = ['\n', '; ', ';', ' | ', '|', ', ', ','];

/**
 * How a column of rankings is to be taken apart; null when it holds none. In a ranking every cell lists
 * all options, each once, and the order differs from person to person; in a select-all hardly anybody
 * chooses everything.
 *
 * @param cells distinct cells with how often each occurs; missing ones left out
 */
export function findRankingCell(cells: ReadonlyMap<string, number>): SplitRule | null {
  if (cells.size < 2) return null;
  for (const separator of SEPARATORS) {
    const lists = [...cells].map(([text, count]) => ({ items: itemsOf(text, separator), count }));
    const options = joinNeighbours(lists[0]?.items ?? [], lists, separator);
    if (options.length < 3 || options.length > MOST_OPTIONS) continue;
    const rule: SplitRule = { separator, style: 'separated', options };
    if (isRanking(cells, rule)) return rule;
  }
  return null;
}

function isRanking(cells: ReadonlyMap<string, number>, rule: SplitRule): boolean {
  const { options } = rule;
  const orders = new Set<string>();
  let rows = 0;
  let whole = 0;
  for (const [text, count] of cells) {
    const choices = splitChoices(text, rule);
    rows += count;
    const isWhole =
      choices.length === options.length && options.every((option) => choices.includes(option));
    if (!isWhole) continue;
    whole += count;
    orders.add(choices.join('\n'));
  }
  return rows >= FEWEST_ROWS && whole >= rows * SHARE && orders.size >= 2;
}

/** Pieces of a cell; one that begins with a space goes on with the one before it. */
function itemsOf(text: string, separator: string): string[] {
  const items: string[] = [];
  for (const piece of text.split(separator))
    if (/^ /.test(piece) && items.length > 0 && !separator.endsWith(' '))
      items.push(`${items.pop() ?? ''}${separator}${piece}`);
    else items.push(piece);
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

/** Items that stand beside each other in every cell are one option that holds the separator. */
function joinNeighbours(
  first: readonly string[],
  lists: readonly { items: readonly string[] }[],
  separator: string
): string[] {
  const options: string[] = [];
  first.forEach((item, i) => {
    const before = first[i - 1];
    const isJoined =
      before !== undefined && lists.every(({ items }) => items[items.indexOf(item) - 1] === before);
    options.push(isJoined ? `${options.pop() ?? ''}${separator}${item}` : item);
  });
  return new Set(options).size === options.length ? options : [];
}
