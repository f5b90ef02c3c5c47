/** A sum of changes that must stay zero: coefficients by unknown. */
export type Balance = readonly (readonly [unknown: number, factor: number])[];

/** Below this a coefficient is the rounding of zero. */
const tiny = 1e-9;
/** Steps that gain nothing before the rule that cannot run in circles takes over. */
const patience = 20;
/** How far a bound is moved, and how near a whole number the changes then stand. */
const hair = 1e-6;
const nearWhole = 1e-3;

/**
 * Other counts that would give the same published sums, as changes from the true ones: each unknown
 * changes between a low and a high, and every balance stays zero. The true counts (no change) are the
 * first of them; `push` walks from one corner to a better one until a sum of changes is as large as
 * the published sums allow.
 *
 * Primal simplex method with bounded variables (Dantzig 1955), the smallest-index rule against cycling
 * (Bland 1977). In a network of rows and columns every corner is in whole numbers. Tables of few people
 * have many counts of 0, where most steps would change nothing: so each bound is moved out by a hair of
 * its own (Charnes 1952), and what is told are the whole numbers beside, which keep bounds and balances.
 */
export class Alternatives {
  /** the change of each unknown, here and now, within the moved bounds */
  private readonly places: Float64Array;
  private readonly lows: Float64Array;
  private readonly highs: Float64Array;
  /** one reduced row per basic unknown: it equals minus the row's other entries times the changes */
  private readonly rows: Float64Array[] = [];
  private readonly basic: number[] = [];
  private readonly isBasic: Uint8Array;

  constructor(balances: readonly Balance[], lows: Float64Array, highs: Float64Array) {
    this.places = new Float64Array(lows.length);
    this.lows = new Float64Array(lows.length);
    this.highs = new Float64Array(lows.length);
    lows.forEach((low, i) => this.bound(i, low, highs[i]!));
    this.isBasic = new Uint8Array(lows.length);
    for (const balance of balances) this.add(balance);
  }

  /** The change of each unknown, here and now. */
  get changes(): Float64Array {
    return this.places.map((place) => {
      const whole = Math.round(place);
      // Adding 0 turns -0 into 0.
      return Math.abs(place - whole) < nearWhole ? whole + 0 : place;
    });
  }

  /**
   * Walks towards the largest sum of `gain` times changes.
   *
   * @param gain  one number per unknown
   * @param mostSteps  where the walk ends at the latest, best place so far or not
   * @param isEnough  asked after every step that changes something; true ends the walk
   */
  push(gain: Float64Array, mostSteps: number, isEnough: () => boolean): void {
    const reduced = this.reducedGain(gain);
    let idle = 0;
    for (let step = 0; step < mostSteps; step++) {
      const entering = this.entering(reduced, idle < patience);
      if (entering < 0) return;
      const length = this.step(entering, reduced[entering]! > 0 ? 1 : -1, reduced);
      idle = length > tiny ? 0 : idle + 1;
      if (length > nearWhole && isEnough()) return;
    }
  }

  /** Gives an unknown other bounds; the walk must stand within them. */
  bound(unknown: number, low: number, high: number): void {
    this.lows[unknown] = low - hairOf(unknown);
    this.highs[unknown] = high + hairOf(unknown);
  }

  /** Back to the true counts. */
  reset(): void {
    this.places.fill(0);
  }

  /** Adds a balance and makes the rows reduced again; one that follows from the others adds nothing. */
  private add(balance: Balance): void {
    const row = new Float64Array(this.lows.length);
    for (const [unknown, factor] of balance) row[unknown] = row[unknown]! + factor;
    this.rows.forEach((known, i) => subtract(row, row[this.basic[i]!]!, known));
    let pivot = -1;
    for (let j = 0; j < row.length; j++)
      if (Math.abs(row[j]!) > tiny && (pivot < 0 || Math.abs(row[j]!) > Math.abs(row[pivot]!)))
        pivot = j;
    if (pivot < 0) return;
    divide(row, row[pivot]!);
    const entries = entriesOf(row);
    for (const known of this.rows) subtractEntries(known, known[pivot]!, row, entries);
    this.rows.push(row);
    this.basic.push(pivot);
    this.isBasic[pivot] = 1;
  }

