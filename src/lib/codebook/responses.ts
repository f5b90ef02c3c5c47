import type { Category, Codebook, MissingReason } from './codebook';

/** Categories of a variable, one code a row: 0 = missing, i = categories[i - 1]. */
export interface CategoryColumn {
  kind: 'categorical';
  codes: Uint8Array | Uint16Array | Uint32Array;
  categories: Category[];
}

/** Numbers of a variable, one a row; NaN = missing. */
export interface NumberColumn {
  kind: 'numeric';
  values: Float64Array;
}

/**
 * The responses of one dataset version, by column. Everything that computes reads through this;
 * the column store fills it on the server, plain arrays fill it in a test.
 */
export interface Responses {
  rows: number;
  codebook: Codebook;
  /** @throws RangeError when the variable is unknown or not categorical */
  categories(name: string): CategoryColumn;
  /** Numeric variables, and categorical ones whose codes are all numbers. @throws RangeError otherwise */
  numbers(name: string): NumberColumn;
  /** Why each row of a variable is missing; null where no row has a reason beyond blank. */
  missingReasons(name: string): { reasons: MissingReason[]; codes: Uint8Array } | null;
}
