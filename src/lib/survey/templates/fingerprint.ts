import { canonical } from '$lib/base/canonical';
import { plain } from './columns';

export interface Fingerprint {
  /** one text for the headings in order; its hash finds a template again */
  ordered: string;
  /** the headings without regard to order, case and punctuation */
  names: ReadonlySet<string>;
}

/** What a file's headings say about which survey it is. */
export const fingerprint = (headings: readonly string[]): Fingerprint => ({
  ordered: canonical([...headings]),
  names: new Set(headings.map(plain))
});

/**
 * How much two sets of headings share, 0..1: twice the shared ones over all (Dice 1945), so that a few
 * questions everybody asks do not make two surveys one.
 */
export function overlapOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const name of a) if (b.has(name)) shared++;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
