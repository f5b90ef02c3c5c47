/**
 * What each variable of a dataset version means. A respondent gives a response made of answers to
 * questions; a question has one variable, or several (a multiple-response set, a battery, a ranking).
 */

/** How the values of a variable are held: category codes, numbers, days or instants, or words. */
export type VariableKind = 'categorical' | 'numeric' | 'date' | 'text';

/** What a variable is for. Only `answer`, `area` and design roles ever reach an estimate. */
export type VariableRole =
  | 'answer'
  | 'id'
  | 'timestamp'
  | 'weight'
  | 'replicate-weight'
  | 'stratum'
  | 'psu'
  | 'fpc'
  | 'area'
  | 'identifier'
  | 'paradata'
  | 'attention-check'
  | 'empty';

export type QuestionKind =
  | 'single'
  | 'scale'
  | 'nps'
  | 'multiple-response'
  | 'matrix'
  | 'rank'
  | 'numeric'
  | 'date'
  | 'open-text'
  | 'other-specify'
  | 'design'
  | 'identifier'
  | 'paradata'
  | 'empty';

/** Why there is no answer. `blank` is the default when the file does not say. */
export type MissingReason =
  'blank' | 'not-asked' | 'dont-know' | 'refused' | 'not-applicable' | 'unreadable';

/** One language tag (BCP 47) to one text; `und` when the file does not say which language. */
export type Labels = Record<string, string>;

export interface Category {
  /** the value as it stands in the file */
  code: string;
  labels: Labels;
  /** place on the scale or in the form, from 0 */
  order: number;
}

/** A code of the file that stands for no answer. */
export interface MissingCode {
  token: string;
  reason: MissingReason;
}

export interface Variable {
  /** position in the file as read, 0-based; derived variables have none */
  columnIndex: number | null;
  /** unique in the version; slug of the heading */
  name: string;
  /** the heading as spelled */
  heading: string;
  labels: Labels;
  kind: VariableKind;
  role: VariableRole;
  categories: Category[];
  missing: MissingCode[];
  /** numeric variables: unit in words, when known */
  unit?: string;
}

/** Who a question's denominator is: who answered, who was asked, or everyone. */
export type BaseRule = 'answered' | 'asked' | 'everyone';

export interface Question {
  /** unique in the version */
  id: string;
  labels: Labels;
  kind: QuestionKind;
  /** names of its variables, in form order */
  variables: string[];
  base: BaseRule;
  /** direction of an ordered scale: is the first category good or bad; never assumed */
  direction?: 'low-is-bad' | 'low-is-good';
  /** skip logic as written in the form, when known */
  relevant?: string;
}

export interface Codebook {
  questions: Question[];
  variables: Variable[];
}

/** The text in a language, else English, else unnamed, else whatever there is. */
export const labelIn = (labels: Labels, language: string): string =>
  labels[language] ?? labels.en ?? labels.und ?? Object.values(labels)[0] ?? '';
