import { release } from '$lib/privacy/release';
import { itemDimension, tableOf } from './release-scores';
import {
  linesOf,
  placeInQuadrants,
  type Crosshair,
  type ImportanceScores,
  type IpaPoint,
  type IpaScores,
  type Lines,
  type PlacedPoint
} from './ipa';
import type { Labels } from '$lib/codebook/codebook';
import type { ReleasePolicy } from '$lib/privacy/policy';
import type { Released, ReleasedTable } from '$lib/privacy/table';
import type { PriorityContext, ScoredItem } from './definition';

/** Services in the plane of one kind of importance and performance, in their quadrants. */
export interface ReleasedPlane {
  importance: Released<ReleasedTable>;
  points: PlacedPoint[];
  lines: Lines | null;
}

/** Services in their quadrants; those that may not be shown are in the tables with their flag only. */
export interface ReleasedQuadrants {
  performance: Released<ReleasedTable>;
  stated: ReleasedPlane;
  /** the same by derived importance, and the question it is derived from */
  derived: (ReleasedPlane & { overall: Labels }) | null;
}

/** Both numbers of each service pass the release; a service with either hidden is in no quadrant. */
export function releaseQuadrants(
  { stated, derived, performance, scale }: IpaScores,
  context: Pick<PriorityContext, 'source' | 'weighting'>,
  policy: ReleasePolicy,
  { crosshair, target }: { crosshair: Crosshair; target: Lines | null }
): ReleasedQuadrants {
  const tableFor = (id: keyof typeof frames, items: ScoredItem[]) =>
    release(tableOf({ ...frames[id], id: `ipa-${id}` }, items, 'mean', context), policy);
  const performed = tableFor('performance', performance);
  const planeOf = (
    id: 'importance' | 'derived',
    { items, shared }: ImportanceScores,
    linesAt: (points: readonly IpaPoint[]) => Lines | null
  ): ReleasedPlane => {
    const importance = tableFor(id, items);
    const points = items.flatMap((item, i): IpaPoint[] => {
      const other = performance[i]!;
      const [x, y] = [importance, performed].map(
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
          covariance: round(shared.get(item.key) ?? 0),
          df: item.estimate.df ?? 0
        }
      ];
    });
    const lines = linesAt(points);
    return { importance, points: lines ? placeInQuadrants(points, lines) : [], lines };
  };
  return {
    performance: performed,
    stated: planeOf('importance', stated, (points) => linesOf(crosshair, points, scale, target)),
    derived: derived && {
      overall: derived.overall,
      ...planeOf('derived', derived, (points) =>
        linesOfDerived(points, linesOf(crosshair, points, scale, target), crosshair, scale)
      )
    }
  };
}

/** Derived importance is on no scale of answers: its line stands at the mean, or the median. */
function linesOfDerived(
  points: readonly IpaPoint[],
  asked: Lines | null,
  crosshair: Crosshair,
  scale: IpaScores['scale']
): Lines | null {
  const own = linesOf(crosshair === 'medians' ? 'medians' : 'means', points, scale);
  return own && asked && { importance: own.importance, performance: asked.performance };
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
  derived: {
    labels: { en: 'Derived importance', es: 'Importancia derivada' },
    meaning: {
      en: 'everyone who rated the service and everything together',
      es: 'quienes calificaron el servicio y todo en conjunto'
    },
    unit: 'number',
    decimals: 2,
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
