/** Columns by name, however they are stored. Blank = missing. */
export interface DataSource {
  rows: number;
  /** names of all columns, in file order */
  names: readonly string[];
  /** null when there is no such column */
  column(name: string): DataColumn | null;
}

export type DataColumn =
  /** NaN = missing */
  | { kind: 'numeric'; values: Float64Array }
  /** code 0 = missing, code k = `labels[k - 1]` */
  | { kind: 'text'; codes: Uint8Array | Uint16Array | Uint32Array; labels: readonly string[] };

export type QueryErrorCode =
  | 'column-not-found'
  | 'column-not-numeric'
  | 'field-invalid'
  | 'family-not-implemented'
  | 'model-refused'
  | 'design-not-implemented';

const sentences: Record<QueryErrorCode, (p: Record<string, string>) => string> = {
  'column-not-found': (p) => `There is no column "${p.column}".`,
  'column-not-numeric': (p) =>
    `Column "${p.column}" holds "${p.value}", which is not a number; give it a kind that maps its values.`,
  'field-invalid': (p) => `The specification needs "${p.field}": ${p.expected}.`,
  'family-not-implemented': (p) => `The family "${p.family}" is not implemented.`,
  'model-refused': (p) => p.sentence ?? '',
  'design-not-implemented': (p) => `Designs with ${p.feature} are not implemented.`
};

/** A specification that cannot be answered, as data with a sentence. */
export class QueryError extends Error {
  override name = 'QueryError';
  readonly code: QueryErrorCode;
  readonly params: Record<string, string>;

  constructor(code: QueryErrorCode, params: Record<string, string>) {
    super(sentences[code](params));
    this.code = code;
    this.params = params;
  }
}

/** @throws QueryError when the column does not exist */
export function getColumn(source: DataSource, name: string): DataColumn {
  const column = source.column(name);
  if (!column) throw new QueryError('column-not-found', { column: name });
  return column;
}

/** The column as numbers. @throws QueryError when a text in it is not a number */
export function numericColumn(source: DataSource, name: string): Float64Array {
  const column = getColumn(source, name);
  if (column.kind === 'numeric') return column.values;
  const byCode = new Float64Array(column.labels.length + 1).fill(NaN);
  column.labels.forEach((label, k) => (byCode[k + 1] = label.trim() === '' ? NaN : Number(label)));
  const values = new Float64Array(source.rows);
  for (let i = 0; i < values.length; i++) {
    const code = column.codes[i]!;
    const value = byCode[code]!;
    if (code !== 0 && Number.isNaN(value))
      throw new QueryError('column-not-numeric', {
        column: name,
        value: column.labels[code - 1] ?? ''
      });
    values[i] = value;
  }
  return values;
}

/** One distinct value of a column. */
export type Value = string | number;

/** A column as codes of its distinct values. */
export interface CodedColumn {
  /** 0 = missing, k = `values[k - 1]` */
  codes: Uint8Array | Uint16Array | Uint32Array;
  /** to compare and to sort by: numbers where every text is one of its own, as "02" and "10" are */
  values: readonly Value[];
  /** as they stand in the column */
  written: readonly Value[];
}

const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** @throws QueryError when the column does not exist */
export function codedColumn(source: DataSource, name: string): CodedColumn {
  const column = getColumn(source, name);
  if (column.kind === 'text') {
    const { codes, labels } = column;
    const areNumbers = labels.every((label) => plainNumber.test(label));
    const numbers = areNumbers ? labels.map(Number) : [];
    const areDistinct = new Set(numbers).size === labels.length;
    return { codes, values: areDistinct ? numbers : labels, written: labels };
  }
  const seen = new Map<number, number>();
  const values: number[] = [];
  const codes = new Uint32Array(source.rows);
  for (let i = 0; i < codes.length; i++) {
    const value = column.values[i]!;
    if (Number.isNaN(value)) continue;
    let code = seen.get(value);
    if (code === undefined) {
      values.push(value);
      code = values.length;
      seen.set(value, code);
    }
    codes[i] = code;
  }
  return { codes, values, written: values };
}

/** Values are alike as text or as numbers: 1 and "1" are the same. Import takes spaces around a text off. */
export function isSame(value: Value, other: unknown): boolean {
  if (typeof value === 'number')
    return typeof other === 'number'
      ? value === other
      : typeof other === 'string' && other.trim() !== '' && value === Number(other);
  const text = String(other);
  return value === text || value === text.trim();
}

/** Order of values: numbers by size, texts by code point. */
export function compareValues(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const left = [...String(a)];
  const right = [...String(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const gap = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (gap !== 0) return gap;
  }
  return left.length - right.length;
}
