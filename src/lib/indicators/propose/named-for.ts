import type { Labels } from '$lib/codebook/codebook';
import { labelIn } from '$lib/codebook/codebook';
import { indicators } from '../index';

/**
 * A measure's name with that of its indicator: "Paying the rent: slope along income". For indicators
 * whose number says little under the name of the need alone.
 */
export function namedFor(indicatorId: string, labels: Labels): Labels {
  const own = indicators.find(({ id }) => id === indicatorId)?.labels;
  if (!own) return labels;
  return Object.fromEntries(
    Object.entries(labels).map(([language, text]) => {
      const name = labelIn(own, language === 'und' ? 'en' : language);
      return [language, `${text}: ${name.charAt(0).toLowerCase()}${name.slice(1)}`];
    })
  );
}
