/**
 * From who people are to what they would answer: traits, block-group effects, and yes/no draws whose
 * weighted share is set to a target.
 *
 * @typedef {object} Traits
 * @property {number} poverty how far below the usual income, in standard units
 * @property {number} renter
 * @property {number} spanish
 * @property {number} disability
 * @property {number} children
 * @property {number} older
 * @property {number} younger
 * @property {number} hardship what this home carries beyond its traits, standard normal
 */
import { stream } from './random.mjs';

const logistic = (/** @type {number} */ x) => 1 / (1 + Math.exp(-x));

/** How much neighbors in a block group share, on the log-odds scale. */
const BLOCK_SD = 0.42;

/**
 * @param {import('./sample.mjs').Respondent[]} rows
 * @param {string} label names the streams
 * @returns {Traits[]}
 */
export function traitsOf(rows, label) {
  const chance = stream(`traits/${label}`);
  return rows.map(({ household, age }) => {
    const poverty = Math.max(
      -2,
      Math.min(2, (Math.log(50000) - Math.log(household.income)) / 0.75)
    );
    const frail = -2.15 + 0.028 * (age - 35) + 0.55 * poverty;
    return {
      poverty,
      renter: household.tenure === 'own' ? 0 : 1,
      spanish: household.language === 'spanish' ? 1 : 0,
      disability: chance.next() < logistic(frail) ? 1 : 0,
      children: household.children > 0 ? 1 : 0,
      older: age >= 65 ? 1 : 0,
      younger: age < 35 ? 1 : 0,
      hardship: chance.normal()
    };
  });
}

/** What a block group adds to an answer; the same in both waves, because places stay what they are. */
export function blockEffect(/** @type {string} */ psu, /** @type {string} */ item) {
  return (
    BLOCK_SD *
    (0.75 * stream(`block/${psu}`).normal() + 0.66 * stream(`block/${psu}/${item}`).normal())
  );
}

/**
 * The constant that gives a weighted share.
 * @param {number[]} scores log-odds without the constant
 * @param {number[]} weights
 * @param {number} target share in 0..1
 */
function constantFor(scores, weights, target) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let low = -12;
  let high = 12;
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    const share =
      scores.reduce((sum, score, i) => sum + weights[i] * logistic(score + middle), 0) / total;
    if (share < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Yes or no for each row, with chances set so that the weighted share meets the target. Taken
 * systematically down the rows in chance order, so that the share comes out close to the target while
 * the spread over block groups stays that of single draws.
 *
 * @param {{ scores: number[], weights: number[], target: number, purpose: string }} draw
 * @returns {boolean[]}
 */
export function drawShare({ scores, weights, target, purpose }) {
  const chance = stream(purpose);
  const constant = constantFor(scores, weights, target);
  const order = chance.shuffle(scores.map((_, i) => i));
  const answers = scores.map(() => false);
  let reached = chance.next();
  for (const i of order) {
    const before = Math.floor(reached);
    reached += logistic(scores[i] + constant);
    answers[i] = Math.floor(reached) > before;
  }
  return answers;
}

/** One of the codes, by log-odds of falling above each cut; codes run from low to high. */
export function drawLevel(
  /** @type {readonly string[]} */ codes,
  /** @type {number} */ place,
  /** @type {import('./random.mjs').Random} */ chance
) {
  const noisy = place + 0.95 * chance.normal();
  const level = Math.max(1, Math.min(codes.length, Math.round(noisy)));
  return codes[level - 1];
}
