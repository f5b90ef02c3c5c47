import { labelIn } from '$lib/codebook/codebook';
import type { ComparedDraft } from '$lib/server/use-cases/import-template-draft';
import type { PlanColumn } from '$lib/survey/templates/columns';
import type { ColumnPair } from '$lib/survey/templates/pair-columns';
import { columnLetter } from '$lib/text/en/import-issues';
import { isUnchanged } from '$lib/survey/templates/match';

/** A column that differs, with the choice a person has about it. */
export interface ComparedColumn {
  /** position in this file */
  index: number;
  before: string;
  now: string;
}

/** What differs between a draft and a template, as the screen lists it. */
export function compareView({ listed, template, match, isInUse }: ComparedDraft) {
  const { renamed, reworded, options, missing, styles, added, gone } = match;
  return {
    templateId: listed.id,
    survey: listed.survey,
    wave: listed.wave,
    kind: match.kind,
    overlap: match.overlap,
    rows: template.seen.rows,
    isInUse,
    isUnchanged: isUnchanged(match),
    renamed: renamed.map((pair) => ({ ...columnOf(pair), isLikely: pair.by === 'similar' })),
    reworded: reworded.map(({ pair, before, now }) => ({
      ...columnOf(pair),
      was: before,
      is: now
    })),
    options: options.map(({ pair, ...change }) => ({
      ...columnOf(pair),
      ...change,
      relabelled: change.relabelled.map(({ code, before, now }) => `${code}: ${before} → ${now}`),
      respelled: change.respelled.map(({ code, now }) => `${code} → ${now}`)
    })),
    missing: missing.map(({ columns, ...code }) => ({
      ...code,
      columns: columns.map(({ pair, before, now, means }) => ({
        ...columnOf(pair),
        then: before,
        cells: now,
        means
      }))
    })),
    styles: styles.map(({ pair, what, before, now }) => ({
      ...columnOf(pair),
      what,
      was: before,
      is: now
    })),
    added: added.map(listedColumn),
    gone: gone.map(listedColumn)
  };
}

export type CompareView = ReturnType<typeof compareView>;

const listedColumn = (column: PlanColumn) => ({
  index: column.index,
  heading: nameOf(column),
  label: labelIn(column.wording, 'en')
});

/** As headed; where a tool leaves the heading blank, by its wording, else by its letter. */
const nameOf = ({ heading, wording, index }: PlanColumn): string =>
  heading || labelIn(wording, 'en') || columnLetter(index);

const columnOf = ({ before, now }: ColumnPair): ComparedColumn => ({
  index: now.index,
  before: nameOf(before),
  now: nameOf(now)
});
