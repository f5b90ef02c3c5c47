import { namedFor } from './named-for';
import type { NeedPair } from './needs';
import type { Proposal } from './proposal';

/** Fewer needs are no index. */
const fewest = 3;

/**
 * The needs of a survey as one deprivation index, for the whole and for neighborhoods. Which of them
 * belong in an index, and with what weight, is a choice of people: so these wait for a person.
 */
export function findDeprivations(needs: readonly NeedPair[]): Proposal[] {
  if (needs.length < fewest) return [];
  const inputs = Object.fromEntries(
    needs.map(({ need }, i) => [i === 0 ? 'deprived' : `deprived-${i + 1}`, need])
  );
  const labels = { en: 'Several needs at once', es: 'Varias necesidades a la vez' };
  return ['deprivation-index', 'neighborhood-deprivation'].map((indicatorId) => ({
    indicatorId,
    key: `${indicatorId}:needs`,
    labels: namedFor(indicatorId, labels),
    inputs,
    isUnsure: true
  }));
}
