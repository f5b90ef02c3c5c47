/**
 * Something a person can fix, as data. Sentences live in `text/<language>/issues.ts`.
 *
 * Severities: `error` refuses the work, `question` needs a decision, `repaired` was done and is shown,
 * `note` is worth knowing.
 */
export type Severity = 'error' | 'question' | 'repaired' | 'note';

/** Where an issue is: physical file line (1-based), column heading as spelled in the file, form field. */
export interface Place {
  line?: number;
  column?: string;
  columnIndex?: number;
  field?: string;
}

export interface Issue {
  code: string;
  severity: Severity;
  where: Place;
  params: Record<string, string | number>;
}

export const hasErrors = (issues: readonly Issue[]): boolean =>
  issues.some((issue) => issue.severity === 'error');

/** A parsed value, or the issues that kept it from being one. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; issues: Issue[] };
