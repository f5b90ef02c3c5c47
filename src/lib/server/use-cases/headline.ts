import { upperFirst } from '$lib/text/format';
import type { Issue } from '$lib/base/issue';
import type { ChartModel } from '$lib/charts/model';
import { checkHeadline, mostHeadlineWords } from '$lib/evidence/check-headline';
import type { SnapshotRow } from '$lib/server/db/queries/evidence';
import { findBannedWords } from '$lib/text/banned-words';
import { namesIn, releasedOf } from './frozen-figure';

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/**
 * The figure's own headline; where it is too long for a slide, what it measures with the numbers of its
 * first rows; at last as many of its words as fit.
 *
 * @param measure  "Rent or mortgage"
 * @param groups  plain words for the rows, by key: `{ rent: 'renters' }`
 */
export function proposedTitle(
  model: ChartModel,
  measure: string,
  groups: Record<string, string> = {}
): string {
  const numbers = model.rows
    .filter((row) => row.value !== null)
    .map((row) => `${groups[row.key] ?? row.label} ${row.valueText}`);
  const lists = [3, 2, 1]
    .filter((n) => n <= numbers.length)
    .map((n) => numbers.slice(0, n).join(', '));
  const options = [
    model.title,
    ...lists.map((list) => `${measure}: ${list}`),
    ...lists.map(upperFirst)
  ];
  return (
    options.find((title) => wordsIn(title) <= mostHeadlineWords) ??
    model.title.split(/\s+/).slice(0, mostHeadlineWords).join(' ')
  );
}

/** What keeps a headline from standing over a frozen figure: see `checkHeadline`, and banned words. */
export function headlineIssues(title: string, snapshot: SnapshotRow, model: ChartModel): Issue[] {
  const table = releasedOf(snapshot);
  const issues = checkHeadline(title, {
    printed: [
      ...model.rows.flatMap((row) => [row.valueText, row.rangeText, row.answersText, row.label]),
      ...model.rows.flatMap((row) => row.parts.map((part) => part.valueText)),
      model.reference?.valueText ?? '',
      model.finding,
      model.subtitle,
      proposedFrom(model)
    ],
    names: namesIn(snapshot),
    tested: table.contrasts.some((contrast) => contrast.tested),
    majority: table.statistic === 'proportion' && table.cells.some((cell) => (cell.low ?? 0) > 0.5)
  });
  const banned = findBannedWords(title, model.language, model.sampleType);
  if (banned && !issues.some(({ code }) => code === 'cause-claimed'))
    issues.push({
      code: 'word-banned',
      severity: 'error',
      where: { field: 'title' },
      params: { word: banned }
    });
  return issues;
}

/** The phrases of the alt text hold the words of the generated headline ("4 in 10"). */
const proposedFrom = (model: ChartModel): string => [model.alt.what, ...model.alt.facts].join(' ');
