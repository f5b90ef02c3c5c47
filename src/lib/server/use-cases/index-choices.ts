import { canIndex } from '$lib/composite/measure-column';
import { labelIn, type Labels } from '$lib/codebook/codebook';
import { getIndicator } from '$lib/indicators';
import type { Access } from '$lib/server/access/access';
import { lowerFirst } from '$lib/text/format';
import { listInstances } from './mapping';
import { wavesWithResponses } from './show-figure';

/** A measure an index can be made of. */
export interface IndexChoice {
  key: string;
  labels: Labels;
  indicatorId: string;
  /** null where the definition leaves open which end is good */
  direction: 'higher-is-better' | 'lower-is-better' | null;
}

/** Shares of people that any wave with areas measures, in the order of the newest such wave. */
export function indexChoices(access: Access): IndexChoice[] {
  const found = new Map<string, IndexChoice>();
  for (const { wave } of wavesWithResponses(access)) {
    if (!wave.areaVariable) continue;
    for (const instance of listInstances(access, wave.id)) {
      if (!canIndex(instance) || found.has(instance.key)) continue;
      const { direction, labels } = getIndicator(instance.indicatorId);
      found.set(instance.key, {
        key: instance.key,
        labels: withIndicator(instance.labels, labels),
        indicatorId: instance.indicatorId,
        direction: direction === 'neutral' ? null : direction
      });
    }
  }
  return [...found.values()];
}

/** "Rent or mortgage: unmet need": several indicators may speak of one need. */
const withIndicator = (instance: Labels, indicator: Labels): Labels =>
  Object.fromEntries(
    ['en', 'es'].map((language) => [
      language,
      `${labelIn(instance, language)}: ${lowerFirst(labelIn(indicator, language))}`
    ])
  );
