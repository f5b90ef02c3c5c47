import type { Issue } from '$lib/base/issue';
import type { Category } from '$lib/codebook/codebook';
import type { ImportSummary } from '$lib/survey/sink';

/** Issues of one kind that are listed one by one; all are counted. */
const LISTED = 20;

/** What was read of a file, from what was read of its two halves. */
export function mergeSummaries(first: ImportSummary, second: ImportSummary): ImportSummary {
  const excluded = new Map(first.excluded.map(({ reason, count }) => [reason, count]));
  for (const { reason, count } of second.excluded)
    excluded.set(reason, (excluded.get(reason) ?? 0) + count);
  return {
    rows: first.rows + second.rows,
    imported: first.imported + second.imported,
    excluded: [...excluded].map(([reason, count]) => ({ reason, count })),
    issues: mergeIssues(first.issues, second.issues),
    categories: first.categories.map((list, i) => mergeCategories(list, second.categories[i] ?? []))
  };
}

/** Kind of an issue; unreadable cells are one issue a variable. */
const kindOf = ({ code, where }: Issue): string =>
  code === 'CELLS_UNREADABLE' ? `${code} ${where.columnIndex}` : code;

function mergeIssues(first: readonly Issue[], second: readonly Issue[]): Issue[] {
  const kinds = new Map<string, { first: Issue[]; second: Issue[] }>();
  const group = (issue: Issue) => {
    const kind = kindOf(issue);
    const known = kinds.get(kind);
    if (known) return known;
    const made = { first: [], second: [] };
    kinds.set(kind, made);
    return made;
  };
  for (const issue of first) group(issue).first.push(issue);
  for (const issue of second) group(issue).second.push(issue);
  return [...kinds].flatMap(([kind, halves]) => {
    const count = countOf(halves.first) + countOf(halves.second);
    const isOne = kind.startsWith('CELLS_UNREADABLE') || kind === 'BLANK_ROWS_SKIPPED';
    return [...halves.first, ...halves.second].slice(0, isOne ? 1 : LISTED).map((issue) => ({
      ...issue,
      params: 'count' in issue.params ? { ...issue.params, count } : issue.params
    }));
  });
}

const countOf = (issues: readonly Issue[]): number =>
  issues.length === 0 ? 0 : Number(issues[0]?.params.count ?? issues.length);

/** Values the second half met are added in the order it met them, as one reader would have done. */
export function mergeCategories(
  first: readonly Category[],
  second: readonly Category[]
): Category[] {
  const known = new Set(first.map(({ code }) => code));
  const added = second.filter(({ code }) => !known.has(code));
  return [...first, ...added.map((category, i) => ({ ...category, order: first.length + i }))];
}

/** Code in the merged dictionary by code in the second half's (0 stays missing); null: the same. */
export function recoding(
  merged: readonly Category[],
  second: readonly Category[]
): number[] | null {
  const codeOf = new Map(merged.map(({ code }, i) => [code, i + 1]));
  const codes = [0, ...second.map(({ code }) => codeOf.get(code) ?? 0)];
  return codes.every((code, i) => code === i) ? null : codes;
}
