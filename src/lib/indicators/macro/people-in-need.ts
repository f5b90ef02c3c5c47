import { estimatePoint } from '$lib/estimation/estimate';
import { proportionOf } from '$lib/estimation/estimate-proportion';
import { tQuantile } from '$lib/estimation/distributions';
import { sharePoint } from '$lib/estimation/point';
import { defineIndicator } from '../define-indicator';
import { peopleGrid } from '../people-grid';
import { countOf, tableFrame } from '../share-table';
import {
  met,
  needClasses,
  needColumn,
  needInput,
  notNeeded,
  servedInput,
  unmet
} from '../unmet-need';
import type { Estimate, EstimateOptions } from '$lib/estimation/estimate';
import type { Point } from '$lib/estimation/point';
import type { CellKey, RawCell } from '$lib/privacy/table';
import type { ComputeContext } from '../definition';
import type { PeopleGrid } from '../people-grid';

const base = [unmet, met, notNeeded];

/** A2. Number of people with the need; with a service question, of those whose need is unmet. */
export const peopleInNeed = defineIndicator({
  id: 'people-in-need',
  code: 'A2',
  level: 'macro',
  unitOfAnalysis: 'person',
  claim: 'domain',
  unit: 'people',
  direction: 'lower-is-better',
  decimals: 0,
  labels: { en: 'People in need', es: 'Personas con necesidad' },
  universe: {
    en: 'the people the survey stands for',
    es: 'las personas que representa la encuesta'
  },
  within: {
    en: 'everyone who answered about the need',
    es: 'todas las personas que respondieron sobre la necesidad'
  },
  source:
    'Weighted total (Cochran W.G., 1977, Sampling Techniques, 3rd edition); interval on the log scale as for counts in NCHS Data Presentation Standards for Rates and Counts (2023).',
  needs: [needInput, { ...servedInput, optional: true }],
  compute: (context, home) => {
    const classOf = needColumn(context.responses, context.instance.inputs);
    const grid = peopleGrid(context, classOf, needClasses);
    return {
      ...tableFrame(home, context, 'total', 'log-t'),
      dimensions: grid.dimensions,
      cells: grid.places.map((at) => totalCell(grid, at, context)),
      contrasts: []
    };
  },
  examples: [
    {
      title: 'weights that add up to the population are counted as they stand',
      given: { need: ['y', 'n', 'n', 'n'] },
      weights: [100, 300, 300, 300],
      population: 1000,
      inputs: { need: { questionId: 'need', variables: ['need'], yes: ['y'], no: ['n'] } },
      expect: { value: 100, n: 4 }
    },
    {
      title: 'without such weights the share times the population',
      given: { need: ['y', 'n', 'n', 'n'] },
      population: 1000,
      inputs: { need: { questionId: 'need', variables: ['need'], yes: ['y'], no: ['n'] } },
      expect: { value: 250, n: 4 }
    }
  ]
});

function totalCell(grid: PeopleGrid, at: CellKey, context: ComputeContext): RawCell {
  const options: EstimateOptions = context.confidence ? { level: context.confidence } : {};
  const within = grid.cellsAt(at, base);
  const restsOn = proportionOf(grid.tabulation, grid.cellsAt(at, [unmet]), within, options);
  const factor = expansion(context);
  const point = factor && totalPoint(grid, at, factor);
  const estimate = point
    ? logInterval(estimatePoint(grid.tabulation, point, within, options))
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

/** exp(ln total -+ t se / total): stays above 0. */
function logInterval(estimate: Estimate): Estimate {
  const { value, se, df, level } = estimate;
  if (value === null || se === null || df === null || df <= 0 || value <= 0)
    return { ...estimate, low: value === 0 ? 0 : null, high: null };
  const reach = (tQuantile((1 + level) / 2, df) * se) / value;
  return { ...estimate, low: value * Math.exp(-reach), high: value * Math.exp(reach) };
}
