/**
 * The population model: every household of the county, block group by block group. The sample is
 * drawn from it, and the population margins are counts of it.
 *
 * @typedef {object} Household
 * @property {import('./places.mjs').Place} place
 * @property {string} blockGroup
 * @property {'own' | 'rent' | 'no_rent' | 'other'} tenure
 * @property {number[]} ages of its adults
 * @property {number} children under 18
 * @property {number} income dollars a year
 * @property {string} race code of the race and ethnicity question
 * @property {'english' | 'spanish' | 'other'} language spoken at home
 *
 * @typedef {{ id: string, place: import('./places.mjs').Place, households: Household[], frameHomes: number }} BlockGroup
 */
import { stream } from './random.mjs';
import { places } from './places.mjs';

const HOMES_PER_BLOCK_GROUP = 240;
const ADULTS_PER_HOME = 1.87;
const bands = [
  ['18_34', 18, 34],
  ['35_49', 35, 49],
  ['50_64', 50, 64],
  ['65_plus', 65, 93]
];

/** The age band of an age in years. */
export const ageBand = (/** @type {number} */ age) =>
  age < 35 ? '18_34' : age < 50 ? '35_49' : age < 65 ? '50_64' : '65_plus';

/**
 * @param {import('./places.mjs').Place} place
 * @param {string} blockGroup
 * @param {{ wealth: number, rent: number }} block how this block group differs from its neighborhood
 * @param {import('./random.mjs').Random} chance
 * @returns {Household}
 */
function makeHousehold(place, blockGroup, block, chance) {
  const rent = Math.min(0.92, Math.max(0.05, place.rent + block.rent));
  const tenure = chance.pick(/** @type {const} */ (['rent', 'own', 'no_rent', 'other']), [
    rent * 0.96,
    (1 - rent) * 0.96,
    0.032,
    place.id === 'sandbar_point' ? 0.03 : 0.008
  ]);
  const older = place.older * (tenure === 'own' ? 1.35 : tenure === 'rent' ? 0.6 : 0.5);
  const youth = tenure === 'own' ? 0.13 : 0.36;
  const headBand = chance.pick([0, 1, 2, 3], [youth, 0.27, 0.27, 0.21 * older]);
  const size = chance.pick(
    [1, 2, 3, 4],
    tenure === 'own' ? [0.27, 0.56, 0.12, 0.05] : [0.42, 0.42, 0.11, 0.05]
  );
  const ageIn = (/** @type {number} */ band) =>
    band === 3
      ? 65 + Math.floor(29 * chance.next() ** 1.6)
      : chance.integer(Number(bands[band][1]), Number(bands[band][2]));
  const ages = [ageIn(headBand)];
  if (size > 1) ages.push(chance.next() < 0.82 ? ageIn(headBand) : ageIn(chance.integer(0, 3)));
  for (let i = 2; i < size; i++) ages.push(chance.integer(18, 29));
  const likely = headBand === 0 ? 1.4 : headBand === 1 ? 2.3 : headBand === 2 ? 0.7 : 0.14;
  const hasChildren = size < 4 && chance.next() < Math.min(0.9, place.children * likely);
  const children = hasChildren ? chance.pick([1, 2, 3, 4], [0.41, 0.37, 0.16, 0.06]) : 0;
  const rest = 1 - place.hispanic - place.black;
  const race = chance.pick(
    ['hispanic', 'black', 'white', 'asian', 'native', 'pacific', 'multiple'],
    [
      place.hispanic,
      place.black,
      rest * 0.885,
      rest * 0.06,
      rest * 0.011,
      rest * 0.004,
      rest * 0.04
    ]
  );
  const language = chance.pick(
    /** @type {const} */ (['english', 'spanish', 'other']),
    race === 'hispanic'
      ? [0.42, 0.56, 0.02]
      : race === 'asian'
        ? [0.55, 0, 0.45]
        : [0.975, 0.004, 0.021]
  );
  const logIncome =
    Math.log(50000) +
    place.wealth +
    block.wealth +
    (tenure === 'own' ? 0.27 : tenure === 'rent' ? -0.27 : -0.5) +
    0.22 * (Math.min(size, 3) - 1.9) -
    (headBand === 3 ? 0.28 : headBand === 0 ? 0.12 : 0) -
    (language === 'spanish' ? 0.15 : 0) +
    0.55 * chance.normal();
  return { place, blockGroup, tenure, ages, children, income: Math.exp(logIncome), race, language };
}

/**
 * All block groups with their households in a year.
 * @param {2023 | 2026} year
 * @returns {BlockGroup[]}
 */
export function buildPopulation(year) {
  /** @type {BlockGroup[]} */
  const groups = [];
  for (const [number, place] of places.entries()) {
    const adults = Math.round(place.adults2026 * (year === 2023 ? place.growth : 1));
    const count = Math.max(
      3,
      Math.round(place.adults2026 / ADULTS_PER_HOME / HOMES_PER_BLOCK_GROUP)
    );
    const plan = stream(`blocks/${place.id}`);
    const shares = Array.from({ length: count }, () => 0.7 + 0.6 * plan.next());
    const total = shares.reduce((sum, share) => sum + share, 0);
    const chance = stream(`households/${year}/${place.id}`);
    for (const [i, share] of shares.entries()) {
      const id = `BG${String(number + 1).padStart(2, '0')}${String(i + 1).padStart(2, '0')}`;
      const block = { wealth: 0.13 * plan.normal(), rent: 0.07 * plan.normal() };
      const drift = 0.92 + 0.16 * plan.next();
      const households = [];
      for (let left = (adults * share) / total; left > 0;) {
        const household = makeHousehold(place, id, block, chance);
        left -= household.ages.length;
        households.push(household);
      }
      // The address list is a little out of date, so the drawn homes do not weigh quite the same.
      groups.push({ id, place, households, frameHomes: Math.round(households.length * drift) });
    }
  }
  return groups;
}

/**
 * Adults by age band, tenure, race and ethnicity, and neighborhood: four margins with one total.
 * @param {BlockGroup[]} groups
 * @returns {{ variable: string, category: string, population: number }[]}
 */
export function populationMargins(groups) {
  /** @type {Record<string, Map<string, number>>} */
  const counts = {
    age_band: new Map(bands.map(([band]) => [String(band), 0])),
    tenure: new Map(['own', 'rent', 'no_rent', 'other'].map((code) => [code, 0])),
    race_ethnicity: new Map(
      ['white', 'black', 'hispanic', 'asian', 'native', 'pacific', 'multiple'].map((code) => [
        code,
        0
      ])
    ),
    neighborhood: new Map(places.map(({ id }) => [id, 0]))
  };
  const add = (
    /** @type {string} */ variable,
    /** @type {string} */ category,
    /** @type {number} */ n
  ) => counts[variable].set(category, (counts[variable].get(category) ?? 0) + n);
  for (const { households } of groups)
    for (const { ages, tenure, race, place } of households) {
      for (const age of ages) add('age_band', ageBand(age), 1);
      add('tenure', tenure, ages.length);
      add('race_ethnicity', race, ages.length);
      add('neighborhood', place.id, ages.length);
    }
  return Object.entries(counts).flatMap(([variable, categories]) =>
    [...categories].map(([category, population]) => ({ variable, category, population }))
  );
}
