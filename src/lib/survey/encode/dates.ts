import { detached } from '../file/byte-text';
import { remember } from '../file/cell-memory';
import type { DateStyle, PlannedVariable } from '../plan';
import { MISSING_DAY, type ColumnChunk } from '../sink';
import { parseDate } from '../values/dates';
import { isoInstant } from '../values/iso-date';
import { Clock, isTimeZone, namesZone } from '../values/time-zone';
import { roomFor } from './column-room';
import { BaseEncoder } from './encoder';

const DAY = 86_400_000;

/** Days, or instants where the cells hold times of day. */
export class DateEncoder extends BaseEncoder {
  private instants = new Float64Array(0);
  private days = new Int32Array(0);
  private readonly known = new Map<string, number>();
  private readonly style: DateStyle;
  private readonly clock: Clock | null;

  constructor(
    variable: PlannedVariable,
    private readonly column: number
  ) {
    super(variable);
    const { source } = variable;
    const style = source.from === 'column' ? source.date : undefined;
    this.style = style ?? { order: 'iso' as const, offsetMinutes: null, hasTime: false };
    this.clock = this.style.zone && isTimeZone(this.style.zone) ? new Clock(this.style.zone) : null;
  }

  append(rows: readonly string[][], from: number, to: number, at: number): void {
    this.room = at + to - from;
    if (this.style.hasTime) this.instants = roomFor(this.instants, this.room, NaN);
    else this.days = roomFor(this.days, this.room, MISSING_DAY);
    for (let i = from, row = at; i < to; i++, row++) {
      const raw = rows[i]?.[this.column] ?? '';
      if (raw === '') continue;
      let instant = isoInstant(raw, this.style.offsetMinutes ?? 0);
      if (Number.isNaN(instant)) instant = this.readSlowly(raw, row);
      if (Number.isNaN(instant)) continue;
      if (this.clock !== null && raw.includes(':') && !namesZone(raw))
        instant = this.clock.instant(instant);
      if (this.style.hasTime) this.instants[row] = instant;
      else this.days[row] = Math.floor(instant / DAY);
    }
  }

  protected values(count: number): ColumnChunk['values'] {
    if (this.style.hasTime) {
      const instants = this.instants.slice(0, count);
      this.instants.fill(NaN);
      return { kind: 'instants', instants };
    }
    const days = this.days.slice(0, count);
    this.days.fill(MISSING_DAY);
    return { kind: 'days', days };
  }

  private readSlowly(raw: string, row: number): number {
    const text = this.textOf(raw);
    const missing = this.missingIndex(text);
    if (missing > 0) {
      this.note(row, missing);
      return NaN;
    }
    let instant = this.known.get(text);
    if (instant === undefined) {
      instant = parseDate(text, this.style);
      remember(this.known, detached(text), instant);
    }
    if (Number.isNaN(instant)) this.misread(row, text);
    return instant;
  }
}
