import { seededRandom } from '$lib/base/random';
import { makeDesign } from '$lib/estimation';
import type { Random } from '$lib/base/random';
import type { Column, Design, Keys } from '$lib/estimation';

/** One person of the made-up population. */
interface Person {
  /** 1 = has the need; about three in ten */
  need: number;
  /** about one in twelve */
  rare: number;
  income: number;
  rooms: number;
  /** 1, 2, 3: groups that live side by side in every place */
  group: number;
  /** 1 or 2, with known totals */
  age: number;
}

/** Strata of places of people: who lives near each other is alike. */
export type Population = Person[][][];

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Places of unequal size; needs vary between strata, between places, and between groups. */
export function makePopulation(seed: number, strata: number, places: number): Population {
  const random = seededRandom(seed);
  return Array.from({ length: strata }, (_, h) =>
    Array.from({ length: places }, () => {
      const place = 0.35 * random.normal();
      return Array.from({ length: random.integer(30, 70) }, () => makePerson(h, place, random));
    })
  );
}

function makePerson(stratum: number, place: number, random: Random): Person {
  const group = random.pick([1, 2, 3], [5, 3, 2]);
  const age = random.pick([1, 2], [4, 6]);
  const level = 0.25 * stratum + place + 0.5 * (group - 2) + 0.3 * (age - 1);
  const yes = (centre: number): number => (random.next() < logistic(centre + level) ? 1 : 0);
  return {
    need: yes(-1.4),
    rare: yes(-3),
    income: Math.exp(3 - 0.4 * level + 0.5 * random.normal()),
    rooms: random.integer(1, 6),
    group,
    age
  };
}

/** A sample of places and of people in them, as a design and its columns. */
export interface DrawnSample {
  design: Design;
  columns: Record<'need' | 'rare' | 'income' | 'rooms', Column>;
  group: Keys;
  age: Keys;
}

/** Places at random in every stratum, then people at random in each; weights undo both. */
export function drawSample(
  population: Population,
  { places, people }: { places: number; people: number },
  random: Random
): DrawnSample {
  const drawn: (Person & { stratum: number; psu: number; weight: number })[] = [];
  population.forEach((stratum, h) => {
    pickSome(stratum, places, random).forEach((place, j) => {
      const weight = (stratum.length / places) * (place.length / people);
      for (const person of pickSome(place, people, random))
        drawn.push({ ...person, stratum: h + 1, psu: j + 1, weight });
    });
  });
  const keys = (of: (person: (typeof drawn)[number]) => number, count: number): Keys => ({
    codes: Uint32Array.from(drawn, of),
    labels: numbered(count)
  });
  const design = makeDesign({
    rows: drawn.length,
    strata: keys(({ stratum }) => stratum, population.length),
    units: [keys(({ psu }) => psu, places)],
    weights: Float64Array.from(drawn, ({ weight }) => weight),
    nest: true
  });
  return { design, ...answersOf(drawn) };
}

/** Everyone with weight 1: estimates of this sample are the truth. */
export function askEveryone(population: Population): DrawnSample {
  const people = population.flat(2);
  return { design: makeDesign({ rows: people.length }), ...answersOf(people) };
}

const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, k) => String(k + 1));

function answersOf(people: readonly Person[]): Omit<DrawnSample, 'design'> {
  const column = (of: (person: Person) => number): Column => Float64Array.from(people, of);
  return {
    columns: {
      need: column(({ need }) => need),
      rare: column(({ rare }) => rare),
      income: column(({ income }) => income),
      rooms: column(({ rooms }) => rooms)
    },
    group: { codes: Uint32Array.from(people, ({ group }) => group), labels: numbered(3) },
    age: { codes: Uint32Array.from(people, ({ age }) => age), labels: numbered(2) }
  };
}

/** Some of the items at random, none twice (the first steps of a shuffle). */
function pickSome<T>(items: readonly T[], count: number, random: Random): T[] {
  const left = [...items];
  for (let k = 0; k < count; k++) {
    const at = random.integer(k, left.length - 1);
    [left[k], left[at]] = [left[at]!, left[k]!];
  }
  return left.slice(0, count);
}
