import type { MissingCode, VariableRole } from '$lib/codebook/codebook';
import type { ColumnHint } from '../formats/format';
import type { NumberStyle } from '../plan';
import type { SheetColumn } from '../sheet/sheet';
import { readDates, type DateReading } from '../values/dates';
import { findMissingWord } from '../values/missing';
import { findNumberStyle, isDigitCode, parseNumber } from '../values/numbers';

/** What the cells of a column are, before anyone says what they mean. */
export interface ColumnFacts {
  column: SheetColumn;
  hint: ColumnHint;
  /** the heading or text a person reads */
  label: string;
  /** distinct answers with their counts: neither blank nor a word for no answer */
  answers: Map<string, number>;
  nAnswers: number;
  /** words for no answer that occur, `''` first */
  missing: MissingCode[];
  /** the answers as numbers, when they are */
  number: NumberStyle | null;
  /** the answers as dates, when they are */
  date: DateReading | null;
  /** what the column is for, where only its neighbours can tell */
  known?: KnownRole;
}

/** A role found by looking at several columns together. */
export interface KnownRole {
  role: VariableRole;
  reason: string;
  confidence: number;
}

/** How many of the distinct answers must be readable for a column to be numbers or dates. */
const QUANTITY_SHARE = 0.97;
const DATE_SHARE = 0.8;

export function columnFacts(column: SheetColumn, hint: ColumnHint): ColumnFacts {
  const label = labelOf(column, hint);
  const written = [...column.values.keys()];
  const words = written.filter((text) => findMissingWord(text, true) === null);
  const isCode = words.some(isDigitCode) || isVersion(words, label);
  const share = words.length > 30 ? QUANTITY_SHARE : 1;
  const number = isCode ? null : findNumberStyle(words, share);
  const date = number ? dayNumbers(label, words) : readDates(words, DATE_SHARE);
  const isQuantity = number !== null || date !== null;

  const answers = new Map<string, number>();
  const missing: MissingCode[] = [{ token: '', reason: 'blank' }];
  let nAnswers = 0;
  for (const [text, count] of column.values) {
    const reason =
      hint.missing?.find((code) => code.token === text)?.reason ??
      findMissingWord(hintLabel(hint, text), isQuantity) ??
      findMissingWord(text, isQuantity);
    if (reason !== null) missing.push({ token: text, reason });
    else {
      answers.set(text, count);
      nAnswers += count;
    }
  }
  for (const { code } of hint.categories ?? []) {
    const reason = findMissingWord(hintLabel(hint, code), false);
    if (reason !== null && !missing.some((each) => each.token === code))
      missing.push({ token: code, reason });
  }
  return { column, hint, label, answers, nAnswers, missing, number, date };
}

/** What a code means in the form, when the form says. */
function hintLabel(hint: ColumnHint, code: string): string {
  const labels = hint.categories?.find((category) => category.code === code)?.labels;
  return labels ? (labels.en ?? labels.und ?? Object.values(labels)[0] ?? '-unlabelled') : code;
}

const labelOf = (column: SheetColumn, hint: ColumnHint): string => {
  const labels = hint.labels ?? {};
  return labels.en ?? labels.und ?? Object.values(labels)[0] ?? column.heading;
};

/** `1.10`, `1.9`: version numbers lose their zeros as numbers. */
const isVersion = (texts: readonly string[], label: string): boolean =>
  /version|versi[oó]n/i.test(label) && texts.some((text) => /^\d+\.\d+/.test(text));

/** A column of dates in which Excel left only day numbers. */
const dayNumbers = (label: string, texts: readonly string[]): DateReading | null =>
  /\bdate|fecha|timestamp|\b(start|end|submitted|started|completed|inicio|fin)\b/i.test(label) &&
  texts.length > 0 &&
  texts.every((text) => /^[2-5]\d{4}(\.\d+)?$/.test(text))
    ? {
        style: {
          order: 'iso',
          offsetMinutes: null,
          hasTime: texts.some((text) => text.includes('.'))
        },
        isAmbiguous: false,
        isThin: false,
        isMixed: false,
        otherOrder: [],
        lacksZone: texts.some((text) => text.includes('.')),
        serial: texts[0] ?? null
      }
    : null;

/** Distinct answers as numbers; [] when they are not numbers. */
export function answerNumbers(facts: ColumnFacts): number[] {
  const { number } = facts;
  if (!number) return [];
  return [...facts.answers.keys()]
    .map((text) => parseNumber(text, number))
    .filter((value) => !Number.isNaN(value));
}
