import { progressOf, type Progress } from '$lib/advocacy/progress';
import { ownDimension } from '$lib/indicators/own-dimension';
import { findCell } from '$lib/privacy/release';
import type { CellKey } from '$lib/privacy/table';
import type { Access } from '$lib/server/access/access';
import type { listObjectives } from '$lib/server/db/queries/campaign';
import { flagShort } from '$lib/text/flags';
import { formatRange, formatValue } from '$lib/text/format';
import { textFor, type Language } from '$lib/text/text';
import { indicatorTable } from './indicator-table';
import { listInstances } from './mapping';
import { wavesWithResponses } from './show-figure';

/** What the latest wave says of an objective, worded. */
export interface ObjectiveNow {
  wave: string;
  /** "38% (33–43%)", or why there is no number */
  text: string;
  progress: Progress;
}

type Objective = Pick<
  ReturnType<typeof listObjectives>[number],
  'instanceKey' | 'groupVariable' | 'groupKey' | 'baseline' | 'target'
>;

/**
 * The released number of an objective's measure for its group, from the latest wave that has both;
 * null when the objective has no survey measure, no wave has it, or it is not one number for a group.
 * A hidden number comes as words; one to be read with care allows no word about progress.
 */
export function objectiveNow(
  access: Access,
  { instanceKey, groupVariable, groupKey, baseline, target }: Objective,
  language: Language
): ObjectiveNow | null {
  if (instanceKey === null) return null;
  for (const { wave } of wavesWithResponses(access)) {
    const instance = listInstances(access, wave.id).find(({ key }) => key === instanceKey);
    if (!instance || ownDimension(instance) !== null) continue;
    // The whole table, as figures ask for it: what is hidden there is hidden here.
    const found = indicatorTable(access, {
      waves: [wave.id],
      instanceKey,
      group: groupVariable === wave.areaVariable ? null : groupVariable,
      withArea: wave.areaVariable !== null
    });
    if (!found.ok) continue;
    const { table } = found.value;
    const at: CellKey = groupVariable && groupKey ? { [groupVariable]: groupKey } : {};
    const cell = findCell(table, at);
    if (!cell) continue;
    const { unit, decimals } = table.subject;
    const { value, low, high, flag } = cell;
    const words = flagShort(cell, textFor(language));
    const text =
      value === null || low === null || high === null
        ? words
        : [
            `${formatValue(value, unit, decimals, language)} (${formatRange(low, high, unit, decimals, language)})`,
            words
          ]
            .filter(Boolean)
            .join(', ');
    const progress = flag === '' ? progressOf({ low, high }, baseline, target) : 'cannot-tell';
    return { wave: wave.name, text, progress };
  }
  return null;
}
