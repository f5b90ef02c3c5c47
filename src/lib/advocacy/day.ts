/** A day of the calendar as YYYY-MM-DD, without zone. */
export type Day = string;

const msPerDay = 86_400_000;

/** True for YYYY-MM-DD that exists ("2026-02-29" does not). */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** Days from `from` to `to`, negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / msPerDay);

/** The day `days` after another. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * msPerDay).toISOString().slice(0, 10);

/** Days past the due day; 0 when it is not late, when it has no due day, or when it is done. */
export const daysLate = (dueOn: Day | null, today: Day, isDone: boolean): number =>
  isDone || dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today));
