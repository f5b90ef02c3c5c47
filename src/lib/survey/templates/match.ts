import { canonical } from '$lib/base/canonical';
import type { ImportPlan } from '../plan';
import { columnsOf, headingTexts, type PlanColumn } from './columns';
import { missingDifferences, type MissingDifference } from './compare-missing';
import { optionDifferences, type OptionDifference } from './compare-options';
import { pairColumns, type ColumnPair } from './pair-columns';
import type { Sight, Template } from './template';
import { rewordings, type Rewording } from './wording';

/** Where two files read dates or decimals otherwise. */
export interface StyleDifference {
  pair: ColumnPair;
  what: 'date-order' | 'decimal';
  before: string;
  now: string;
}

/** How a file fits a template, and everything that is not as it was. */
export interface Match {
  /** `exact`: the same headings in the same order; `partial`: most of them */
  kind: 'exact' | 'partial' | 'none';
  /** share of columns both have, 0..1 */
  overlap: number;
  pairs: ColumnPair[];
  added: PlanColumn[];
  gone: PlanColumn[];
  /** pairs that are called otherwise now */
  renamed: ColumnPair[];
  reworded: Rewording[];
  options: OptionDifference[];
  missing: MissingDifference[];
  styles: StyleDifference[];
}

/** From this share of common columns on, the decisions of a template are offered. */
const PARTIAL = 0.8;

/**
 * How a file fits the template of an earlier one: which columns are the same question, and what about
 * them changed. Columns that only the tool fills, such as its metadata, may be missing.
 *
 * @param proposal as the program reads the file, before anybody decided anything
 * @param seen what the whole file holds, where it has been read
 */
export function matchTemplate(template: Template, proposal: ImportPlan, seen?: Sight): Match {
  const before = columnsOf(template.proposal);
  const now = columnsOf(proposal);
  const { pairs, gone, added } = pairColumns(before, now);
  const overlap = shareOf(pairs, before, now);
  const isExact =
    template.format === proposal.format &&
    canonical([...template.headings]) === canonical(headingTexts(proposal));
  return {
    kind: isExact ? 'exact' : overlap >= PARTIAL ? 'partial' : 'none',
    overlap,
    pairs,
    added,
    gone,
    renamed: pairs.filter(({ by }) => by !== 'name'),
    reworded: rewordings(pairs),
    options: optionDifferences(template, proposal, pairs, seen),
    missing: missingDifferences(template, pairs, seen),
    styles: styleDifferences(pairs)
  };
}

/** Is there anything a person should see before the decisions are used again? */
export const isUnchanged = ({ kind, reworded, options, missing, styles }: Match): boolean =>
  kind === 'exact' &&
  [reworded, options, missing, styles].every((differences) => differences.length === 0);

/** Twice the pairs over all columns that people fill. */
function shareOf(
  pairs: readonly ColumnPair[],
  before: readonly PlanColumn[],
  now: readonly PlanColumn[]
): number {
  const hasAnswers = [...before, ...now].some(isAnswer);
  const counts = (column: PlanColumn): boolean => !hasAnswers || isAnswer(column);
  const shared = pairs.filter((pair) => counts(pair.before) || counts(pair.now));
  const all = before.filter(counts).length + now.filter(counts).length;
  // A pair of which one side is no answer column stands once among all.
  const both = shared.reduce(
    (sum, pair) => sum + Number(counts(pair.before)) + Number(counts(pair.now)),
    0
  );
  return all === 0 ? 0 : both / all;
}

const byTool = ['paradata', 'timestamp', 'id', 'identifier', 'empty'];
const isAnswer = ({ variable }: PlanColumn): boolean => !byTool.includes(variable.role);

function styleDifferences(pairs: readonly ColumnPair[]): StyleDifference[] {
  return pairs.flatMap((pair): StyleDifference[] => {
    const [a, b] = [pair.before.variable.source, pair.now.variable.source];
    if (a.from !== 'column' || b.from !== 'column') return [];
    const found: StyleDifference[] = [];
    if (a.date && b.date && a.date.order !== b.date.order)
      found.push({ pair, what: 'date-order', before: a.date.order, now: b.date.order });
    if (a.number && b.number && a.number.decimal !== b.number.decimal)
      found.push({ pair, what: 'decimal', before: a.number.decimal, now: b.number.decimal });
    return found;
  });
}
