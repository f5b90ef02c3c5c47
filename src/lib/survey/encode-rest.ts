import { TextsEncoder } from './encode-text';
import type { PlannedVariable, ValueSource } from './plan';
import { writtenInOf } from './split';

/** What was written in beside the options of a joined cell. */
export class RestEncoder extends TextsEncoder {
  constructor(
    variable: PlannedVariable,
    private readonly source: Extract<ValueSource, { from: 'joined' }>
  ) {
    super(variable, source.column);
  }

  protected override textOf(raw: string): string {
    const text = super.textOf(raw);
    return this.missingIndex(text) > 0 ? text : writtenInOf(text, this.source.split);
  }

  /** The words are a part of the cell: none is read as it is. */
  protected override isSurelyAnswer(): boolean {
    return false;
  }
}
