import { tableOf } from './table.fixture';
import type { CellKey, Dimension, EstimateTable } from './table';

/** Respondents that are alike: a member of each split, an answer, how many they are. */
export interface Alike {
  /** member number by split */
  at: Record<string, number>;
  answer: number;
  people: number;
}

const words = (text: string) => ({ en: text, es: text });

/** A repeatable stream of numbers in 0..1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Random respondents over splits with the given numbers of members: 12 % of the combinations small,
 * some empty, the others of survey size; answers with random shares.
 */
export function randomRespondents(
  random: () => number,
  splits: Record<string, number>,
  answers: number,
  k: number
): Alike[] {
  let places: Record<string, number>[] = [{}];
  for (const [id, members] of Object.entries(splits))
    places = places.flatMap((at) =>
      Array.from({ length: members }, (_, member) => ({ ...at, [id]: member }))
    );
  const shares = Array.from({ length: answers }, () => 0.05 + random());
  return places.flatMap((at) => {
    const luck = random();
    const people =
      luck < 0.12 ? Math.ceil(random() * (k - 1)) : luck < 0.17 ? 0 : k + Math.floor(random() * 80);
    const counts = new Array<number>(answers).fill(0);
    const tilted = shares.map((share) => share * (0.3 + random()));
    const whole = tilted.reduce((sum, share) => sum + share, 0);
    for (let i = 0; i < people; i++) {
      let left = random() * whole;
      const answer = tilted.findIndex((share) => (left -= share) <= 0);
      counts[answer < 0 ? answers - 1 : answer]!++;
    }
    return counts.map((count, answer) => ({ at, answer, people: count }));
  });
}

const dimensionOf = (id: string, members: number, extra: Partial<Dimension> = {}): Dimension => ({
  id,
  labels: words(id),
  ordered: false,
  partition: true,
  members: Array.from({ length: members }, (_, i) => ({ key: `${id}${i}`, labels: words(`${i}`) })),
  ...extra
});

/** Every combination of some splits, all margins included. */
function placesOf(splits: Record<string, number>): CellKey[] {
  let places: CellKey[] = [{}];
  for (const [id, members] of Object.entries(splits))
    places = places.flatMap((at) => [
      at,
      ...Array.from({ length: members }, (_, i) => ({ ...at, [id]: `${id}${i}` }))
    ]);
  return places;
}

const countAt = (
  respondents: readonly Alike[],
  at: CellKey,
  isCounted: (answer: number) => boolean
): number => {
  let sum = 0;
  for (const alike of respondents)
    if (
      isCounted(alike.answer) &&
      Object.entries(at).every(([id, key]) => key === `${id}${alike.at[id]}`)
    )
      sum += alike.people;
  return sum;
};

/** The share of answer 0 by some splits. */
export function sharesBy(
  respondents: readonly Alike[],
  splits: Record<string, number>
): EstimateTable {
  return tableOf(
    placesOf(splits).map((at) => ({
      at,
      n: countAt(respondents, at, () => true),
      x: countAt(respondents, at, (answer) => answer === 0)
    })),
    Object.entries(splits).map(([id, members]) => dimensionOf(id, members))
  );
}

/** Answer 0 among answers 0 and 1, with all answers as the broader base. */
export function narrowerBy(
  respondents: readonly Alike[],
  splits: Record<string, number>
): EstimateTable {
  const broad = sharesBy(respondents, splits);
  const table = tableOf(
    broad.cells.map(({ at, x }) => ({
      at,
      n: countAt(respondents, at, (answer) => answer < 2),
      x: x!
    })),
    broad.dimensions
  );
  table.cells.forEach((cell, i) => {
    cell.broader = { n: broad.cells[i]!.n, x: cell.x! };
  });
  return table;
}

/** All answers by some splits. */
export function answersBy(
  respondents: readonly Alike[],
  splits: Record<string, number>,
  answers: number
): EstimateTable {
  const places = placesOf(splits);
  return tableOf(
    Array.from({ length: answers }, (_, answer) =>
      places.map((at) => ({
        at: { answer: `answer${answer}`, ...at },
        n: countAt(respondents, at, () => true),
        x: countAt(respondents, at, (given) => given === answer)
      }))
    ).flat(),
    [
      dimensionOf('answer', answers, { answers: true }),
      ...Object.entries(splits).map(([id, members]) => dimensionOf(id, members))
    ]
  );
}
