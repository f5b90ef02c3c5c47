import { canonical, type Json } from '$lib/base/canonical';
import type { Id } from '$lib/base/id';
import type { Issue, Parsed } from '$lib/base/issue';
import { combineWaves, waveDimension } from '$lib/disparities/changes';
import {
  detectableTable,
  publishedTable,
  timesOf,
  trendTable,
  type TrendUnit
} from '$lib/disparities/wave-questions';
import { strictestPolicy } from '$lib/privacy/policy';
import { findCell, release } from '$lib/privacy/release';
import type { CellKey, EstimateTable, Released, ReleasedTable } from '$lib/privacy/table';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import { notesBetween, overWaves, waveTable } from './indicator-table';
import { recipeOf, type WaveRecipe } from './wave-recipe';
import { cachedRelease } from './released-cache';

/** A measure over waves, for everyone, with a published figure beside one wave. */
export interface WaveChangeQuery {
  /** ids, oldest first */
  waves: Id[];
  instanceKey: string;
  /** member of the measure's own dimension (option, item, answer); null = its first, if it has one */
  part: string | null;
  /** a published figure on the scale of the measure (a share is 0..1), compared with one wave */
  published: { wave: Id; value: number; se: number; rho: number } | null;
}

/** Released numbers of a measure over waves. Every difference stands only beside two shown numbers. */
export interface WaveChange {
  table: Released<ReleasedTable>;
  /** the smallest change each pair could have seen, in place of the change */
  detectable: Released<ReleasedTable>;
  /** slope per unit of time over the last waves that were asked alike; null with fewer than three */
  trend: { table: Released<ReleasedTable>; unit: TrendUnit; waves: Id[] } | null;
  /** survey minus published; null when nothing was asked or the cell is not shown */
  published: Released<ReleasedTable> | null;
  /** the measure's own dimension and where the page stands in it; null where it has none */
  part: { dimension: string; key: string } | null;
  /** for each wave after the first: why its change from the one before is not told */
  between: Issue[][];
}

const wholeQuery = { group: null, withArea: false } as const;

/**
 * A measure over waves of a survey: changes with the covariance of waves that share their places, what
 * could have been seen, the trend, and a published figure beside it.
 *
 * Refused: `no-such-wave` without waves, and the reasons of `indicatorTable`.
 */
export function waveChange(access: Access, query: WaveChangeQuery): Parsed<WaveChange> {
  if (query.waves.length === 0) return refused('no-such-wave', 'waves');
  const recipes: WaveRecipe[] = [];
  for (const waveId of query.waves) {
    const recipe = recipeOf(access, waveId, { ...wholeQuery, ...query });
    if (!recipe.ok) return recipe;
    recipes.push(recipe.value);
  }
  const between = recipes.slice(1).map((later, i) => notesBetween(access, recipes[i]!, later));
  const { part, published } = query;
  const args = [recipes, between, { part, published }] as const;
  const key = `wave-change ${canonical(JSON.parse(JSON.stringify(args)) as Json)}`;
  return cachedRelease(access, key, () => makeWaveChange(access, ...args), {
    maker: 'wave-change',
    args
  });
}

/** Makes what `waveChange` returns, whatever is kept. */
export function makeWaveChange(
  access: Access,
  recipes: WaveRecipe[],
  asked: readonly Issue[][],
  { part: wanted, published }: Pick<WaveChangeQuery, 'part' | 'published'>
): Parsed<WaveChange> {
  const tables: EstimateTable[] = [];
  for (const recipe of recipes) {
    const table = waveTable(access, recipe, wholeQuery);
    if (!table.ok) return table;
    tables.push(table.value);
  }
  const over = overWaves(access, recipes, wholeQuery, tables, asked);
  const { joint, between } = over;
  const table = tables.length === 1 ? combineWaves(tables) : over.table;
  const policy = strictestPolicy(recipes.map((recipe) => recipe.policy));
  const part = partOf(table, wanted);
  const at: CellKey = part ? { [part.dimension]: part.key } : {};
  const shown = release(table, policy);
  const run = lastAlike(recipes, between);
  const { unit, times } = timesOf(run.map((i) => table.sources[i]!));
  const waves = run.map((i) => recipes[i]!.waveId);
  const isWhole = waves.every((wave) => isSound(shown, { [waveDimension]: wave, ...at }));
  const beside = published && {
    at: { [waveDimension]: published.wave, ...at },
    figure: { value: published.value, se: published.se, df: null }
  };
  return {
    ok: true,
    value: {
      table: shown,
      detectable: release(detectableTable(table), policy),
      trend:
        run.length >= 3 && isWhole
          ? { table: release(trendTable(table, joint, { waves, at, times }), policy), unit, waves }
          : null,
      published:
        published && beside
          ? release(publishedTable(table, beside.at, beside.figure, { rho: published.rho }), policy)
          : null,
      part,
      between
    }
  };
}

/** The dimension of a measure with several parts, and the part that is looked at. */
function partOf({ dimensions }: EstimateTable, wanted: string | null): WaveChange['part'] {
  const own = dimensions.find(({ id }) => id !== waveDimension);
  const member = own?.members.find(({ key }) => key === wanted) ?? own?.members[0];
  return own && member ? { dimension: own.id, key: member.key } : null;
}

/** Positions of the waves after the last break. */
function lastAlike(recipes: readonly WaveRecipe[], between: readonly Issue[][]): number[] {
  const from = between.findLastIndex((issues) => issues.length > 0) + 1;
  return recipes.map((_, i) => i).slice(from);
}

/** A number that may stand in a sentence about a trend: shown, and not to be used with care. */
function isSound(table: Released<ReleasedTable>, at: CellKey): boolean {
  const cell = findCell(table, at);
  return cell?.value != null && cell.flag === '';
}