  private reducedGain(gain: Float64Array): Float64Array {
    const reduced = Float64Array.from(gain);
    this.rows.forEach((row, i) => subtract(reduced, gain[this.basic[i]!]!, row));
    return reduced;
  }

  /** The unknown to change next, or -1 where none helps. */
  private entering(reduced: Float64Array, isSteep: boolean): number {
    let best = -1;
    for (let j = 0; j < reduced.length; j++) {
      const gain = reduced[j]!;
      const canMove =
        gain > tiny ? this.places[j]! < this.highs[j]! : this.places[j]! > this.lows[j]!;
      if (this.isBasic[j] || Math.abs(gain) <= tiny || !canMove) continue;
      if (!isSteep) return j;
      if (best < 0 || Math.abs(gain) > Math.abs(reduced[best]!)) best = j;
    }
    return best;
  }

  /** Changes one unknown as far as its own bounds and those of the basic unknowns allow: by how much. */
  private step(entering: number, direction: 1 | -1, reduced: Float64Array): number {
    let length = this.room(entering, direction);
    let leaving = -1;
    this.rows.forEach((row, i) => {
      const slope = -row[entering]! * direction;
      if (Math.abs(slope) <= tiny) return;
      const room = this.room(this.basic[i]!, slope > 0 ? 1 : -1) / Math.abs(slope);
      const isTie = leaving >= 0 && Math.abs(room - length) <= tiny;
      if (room < length - tiny || (isTie && this.basic[i]! < this.basic[leaving]!)) {
        length = Math.min(length, room);
        leaving = i;
      }
    });
    this.move(entering, direction * length);
    this.rows.forEach((row, i) => {
      const slope = -row[entering]! * direction;
      if (slope !== 0) this.move(this.basic[i]!, slope * length);
    });
    if (leaving >= 0) this.exchange(leaving, entering, reduced);
    return length;
  }

  private move(unknown: number, by: number): void {
    this.places[unknown] = this.places[unknown]! + by;
  }

  private room(unknown: number, direction: 1 | -1): number {
    const place = this.places[unknown]!;
    return direction > 0 ? this.highs[unknown]! - place : place - this.lows[unknown]!;
  }

  private exchange(leaving: number, entering: number, reduced: Float64Array): void {
    const row = this.rows[leaving]!;
    this.isBasic[this.basic[leaving]!] = 0;
    this.isBasic[entering] = 1;
    this.basic[leaving] = entering;
    divide(row, row[entering]!);
    const entries = entriesOf(row);
    this.rows.forEach((other, i) => {
      if (i !== leaving) subtractEntries(other, other[entering]!, row, entries);
    });
    subtractEntries(reduced, reduced[entering]!, row, entries);
  }
}

/** Of its own for each bound, so that no two meet. */
const hairOf = (i: number): number => hair * (0.5 + ((i * 0.6180339887498949) % 1) / 2);

function divide(row: Float64Array, by: number): void {
  if (by === 1) return;
  for (let j = 0; j < row.length; j++) row[j] = row[j]! / by;
}

function subtract(from: Float64Array, factor: number, row: Float64Array): void {
  if (Math.abs(factor) > tiny) subtractEntries(from, factor, row, entriesOf(row));
}

/** Rows hold few entries: one pass finds them for all the rows they are taken from. */
function entriesOf(row: Float64Array): number[] {
  const entries: number[] = [];
  for (let j = 0; j < row.length; j++) if (row[j] !== 0) entries.push(j);
  return entries;
}

function subtractEntries(
  from: Float64Array,
  factor: number,
  row: Float64Array,
  entries: readonly number[]
): void {
  if (Math.abs(factor) <= tiny) return;
  for (const j of entries) {
    const rest = from[j]! - factor * row[j]!;
    from[j] = Math.abs(rest) <= tiny ? 0 : rest;
  }
}
