import { estimatePoint } from '$lib/estimation/estimates/estimate';
import { proportionOf } from '$lib/estimation/estimates/estimate-proportion';
import { tQuantile } from '$lib/estimation/numeric/distributions';
import { sharePoint } from '$lib/estimation/sums/point';
import { findBenchmark, standardError, topicOf, type Benchmark } from './benchmark';
import { peopleGrid } from './people-grid';
import { countOf } from './share-table';
import { met, needClasses, needColumn, notNeeded, unmet } from './unmet-need';
import type { Estimate, EstimateOptions } from '$lib/estimation/estimates/estimate';
import type { Point } from '$lib/estimation/sums/point';
import type { CellKey, RawCell } from '$lib/privacy/table';
import type { ComputeContext } from './definition';
import type { PeopleGrid } from './people-grid';

const base = [unmet, met, notNeeded];

/** Totals of people in need at every place of the split, with the published population they rest on. */
export function totalsOf(context: ComputeContext): {
  grid: PeopleGrid;
  cells: RawCell[];
  published: Benchmark | null;
} {
  const classOf = needColumn(context.responses, context.instance.inputs);
  const grid = peopleGrid(context, classOf, needClasses);
  const published = findBenchmark(context.benchmarks, 'population', {
    topic: topicOf(context.instance.key)
  });
  return {
    grid,
    published,
    cells: grid.places.map((at) => totalCell(grid, at, context, published))
  };
}

function totalCell(
  grid: PeopleGrid,
  at: CellKey,
  context: ComputeContext,
  published: Benchmark | null
): RawCell {
  const options: EstimateOptions = context.confidence ? { level: context.confidence } : {};
  const within = grid.cellsAt(at, base);
  const restsOn = proportionOf(grid.tabulation, grid.cellsAt(at, [unmet]), within, options);
  const population = published?.value ?? context.population;
  const factor = expansion({ ...context, population });
  const point = factor && totalPoint(grid, at, factor);
  const relative =
    published && factor?.by === 'population' ? standardError(published) / published.value : 0;
  const estimate = point
    ? logInterval(widened(estimatePoint(grid.tabulation, point, within, options), relative))
    : { ...restsOn, value: null, se: null, low: null, high: null };
  return {
    at,
    estimate,
    restsOn,
    n: restsOn.n,
    x: countOf(grid, at, [unmet]),
    psus: restsOn.psus
  };
}

type Expansion = { by: 'weights' } | { by: 'population'; population: number };

/**
 * How answers become people: weights that add up to the population (within a tenth; or that are
 * clearly not relative, where the population is not known), else the population given, else not at all.
 */
export function expansion({
  design,
  population,
  weighting
}: Pick<ComputeContext, 'design' | 'population' | 'weighting'>): Expansion | null {
  const sum = design.weights.reduce((total, weight) => total + weight, 0);
  if (population !== null)
    return weighting === 'weighted' && Math.abs(sum / population - 1) <= 0.1
      ? { by: 'weights' }
      : { by: 'population', population };
  return weighting === 'weighted' && sum >= 2 * design.rows ? { by: 'weights' } : null;
}

function totalPoint(grid: PeopleGrid, at: CellKey, factor: Expansion): Point | null {
  const members = grid.cellsAt(at, [unmet]);
  if (factor.by === 'weights') {
    const point = sharePoint(grid.tabulation, members, grid.cellsAt(at, base), 'total');
    return typeof point === 'string' ? null : point;
  }
  // N x (this part's people in need over everyone who answered): parts add up to the whole.
  const point = sharePoint(grid.tabulation, members, grid.cellsAt({}, base));
  if (typeof point === 'string') return null;
  return {
    ...point,
    value: point.value * factor.population,
    score: {
      ...point.score,
      factor: point.score.factor.map((f) => f * factor.population),
      value: (sums, from) => point.score.value(sums, from) * factor.population
    },
    spread: null
  };
}

/** The population's own error added: relative variances of a product add up. */
const widened = (estimate: Estimate, relative: number): Estimate =>
  relative === 0 || estimate.value === null || estimate.se === null
    ? estimate
    : { ...estimate, se: Math.hypot(estimate.se, estimate.value * relative) };

/** exp(ln total -+ t se / total): stays above 0. */
function logInterval(estimate: Estimate): Estimate {
  const { value, se, df, level } = estimate;
  if (value === null || se === null || df === null || df <= 0 || value <= 0)
    return { ...estimate, low: value === 0 ? 0 : null, high: null };
  const reach = (tQuantile((1 + level) / 2, df) * se) / value;
  return { ...estimate, low: value * Math.exp(-reach), high: value * Math.exp(reach) };
}
