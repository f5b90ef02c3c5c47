const HOUR = 3_600_000;

/** Is this the name of a time zone that the calendar knows, such as `America/New_York`? */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Clock readings of one place as instants. Summer time is looked up once for every hour met. */
export class Clock {
  private readonly format: Intl.DateTimeFormat;
  private readonly offsets = new Map<number, number>();

  /** @param zone a name that `isTimeZone` */
  constructor(zone: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' }
    });
  }

  /**
   * @param reading what the clock showed, as milliseconds since 1970 as if it were UTC
   * @returns milliseconds since 1970 UTC; of a reading that came twice in autumn, the first
   */
  instant(reading: number): number {
    const hour = Math.floor(reading / HOUR);
    let offset = this.offsets.get(hour);
    if (offset === undefined) {
      // The offset depends on the instant we look for: a day before and after are the candidates.
      const start = hour * HOUR;
      const [before, after] = [this.offsetAt(start - 24 * HOUR), this.offsetAt(start + 24 * HOUR)];
      offset = this.offsetAt(start - before) === before ? before : after;
      if (this.offsets.size > 20_000) this.offsets.clear();
      this.offsets.set(hour, offset);
    }
    return reading - offset;
  }

  /** Milliseconds that the clock is ahead of UTC at an instant. */
  private offsetAt(instant: number): number {
    const part = new Map(
      this.format.formatToParts(instant).map(({ type, value }) => [type, Number(value)])
    );
    const of = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0;
    const shown = Date.UTC(
      of('year'),
      of('month') - 1,
      of('day'),
      of('hour'),
      of('minute'),
      of('second')
    );
    return shown - Math.floor(instant / 1000) * 1000;
  }
}

const NAMED = /\d\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[ECMP][SD]T|[+-]\d{2}:?\d{2}|[+-]\d{2})$/i;

/** Does a cell with a time of day say its own zone? */
export const namesZone = (text: string): boolean => {
  const at = text.indexOf(':');
  return at > 0 && NAMED.test(text.slice(at));
};

const SAID = /["']timeZone["']\s*:\s*["']([^"']+)["']/;
const IS_UTC = /\((utc|gmt)\)|\b(utc|gmt)$/i;

/**
 * The zone of a column's times, as far as the file says: in a header record (Qualtrics), in the heading,
 * or because the tool always writes the same.
 *
 * @param header the cells above the column
 * @param ofTool zone in which the tool writes times without a zone
 */
export function findZone(header: readonly string[], ofTool: string | undefined): string | null {
  for (const cell of header) {
    const said = SAID.exec(cell)?.[1];
    if (said !== undefined && isTimeZone(said)) return said;
    if (IS_UTC.test(cell)) return 'UTC';
  }
  return ofTool ?? null;
}
