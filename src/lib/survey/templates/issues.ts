import type { Issue } from '$lib/base/issue';
import { labelIn } from '$lib/codebook/codebook';
import type { PlanColumn } from './columns';
import type { Match } from './match';

/**
 * What is not as it was when a template was made, for whoever imports without looking at the screens:
 * questions need a decision, notes do not.
 *
 * @param apart columns kept as questions of their own: nothing about them is compared
 */
export function matchIssues(match: Match, apart: ReadonlySet<number> = new Set()): Issue[] {
  const issues: Issue[] = [];
  const say = (
    code: string,
    severity: Issue['severity'],
    column: PlanColumn | null,
    params: Issue['params']
  ): void => {
    const where = column ? { column: column.heading, columnIndex: column.index } : {};
    issues.push({ code, severity, where, params });
  };
  for (const { before, now, by } of match.renamed)
    if (!apart.has(now.index))
      say('TEMPLATE_COLUMN_RENAMED', 'question', now, { before: before.heading, by });
  for (const { pair, before, now } of match.reworded)
    if (!apart.has(pair.now.index))
      say('TEMPLATE_WORDING_CHANGED', 'question', pair.now, { before: cut(before), now: cut(now) });
  for (const { pair, ...change } of match.options) {
    if (apart.has(pair.now.index)) continue;
    const { isDefined, added, gone, relabelled, respelled, reordered } = change;
    const told = {
      added: listed(added),
      gone: listed(gone),
      relabelled: listed(relabelled.map(({ before, now }) => `${before} → ${now}`)),
      respelled: listed(respelled.map(({ code, now }) => `${code} → ${now}`))
    };
    if (isDefined) {
      if (added.length + gone.length + relabelled.length > 0)
        say('TEMPLATE_OPTIONS_CHANGED', 'question', pair.now, told);
      else if (reordered) say('TEMPLATE_OPTIONS_REORDERED', 'note', pair.now, {});
    } else {
      if (added.length + respelled.length > 0)
        say('TEMPLATE_NEW_VALUES', 'question', pair.now, {
          ...told,
          count: added.length + respelled.length
        });
      if (gone.length > 0)
        say('TEMPLATE_VALUES_NOT_SEEN', 'note', pair.now, { ...told, count: gone.length });
    }
  }
  issues.push(...missingIssues(match, apart));
  for (const { pair, what, before, now } of match.styles)
    if (!apart.has(pair.now.index))
      say('TEMPLATE_STYLE_CHANGED', 'question', pair.now, { what, before, now });
  for (const column of match.added)
    say('TEMPLATE_COLUMN_NEW', 'note', column, { label: cut(labelIn(column.wording, 'en')) });
  for (const column of match.gone)
    issues.push({
      code: 'TEMPLATE_COLUMN_GONE',
      severity: 'note',
      where: { column: column.heading },
      params: { label: cut(labelIn(column.wording, 'en')) }
    });
  return issues;
}

/** One question for all codes that come otherwise, and one for those that mean something else. */
function missingIssues({ missing }: Match, apart: ReadonlySet<number>): Issue[] {
  const told = new Map<boolean, string[]>();
  for (const { token, columns, before, now, isOther } of missing) {
    const kept = columns.filter(({ pair }) => !apart.has(pair.now.index));
    const [first] = kept;
    if (!first) continue;
    const place = kept.length === 1 ? first.pair.now.heading : `${first.pair.now.heading}, …`;
    const text = `${token} (${cut(place)}): ${before ?? '?'} → ${now ?? '?'}`;
    told.set(isOther, [...(told.get(isOther) ?? []), text]);
  }
  return [...told].map(([isOther, texts]) => ({
    code: isOther ? 'TEMPLATE_MISSING_MEANING' : 'TEMPLATE_MISSING_COUNTS',
    severity: 'question',
    where: {},
    params: { codes: listed(texts), count: texts.length }
  }));
}

const listed = (texts: readonly string[]): string =>
  texts.length > 6
    ? `${texts.slice(0, 6).map(cut).join(', ')}, … (${texts.length})`
    : texts.map(cut).join(', ');

const cut = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
