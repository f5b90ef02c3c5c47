export type ModelErrorCode =
  | 'no-rows'
  | 'weights-negative'
  | 'term-without-level'
  | 'terms-collinear'
  | 'outcome-constant'
  | 'separated';

const sentences: Record<ModelErrorCode, (p: Record<string, string>) => string> = {
  'no-rows': () => 'No respondent of positive weight has an answer to the outcome and every term.',
  'weights-negative': (p) =>
    `${p.count} respondents used have a negative weight; a regression needs weights of 0 or more.`,
  'term-without-level': (p) =>
    `No respondent used is in "${p.level}" of ${p.term}; leave this level out or join it with another.`,
  'terms-collinear': (p) =>
    `The other terms already say what "${p.term}" says; leave it out, or one that it repeats.`,
  'outcome-constant': () =>
    'Every respondent used gave the same answer to the outcome; there is nothing to explain.',
  separated: (p) =>
    `The terms tell the answers apart without exception (look at "${p.term}"), so the log odds have no limit; join levels or leave the term out.`
};

/** A regression that has no solution, or none that is the only one. */
export class ModelError extends Error {
  override name = 'ModelError';
  readonly code: ModelErrorCode;
  readonly params: Record<string, string>;

  constructor(code: ModelErrorCode, params: Record<string, string> = {}) {
    super(sentences[code](params));
    this.code = code;
    this.params = params;
  }
}
