import { hiddenCell } from '$lib/privacy/hidden-cells';
import { restKey } from '$lib/privacy/table';
import type {
  CellKey,
  Dimension,
  Released,
  ReleasedCell,
  ReleasedContrast,
  ReleasedTable
} from '$lib/privacy/table';

type Table = Released<ReleasedTable>;

/** The same place, whatever the order of its dimensions. */
export const sameKey = (a: CellKey, b: CellKey): boolean => {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
};

/** The cell at exactly this place; a place the table does not have counts as not available. */
export const cellAt = (table: Table, at: CellKey): ReleasedCell =>
  table.cells.find((cell) => sameKey(cell.at, at)) ?? hiddenCell(at, { flag: 'x', reason: null });

/** The contrast of two places, turned so that the first is `a`. */
export function contrastOf(table: Table, a: CellKey, b: CellKey): ReleasedContrast | null {
  for (const contrast of table.contrasts) {
    if (sameKey(contrast.a, a) && sameKey(contrast.b, b)) return contrast;
    if (sameKey(contrast.a, b) && sameKey(contrast.b, a)) return turned(contrast);
  }
  return null;
}

/**
 * A row against what the figure compares with: the reference itself or, where that is everyone and
 * so contains the row, everyone else.
 */
export const contrastWithReference = (
  table: Table,
  at: CellKey,
  by: string,
  reference: CellKey
): { contrast: ReleasedContrast; isRest: boolean } | null => {
  const direct = contrastOf(table, at, reference);
  if (direct) return { contrast: direct, isRest: false };
  const member = at[by];
  if (member === undefined || reference[by] !== undefined) return null;
  const rest = contrastOf(table, at, { ...reference, [by]: restKey(member) });
  return rest && { contrast: rest, isRest: true };
};

const inverse = (value: number | null): number | null =>
  value === null || value === 0 ? null : 1 / value;

const turned = (contrast: ReleasedContrast): ReleasedContrast => ({
  a: contrast.b,
  b: contrast.a,
  difference: -contrast.difference,
  differenceLow: -contrast.differenceHigh,
  differenceHigh: -contrast.differenceLow,
  ratio: inverse(contrast.ratio),
  ratioLow: inverse(contrast.ratioHigh),
  ratioHigh: inverse(contrast.ratioLow),
  tested: contrast.tested
});

/** @throws RangeError when the table is not split that way */
export function dimensionOf(table: Table, id: string): Dimension {
  const dimension = table.dimensions.find((one) => one.id === id);
  if (!dimension) throw new RangeError(`The table has no dimension "${id}".`);
  return dimension;
}
