import type { Issue, Severity } from '$lib/base/issue';
import { hiddenColumns, rowsAround } from '$lib/server/use-cases/preview-draft';
import { dataSentence } from '$lib/text/data-problems';
import { columnLetter } from '$lib/text/en/import-issues';
import { withoutHidden } from '../hidden-cells';
import { logOf, requireReview } from '../../open-review';
import type { PageServerLoad } from './$types';

const severities: Severity[] = ['error', 'question', 'repaired', 'note'];

/** An issue as the table shows it. */
interface ListedIssue {
  severity: Severity;
  code: string;
  line: number | null;
  letter: string;
  column: string;
  value: string;
  sentence: string;
}

export const load: PageServerLoad = async (event) => {
  const { access, review } = requireReview(event);
  const { draft, inspection, plan } = review;
  const { searchParams } = event.url;
  const asked = (name: string): string => searchParams.get(name) ?? '';
  const line = Number(asked('line')) || null;
  const hidden = hiddenColumns(plan, inspection.identifiers);
  const list = (issue: Issue): ListedIssue => {
    const { columnIndex, column } = issue.where;
    const isHidden = columnIndex !== undefined && hidden.has(columnIndex);
    return {
      severity: issue.severity,
      code: issue.code,
      line: issue.where.line ?? null,
      letter: columnIndex === undefined ? '' : columnLetter(columnIndex),
      column: column ?? '',
      value: isHidden ? '' : String(issue.params.value ?? ''),
      sentence: dataSentence(issue, event.locals.language)
    };
  };
  const issues = inspection.issues.map(list);
  const words = asked('q').trim().toLowerCase();
  const fits = (issue: ListedIssue): boolean =>
    (asked('severity') === '' || issue.severity === asked('severity')) &&
    (asked('code') === '' || issue.code === asked('code')) &&
    (asked('column') === '' || issue.letter === asked('column')) &&
    (words === '' ||
      `${issue.sentence} ${issue.column} ${issue.value}`.toLowerCase().includes(words));
  const shown = issues.filter(fits);
  const around = line === null ? null : await rowsAround(access, draft.id, line);
  const headings: string[] = [];
  for (const { columnIndex, heading } of plan.variables)
    if (columnIndex !== null) headings[columnIndex] = heading;
  return {
    draftId: draft.id,
    all: issues.length,
    shown: shown.length,
    groups: severities.flatMap((severity) => {
      const codes = [
        ...new Set(shown.filter((one) => one.severity === severity).map((one) => one.code))
      ];
      return codes.map((code) => {
        const found = shown.filter((one) => one.severity === severity && one.code === code);
        const counted = inspection.issues.find((one) => one.code === code)?.params.count;
        const hasPlaces = found.some((one) => one.line !== null);
        return {
          severity,
          code,
          issues: found,
          more: hasPlaces ? Math.max(0, Number(counted ?? 0) - found.length) : 0
        };
      });
    }),
    choices: {
      severities: severities.filter((one) => issues.some(({ severity }) => severity === one)),
      codes: [...new Set(issues.map(({ code }) => code))].sort(),
      columns: [
        ...new Map(
          issues.filter(({ letter }) => letter !== '').map((one) => [one.letter, one.column])
        )
      ].map(([letter, name]) => ({ letter, name }))
    },
    filter: {
      severity: asked('severity'),
      code: asked('code'),
      column: asked('column'),
      q: asked('q')
    },
    line,
    rows: around?.ok ? withoutHidden(around.value, hidden) : [],
    headings: Array.from(headings, (heading) => heading ?? ''),
    log: logOf(review, event.locals.language)
  };
};
