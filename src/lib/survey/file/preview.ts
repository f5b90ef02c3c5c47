import { cellText } from './cell-text';
import type { RowBlock } from './rows';

/** A row as a person may look at it before the import. */
export interface PreviewRow {
  /** physical line of its first character */
  line: number;
  /** cells by column; long ones are cut */
  cells: string[];
}

/** Rows worth a look: where a wrong delimiter, a broken quote or a line of totals shows. */
export interface Preview {
  first: PreviewRow[];
  last: PreviewRow[];
  /** the rows with the most text, in file order */
  widest: PreviewRow[];
}

/** Rows of each list. */
const SHOWN = 20;
/** Characters shown of a cell. */
const CELL = 80;

/** Cells as a person may look at them: cleaned, and cut when long. */
export const shownCells = (cells: readonly string[]): string[] =>
  cells.map((cell) => cellText(cell).text.slice(0, CELL));

/** Collects rows to look at while a file is read, in memory that does not grow with it. */
export class PreviewCollector {
  readonly #first: PreviewRow[] = [];
  #last: PreviewRow[] = [];
  #widest: (PreviewRow & { length: number })[] = [];
  #narrowest = -1;

  /** Looks at the rows of a block; nothing of it is kept but cut copies of a few cells. */
  add(block: RowBlock): void {
    const { rows } = block;
    for (let i = 0; i < rows.length && this.#first.length < SHOWN; i++)
      this.#first.push({ line: block.line(i), cells: shownCells(rows[i] ?? []) });
    const from = Math.max(0, rows.length - SHOWN);
    const last = rows
      .slice(from)
      .map((row, i) => ({ line: block.line(from + i), cells: shownCells(row) }));
    this.#last = [...this.#last, ...last].slice(-SHOWN);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? [];
      let length = 0;
      for (let c = 0; c < row.length; c++) length += row[c]?.length ?? 0;
      if (length > this.#narrowest || this.#widest.length < SHOWN) this.#keep(block, i, length);
    }
  }

  result(): Preview {
    const widest = this.#widest
      .toSorted((a, b) => a.line - b.line)
      .map(({ line, cells }) => ({ line, cells }));
    return { first: this.#first, last: this.#last, widest };
  }

  #keep(block: RowBlock, i: number, length: number): void {
    this.#widest.push({ line: block.line(i), cells: shownCells(block.rows[i] ?? []), length });
    this.#widest.sort((a, b) => b.length - a.length);
    this.#widest = this.#widest.slice(0, SHOWN);
    if (this.#widest.length === SHOWN) this.#narrowest = this.#widest[SHOWN - 1]?.length ?? 0;
  }
}
