import { suppress, suppressNarrower } from './complementary';
import { countGrid, separateGrids } from './counts';
import { hiddenCell, noNumbers } from './hidden-cells';
import { judge } from './reliability';
import { rankRanges } from './rank-ranges';
import { roundCell, roundContrast, roundJointTest } from './rounding';
import { speaksForWholeOnly } from './sample-type';
import { restOf } from './table';
import type { ReleasePolicy } from './policy';
import type {
  CellKey,
  EstimateTable,
  RawCell,
  RawContrast,
  RawJointTest,
  Released,
  ReleasedCell,
  ReleasedContrast,
  ReleasedJointTest,
  ReleasedTable
} from './table';

/** A table that may not be released at all, whatever its counts. */
export class ReleaseError extends Error {
  override name = 'ReleaseError';
  constructor(
    readonly code: 'sample-type-missing' | 'no-source' | 'cell-repeated' | 'not-a-release'
  ) {
    super(`This table cannot be released: ${code}.`);
  }
}

/**
 * The one door: what of a table may leave the server. Nothing else makes a `Released`.
 *
 * In this order: the sample type is known; reliability of each estimate (`policy.profile`); primary
 * suppression on unweighted counts; complementary suppression with its audit; rounding. A cell hidden
 * for privacy has flag `c` and carries nothing but its place, the same for a first and a second
 * hidden cell; a cell that nobody answered or that is too imprecise has flag `x` and a reason. Where
 * both hold, privacy is what is said. Contrasts keep only pairs that are both shown.
 *
 * Privacy is decided on counts alone, so reliability can never open a cell, and a table must come
 * whole: every combination of its dimensions with all margins. For one place or one group, release
 * the whole and take a slice (`sliceTable`).
 *
 * @throws ReleaseError on a table without source or sample type, or with the same cell twice
 */
export function release(table: EstimateTable, policy: ReleasePolicy): Released<ReleasedTable> {
  checkEligible(table, policy);
  const isHidden = hiddenCells(table, policy.threshold);
  const cells = table.cells.map((cell, i) => releaseCell(cell, isHidden[i]!, table, policy));
  const shown = new Map(cells.map((cell) => [keyOf(cell.at), cell]));
  const released: ReleasedTable = {
    subject: table.subject,
    statistic: table.statistic,
    dimensions: table.dimensions,
    cells,
    contrasts: table.contrasts.flatMap((contrast) => releaseContrast(contrast, shown, policy)),
    ...(table.jointTests && {
      jointTests: table.jointTests.flatMap((test) => releaseJointTest(test, table, shown, policy))
    }),
    ranks: rankRanges(
      (table.rankBounds ?? []).filter(({ at }) => shown.get(keyOf(at))?.value != null)
    ),
    sources: table.sources,
    method: { ...table.method, threshold: policy.threshold, profile: policy.profile },
    mostlyHidden: isMostlyHidden(cells)
  };
  return released as Released<ReleasedTable>;
}

/**
 * A released table read back from where it was frozen. Whoever reads it has checked the hash; here it
 * is checked once more that nothing hidden carries a number.
 *
 * @throws ReleaseError `not-a-release` on anything that `release` could not have made
 */
export function thawReleased(stored: unknown): Released<ReleasedTable> {
  const table = stored as Partial<ReleasedTable> | null;
  const isWhole =
    Array.isArray(table?.cells) &&
    Array.isArray(table.contrasts) &&
    Array.isArray(table.sources) &&
    table.sources.every((source) => Boolean(source.sampleType)) &&
    typeof table.method?.threshold === 'number';
  if (!isWhole) throw new ReleaseError('not-a-release');
  const isClean = table.cells!.every((cell) =>
    cell.flag === 'c' || cell.flag === 'x'
      ? Object.keys(noNumbers).every((field) => cell[field as keyof typeof noNumbers] === null)
      : cell.value !== null
  );
  if (!isClean) throw new ReleaseError('not-a-release');
  return table as Released<ReleasedTable>;
}

/**
 * A part of a released table: the dimensions in `by` vary, those in `at` stand at one member, all
 * others are left at everyone. Margins along `by` stay, as references.
 */
export function sliceTable(
  table: Released<ReleasedTable>,
  { by, at = {} }: { by: readonly string[]; at?: CellKey }
): Released<ReleasedTable> {
  const isInside = (place: CellKey): boolean =>
    table.dimensions.every(({ id }) =>
      at[id] !== undefined ? place[id] === at[id] : by.includes(id) || place[id] === undefined
    );
  const cells = table.cells.filter((cell) => isInside(cell.at));
  return {
    ...table,
    dimensions: table.dimensions
      .filter(({ id }) => by.includes(id) || at[id] !== undefined)
      .map((dimension) => ({
        ...dimension,
        members: dimension.members.filter(({ key }) => (at[dimension.id] ?? key) === key)
      })),
    cells,
    contrasts: table.contrasts.filter(({ a, b }) => isInside(a) && isInside(b)),
    ranks: table.ranks.filter(({ at }) => isInside(at)),
    mostlyHidden: isMostlyHidden(cells)
  };
}

