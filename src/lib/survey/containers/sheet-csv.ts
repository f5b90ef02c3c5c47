import type { ByteSource } from '../file/bytes';
import { ContainerFault } from './fault';
import { plainNumber, serialDate } from './serial-date';
import { readXml, RichText, unescapeText, type Workbook } from './workbook';
import { attribute } from './xml';
import type { Unpacking, ZipEntry } from './zip';

/** A sheet as delimited text: UTF-8, commas, LF, and the line of a record is the sheet's row. */
export interface SheetText {
  source: ByteSource;
  /** rows that hold anything, the header included */
  rows: number;
  columns: number;
  /** merged cells that reach over several rows: only the first of them holds the value */
  merged: { count: number; row: number };
}

/** What the sheets of one workbook may hold together. */
export interface SheetBudget {
  cells: number;
  characters: number;
}

/**
 * Reads a sheet. Numbers come as plain digits, date-styled numbers as ISO text, booleans as TRUE and
 * FALSE, errors as shown (`#N/A`), text as it is. Rows that are absent are blank lines; a merged cell
 * holds its value in its first row and column.
 *
 * @throws ContainerFault when the sheet is damaged or too large
 */
export function readSheetText(
  work: Unpacking,
  workbook: Workbook,
  entry: ZipEntry,
  budget: SheetBudget
): SheetText {
  const reader = new SheetReader(workbook, work, budget);
  readXml(work, entry, reader);
  return reader.finish();
}

const COLUMNS = 16_384;
const ROWS = 1_048_576;

class SheetReader {
  private readonly lines: string[] = [];
  private readonly widths: number[] = [];
  private readonly continued: number[] = [];
  private textLine = 0;
  private width = 0;
  private filledRows = 0;
  private readonly merged = { count: 0, row: 0 };

  private row: string[] = [];
  private column = 0;
  private type = '';
  private style = 0;
  private value = '';
  private inValue = false;
  private readonly rich = new RichText((text) => {
    this.add(text);
  });

  constructor(
    private readonly workbook: Workbook,
    private readonly work: Unpacking,
    private readonly budget: SheetBudget
  ) {}

  open(name: string, attributes: string): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'v') this.inValue = true;
    else if (name === 'mergeCell') this.noteMerge(attribute(attributes, 'ref') ?? '');
    else this.rich.open(name);
  }

  close(name: string): void {
    if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
    else if (name === 'v') this.inValue = false;
    else this.rich.close(name);
  }

  text(text: string): void {
    if (this.inValue) this.add(text);
    else this.rich.text(text);
  }

  finish(): SheetText {
    let last = this.lines.length;
    while (last > 0 && this.widths[last - 1] === 0) last--;
    const bytes = new Pieces();
    for (let i = 0; i < last; i++) {
      const missing = this.widths[i] === 0 ? 0 : this.width - (this.widths[i] ?? 0);
      bytes.add(`${this.lines[i] ?? ''}${','.repeat(missing)}\n`);
    }
    return {
      source: withLines(bytes.all(), this.continued),
      rows: this.filledRows,
      columns: this.width,
      merged: this.merged
    };
  }

  private openRow(attributes: string): void {
    const written = Number(attribute(attributes, 'r') ?? 0);
    const next = this.lines.length + 1;
    if (written > ROWS || next > ROWS) throw new ContainerFault('CONTAINER_TOO_LARGE');
    for (let row = next; row < written; row++) this.addLine('', 0);
    this.row = [];
    this.column = -1;
  }

  private openCell(attributes: string): void {
    const place = attribute(attributes, 'r');
    const column = place === null ? -1 : columnOf(place);
    this.column = column > this.column ? column : this.column + 1;
    this.type = attribute(attributes, 't') ?? 'n';
    this.style = Number(attribute(attributes, 's') ?? 0);
    this.value = '';
    if (this.column >= COLUMNS) throw new ContainerFault('CONTAINER_TOO_LARGE');
  }

  private add(text: string): void {
    this.value += text;
    if (this.value.length > this.work.limits.cell) throw new ContainerFault('CONTAINER_TOO_LARGE');
  }

  private closeCell(): void {
    const text = this.cell();
    if (text === '') return;
    const { budget } = this;
    budget.cells--;
    budget.characters -= text.length;
    if (budget.cells < 0 || budget.characters < 0) throw new ContainerFault('CONTAINER_TOO_LARGE');
    while (this.row.length < this.column) this.row.push('');
    this.row[this.column] = text;
  }

  private cell(): string {
    const { value } = this;
    switch (this.type) {
      case 's':
        return this.workbook.sharedStrings[Number(value)] ?? '';
      case 'b':
        return value.trim() === '1' ? 'TRUE' : value.trim() === '0' ? 'FALSE' : value;
      case 'str':
      case 'inlineStr':
        return unescapeText(value);
      case 'e':
      case 'd':
        return value;
      default:
        return this.number(value.trim());
    }
  }

  private number(written: string): string {
    const format = this.workbook.formats[this.style] ?? 'number';
    const number = plainNumber(written);
    if (format === 'number' || written === '') return number;
    if (format.startsWith('zeros-'))
      return /^\d+$/.test(number) ? number.padStart(Number(format.slice(6)), '0') : number;
    return serialDate(Number(written), format, this.workbook.is1904) ?? number;
  }

  private closeRow(): void {
    const { row } = this;
    if (row.length > 0) this.filledRows++;
    this.width = Math.max(this.width, row.length);
    this.addLine(row.length === 0 ? '' : row.map(quoted).join(','), row.length);
  }

  private addLine(line: string, width: number): void {
    this.lines.push(line);
    this.widths.push(width);
    this.textLine++;
    // A line break inside a cell makes a line of text that is no row of its own.
    for (let at = line.indexOf('\n'); at >= 0; at = line.indexOf('\n', at + 1))
      this.continued.push(++this.textLine);
  }

  private noteMerge(place: string): void {
    const rows = [...place.matchAll(/\d+/g)].map(Number);
    const [first = 0, last = first] = rows;
    if (last <= first) return;
    if (this.merged.count++ === 0 || first < this.merged.row) this.merged.row = first;
  }
}

