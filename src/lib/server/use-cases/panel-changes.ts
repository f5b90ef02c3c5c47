import type { Issue, Parsed } from '$lib/base/issue';
import type { JointChanges } from '$lib/disparities/changes';
import { jointChanges, type PanelWave } from '$lib/disparities/joint-changes';
import { getIndicator } from '$lib/indicators';
import type { WaveRecipe } from './wave-recipe';
import { designIssue } from './wave-design';

/** Waves that visited the same places, with their changes; why some could not be put together. */
export interface PanelChanges {
  joint: JointChanges[];
  /** for each wave after the first: why its change from the one before is not told */
  issues: Issue[][];
}

/**
 * The changes between waves whose designs name the same panel of places, where they were asked alike.
 *
 * @param recipes  oldest first
 * @param isBroken  for each wave after the first: it was not asked like the one before
 * @param waveOf  what a wave is computed from; asked only for waves of a panel
 */
export function panelChanges(
  recipes: readonly WaveRecipe[],
  isBroken: readonly boolean[],
  waveOf: (recipe: WaveRecipe) => Parsed<PanelWave>
): PanelChanges {
  const result: PanelChanges = { joint: [], issues: recipes.slice(1).map(() => []) };
  for (const members of panelsOf(recipes, isBroken)) {
    const found = changesOf(
      members.map((at) => recipes[at]!),
      waveOf
    );
    if (found.ok) result.joint.push(found.value);
    else
      for (const at of members)
        if (members.includes(at - 1)) result.issues[at - 1]!.push(...found.issues);
  }
  return result;
}

/** Positions of the waves of each panel, between breaks; a wave alone is no panel. */
function panelsOf(recipes: readonly WaveRecipe[], isBroken: readonly boolean[]): number[][] {
  const panels = new Map<string, number[]>();
  let run = 0;
  recipes.forEach(({ design }, at) => {
    if (at > 0 && isBroken[at - 1]) run += 1;
    const name = design?.panel?.trim();
    if (!name) return;
    const key = JSON.stringify([run, name]);
    panels.set(key, [...(panels.get(key) ?? []), at]);
  });
  return [...panels.values()].filter((members) => members.length > 1);
}

function changesOf(
  recipes: readonly WaveRecipe[],
  waveOf: (recipe: WaveRecipe) => Parsed<PanelWave>
): Parsed<JointChanges> {
  const waves: PanelWave[] = [];
  try {
    for (const recipe of recipes) {
      const wave = waveOf(recipe);
      if (!wave.ok) return wave;
      waves.push(wave.value);
    }
    return jointChanges(getIndicator(recipes[0]!.instance.indicatorId), waves);
  } catch (error) {
    return { ok: false, issues: [designIssue(error)] };
  }
}
