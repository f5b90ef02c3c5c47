/** A piece of a line of text. */
export type Inline =
  | { kind: 'text' | 'strong' | 'em' | 'code'; text: string }
  | { kind: 'link'; text: string; href: string };

/** A block of a method page. */
export type Block =
  | { kind: 'heading'; level: number; text: Inline[]; id: string }
  | { kind: 'paragraph'; text: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'code'; text: string }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] };

const inline = /`([^`]+)`|\*\*([^*]+)\*\*|(?<![\w])_([^_]+)_(?![\w])|\[([^\]]+)\]\(([^)\s]+)\)/g;

/** Only pages of the web and of the program are linked to; anything else stays text. */
const isSafe = (href: string): boolean => /^(https:\/\/|\/|#|[\w-]+$)/.test(href);

/** Bold, italic, code and links of a line; every other sign is itself. */
export function parseInline(line: string): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  for (const match of line.matchAll(inline)) {
    const [all, code, strong, em, label, href] = match;
    if (match.index > from) found.push({ kind: 'text', text: line.slice(from, match.index) });
    if (code !== undefined) found.push({ kind: 'code', text: code });
    else if (strong !== undefined) found.push({ kind: 'strong', text: strong });
    else if (em !== undefined) found.push({ kind: 'em', text: em });
    else if (href !== undefined && isSafe(href))
      found.push({ kind: 'link', text: label ?? href, href });
    else found.push({ kind: 'text', text: all });
    from = match.index + all.length;
  }
  if (from < line.length) found.push({ kind: 'text', text: line.slice(from) });
  return found;
}

const idOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

const cellsOf = (line: string): Inline[][] =>
  line
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '')
    .split('|')
    .map((cell) => parseInline(cell.trim()));

const isListItem = (line: string): boolean => /^(- |\d+\. )/.test(line);

/**
 * Our own method pages as blocks: headings, paragraphs, lists of one level, code and tables. There is
 * no HTML in them, and none comes out.
 */
export function parseMarkdown(source: string): Block[] {
  const lines = source.replace(/\r\n/g, '\n').split('\n');
  const blocks: Block[] = [];
  let at = 0;
  const take = (isPart: (line: string) => boolean): string[] => {
    const taken: string[] = [];
    while (at < lines.length && isPart(lines[at]!)) taken.push(lines[at++]!);
    return taken;
  };
  while (at < lines.length) {
    const line = lines[at]!;
    if (line.trim() === '') at++;
    else if (line.startsWith('```')) {
      at++;
      blocks.push({ kind: 'code', text: take((one) => !one.startsWith('```')).join('\n') });
      at++;
    } else if (/^#{1,4} /.test(line)) {
      blocks.push(headingOf(line));
      at++;
    } else if (line.startsWith('|')) blocks.push(tableOf(take((one) => one.startsWith('|'))));
    else if (isListItem(line)) blocks.push(listOf(take((one) => one.trim() !== '')));
    else {
      const text = take((one) => one.trim() !== '' && !one.startsWith('```') && !isListItem(one));
      blocks.push({ kind: 'paragraph', text: parseInline(text.join(' ')) });
    }
  }
  return blocks;
}

function headingOf(line: string): Block {
  const [marks = '#'] = line.split(' ');
  const text = line.slice(marks.length + 1).trim();
  return { kind: 'heading', level: marks.length, text: parseInline(text), id: idOf(text) };
}

function listOf(lines: string[]): Block {
  const items: string[] = [];
  for (const line of lines)
    if (isListItem(line)) items.push(line.replace(/^(- |\d+\. )/, ''));
    else items[items.length - 1] += ` ${line.trim()}`;
  return { kind: 'list', ordered: /^\d/.test(lines[0] ?? ''), items: items.map(parseInline) };
}

function tableOf([head = '', , ...rows]: string[]): Block {
  return { kind: 'table', head: cellsOf(head), rows: rows.map(cellsOf) };
}
