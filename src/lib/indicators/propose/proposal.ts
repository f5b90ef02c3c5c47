import type { IndicatorInstance } from '../definition';

/**
 * A mapping found without a person. What is unsure is not shown before a person has looked at it: a
 * wrong number never appears silently.
 */
export type Proposal = IndicatorInstance & { isUnsure?: boolean };
