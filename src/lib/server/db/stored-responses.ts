import type { Id } from '$lib/base/id';
import type { Codebook, MissingReason, Variable } from '$lib/codebook/codebook';
import type { CategoryColumn, NumberColumn, Responses } from '$lib/codebook/responses';
import { missingReason, MISSING_DAY, textAt } from '$lib/survey/sink';
import { codeWidth, decodeChunk, decodeReasons, type Codes } from './column-codec';
import { columnCache } from './column-cache';
import { readChunks, type StoredChunk } from './columns';
import { readCodebook } from './codebook-rows';
import type { Db } from './open';

/** Responses of a stored version, with the kinds of column that only listings and exports read. */
export interface StoredResponses extends Responses {
  /** One text a row; null = missing. @throws RangeError when the variable is unknown or not text */
  texts(name: string): (string | null)[];
  /** Milliseconds since 1970 of dates and instants; NaN = missing. @throws RangeError otherwise */
  instants(name: string): Float64Array;
}

const DAY = 86_400_000;

type Missing = ReturnType<Responses['missingReasons']>;

/**
 * Responses of a dataset version from the column store. Columns are decoded at the first question,
 * into shared memory so that workers can read them, and kept by the database's cache.
 *
 * @param rows imported rows of the version
 */
export function storedResponses(db: Db, version: { id: Id; imported: number }): StoredResponses {
  const codebook = keptCodebook(db, version.id);
  const numbered = new Map(
    codebook.variables.map((variable, i) => [variable.name, { variable, i }])
  );
  const rows = version.imported;

  const find = (name: string) => {
    const found = numbered.get(name);
    if (!found) throw new RangeError(`the version has no variable "${name}"`);
    return found;
  };
  const chunks = (number: number, part: StoredChunk['part']) =>
    readChunks(db.$client, version.id, number, part);
  const kept = <T>(number: number, form: string, make: () => { value: T; bytes: number }): T =>
    columnCache(db).get(`${version.id}/${number}/${form}`, make) as T;

  const codesOf = (number: number, variable: Variable): Codes =>
    kept(number, 'codes', () => {
      const codes = sharedCodes(rows, variable.categories.length);
      fill(chunks(number, 'values'), rows, (chunk, at) => {
        if (chunk.kind === 'categorical') codes.set(chunk.codes, at);
      });
      return { value: codes, bytes: codes.byteLength };
    });

  const numbersOf = (number: number, variable: Variable): Float64Array =>
    kept(number, 'numbers', () => {
      const values = new Float64Array(new SharedArrayBuffer(rows * 8));
      if (variable.kind === 'categorical') {
        const numberOfCode = [NaN, ...variable.categories.map(({ code }) => Number(code))];
        const codes = codesOf(number, variable);
        for (let i = 0; i < rows; i++) values[i] = numberOfCode[codes[i] as number] as number;
      } else
        fill(chunks(number, 'values'), rows, (chunk, at) => {
          if (chunk.kind === 'numeric') values.set(chunk.values, at);
        });
      return { value: values, bytes: values.byteLength };
    });

  return {
    rows,
    codebook,
    categories(name): CategoryColumn {
      const { variable, i } = find(name);
      if (variable.kind !== 'categorical')
        throw new RangeError(`"${name}" is ${variable.kind}, not categorical`);
      return {
        kind: 'categorical',
        codes: codesOf(i, variable),
        categories: variable.categories
      };
    },
    numbers(name): NumberColumn {
      const { variable, i } = find(name);
      if (!holdsNumbers(variable))
        throw new RangeError(`"${name}" is ${variable.kind} and does not hold numbers`);
      return { kind: 'numeric', values: numbersOf(i, variable) };
    },
    missingReasons(name): Missing {
      const { variable, i } = find(name);
      return kept(i, 'missing', () => {
        const value = reasonsOf(variable, rows, chunks(i, 'missing'), chunks(i, 'values'));
        return { value, bytes: value?.codes.byteLength ?? 0 };
      });
    },
    texts(name) {
      const { variable, i } = find(name);
      if (variable.kind !== 'text') throw new RangeError(`"${name}" is ${variable.kind}, not text`);
      const texts = new Array<string | null>(rows).fill(null);
      fill(chunks(i, 'values'), rows, (chunk, at) => {
        if (chunk.kind !== 'text') return;
        const words = Array.from({ length: chunk.ends.length }, (_, k) => textAt(chunk, k));
        chunk.codes.forEach((code, row) => {
          if (code > 0) texts[at + row] = words[code - 1] ?? null;
        });
      });
      return texts;
    },
    instants(name) {
      const { variable, i } = find(name);
      if (variable.kind !== 'date')
        throw new RangeError(`"${name}" is ${variable.kind}, not a date`);
      const values = new Float64Array(rows);
      fill(chunks(i, 'values'), rows, (chunk, at) => {
        if (chunk.kind === 'instants') values.set(chunk.instants, at);
        if (chunk.kind === 'days')
          chunk.days.forEach(
            (day, row) => (values[at + row] = day === MISSING_DAY ? NaN : day * DAY)
          );
      });
      return values;
    }
  };
}

