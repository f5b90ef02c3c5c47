import { cellText } from '../file/cell-text';
import { answerOfRow } from '../joined-cells/battery-lines';
import { placeOf } from '../joined-cells/ranking-cell';
import type { PlannedVariable, SplitRule, ValueSource } from '../plan';
import { CategoryEncoder } from './categories';

/** The answer to one row of a battery or ranking that stands in one cell. */
export class LineEncoder extends CategoryEncoder {
  private readonly row: string;
  private readonly ranking: SplitRule | undefined;

  constructor(variable: PlannedVariable, source: Extract<ValueSource, { from: 'line' }>) {
    super(variable, source.column, undefined);
    this.row = source.row;
    this.ranking = source.ranking;
  }

  protected override textOf(raw: string): string {
    const { text } = cellText(raw);
    return this.ranking ? placeOf(text, this.row, this.ranking) : answerOfRow(text, this.row);
  }
}
