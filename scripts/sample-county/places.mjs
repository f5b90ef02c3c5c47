/**
 * Sorrel County, which does not exist: twelve neighborhoods in four sampling strata. All figures are
 * inputs of the population model, invented and chosen to be believable.
 *
 * @typedef {object} Place
 * @property {string} id code of the neighborhood in the survey and on the map
 * @property {string} name
 * @property {string} stratum
 * @property {number} adults2026 adults in 2026
 * @property {number} growth adults in 2023 as a share of those in 2026
 * @property {[number, number]} seat where it lies, in km east and north of the county's south-west corner
 * @property {number} reach how far it stretches on the map, 1 is usual
 * @property {number} rent share of renter households
 * @property {number} wealth shift of log household income
 * @property {number} older tilt of the age mix towards 65 and over
 * @property {number} children share of households with children
 * @property {number} hispanic share of households
 * @property {number} black share of households
 * @property {number} shop usual minutes to groceries
 */

/** @type {(row: [string, string, string, number, number, [number, number], number, number, number, number, number, number, number, number]) => Place} */
const place = ([
  id,
  name,
  stratum,
  adults2026,
  growth,
  seat,
  reach,
  rent,
  wealth,
  older,
  children,
  hispanic,
  black,
  shop
]) => ({
  id,
  name,
  stratum,
  adults2026,
  growth,
  seat,
  reach,
  rent,
  wealth,
  older,
  children,
  hispanic,
  black,
  shop
});

/** @type {Place[]} */
export const places = [
  // the core: downtown, the old mill town, the former foundry district
  [
    'court_square',
    'Court Square',
    'core',
    19800,
    0.99,
    [19.5, 15.2],
    0.8,
    0.66,
    -0.25,
    0.9,
    0.2,
    0.2,
    0.15,
    9
  ],
  [
    'tannery_row',
    'Tannery Row',
    'core',
    21400,
    1.01,
    [13, 18.8],
    0.95,
    0.61,
    -0.6,
    1,
    0.31,
    0.27,
    0.15,
    14
  ],
  [
    'foundry_ward',
    'Foundry Ward',
    'core',
    17900,
    1.02,
    [26, 13],
    0.9,
    0.52,
    -0.4,
    1.1,
    0.29,
    0.16,
    0.34,
    17
  ],
  // the south side, with many Spanish-speaking homes
  [
    'la_esperanza',
    'La Esperanza',
    'south',
    18600,
    0.97,
    [14.5, 9.5],
    0.95,
    0.58,
    -0.5,
    0.7,
    0.44,
    0.64,
    0.07,
    13
  ],
  [
    'el_mirador',
    'El Mirador',
    'south',
    15700,
    0.97,
    [22.5, 5.6],
    1,
    0.43,
    -0.15,
    0.9,
    0.38,
    0.46,
    0.08,
    12
  ],
  [
    'las_palomas',
    'Las Palomas',
    'south',
    12900,
    0.99,
    [6, 8.5],
    1.15,
    0.47,
    -0.45,
    0.8,
    0.42,
    0.56,
    0.03,
    23
  ],
  // the suburbs: affluent, fast growing, long settled
  [
    'hollis_park',
    'Hollis Park',
    'suburb',
    18200,
    1,
    [32.5, 23],
    1.1,
    0.17,
    0.85,
    1.3,
    0.33,
    0.06,
    0.03,
    8
  ],
  [
    'brightwater',
    'Brightwater',
    'suburb',
    24600,
    0.84,
    [35, 12.5],
    1.1,
    0.31,
    0.4,
    0.5,
    0.5,
    0.14,
    0.08,
    12
  ],
  [
    'chapel_green',
    'Chapel Green',
    'suburb',
    16300,
    1.01,
    [23.5, 22.3],
    1,
    0.25,
    0.15,
    2.1,
    0.2,
    0.09,
    0.09,
    10
  ],
  // the rural edge, two of them deliberately small
  [
    'coldspring',
    'Coldspring',
    'edge',
    14200,
    1.01,
    [5.5, 25],
    1.35,
    0.22,
    -0.15,
    1.5,
    0.28,
    0.08,
    0.02,
    26
  ],
  [
    'fallow_ridge',
    'Fallow Ridge',
    'edge',
    3600,
    1.03,
    [16.5, 27.6],
    0.85,
    0.19,
    -0.25,
    1.9,
    0.22,
    0.05,
    0.01,
    31
  ],
  [
    'sandbar_point',
    'Sandbar Point',
    'edge',
    2800,
    1,
    [31.5, 3.8],
    0.75,
    0.36,
    -0.65,
    1.2,
    0.27,
    0.18,
    0.05,
    24
  ]
].map((row) => place(/** @type {Parameters<typeof place>[0]} */ (row)));

/**
 * The sampling plan of each stratum: block groups drawn, addresses invited in each, and the share of
 * occupied homes that answer.
 * @type {Record<string, { psus: number, invited: Record<number, number>, answer: number, digit: number }>}
 */
export const strata = {
  core: { psus: 36, invited: { 2023: 51, 2026: 51 }, answer: 0.22, digit: 1 },
  south: { psus: 36, invited: { 2023: 49, 2026: 46 }, answer: 0.2, digit: 2 },
  suburb: { psus: 40, invited: { 2023: 37, 2026: 34 }, answer: 0.26, digit: 3 },
  edge: { psus: 28, invited: { 2023: 23, 2026: 23 }, answer: 0.27, digit: 4 }
};

/** Share of addresses with nobody living there. */
export const VACANT = 0.06;
