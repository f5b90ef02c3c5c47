/** A number x agrees with the reference r when |x - r| <= abs + rel * |r|. */
export interface Tolerance {
  rel: number;
  abs: number;
}

export interface Agreement {
  /** places that differ, as a sentence each */
  problems: string[];
  /** largest |x - r| / max(|r|, abs/rel) seen; null when no number was compared */
  worst: number | null;
  compared: number;
}

export interface Rules {
  tolerance: Tolerance;
  /** tolerances of named interval methods */
  methods: Record<string, Tolerance>;
  /** fields a family lists as optional, or that judge another program */
  skip: ReadonlySet<string>;
}

/** Compares every number, text, truth value and null of `expected` with the answer. */
export function compare(expected: unknown, found: unknown, rules: Rules): Agreement {
  const result: Agreement = { problems: [], worst: null, compared: 0 };
  walk(expected, found, '', rules, rules.tolerance, result);
  return result;
}

function walk(
  expected: unknown,
  found: unknown,
  path: string,
  rules: Rules,
  tolerance: Tolerance,
  result: Agreement
): void {
  if (typeof expected === 'number') return compareNumbers(expected, found, path, tolerance, result);
  result.compared++;
  // "Inf" stands for a number that does not exist, like null.
  if (expected === null || expected === 'Inf') {
    if (found !== null)
      result.problems.push(`${path}: ${JSON.stringify(found)}, expected undefined`);
  } else if (Array.isArray(expected)) {
    const list = Array.isArray(found) ? found : [];
    if (list.length !== expected.length)
      result.problems.push(`${path}: ${list.length} items, expected ${expected.length}`);
    expected.forEach((item, i) => walk(item, list[i], `${path}[${i}]`, rules, tolerance, result));
  } else if (typeof expected === 'object') {
    for (const [field, value] of Object.entries(expected)) {
      if (rules.skip.has(field)) continue;
      const inner =
        typeof found === 'object' && found !== null
          ? (found as Record<string, unknown>)[field]
          : undefined;
      walk(value, inner, `${path}.${field}`, rules, rules.methods[field] ?? tolerance, result);
    }
  } else if (expected !== found)
    result.problems.push(`${path}: ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
}

function compareNumbers(
  expected: number,
  found: unknown,
  path: string,
  { abs, rel }: Tolerance,
  result: Agreement
): void {
  result.compared++;
  const value = typeof found === 'string' && found.trim() !== '' ? Number(found) : found;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    result.problems.push(`${path}: ${String(found)}, expected ${expected}`);
    return;
  }
  const gap = Math.abs(value - expected);
  const relative = gap / Math.max(Math.abs(expected), abs / rel);
  result.worst = Math.max(result.worst ?? 0, relative);
  if (!(gap <= abs + rel * Math.abs(expected)))
    result.problems.push(`${path}: ${value}, expected ${expected}`);
}
