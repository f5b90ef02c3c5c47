import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import { labelIn } from '$lib/codebook/codebook';
import { getIndicator } from '$lib/indicators';
import {
  checkRanks,
  redundancyTable,
  type DeprivationPair,
  type RankCheck
} from '$lib/indicators/deprivation-checks';
import { findCell, release } from '$lib/privacy/release';
import type { Released, ReleasedTable } from '$lib/privacy/table';
import type { Access } from '$lib/server/access/access';
import { findWave } from '$lib/server/db/queries/survey';
import { formatNumber, formatPercent, formatPercentRange } from '$lib/text/format';
import { textFor, type Language } from '$lib/text/text';
import { waveContext, waveTable } from './indicator-table';
import { cachedRelease } from './released-cache';
import type { ShownFigure } from './show-figure';
import { designIssue } from './wave-design';
import { recipeOf } from './wave-recipe';

/** How far a deprivation index hangs on choices: of its cutoff and weights, and of its items. */
export interface DeprivationChecks {
  ranks: RankCheck[];
  pairs: DeprivationPair[];
  redundancy: Released<ReleasedTable>;
}

/**
 * The checks of one deprivation index of a wave.
 *
 * Refused: the reasons of `recipeOf`, `design-...`.
 */
export function deprivationChecks(
  access: Access,
  waveId: Id,
  instanceKey: string
): Parsed<DeprivationChecks> {
  const withArea = Boolean(findWave(access, waveId)?.areaVariable);
  const query = { waves: [waveId], instanceKey, group: null, withArea };
  const recipe = recipeOf(access, waveId, query);
  if (!recipe.ok) return recipe;
  return cachedRelease(
    access,
    `deprivation-checks ${JSON.stringify(recipe.value)}`,
    () => {
      const { area, policy, instance } = recipe.value;
      const raw = waveTable(access, recipe.value, { group: null });
      const context = waveContext(access, { ...recipe.value, area: null }, { group: null });
      if (!raw.ok) return raw;
      if (!context.ok) return context;
      try {
        const { table, pairs } = redundancyTable(getIndicator(instance.indicatorId), context.value);
        const shown = area === null ? [] : areasShown(release(raw.value, policy), area);
        return {
          ok: true,
          value: {
            ranks: area === null ? [] : checkRanks(context.value, area, shown),
            pairs,
            redundancy: release(table, policy)
          }
        };
      } catch (error) {
        return { ok: false, issues: [designIssue(error)] };
      }
    },
    { maker: 'deprivation-checks', args: [waveId, instanceKey] }
  );
}

/** Areas whose index may be shown. */
const areasShown = (table: Released<ReleasedTable>, area: string): string[] =>
  (table.dimensions.find(({ id }) => id === area)?.members ?? []).flatMap(({ key }) =>
    findCell(table, { measure: 'm0', [area]: key })?.value == null ? [] : [key]
  );

/** The checks in words. */
export interface DeprivationView {
  ranks: { key: string; label: string; correlation: string; unchanged: string }[];
  /** pairs that overlap most, the strongest first */
  overlaps: string[];
}

const mostOverlaps = 5;

/** Null for a measure that is no deprivation index. */
export function viewDeprivation(
  access: Access,
  { wave, instance }: ShownFigure,
  language: Language
): DeprivationView | null {
  if (!['deprivation-index', 'neighborhood-deprivation'].includes(instance.indicatorId))
    return null;
  const found = deprivationChecks(access, wave.id, instance.key);
  if (!found.ok) return null;
  const words = textFor(language).explore.indicator.deprivation;
  const { ranks, pairs, redundancy } = found.value;
  return {
    ranks: ranks.map(({ cutoff, weights, correlation, unchanged }) => ({
      key: `${weights} ${cutoff}`,
      label: words.setting(formatPercent(cutoff), words.weights[weights]),
      correlation: correlation === null ? words.allTies : formatNumber(correlation, language, 2),
      unchanged: formatPercent(unchanged)
    })),
    overlaps: pairs
      .flatMap((pair) => {
        const cell = findCell(redundancy, { pair: pair.key });
        return cell?.value == null || cell.low === null || cell.high === null
          ? []
          : [{ pair, value: cell.value, low: cell.low, high: cell.high }];
      })
      .sort((a, b) => b.value - a.value)
      .slice(0, mostOverlaps)
      .map(({ pair, value, low, high }) =>
        words.overlap(
          labelIn(pair.rarer, language),
          labelIn(pair.other, language),
          `${formatPercent(value)} (${formatPercentRange(low, high)})`
        )
      )
  };
}
