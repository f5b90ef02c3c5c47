import type { Category } from '$lib/codebook/codebook';
import type { Encoder } from '../encode/encoder';
import { detached } from '../file/byte-text';
import { remember } from '../file/cell-memory';
import { cellText } from '../file/cell-text';
import type { PlannedVariable, Protection, ValueSource } from '../plan';
import { repairCell } from '../values/cell-repair';
import { parseNumber } from '../values/numbers';
import { areaFinder, type AreaBoundary } from './area-of-point';
import { ageBand, ageBands, birthYear, readPoint, roundedPlace, zip3 } from './generalize';
import { HIDDEN } from './hidden';
import { pseudonymizer } from './pseudonym';

/** What protections need that is no part of a plan. */
export interface ProtectionMeans {
  /** key for pseudonyms, 32 bytes */
  secret?: Uint8Array | undefined;
  /** boundaries by id of their set */
  areas?: Readonly<Record<string, readonly AreaBoundary[]>> | undefined;
}

/** A protection was chosen whose means are not there: nothing is read, so nothing leaks. */
export class ProtectionError extends Error {
  override name = 'ProtectionError';
}

/** Stands in a variable's codes for no answer: a cell that could not be made coarser. */
export const UNREADABLE_TOKEN = '(unreadable)';
/** A place that lies in none of the areas. */
export const OUTSIDE_TOKEN = '(outside)';

/** A cell made safe; null when it cannot be. */
type MakeSafe = (text: string, row: readonly string[]) => string | null;
type Column = Extract<ValueSource, { from: 'column' }>;

/**
 * Makes each cell of a variable safe and hands it to the encoder of what it becomes. Only protected
 * variables pass through here; the others keep their own loop.
 */
export class ProtectedEncoder implements Encoder {
  readonly unreadable = { count: 0, example: HIDDEN };
  private readonly known = new Map<string, string>();
  private readonly tokens: ReadonlySet<string>;
  private readonly safe: MakeSafe;
  private readonly isOfRow: boolean;

  /**
   * @param toInner the encoder for cells that stand alone in their rows (column 0)
   * @throws ProtectionError when a key or boundaries are missing
   */
  constructor(
    variable: PlannedVariable,
    private readonly source: Column,
    means: ProtectionMeans,
    toInner: (variable: PlannedVariable) => Encoder
  ) {
    const protect = variable.protect ?? { how: 'private' };
    this.tokens = new Set(variable.missing.map(({ token }) => token));
    this.safe = makerOf(protect, source, means);
    this.isOfRow = protect.how === 'area' && protect.latitude !== protect.longitude;
    const { number: _n, date: _d, repair: _r, merge: _m, ...plain } = source;
    this.inner = toInner({
      ...variable,
      categories: dictionaryOf(variable, protect, means),
      source: { ...plain, column: 0 }
    });
  }

  private readonly inner: Encoder;

  append(rows: readonly string[][], from: number, to: number, at: number): void {
    const cells: string[][] = [];
    for (let i = from; i < to; i++) cells.push([this.cell(rows[i] ?? [])]);
    this.inner.append(cells, 0, cells.length, at);
  }

  take(count: number): ReturnType<Encoder['take']> {
    return this.inner.take(count);
  }

  categories(): Category[] {
    return this.inner.categories();
  }

  private cell(row: readonly string[]): string {
    const raw = row[this.source.column] ?? '';
    if (raw === '') return '';
    if (this.isOfRow) return this.read(raw, row);
    const known = this.known.get(raw);
    if (known !== undefined) {
      if (known === UNREADABLE_TOKEN) this.unreadable.count++;
      return known;
    }
    const safe = this.read(raw, row);
    remember(this.known, detached(raw), safe);
    return safe;
  }

  private read(raw: string, row: readonly string[]): string {
    const written = cellText(raw).text;
    const text = this.source.repair ? repairCell(written, this.source.repair) : written;
    if (text === '' || this.tokens.has(text)) return text;
    const safe = this.safe(text, row);
    if (safe !== null) return safe;
    this.unreadable.count++;
    return UNREADABLE_TOKEN;
  }
}

function makerOf(protect: Protection, source: Column, means: ProtectionMeans): MakeSafe {
  switch (protect.how) {
    case 'private':
      return (text) => text;
    case 'pseudonym':
      if (!means.secret) throw new ProtectionError('pseudonyms need the key of the workspace');
      return pseudonymizer(means.secret);
    case 'zip3':
      return zip3;
    case 'birth-year':
      return birthYear;
    case 'age-band':
      return (text) => ageBand(text, protect.years, source.number);
    case 'rounded':
      return (text) => roundedPlace(text, protect.decimals, source.number);
    case 'area':
      return areaMaker(protect, source, means);
  }
}

function areaMaker(
  { latitude, longitude, areaSetId }: Extract<Protection, { how: 'area' }>,
  { number }: Column,
  { areas }: ProtectionMeans
): MakeSafe {
  const shapes = areas?.[areaSetId];
  if (!shapes) throw new ProtectionError('the boundaries of the chosen areas are not there');
  const find = areaFinder(shapes);
  const coordinate = (raw: string | undefined): number =>
    parseNumber(cellText(raw ?? '').text, number ?? { decimal: '.', thousands: '' });
  return (text, row) => {
    const point =
      latitude === longitude
        ? readPoint(text)
        : { latitude: coordinate(row[latitude]), longitude: coordinate(row[longitude]) };
    if (!point || Number.isNaN(point.latitude) || Number.isNaN(point.longitude)) return null;
    return find(point.latitude, point.longitude) ?? OUTSIDE_TOKEN;
  };
}

/** Bands and areas stand in their own order, also those nobody is in. */
function dictionaryOf(
  { categories }: PlannedVariable,
  protect: Protection,
  { areas }: ProtectionMeans
): Category[] {
  const listed =
    protect.how === 'age-band'
      ? ageBands(protect.years).map((code) => ({ code, name: code }))
      : protect.how === 'area'
        ? (areas?.[protect.areaSetId] ?? [])
        : null;
  return listed
    ? listed.map(({ code, name }, order) => ({ code, labels: { und: name }, order }))
    : categories;
}
