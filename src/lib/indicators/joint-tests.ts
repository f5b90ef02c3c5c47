import { adjustP } from '$lib/estimation/comparisons/adjust-p';
import { compareItems } from '$lib/estimation/comparisons/joint-test';
import { memberColumn } from './answer-column';
import { restKey, type RawJointTest } from '$lib/privacy/table';
import type { ComputeContext } from './definition';
import type { Part, ShareMeasure } from './share-table';

/**
 * Does what a group named differ from what everyone else named, over all options at once? One test for
 * each member of the group variable in place of one for each option; p adjusted over the members
 * (Benjamini and Hochberg 1995). Of two members one test says it of both.
 */
export function jointTests(
  { responses, design, split: { group } }: ComputeContext,
  over: string,
  parts: readonly Part[],
  { yes, base }: Pick<ShareMeasure, 'yes' | 'base'>
): RawJointTest[] {
  if (group === null || parts.length < 2) return [];
  const { codes, categories } = responses.categories(group);
  const items = parts.map(({ classOf }) => memberColumn(classOf, yes, base));
  const labels = categories.map(({ code }) => code);
  const compared = compareItems(design, items, { codes, labels });
  const asked = labels.length === 2 ? labels.slice(0, 1) : labels;
  const tests = asked.flatMap((code, g): RawJointTest[] => {
    const test = compared[g]?.test;
    return test ? [{ a: { [group]: code }, b: { [group]: restKey(code) }, over, ...test }] : [];
  });
  const adjusted = adjustP(
    tests.map(({ p }) => p),
    'BH'
  );
  return tests.map((test, i) => ({ ...test, p: adjusted[i] ?? test.p }));
}
