import type { Issue, Parsed } from '$lib/base/issue';

/** One table of targets as it was typed: its variables, and a line for each category. */
export interface TypedMargin {
  variables: string[];
  cells: { key: string[]; target: number; line: number }[];
  /** targets are shares of 1 or of 100 instead of people */
  isShare: boolean;
  line: number;
}

const longHeads = ['variable', 'margin', 'margen'];

/**
 * Margins from a pasted text or a CSV file, in one of two shapes:
 * `variable,category,target` with one line a category; or a table for each variable, blank lines
 * between them, its first line naming the variable (or several) and its last column the target.
 * Comma, semicolon or tab; quotes as in CSV. Targets are people, or shares (52%, 0.52) where a margin
 * adds up to 1 or 100.
 *
 * Refused, with the line: `margins-none`, `margin-line-short`, `margin-number-unreadable`,
 * `margin-category-twice`.
 */
export function readMargins(text: string): Parsed<TypedMargin[]> {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((content, i) => ({ content, line: i + 1 }));
  const filled = lines.filter(({ content }) => content.trim() !== '');
  if (filled.length === 0) return { ok: false, issues: [issue('margins-none', 0)] };
  const delimiter = delimiterOf(filled.map(({ content }) => content));
  const split = lines.map(({ content, line }) => ({
    line,
    cells: content.trim() === '' ? [] : splitLine(content, delimiter)
  }));
  const issues: Issue[] = [];
  const head = split.find(({ cells }) => cells.length > 0)?.cells[0]?.toLowerCase() ?? '';
  const margins = longHeads.includes(head)
    ? readLong(split, delimiter, issues)
    : readTables(split, delimiter, issues);
  if (issues.length > 0) return { ok: false, issues };
  if (margins.length === 0) return { ok: false, issues: [issue('margins-none', 0)] };
  return { ok: true, value: margins };
}

interface Line {
  line: number;
  cells: string[];
}

function readLong(lines: readonly Line[], delimiter: string, issues: Issue[]): TypedMargin[] {
  const margins = new Map<string, Reading>();
  let isHead = true;
  for (const { line, cells } of lines) {
    if (cells.length === 0) continue;
    if (isHead) {
      isHead = false;
      continue;
    }
    const [variable = '', category = '', target] = cells;
    if (variable === '' || target === undefined) {
      issues.push(issue('margin-line-short', line));
      continue;
    }
    let margin = margins.get(variable);
    if (!margin) margins.set(variable, (margin = startMargin([variable], line)));
    addCell(margin, { key: [category], text: target, line }, delimiter, issues);
  }
  return [...margins.values()].map(finish);
}

function readTables(lines: readonly Line[], delimiter: string, issues: Issue[]): TypedMargin[] {
  const margins: Reading[] = [];
  let current: Reading | null = null;
  for (const { line, cells } of lines) {
    if (cells.length === 0) {
      current = null;
      continue;
    }
    if (cells.length < 2) {
      issues.push(issue('margin-line-short', line));
      continue;
    }
    if (!current) {
      current = startMargin(cells.slice(0, -1), line);
      margins.push(current);
      continue;
    }
    const key = cells.slice(0, -1);
    if (key.length === current.variables.length)
      addCell(current, { key, text: cells.at(-1) ?? '', line }, delimiter, issues);
    else issues.push(issue('margin-line-short', line));
  }
  return margins.filter(({ cells }) => cells.length > 0).map(finish);
}

interface Reading extends TypedMargin {
  hasPercent: boolean;
}

const startMargin = (variables: string[], line: number): Reading => ({
  variables,
  cells: [],
  isShare: false,
  hasPercent: false,
  line
});

function addCell(
  margin: Reading,
  { key, text, line }: { key: string[]; text: string; line: number },
  delimiter: string,
  issues: Issue[]
): void {
  const target = readNumber(text, delimiter);
  if (target === null) {
    issues.push(issue('margin-number-unreadable', line, { value: text, category: key.join(', ') }));
    return;
  }
  const isKnown = margin.cells.some((cell) => cell.key.every((part, k) => part === key[k]));
  if (isKnown)
    issues.push(
      issue('margin-category-twice', line, {
        category: key.join(', '),
        variable: margin.variables.join(', ')
      })
    );
  else margin.cells.push({ key, target, line });
  if (text.trim().endsWith('%')) margin.hasPercent = true;
}

/** Shares are targets that add up to 1 or to 100 within what rounding to whole percents leaves. */
function finish({ hasPercent, ...margin }: Reading): TypedMargin {
  const sum = margin.cells.reduce((total, { target }) => total + target, 0);
  const isShare = hasPercent || Math.abs(sum - 1) < 0.03 || Math.abs(sum - 100) < 3;
  return { ...margin, isShare };
}

/** A number as people write it: "66,000", "66 000", "52.5%", and "52,5" beside semicolons or tabs. */
export function readNumber(text: string, delimiter = ','): number | null {
  const bare = text.replace(/[\s\u00a0\u202f']/g, '').replace(/%$/, '');
  const isDecimalComma =
    delimiter !== ',' && /^[+-]?\d*,\d{1,2}$|^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(bare);
  const plain = isDecimalComma
    ? bare.replaceAll('.', '').replace(',', '.')
    : withoutThousands(bare);
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}

const withoutThousands = (text: string): string =>
  /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;

function delimiterOf(lines: readonly string[]): string {
  const count = (mark: string): number => lines.filter((line) => line.includes(mark)).length;
  return ['\t', ';'].find((mark) => count(mark) > lines.length / 2) ?? ',';
}

/** Cells of a line; a quoted cell may hold the delimiter and doubled quotes. */
function splitLine(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const mark = text[i]!;
    if (isQuoted && mark === '"' && text[i + 1] === '"') {
      cell += mark;
      i++;
    } else if (mark === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted;
    else if (mark === delimiter && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += mark;
  }
  cells.push(cell.trim());
  while (cells.length > 2 && cells.at(-1) === '') cells.pop();
  return cells;
}

const issue = (code: string, line: number, params: Issue['params'] = {}): Issue => ({
  code,
  severity: 'error',
  where: { field: 'margins', ...(line > 0 && { line }) },
  params
});