/** Rough size of a variable or question with its labels. */
const bytesOfEntry = 1024;

/** A stored codebook never changes: pages that ask for several tables read it once. */
const keptCodebook = (db: Db, versionId: Id): Codebook =>
  columnCache(db).get(`${versionId}/codebook`, () => {
    const value = readCodebook(db, versionId);
    return { value, bytes: bytesOfEntry * (value.variables.length + value.questions.length) };
  }) as Codebook;

const holdsNumbers = ({ kind, categories }: Variable) =>
  kind === 'numeric' ||
  (kind === 'categorical' &&
    categories.every(({ code }) => code.trim() !== '' && Number.isFinite(Number(code))));

function sharedCodes(rows: number, categories: number): Codes {
  const width = codeWidth(categories);
  const memory = new SharedArrayBuffer(rows * width);
  if (width === 1) return new Uint8Array(memory);
  return width === 2 ? new Uint16Array(memory) : new Uint32Array(memory);
}

type Decoded = ReturnType<typeof decodeChunk>;

/** Hands over the chunks of a column with the row each begins at. @throws RangeError when rows are missing */
function fill(
  stored: StoredChunk[],
  rows: number,
  take: (chunk: Decoded, at: number) => void
): void {
  let at = 0;
  for (const { encoding, rows: count, data } of stored) {
    take(decodeChunk(encoding, count, data), at);
    at += count;
  }
  if (at !== rows) throw new RangeError(`a column has ${at} rows where the version has ${rows}`);
}

/** `codes` of the result: 0 = not missing, k = `reasons[k - 1]`. */
function reasonsOf(
  variable: Variable,
  rows: number,
  stored: StoredChunk[],
  values: StoredChunk[]
): Missing {
  const reasons: MissingReason[] = [];
  const codeOf = (reason: MissingReason) => {
    if (!reasons.includes(reason)) reasons.push(reason);
    return reasons.indexOf(reason) + 1;
  };
  const codes = new Uint8Array(new SharedArrayBuffer(rows));
  const blank = variable.missing.find(({ token }) => token === '')?.reason ?? 'blank';
  const byChunk = new Map(stored.map((chunk) => [chunk.chunk, chunk]));
  let at = 0;
  for (const chunk of values) {
    const isMissing = missingIn(decodeChunk(chunk.encoding, chunk.rows, chunk.data));
    const part = byChunk.get(chunk.chunk);
    const given = part && decodeReasons(part.encoding, part.rows, part.data);
    for (let i = 0; i < chunk.rows; i++) {
      if (!isMissing(i)) continue;
      // A missing row to which the file gives no reason is a blank cell.
      const reason = given?.[i] ?? 0;
      codes[at + i] = codeOf(reason > 0 ? missingReason(variable, reason) : blank);
    }
    at += chunk.rows;
  }
  return reasons.some((reason) => reason !== 'blank') ? { reasons, codes } : null;
}

/** Whether a row of a chunk has no value. */
function missingIn(chunk: Decoded): (row: number) => boolean {
  switch (chunk.kind) {
    case 'categorical':
    case 'text':
      return (row) => chunk.codes[row] === 0;
    case 'numeric':
      return (row) => Number.isNaN(chunk.values[row]);
    case 'days':
      return (row) => chunk.days[row] === MISSING_DAY;
    case 'instants':
      return (row) => Number.isNaN(chunk.instants[row]);
  }
}
