import { canIndex } from '$lib/composite/measure-column';
import { labelIn, type Labels } from '$lib/codebook/codebook';
import { getIndicator } from '$lib/indicators';
import type { Access } from '$lib/server/access/access';
import type { Language } from '$lib/text/text';
import { listMeasures, measureNames } from './measure-names';
import { wavesWithResponses } from './show-figure';

/** A measure an index can be made of. */
export interface IndexChoice {
  key: string;
  labels: Labels;
  indicatorId: string;
  /** null where the definition leaves open which end is good */
  direction: 'higher-is-better' | 'lower-is-better' | null;
}

/** The same as a form lists them, in the reader's language. */
export const viewIndexChoices = (access: Access, language: Language) =>
  indexChoices(access).map(({ key, labels, direction }) => ({
    key,
    label: labelIn(labels, language),
    direction
  }));

/** Shares of people that any wave with areas measures, in the order of the newest such wave. */
export function indexChoices(access: Access): IndexChoice[] {
  const waves = wavesWithResponses(access).filter(({ wave }) => wave.areaVariable);
  const found = listMeasures(
    access,
    waves.map(({ wave }) => wave.id)
  ).filter(({ instance }) => canIndex(instance));
  const names = measureNames(found);
  return found.map(({ instance: { key, indicatorId } }, i) => {
    const { direction } = getIndicator(indicatorId);
    return {
      key,
      labels: names[i]!,
      indicatorId,
      direction: direction === 'neutral' ? null : direction
    };
  });
}
