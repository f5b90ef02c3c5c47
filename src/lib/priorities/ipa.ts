import { fQuantile } from '$lib/estimation/numeric/distributions';
import { estimateFunctions } from '$lib/estimation/estimates/estimate-functions';
import { commonScale } from './answered';
import { deriveImportance, type DerivedImportance } from './derived-importance';
import { pairedServices, type PairedService } from './pair-items';
import { lacking } from './refuse';
import { meanOf, scoreItems } from './score-items';
import { quantileOf } from './rating';
import type { Parsed } from '$lib/base/issue';
import type { Labels } from '$lib/codebook/codebook';
import type { PriorityContext, ScoredItem } from './definition';

/** Where the two lines stand that part the quadrants. */
export const crosshairs = ['means', 'medians', 'midpoint', 'target'] as const;
export type Crosshair = (typeof crosshairs)[number];

export const quadrants = ['concentrate', 'keep-up', 'low-priority', 'overkill'] as const;
export type Quadrant = (typeof quadrants)[number];

export const quadrantLabels: Record<Quadrant, Labels> = {
  concentrate: { en: 'Concentrate here', es: 'Concentrarse aquí' },
  'keep-up': { en: 'Keep up', es: 'Mantener' },
  'low-priority': { en: 'Low priority', es: 'Prioridad baja' },
  overkill: { en: 'Possible overkill', es: 'Posible exceso' }
};

/** Importance of every service, before release. */
export interface ImportanceScores {
  items: ScoredItem[];
  /** covariance of a service's importance with its mean performance, by key */
  shared: ReadonlyMap<string, number>;
}

/** Importance and mean performance of every service, before release. */
export interface IpaScores {
  performance: ScoredItem[];
  /** mean importance as people rated it */
  stated: ImportanceScores;
  /** how closely a service goes with satisfaction overall; null where that was not asked */
  derived: DerivedImportance | null;
  /** ends of the answer scale */
  scale: { low: number; high: number };
}

/** Refused `priority-no-services`, `priority-no-numbers`. */
export function ipaScores(context: PriorityContext): Parsed<IpaScores> {
  const { design, services } = context;
  if (!services) return lacking('priority-no-services');
  const paired = pairedServices(context);
  const scale = commonScale(services);
  if (!paired || !scale) return lacking('priority-no-numbers');
  const meansOf = (of: (service: PairedService) => Float64Array) =>
    scoreItems(
      design,
      paired.map((service) => ({ ...service, score: meanOf(of(service)) }))
    ).items;
  const shared = paired.map((service): [string, number] => {
    const { covariance } = estimateFunctions(design, [
      meanOf(service.importance),
      meanOf(service.performance)
    ]);
    return [service.key, covariance[0]![1]!];
  });
  return {
    ok: true,
    value: {
      performance: meansOf(({ performance }) => performance),
      stated: { items: meansOf(({ importance }) => importance), shared: new Map(shared) },
      derived: deriveImportance(context, paired),
      scale
    }
  };
}

/** A service in the plane of both means, shown numbers only. */
export interface IpaPoint {
  key: string;
  importance: number;
  performance: number;
  importanceSe: number;
  performanceSe: number;
  covariance: number;
  df: number;
}

export interface Lines {
  importance: number;
  performance: number;
}

/**
 * Lines between the quadrants. Means and medians are those of the points given, so that a service
 * that may not be shown moves no line.
 */
export function linesOf(
  crosshair: Crosshair,
  points: readonly Pick<IpaPoint, 'importance' | 'performance'>[],
  scale: { low: number; high: number },
  target: Lines | null = null
): Lines | null {
  if (crosshair === 'target') return target;
  const middle = (scale.low + scale.high) / 2;
  if (crosshair === 'midpoint') return { importance: middle, performance: middle };
  if (points.length === 0) return null;
  const lineOf = (values: number[]): number =>
    crosshair === 'medians'
      ? quantileOf(values, 0.5)
      : values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    importance: lineOf(points.map(({ importance }) => importance)),
    performance: lineOf(points.map(({ performance }) => performance))
  };
}

/** The 95% confidence ellipse of a point, as half axes along both means and a turn. */
export interface Ellipse {
  /** reach along each mean: the ellipse touches value -+ reach */
  importance: number;
  performance: number;
  /** correlation of the two means, -1..1 */
  correlation: number;
}

/** Joint 95% region of two means: Hotelling's T squared with the design's degrees of freedom. */
export function ellipseOf(point: IpaPoint): Ellipse | null {
  if (!(point.df > 1)) return null;
  const size = Math.sqrt(((2 * point.df) / (point.df - 1)) * fQuantile(0.95, 2, point.df - 1));
  const product = point.importanceSe * point.performanceSe;
  return {
    importance: size * point.importanceSe,
    performance: size * point.performanceSe,
    correlation: product > 0 ? point.covariance / product : 0
  };
}

export interface PlacedPoint extends IpaPoint {
  ellipse: Ellipse | null;
  quadrant: Quadrant;
  /** its ellipse crosses a line, or has none */
  isUndetermined: boolean;
}

/** Each point's quadrant; undetermined where its ellipse crosses a line. */
export function placeInQuadrants(points: readonly IpaPoint[], lines: Lines): PlacedPoint[] {
  return points.map((point) => {
    const ellipse = ellipseOf(point);
    const right = point.importance >= lines.importance;
    const up = point.performance >= lines.performance;
    const crosses = (value: number, line: number, reach: number): boolean =>
      Math.abs(value - line) < reach;
    return {
      ...point,
      ellipse,
      quadrant: right ? (up ? 'keep-up' : 'concentrate') : up ? 'overkill' : 'low-priority',
      isUndetermined:
        !ellipse ||
        crosses(point.importance, lines.importance, ellipse.importance) ||
        crosses(point.performance, lines.performance, ellipse.performance)
    };
  });
}
