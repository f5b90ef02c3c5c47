import type { ClaimKind } from '$lib/evidence/check-claim';
import { cellName } from '$lib/evidence/cell-name';
import type { OfferedSlots } from '$lib/evidence/offered-slots';
import { rangeKindOf } from '$lib/privacy/sample-type';
import type { CellKey, ReleasedTable } from '$lib/privacy/table';
import { labelOf } from './format';
import { textFor, type Language } from './text';

/** How a figure names its people, where it has plain words for them. */
export interface ClaimFigure {
  words?: { predicate: string; groups: Record<string, string> };
  reference?: { label: string };
}

export interface ProposedClaim {
  kind: ClaimKind;
  template: string;
}

/**
 * A sentence for a frozen table with its slots in place: the largest difference a test supports, else
 * its first shown number. Null when the table shows no number.
 */
export function proposeClaim(
  table: ReleasedTable,
  offered: OfferedSlots,
  figure: ClaimFigure,
  language: Language
): ProposedClaim | null {
  const words = textFor(language).evidence.claimSentence;
  const label = withoutEnd(labelOf(table.subject.labels, language));
  const say = figure.words?.predicate;
  const hasRange = table.sources.every(({ sampleType }) => rangeKindOf(sampleType) === 'sampling');
  const nameOf = (cell: string): string => groupName(table, cell, figure, language);
  const gaps = Object.entries(offered)
    .filter(([slot, { estimate }]) => slot.startsWith('gap_') && estimate !== null)
    .sort(([, a], [, b]) => Math.abs(b.estimate ?? 0) - Math.abs(a.estimate ?? 0));
  const pair = gaps.find(([slot]) => !slot.endsWith('_rest'));
  if (pair) {
    const [slot, { cell, estimate }] = pair;
    const [, first = '', second = ''] = slot.split('_');
    const [nameA = '', nameB = ''] = cell.split('|').map(nameOf);
    const forward = (estimate ?? 0) >= 0;
    const [a, b] = forward ? [first, second] : [second, first];
    const [groupA, groupB] = forward ? [nameA, nameB] : [nameB, nameA];
    if (hasRange)
      return {
        kind: 'comparison',
        template: say
          ? words.pair(a, groupA, b, groupB, say, slot)
          : words.pairNamed(a, groupA, b, groupB, label, slot)
      };
    return {
      kind: 'level',
      template: say
        ? words.pairAlone(a, groupA, b, groupB, say)
        : words.pairNamedAlone(a, groupA, b, groupB, label)
    };
  }
  const level =
    Object.entries(offered).find(
      ([, { cell, stat }]) => cell !== '' && stat !== 'difference' && stat !== 'ratio'
    ) ?? Object.entries(offered).find(([, { stat }]) => stat !== 'difference' && stat !== 'ratio');
  if (!level) return null;
  const [slot, { cell }] = level;
  const group = nameOf(cell);
  return {
    kind: 'level',
    template: hasRange
      ? say
        ? words.level(slot, group, say)
        : words.levelNamed(slot, group, label)
      : say
        ? words.levelAlone(slot, group, say)
        : words.levelNamedAlone(slot, group, label)
  };
}

/** A cell's people in words: "renters", "Renters, Mill Bend", "everyone". */
export function groupName(
  table: ReleasedTable,
  cell: string,
  figure: ClaimFigure,
  language: Language
): string {
  const parts = table.dimensions.flatMap(({ id, members }) =>
    members.flatMap((member) => {
      const here: CellKey = { [id]: member.key };
      if (!cell.split('&').includes(cellName(here))) return [];
      return [figure.words?.groups[member.key] ?? labelOf(member.labels, language)];
    })
  );
  return parts.length > 0
    ? parts.join(', ')
    : (figure.reference?.label ?? textFor(language).evidence.claimSentence.everyone);
}

/** A label inside a sentence: the question mark or stop at its end is left out. */
export const withoutEnd = (label: string): string => label.replace(/[\s?.:;]+$/u, '');
