import { cellText } from '../file/cell-text';
import type { PlannedVariable, ValueSource } from '../plan';
import { ChoiceEncoder } from './choice';

/** A single choice spread over columns: the code of the first one that is filled. */
export class SpreadEncoder extends ChoiceEncoder {
  private readonly codeOfColumn: number[];

  constructor(
    variable: PlannedVariable,
    private readonly source: Extract<ValueSource, { from: 'spread' }>
  ) {
    super(variable);
    this.codeOfColumn = source.labels.map(
      (label) => variable.categories.findIndex((category) => category.code === label) + 1
    );
  }

  append(rows: readonly string[][], from: number, to: number, at: number): void {
    this.reach(at + to - from);
    const { columns } = this.source;
    for (let i = from, row = at; i < to; i++, row++)
      for (let c = 0; c < columns.length; c++) {
        const raw = rows[i]?.[columns[c] ?? 0] ?? '';
        if (raw === '' || cellText(raw).text === '') continue;
        const code = this.codeOfColumn[c] ?? 0;
        if (code > 0) this.codes[row] = code;
        else this.note(row, this.missingIndex(this.source.labels[c] ?? ''));
        break;
      }
  }
}
