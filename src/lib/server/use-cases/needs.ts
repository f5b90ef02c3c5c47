import type { Id } from '$lib/base/id';
import type { Issue, Parsed } from '$lib/base/issue';
import { canonical, type Json } from '$lib/base/canonical';
import { adjustFamilies } from '$lib/indicators/contrasts';
import { partsDimension } from '$lib/indicators/share-table';
import { strictestPolicy } from '$lib/privacy/policy';
import { release } from '$lib/privacy/release';
import type { EstimateTable, Released, ReleasedTable } from '$lib/privacy/table';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import {
  indicatorTable,
  notesBetween,
  overWaves,
  waveTable,
  type TableResult
} from './indicator-table';
import { recipeOf, type WaveRecipe } from './wave-recipe';
import { listInstances } from './mapping';
import { cachedRelease } from './released-cache';

/** The dimension of a list of needs; its members are instance keys. */
export const needDimension = 'need';

/**
 * Every unmet need of a wave for the whole population, as one released table with likely ranks.
 *
 * Ranks come from simultaneous intervals (Bonferroni over the needs): "1st to 3rd". A need whose
 * number is hidden or too imprecise has no rank and is not counted among the others.
 *
 * Refused: `no-such-wave`, `no-needs` when nothing of the wave is mapped as a need, and the reasons of
 * `indicatorTable`.
 */
export function needsList(access: Access, waveId: Id): Parsed<Released<ReleasedTable>> {
  const instances = needsOf(access, waveId);
  if (instances.length === 0) return refused('no-needs', 'waves');
  const recipes = recipesOf(access, waveId, instances);
  if (!recipes.ok) return recipes;
  return cachedRelease(
    access,
    keyOf(access, 'needs', recipes.value),
    () => makeNeedsList(access, instances, recipes.value),
    { maker: 'needs-list', args: [instances, recipes.value] }
  );
}

type Instance = ReturnType<typeof listInstances>[number];

const wholeQuery = { group: null, withArea: false } as const;

const needsOf = (access: Access, waveId: Id): Instance[] =>
  listInstances(access, waveId).filter(({ indicatorId }) => indicatorId === 'unmet-need-rate');

function recipesOf(
  access: Access,
  waveId: Id,
  instances: readonly Pick<Instance, 'key'>[]
): Parsed<WaveRecipe[]> {
  const recipes: WaveRecipe[] = [];
  for (const { key } of instances) {
    const recipe = recipeOf(access, waveId, { ...wholeQuery, waves: [waveId], instanceKey: key });
    if (!recipe.ok) return recipe;
    recipes.push(recipe.value);
  }
  return { ok: true, value: recipes };
}

const keyOf = ({ workspaceId }: Access, what: string, recipes: readonly WaveRecipe[]): string =>
  `${workspaceId} ${what} ${canonical(JSON.parse(JSON.stringify(recipes)) as Json)}`;

/** Makes the list, whatever is kept: what the compute worker runs. */
export function makeNeedsList(
  access: Access,
  instances: readonly Instance[],
  recipes: readonly WaveRecipe[]
): Parsed<Released<ReleasedTable>> {
  const whole: EstimateTable[] = [];
  const simultaneous: EstimateTable[] = [];
  const issues: Issue[] = [];
  for (const recipe of recipes) {
    const table = waveTable(access, recipe, wholeQuery);
    const wide = waveTable(access, recipe, wholeQuery, 1 - 0.05 / instances.length);
    if (!table.ok || !wide.ok) issues.push(...(table.ok ? [] : table.issues));
    else {
      whole.push(table.value);
      simultaneous.push(wide.value);
    }
  }
  const [frame] = whole;
  const [recipe] = recipes;
  if (!frame || !recipe) return { ok: false, issues };
  const combined: EstimateTable = {
    ...frame,
    subject: {
      ...frame.subject,
      key: 'unmet-need',
      labels: { en: 'Unmet needs', es: 'Necesidades no atendidas' }
    },
    dimensions: [needsDimension(instances)],
    cells: whole.flatMap(({ subject, cells }) =>
      cells.map((cell) => ({ ...cell, at: { [needDimension]: subject.key } }))
    ),
    contrasts: [],
    rankBounds: simultaneous.flatMap(({ subject, cells }) =>
      cells.flatMap(({ estimate: { low, high } }) =>
        low === null || high === null ? [] : [{ at: { [needDimension]: subject.key }, low, high }]
      )
    )
  };
  return { ok: true, value: release(combined, recipe.policy) };
}

