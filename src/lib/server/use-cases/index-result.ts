import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { IndexDefinition } from '$lib/composite/definition';
import { releaseIndex, type IndexInput, type ReleasedIndex } from '$lib/composite/release-index';
import { strictestPolicy } from '$lib/privacy/policy';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import { findIndex, findIndexVersion } from '$lib/server/db/queries/composite-index';
import { findWave } from '$lib/server/db/queries/survey';
import { indexChoices } from './index-choices';
import { weightsOfVersion } from './index-versions';
import { waveTable } from './indicator-table';
import { recipeOf, type WaveRecipe } from './wave-recipe';
import { listInstances } from './mapping';
import { priorityBasis } from './priority-context';
import { cachedRelease } from './released-cache';
import { wavesWithResponses } from './show-figure';
import { designIssue } from './wave-design';

/** Waves that measure every indicator of a version by area, newest first. */
export function wavesForIndex(
  access: Access,
  indexVersionId: Id
): { id: Id; name: string; label: string }[] {
  const version = findIndexVersion(access, indexVersionId);
  if (!version || version.indicators.length === 0) return [];
  return wavesWithResponses(access).flatMap(({ wave, label }) => {
    const keys = new Set(listInstances(access, wave.id).map(({ key }) => key));
    const hasAll = version.indicators.every(({ key }) => keys.has(key));
    return wave.areaVariable && hasAll ? [{ id: wave.id, name: wave.name, label }] : [];
  });
}

/**
 * A version's index over the areas of a wave, released. Versions never change, so the same version
 * gives the same index of the same answers for as long as they stand.
 *
 * Refused: `not-here`; `index-wave-lacks` when the wave does not measure all of it by area; the
 * reasons of `recipeOf` and `priorityBasis`.
 */
export function indexResult(access: Access, indexVersionId: Id, waveId: Id): Parsed<ReleasedIndex> {
  const version = findIndexVersion(access, indexVersionId);
  const index = version && findIndex(access, version.indexId);
  if (!version || !index) return refused('not-here');
  const definition: IndexDefinition = {
    indicators: version.indicators,
    weights: weightsOfVersion(access, indexVersionId),
    aggregation: version.aggregation
  };
  const wave = findWave(access, waveId);
  if (!wave?.areaVariable || definition.indicators.length === 0) return refused('index-wave-lacks');
  const recipes: WaveRecipe[] = [];
  for (const { key } of definition.indicators) {
    const query = { waves: [waveId], instanceKey: key, group: null, withArea: true };
    const recipe = recipeOf(access, waveId, query);
    if (!recipe.ok)
      return recipe.issues[0]?.code === 'no-such-measure' ? refused('index-wave-lacks') : recipe;
    recipes.push(recipe.value);
  }
  const basis = priorityBasis(access, waveId);
  if (!basis.ok) return basis;
  const { context } = basis.value;
  const areaVariable = wave.areaVariable;
  const key = `index ${JSON.stringify([definition, recipes])}`;
  return cachedRelease(
    access,
    key,
    () => {
      const inputs: IndexInput[] = [];
      for (const recipe of recipes) {
        const table = waveTable(access, recipe, { group: null });
        if (!table.ok) return table;
        inputs.push({ instance: recipe.instance, table: table.value });
      }
      try {
        const { responses, design, source, weighting } = context;
        const policy = strictestPolicy(recipes.map((recipe) => recipe.policy));
        return {
          ok: true,
          value: releaseIndex(definition, {
            name: index.name,
            responses,
            design,
            areaVariable,
            source,
            weighting,
            policy,
            inputs
          })
        };
      } catch (error) {
        return { ok: false, issues: [designIssue(error)] };
      }
    },
    { maker: 'index-result', args: [indexVersionId, waveId] }
  );
}

/** Whether anything can be put into an index at all. */
export const canMakeIndex = (access: Access): boolean => indexChoices(access).length > 1;