/** Text of a cell's place, the same whatever the order of its dimensions. */
export const keyOf = (at: CellKey): string =>
  JSON.stringify(Object.entries(at).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/** The shown or hidden cell at a place, when the table has one. */
export const findCell = (table: ReleasedTable, at: CellKey): ReleasedCell | undefined =>
  table.cells.find((cell) => keyOf(cell.at) === keyOf(at));

function checkEligible(table: EstimateTable, policy: ReleasePolicy): void {
  if (table.sources.length === 0) throw new ReleaseError('no-source');
  // Rows of older databases and plain JavaScript callers do not keep to the type.
  if ([policy, ...table.sources].some((source) => !source.sampleType))
    throw new ReleaseError('sample-type-missing');
  if (new Set(table.cells.map((cell) => keyOf(cell.at))).size < table.cells.length)
    throw new ReleaseError('cell-repeated');
}

/** Privacy of each cell, on counts alone: first those of the broader measure, then its own. */
function hiddenCells({ dimensions, cells }: EstimateTable, threshold: number): boolean[] {
  const isNarrower = cells.some((cell) => cell.broader);
  const broader = cells.map(({ broader, ...cell }) =>
    broader ? { ...cell, ...broader, classes: undefined } : cell
  );
  const broad = countGrid(dimensions, broader);
  for (const part of separateGrids(broad, dimensions, broader)) suppress(part, threshold);
  if (!isNarrower) return broad.cells.map((cell) => cell.isHidden);
  const own = countGrid(dimensions, cells);
  const parts = separateGrids(broad, dimensions, cells);
  separateGrids(own, dimensions, cells).forEach((part, i) =>
    suppressNarrower(part, parts[i]!, threshold)
  );
  return own.cells.map((cell) => cell.isHidden);
}

function releaseCell(
  cell: RawCell,
  isHidden: boolean,
  table: EstimateTable,
  policy: ReleasePolicy
): ReleasedCell {
  const at = { ...cell.at };
  if (isHidden) return hiddenCell(at, { flag: 'c', reason: null });
  if (speaksForWholeOnly(policy.sampleType) && isPart(at, table))
    return hiddenCell(at, { flag: 'x', reason: 'whole-only' });
  const verdict = judge(cell, table, policy.profile);
  if (verdict.flag === 'x') return hiddenCell(at, verdict);
  return { at, flag: verdict.flag, reason: null, ...roundCell(cell, table) };
}

/** Does a cell stand for some of the people: a group or an area? */
const isPart = (at: CellKey, { dimensions }: EstimateTable): boolean =>
  dimensions.some(({ id, partition, answers }) => partition && !answers && at[id] !== undefined);

/** Kept when both sides carry a number. The rest of a shown whole is as public as its parts. */
function releaseContrast(
  contrast: RawContrast,
  shown: ReadonlyMap<string, ReleasedCell>,
  policy: ReleasePolicy
): ReleasedContrast[] {
  const sides = [...sidesOf(contrast.a), ...sidesOf(contrast.b)].map((at) => shown.get(keyOf(at)));
  if (sides.some((cell) => !cell || cell.value === null)) return [];
  const numbers = roundContrast(contrast);
  if (!numbers) return [];
  const isClear = sides.every(isSure);
  const isLikely = contrast.pAdjusted !== null && contrast.pAdjusted < 0.05;
  return [
    {
      a: contrast.a,
      b: contrast.b,
      ...numbers,
      // People of an open survey chose themselves: no test of chance speaks about anyone else.
      tested: isClear && isLikely && policy.sampleType !== 'opt-in'
    }
  ];
}

/** Enough answers, and nothing to warn of: what may be compared by a test. */
const isSure = (cell: ReleasedCell | undefined): boolean =>
  cell !== undefined && cell.value !== null && cell.flag === '' && (cell.n ?? 0) >= 30;

/** Kept when every cell it rests on may be compared; people who chose themselves are not tested. */
function releaseJointTest(
  test: RawJointTest,
  { dimensions }: EstimateTable,
  shown: ReadonlyMap<string, ReleasedCell>,
  policy: ReleasePolicy
): ReleasedJointTest[] {
  if (policy.sampleType === 'opt-in') return [];
  const members = dimensions.find(({ id }) => id === test.over)?.members ?? [];
  const sides = members.flatMap(({ key }) =>
    [test.a, test.b].flatMap((side) => sidesOf({ ...side, [test.over]: key }))
  );
  return sides.every((at) => isSure(shown.get(keyOf(at)))) ? [roundJointTest(test)] : [];
}

/** The cells a side of a contrast rests on: itself, or a member and the whole for "all others". */
function sidesOf(at: CellKey): CellKey[] {
  const rest = Object.entries(at).find(([, key]) => restOf(key) !== null);
  if (!rest) return [at];
  const [dimension, key] = rest;
  const { [dimension]: _, ...whole } = at;
  return [whole, { ...whole, [dimension]: restOf(key)! }];
}

/** Why a number is missing that nobody hides. */
const notHidden: ReadonlySet<ReleasedCell['reason']> = new Set(['whole-only', 'too-few-groups']);

/** More than half of the parts (or of all cells, where there are no parts) are hidden. */
function isMostlyHidden(cells: readonly ReleasedCell[]): boolean {
  const inner = cells.filter((cell) => Object.keys(cell.at).length > 0);
  const counted = inner.length > 0 ? inner : cells;
  const isHidden = ({ value, reason }: ReleasedCell): boolean =>
    value === null && !notHidden.has(reason);
  return counted.filter(isHidden).length * 2 > counted.length;
}
