import type { Released, ReleasedTable } from '$lib/privacy/table';
import type { FormatLanguage } from '$lib/text/format';
import type { Text } from '$lib/text/text';
import type { Drawing } from './drawing';
import type { ChartModel } from './model';
import type { FigureSpec } from './spec';

/** How much room there is. Below `narrowWidth` labels stand above their marks. */
export interface LayoutOptions {
  /** from 280 px */
  width: number;
}

export const narrowWidth = 520;

/** A model before its alternative text and key are written. */
export type PlainModel = Omit<ChartModel, 'alt' | 'key'>;

/** The facts of a figure in words, and what its marks mean. */
export interface Description {
  alt: ChartModel['alt'];
  key: ChartModel['key'];
}

/** One kind of chart: numbers in, placed marks out; the same facts in words. */
export interface ChartDefinition {
  /** pure: the same model and width give the same drawing on a page, a server and in a test */
  layout(model: ChartModel, options: LayoutOptions): Drawing;
  describe(model: PlainModel, text: Text): Description;
}

/** A small case with its tables, for the gallery and the tests; listed in `examples.ts`. */
export interface ChartExample {
  id: string;
  title: string;
  spec: FigureSpec;
  tables: Released<ReleasedTable>[];
  language: FormatLanguage;
}