const needsDimension = (instances: readonly Instance[]) =>
  partsDimension(
    { id: needDimension, labels: { en: 'Need', es: 'Necesidad' } },
    instances.map(({ key, labels }) => ({ key, labels }))
  );

/** Needs of two waves, and those that were not asked alike: these have no change. */
export interface NeedsChange {
  table: Released<ReleasedTable>;
  notes: { key: string; issues: Issue[] }[];
}

/**
 * Every need that both waves have, in both, with its change where it was asked alike. The changes are
 * one family: their p-values are adjusted together.
 *
 * Refused: `no-needs` when the waves share none, and the reasons of `indicatorTable`.
 */
export function needsChange(access: Access, earlier: Id, later: Id): Parsed<NeedsChange> {
  const before = new Set(needsOf(access, earlier).map(({ key }) => key));
  const instances = needsOf(access, later).filter(({ key }) => before.has(key));
  if (instances.length === 0) return refused('no-needs', 'waves');
  const first = recipesOf(access, earlier, instances);
  const second = recipesOf(access, later, instances);
  if (!first.ok) return first;
  if (!second.ok) return second;
  const recipes = [...first.value, ...second.value];
  const pairs = second.value.map((recipe, i): NeedPair => {
    const before = first.value[i]!;
    return { waves: [before, recipe], between: notesBetween(access, before, recipe) };
  });
  const between = pairs.map((pair) => pair.between);
  const key = `${keyOf(access, 'change', recipes)} ${JSON.stringify(between)}`;
  return cachedRelease(access, key, () => makeNeedsChange(access, instances, pairs), {
    maker: 'needs-change',
    args: [instances, pairs]
  });
}

/** One need in both waves, and what was not asked alike. */
interface NeedPair {
  waves: [WaveRecipe, WaveRecipe];
  between: Issue[];
}

/** Makes the changes, whatever is kept: what the compute worker runs. */
export function makeNeedsChange(
  access: Access,
  instances: readonly Instance[],
  pairs: readonly NeedPair[]
): Parsed<NeedsChange> {
  const tables: EstimateTable[] = [];
  const notes: NeedsChange['notes'] = [];
  for (const { waves, between } of pairs) {
    const made = waves.map((one) => waveTable(access, one, wholeQuery));
    const failed = made.find((one) => !one.ok);
    if (failed && !failed.ok) return failed;
    const both = made.flatMap((one) => (one.ok ? [one.value] : []));
    const over = overWaves(access, waves, wholeQuery, both, [between]);
    if (over.notes.length > 0) notes.push({ key: waves[1].instance.key, issues: over.notes });
    tables.push(over.table);
  }
  const at = (table: EstimateTable) => ({ [needDimension]: table.subject.key });
  const frame = tables[0]!;
  const combined: EstimateTable = {
    ...frame,
    dimensions: [needsDimension(instances), ...frame.dimensions],
    cells: tables.flatMap((table) =>
      table.cells.map((cell) => ({ ...cell, at: { ...at(table), ...cell.at } }))
    ),
    contrasts: adjustFamilies(
      tables.flatMap((table) =>
        table.contrasts.map((contrast) => ({
          ...contrast,
          a: { ...at(table), ...contrast.a },
          b: { ...at(table), ...contrast.b }
        }))
      ),
      needDimension
    )
  };
  return {
    ok: true,
    value: {
      table: release(
        combined,
        strictestPolicy(pairs.flatMap(({ waves }) => waves.map(({ policy }) => policy)))
      ),
      notes
    }
  };
}

/**
 * One measure in two waves with the tested change of every place, earlier wave first.
 *
 * Refused: the reasons of `indicatorTable`, for either wave.
 */
export const changeSince = (
  access: Access,
  instanceKey: string,
  earlier: Id,
  later: Id,
  split: { group: string | null; withArea: boolean } = { group: null, withArea: false }
): Parsed<TableResult> =>
  indicatorTable(access, { waves: [earlier, later], instanceKey, ...split });
