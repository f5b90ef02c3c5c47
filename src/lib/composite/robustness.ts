import { dirichletDraw, lowerRoot, normalDraw } from '$lib/base/draws';
import { seededRandom, type Random } from '$lib/base/random';
import { midRanks } from '$lib/base/rank-correlation';
import { rankAcceptability, type RankAcceptability } from '$lib/priorities/rank-acceptability';
import { indexOf, type IndexChoices } from './index-scores';
import { aggregations, normalizations, type AreaValues, type IndexDefinition } from './definition';

/** How close drawn weights stay to the coalition's: 50 lets 20 points be 9 to 32 in nine of ten draws. */
const concentration = 50;
export const robustnessDraws = 1000;
/** Base draws of the sensitivity analysis; each takes as many runs as there are choices, and two. */
const sensitivityDraws = 1024;

/** Choices whose part in the rank shifts is told apart. */
export const choiceIds = ['weights', 'normalization', 'aggregation', 'values'] as const;
export type ChoiceId = (typeof choiceIds)[number];

export interface Robustness {
  areas: RankAcceptability[];
  /** mean number of places an area moves from the rank of the index as made */
  meanShift: number;
  /**
   * Share of the variance of that shift due to each choice alone (`first`), and with all its
   * interactions (`total`); null when nothing shifts.
   */
  sensitivity: { choice: ChoiceId; first: number | null; total: number | null }[];
  draws: number;
}

/**
 * How the ranks of areas hold when the index is made otherwise: weights drawn around the
 * coalition's (Dirichlet), every normalization, both aggregations, and the indicators within their
 * sampling error (OECD and JRC 2008, Handbook on constructing composite indicators, step 7).
 */
export function robustnessOf(definition: IndexDefinition, data: AreaValues, seed = 1): Robustness {
  const draw = drawing(definition, data);
  const reference = midRanks(
    indexOf(definition.indicators, {
      weights: definition.weights,
      aggregation: definition.aggregation,
      normalization: 'goalposts',
      values: data.values
    })
  );
  const ranksOf = (choices: IndexChoices) => midRanks(indexOf(definition.indicators, choices));
  const shiftOf = (choices: IndexChoices): number => {
    const ranks = ranksOf(choices);
    return (
      reference.reduce((sum, rank, d) => sum + Math.abs(rank - ranks[d]!), 0) / reference.length
    );
  };
  let shift = 0;
  const areas = rankAcceptability(
    data.areas,
    (random) => {
      const choices = draw(random);
      shift += shiftOf(choices);
      return indexOf(definition.indicators, choices);
    },
    { seed, draws: robustnessDraws }
  );
  return {
    areas: areas.map((area) => ({
      ...area,
      shares: area.shares.map((share) => Math.round(share * 100) / 100)
    })),
    meanShift: shift / robustnessDraws,
    sensitivity: sobol(draw, shiftOf, seed + 1),
    draws: robustnessDraws
  };
}

/** Draws every choice at once. */
function drawing(
  { weights }: IndexDefinition,
  { values, covariance }: AreaValues
): (random: Random) => IndexChoices {
  const root = lowerRoot(covariance);
  return (random) => ({
    weights: dirichletDraw(weights, concentration, random),
    normalization: random.pick(normalizations),
    aggregation: random.pick(aggregations),
    values: normalDraw(values, root, random)
  });
}

/**
 * Sobol indices of the mean rank shift by pick-and-freeze: first order with the estimator of Saltelli
 * et al. (2010), total order with that of Jansen (1999). The choices are independent of each other.
 */
function sobol(
  draw: (random: Random) => IndexChoices,
  shiftOf: (choices: IndexChoices) => number,
  seed: number
): Robustness['sensitivity'] {
  const random = seededRandom(seed);
  const pairs = Array.from({ length: sensitivityDraws }, () => ({
    a: draw(random),
    b: draw(random)
  }));
  const atA = pairs.map(({ a }) => shiftOf(a));
  const atB = pairs.map(({ b }) => shiftOf(b));
  const variance = varianceOf([...atA, ...atB]);
  return choiceIds.map((choice) => {
    if (!(variance > 1e-12)) return { choice, first: null, total: null };
    let first = 0;
    let total = 0;
    pairs.forEach(({ a, b }, i) => {
      const mixed = shiftOf({ ...a, [choice]: b[choice] });
      first += atB[i]! * (mixed - atA[i]!);
      total += (atA[i]! - mixed) ** 2;
    });
    return {
      choice,
      first: inside(first / pairs.length / variance),
      total: inside(total / (2 * pairs.length) / variance)
    };
  });
}

/** Estimates of shares can leave 0..1 by chance. */
const inside = (share: number): number => Math.min(1, Math.max(0, share));

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
