import { release } from '$lib/privacy/release';
import { itemDimension, tableOf } from './release-scores';
import {
  linesOf,
  placeInQuadrants,
  type Crosshair,
  type IpaPoint,
  type IpaScores,
  type Lines,
  type PlacedPoint
} from './ipa';
import type { ReleasePolicy } from '$lib/privacy/policy';
import type { Released, ReleasedTable } from '$lib/privacy/table';
import type { PriorityContext, ScoredItem } from './definition';

/** Services in their quadrants; those that may not be shown are in the tables with their flag only. */
export interface ReleasedQuadrants {
  importance: Released<ReleasedTable>;
  performance: Released<ReleasedTable>;
  points: PlacedPoint[];
  lines: Lines | null;
  scale: { low: number; high: number };
}

/** Both means of each service pass the release; a service with either hidden is in no quadrant. */
export function releaseQuadrants(
  scores: IpaScores,
  context: Pick<PriorityContext, 'source' | 'weighting'>,
  policy: ReleasePolicy,
  { crosshair, target }: { crosshair: Crosshair; target: Lines | null }
): ReleasedQuadrants {
  const tableFor = (id: 'importance' | 'performance', items: ScoredItem[]) =>
    release(tableOf({ ...frames[id], id: `ipa-${id}` }, items, 'mean', context), policy);
  const importance = tableFor('importance', scores.importance);
  const performance = tableFor('performance', scores.performance);
  const points = scores.importance.flatMap((item, i): IpaPoint[] => {
    const other = scores.performance[i]!;
    const [x, y] = [importance, performance].map(
      (table) => table.cells.find(({ at }) => at[itemDimension] === item.key)?.value ?? null
    );
    if (x == null || y == null || item.estimate.se === null || other.estimate.se === null)
      return [];
    return [
      {
        key: item.key,
        importance: x,
        performance: y,
        importanceSe: round(item.estimate.se),
        performanceSe: round(other.estimate.se),
        covariance: round(scores.shared.get(item.key) ?? 0),
        df: item.estimate.df ?? 0
      }
    ];
  });
  const lines = linesOf(crosshair, points, scores.scale, target);
  return {
    importance,
    performance,
    points: lines ? placeInQuadrants(points, lines) : [],
    lines,
    scale: scores.scale
  };
}

const round = (value: number): number => Number(value.toPrecision(3));

const frames = {
  importance: {
    labels: { en: 'Importance', es: 'Importancia' },
    meaning: { en: 'everyone who rated both', es: 'quienes calificaron ambas' },
    unit: 'number',
    decimals: 1,
    first: 'highest'
  },
  performance: {
    labels: { en: 'Performance', es: 'Desempeño' },
    meaning: { en: 'everyone who rated both', es: 'quienes calificaron ambas' },
    unit: 'number',
    decimals: 1,
    first: 'lowest'
  }
} as const;