/** 0-based column of a place such as `AB12`; -1 when it names none. */
function columnOf(place: string): number {
  let column = 0;
  for (let i = 0; i < place.length && i < 4; i++) {
    const letter = place.charCodeAt(i) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

/** As a cell of delimited text; every line end becomes LF. */
const quoted = (text: string): string =>
  /[",\r\n]|^sep=|^\s|\s$/i.test(text)
    ? `"${text.replace(/\r\n?/g, '\n').replaceAll('"', '""')}"`
    : text;

const PIECE = 1_048_576;

/** Lines as UTF-8, gathered without one string that holds them all. */
class Pieces {
  private readonly pieces: Uint8Array[] = [];
  private text: string[] = [];
  private length = 0;

  add(line: string): void {
    this.text.push(line);
    this.length += line.length;
    if (this.length >= PIECE) this.flush();
  }

  all(): Uint8Array[] {
    this.flush();
    return this.pieces;
  }

  private flush(): void {
    if (this.length > 0) this.pieces.push(new TextEncoder().encode(this.text.join('')));
    this.text = [];
    this.length = 0;
  }
}

/** @param continued lines of the text that go on with the row before, in order */
function withLines(pieces: readonly Uint8Array[], continued: readonly number[]): ByteSource {
  const starts: number[] = [];
  let size = 0;
  for (const piece of pieces) {
    starts.push(size);
    size += piece.length;
  }
  return {
    size,
    read(offset, length) {
      const at = countUpTo(starts, offset) - 1;
      const piece = pieces[at];
      if (!piece || offset >= size) return new Uint8Array(0);
      const from = offset - (starts[at] ?? 0);
      if (from + length <= piece.length || at === pieces.length - 1)
        return piece.subarray(from, from + length);
      // Fewer bytes than asked for mean the end: what lies over two pieces is put together.
      const bytes = new Uint8Array(Math.min(length, size - offset));
      for (let filled = 0, i = at, skip = from; filled < bytes.length; i++, skip = 0) {
        const part = (pieces[i] ?? new Uint8Array(0)).subarray(skip, skip + bytes.length - filled);
        bytes.set(part, filled);
        filled += part.length;
      }
      return bytes;
    },
    lineOf: (line) => line - countUpTo(continued, line)
  };
}

/** How many of the numbers, which are in order, are at most `limit`. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
