import { expect } from 'vitest';
import type { Inspection } from '$lib/survey/inspect';
import type { Canonical } from './expected';

/** Where tools put the items of the fictional survey: text of the heading or label, or its code. */
const PLACES: Record<string, RegExp> = {
  neighborhood: /neighborhood|nbhd|^q1\b/i,
  sat_parks: /parks|^q3_1$/i,
  sat_transit: /bus service|transit|^q3_2$/i,
  sat_safety: /safe after dark|safety|^q3_3$/i,
  nps: /recommend|\bnps\b|^q4$/i,
  hh_size: /how many people|hh_?size|^q5$/i,
  kids: /children under 18|\bkids\b|^q6$/i,
  care_hours: /hours of child care|care_?h(ou)?rs|^q7$/i,
  income: /household income|\bincome\b|^q8$/i,
  zip: /zip code|\bzip\b|^q9$/i
};

/** Losses that an export cannot help, by file. */
const LOSSES: [RegExp, Partial<Record<keyof Canonical, number>>][] = [
  // Unanswered check boxes are zeros: the three who did not answer stand in the base.
  [/^redcap-/, { needs: 40 }],
  // Numbers without labels: nothing tells that income 5 is "prefer not to answer".
  [/^surveymonkey-numeric/, { income: 40 }]
];

const sorted = (counts: Record<string, number>): number[] =>
  Object.values(counts)
    .filter((count) => count > 0)
    .sort((a, b) => a - b);

/** Compares what a file holds with the counts that every export of the survey must end in. */
export function runCanonical(canonical: Canonical, inspection: Inspection, file: string): void {
  const losses = LOSSES.find(([pattern]) => pattern.test(file))?.[1] ?? {};
  const needs = inspection.questions.find(
    (question) => question.kind === 'multiple-response' && (question.options?.length ?? 0) >= 7
  );
  expect(needs, 'the select-all question').toBeDefined();
  expect(needs?.nAsked, 'base of the select-all').toBe(losses.needs ?? canonical.needs.n_valid);
  // Write-in texts of "other" may be options of their own in joined cells.
  const chosen = needs?.options?.map((option) => option.count) ?? [];
  const { Other: other = 0, ...rest } = canonical.needs.counts ?? {};
  expect(chosen.filter((count) => count > 0)).toEqual(expect.arrayContaining(Object.values(rest)));
  if (needs && needs.variables.length > 1) expect(chosen).toContain(other);

  for (const [item, pattern] of Object.entries(PLACES)) {
    const expected = canonical[item as 'zip'];
    const variable = findItem(inspection, pattern);
    expect(variable, item).toBeDefined();
    if (!variable) continue;
    const { counts = {} } = expected;
    const valid =
      losses[item as 'zip'] ??
      expected.n_valid_excluding_prefer_not ??
      expected.n_valid ??
      Object.values(counts).reduce((sum, count) => sum + count, 0);
    expect(variable.nValid, `${item}: valid answers`).toBe(valid);
    const { 'Prefer not to answer': _refused, ...answers } = counts;
    if (expected.counts && losses[item as 'zip'] === undefined)
      expect(sorted(variable.counts ?? {}), item).toEqual(sorted(answers));
  }
}

interface Item {
  nValid: number;
  counts?: Record<string, number>;
}

/** The item as a variable, or as a single choice spread over several columns. */
function findItem(inspection: Inspection, pattern: RegExp): Item | undefined {
  const spread = inspection.questions.find(
    ({ kind, label, variables }) =>
      (kind === 'single' || kind === 'scale') && variables.length > 1 && pattern.test(label)
  );
  if (spread) {
    const options = spread.options ?? [];
    return {
      nValid: spread.nAnswered,
      counts: Object.fromEntries(options.map(({ label, count }) => [label, count]))
    };
  }
  return inspection.variables.find(
    ({ role, label, name }) =>
      role !== 'identifier' &&
      !/latitude|longitude|postal$/i.test(label) &&
      (pattern.test(label) || pattern.test(name))
  );
}
