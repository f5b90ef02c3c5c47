import type { Issue } from '$lib/base/issue';
import type { PlannedQuestion, PlannedVariable } from '../plan';
import type { Sheet } from '../sheet/sheet';
import { parseDate } from '../values/dates';
import { parseNumber, PLAIN_NUMBERS } from '../values/numbers';

/** Durations below this share of the median are those of speeders (Greszki, Meyer and Schoen 2015 use 0.3 to 0.5). */
const FAST = 1 / 3;
/** Durations before their median means much. */
const FEWEST = 30;
/** Items of a battery before the same answer to all of them means much. */
const ITEMS = 4;
/** Answers from one device so close together may be one person's. */
const MINUTES = 10;
const MINUTE = 60_000;

interface Asked {
  questions: readonly PlannedQuestion[];
  variables: readonly PlannedVariable[];
}

/** What the rows say about how people answered: counted and named, nothing is left out for it. */
export const checkAnswerQuality = (
  sheet: Sheet,
  asked: Asked,
  devices: readonly number[]
): Issue[] => [
  ...findSpeeders(sheet, asked),
  ...findStraightLiners(sheet, asked),
  ...devices.flatMap((column) => findSameDevice(sheet, asked, column))
];

class Count {
  count = 0;
  line = 0;

  add(line: number | undefined): void {
    if (this.count++ === 0) this.line = line ?? 0;
  }

  issue(code: string, variable: PlannedVariable, params: Issue['params'] = {}): Issue[] {
    if (this.count === 0) return [];
    const where = {
      line: this.line,
      column: variable.heading,
      columnIndex: variable.columnIndex ?? 0
    };
    return [{ code, severity: 'note', where, params: { ...params, count: this.count } }];
  }
}

const DURATION = /duration|duraci[oó]n|elapsed|interviewtime|time (taken|spent)|total ?time/i;
const START = /\b(start|began|begin|opened|created|inicio)/i;
const END = /\b(end|complet|submi|finish|modified|fin\b|env[ií]o)/i;

function findSpeeders(sheet: Sheet, { variables }: Asked): Issue[] {
  const seconds = durations(sheet, variables);
  if (!seconds) return [];
  const known = seconds.values.filter((value) => value > 0).sort();
  if (known.length < FEWEST) return [];
  const limit = (known[Math.floor(known.length / 2)] ?? 0) * FAST;
  const found = new Count();
  seconds.values.forEach((value, i) => {
    if (value > 0 && value < limit) found.add(sheet.lines[i]);
  });
  return found.issue('SPEEDERS', seconds.from, { seconds: Math.round(limit) });
}

/** Seconds that each respondent took, from the tool's own count or from start and end. */
function durations(
  sheet: Sheet,
  variables: readonly PlannedVariable[]
): { values: Float64Array; from: PlannedVariable } | null {
  const counted = variables.find(
    ({ role, heading, source }) =>
      role === 'paradata' && source.from === 'column' && DURATION.test(heading)
  );
  if (counted) {
    const values = columnOf(sheet, counted, (text) => parseNumber(text, PLAIN_NUMBERS));
    if (values.some((value) => value > 0)) return { values, from: counted };
  }
  const times = variables.filter(
    ({ role, source }) => role === 'timestamp' && source.from === 'column' && source.date?.hasTime
  );
  const start = times.find(({ heading }) => START.test(heading));
  const end = times.find(({ heading }) => END.test(heading));
  if (!start || !end || start === end) return null;
  const from = instantsOf(sheet, start);
  const to = instantsOf(sheet, end);
  return { values: to.map((instant, i) => (instant - (from[i] ?? NaN)) / 1000), from: end };
}

function columnOf(
  sheet: Sheet,
  { source }: PlannedVariable,
  read: (text: string) => number
): Float64Array {
  const column = source.from === 'column' ? source.column : 0;
  return Float64Array.from(sheet.rows, (row) => read(row[column] ?? ''));
}

function instantsOf(sheet: Sheet, variable: PlannedVariable): Float64Array {
  const { source } = variable;
  const style = source.from === 'column' ? source.date : undefined;
  return columnOf(sheet, variable, (text) => (style ? parseDate(text, style) : NaN));
}

/** The same answer to every item of a battery, from people who answered all of it. */
function findStraightLiners(sheet: Sheet, { questions, variables }: Asked): Issue[] {
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  return questions.flatMap((question) => {
    if (question.kind !== 'matrix') return [];
    const items = question.variables
      .flatMap((name) => byName.get(name) ?? [])
      .filter(({ source }) => source.from === 'column');
    const [first] = items;
    if (!first || items.length < ITEMS) return [];
    const missing = new Set(items.flatMap((item) => item.missing.map((code) => code.token)));
    const columns = items.map(({ columnIndex }) => columnIndex ?? 0);
    const found = new Count();
    sheet.rows.forEach((row, i) => {
      const answer = row[columns[0] ?? 0] ?? '';
      if (answer !== '' && !missing.has(answer) && columns.every((c) => row[c] === answer))
        found.add(sheet.lines[i]);
    });
    return found.issue('STRAIGHT_LINERS', first, { items: items.length });
  });
}

/** Answers that came from one device or address within minutes of each other. */
function findSameDevice(sheet: Sheet, { variables }: Asked, column: number): Issue[] {
  const device = variables.find(({ columnIndex }) => columnIndex === column);
  const clock = variables
    .filter(
      ({ role, source }) => role === 'timestamp' && source.from === 'column' && source.date?.hasTime
    )
    .at(-1);
  if (!device || !clock) return [];
  const instants = instantsOf(sheet, clock);
  const rows = sheet.rows.map((_, i) => i).filter((i) => !Number.isNaN(instants[i] ?? NaN));
  rows.sort((a, b) => (instants[a] ?? 0) - (instants[b] ?? 0));
  const last = new Map<string, number>();
  const found = new Count();
  for (const i of rows) {
    const name = sheet.rows[i]?.[column] ?? '';
    if (name === '') continue;
    const before = last.get(name);
    const now = instants[i] ?? 0;
    if (before !== undefined && now - before <= MINUTES * MINUTE) found.add(sheet.lines[i]);
    last.set(name, now);
  }
  return found.issue('SAME_DEVICE', device, { minutes: MINUTES });
}
