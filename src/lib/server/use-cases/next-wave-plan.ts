import type { Id } from '$lib/base/id';
import type { ChangeQuery } from '$lib/disparities/change-query';
import { waveDimension } from '$lib/disparities/changes';
import { answersNeeded, detectableChange, plannedSe } from '$lib/disparities/detectable';
import { rangeKindOf } from '$lib/privacy/sample-type';
import { findCell } from '$lib/privacy/release';
import type { CellKey } from '$lib/privacy/table';
import type { ChangeContext } from '$lib/text/change';
import { formatNumber, formatPoints } from '$lib/text/format';
import type { WaveChange } from './wave-change';

/**
 * What a next wave of the planned answers could see, and how many it needs to see a change that would
 * matter, from the released number of the last wave. Nothing where nobody was drawn by chance.
 */
export function planNextWave(
  { table }: WaveChange,
  { wave, at }: { wave: { id: Id; name: string }; at: CellKey },
  { planned, margin }: Pick<ChangeQuery, 'planned' | 'margin'>,
  { text, subject, sampleType, language }: ChangeContext
): string[] {
  const words = text.change;
  const cell = findCell(table, { [waveDimension]: wave.id, ...at });
  const share = cell?.value ?? 0;
  const isPlannable =
    subject.unit === 'proportion' &&
    rangeKindOf(sampleType) === 'sampling' &&
    0 < share &&
    share < 1;
  if (!isPlannable || !cell?.n) return planned === null ? [] : [words.plannedNot];
  const last = { share, answers: cell.n, deff: cell.deff ?? 1 };
  const sees = (answers: number): string => {
    const next = plannedSe({ ...last, answers });
    const size = formatPoints(detectableChange(Math.hypot(plannedSe(last), next)));
    return words.plannedSees(formatNumber(answers, language), wave.name, size);
  };
  const needed = answersNeeded(0.01 * margin, last);
  const size = formatPoints(0.01 * margin);
  return [
    ...(planned === null ? [] : [sees(planned)]),
    needed === null
      ? words.plannedCannot(wave.name, size)
      : words.plannedNeeds(formatNumber(needed, language), wave.name, size)
  ];
}
