import { expect, test } from 'vitest';
import { answersBy, narrowerBy, randomFrom, randomRespondents, sharesBy } from './linked.fixture';
import { enumeratedRanges, Outsider, simplexRanges } from './outsider.fixture';
import { countGrid } from './counts';
import { isTelling, isTooFew } from './primary';
import { release } from './release';
import type { Alike } from './linked.fixture';
import type { Solver } from './outsider.fixture';
import type { ReleasePolicy } from './policy';
import type { EstimateTable, ReleasedTable } from './table';

/*
 * Random respondents, every table about them that the program could show, and an outsider who solves
 * all of them together: see ./outsider.fixture.ts. Seeds are fixed.
 */

const policy = (threshold: ReleasePolicy['threshold']): ReleasePolicy => ({
  sampleType: 'probability',
  threshold,
  thresholdReason: null,
  profile: 'nchs'
});

const shares = {
  counts: ({ n, x }: { n: number; x: number | null }) => ({ n, x: x!, y: n - x! }),
  adds: [['n', ['x', 'y']]] as const
};

type Splits = Record<string, number>;
type Tables = (respondents: Alike[], splits: Splits[]) => EstimateTable[];

/** Reads tables as one outsider; returns the hidden counts that are bounded too closely. */
function attack(
  tables: readonly EstimateTable[],
  threshold: ReleasePolicy['threshold'],
  solve: Solver = simplexRanges
): { exposed: string[]; hidden: number } {
  const outsider = new Outsider();
  for (const raw of tables)
    outsider.read(raw, release(raw, policy(threshold)), 'share', shares.counts, shares.adds);
  return { exposed: outsider.exposed(threshold, solve), hidden: outsider.hidden };
}

const sizes = (random: () => number, most: number): number => 2 + Math.floor(random() * (most - 1));

interface Campaign {
  sets: number;
  seed: number;
  splits: (random: () => number) => Splits;
  tables: Tables;
  answers?: number;
}

const campaigns: Record<string, Campaign> = {
  'one split by another': {
    sets: 600,
    seed: 1,
    splits: (random) => ({ group: sizes(random, 6), area: sizes(random, 6) }),
    tables: (respondents, [all]) => [sharesBy(respondents, all!)]
  },
  'two groups by the same places': {
    sets: 900,
    seed: 2,
    splits: (random) => ({
      age: sizes(random, 4),
      tenure: sizes(random, 4),
      area: sizes(random, 5)
    }),
    tables: (respondents, [all]) => [
      sharesBy(respondents, { age: all!.age!, area: all!.area! }),
      sharesBy(respondents, { tenure: all!.tenure!, area: all!.area! }),
      sharesBy(respondents, { area: all!.area! })
    ]
  },
  'all answers to a question by groups and places': {
    sets: 40,
    seed: 3,
    answers: 4,
    splits: (random) => ({
      age: sizes(random, 3),
      tenure: sizes(random, 3),
      area: sizes(random, 4)
    }),
    tables: (respondents, [all]) => [
      answersBy(respondents, { age: all!.age!, area: all!.area! }, 4),
      answersBy(respondents, { tenure: all!.tenure!, area: all!.area! }, 4)
    ]
  },
  'three splits at once': {
    sets: 40,
    seed: 4,
    splits: (random) => ({
      age: sizes(random, 3),
      tenure: sizes(random, 3),
      area: sizes(random, 4)
    }),
    tables: (respondents, [all]) => [sharesBy(respondents, all!)]
  }
};

test.each(Object.entries(campaigns))(
  'no hidden count is bounded closer than the threshold: %s',
  (_, { sets, seed, splits, tables, answers = 2 }) => {
    const random = randomFrom(seed);
    let hidden = 0;
    for (let set = 0; set < sets; set++) {
      const threshold = set % 3 === 0 ? 11 : 5;
      const sized = splits(random);
      const respondents = randomRespondents(random, sized, answers, threshold);
      const result = attack(tables(respondents, [sized]), threshold);
      expect(result.exposed, `set ${set} of seed ${seed}`).toEqual([]);
      hidden += result.hidden;
    }
    expect(hidden).toBeGreaterThan(sets);
  },
  60_000
);

test('nor is one where a narrower base is shown beside the broader', () => {
  const random = randomFrom(5);
  for (let set = 0; set < 300; set++) {
    const splits = { group: sizes(random, 4), area: sizes(random, 5) };
    const respondents = randomRespondents(random, splits, 3, 5);
    const [broad, narrow] = [sharesBy(respondents, splits), narrowerBy(respondents, splits)];
    const outsider = new Outsider();
    const [all, inNeed] = [broad, narrow].map((table) => release(table, policy(5)));
    outsider.read(broad, all!, 'need', ({ n, x }) => ({ all: n, x: x! }), []);
    outsider.read(narrow, inNeed!, 'need', ({ n, x }) => ({ inNeed: n, x: x!, met: n - x! }), [
      ['inNeed', ['x', 'met']]
    ]);
    expect(outsider.exposed(5), `set ${set}`).toEqual([]);
  }
}, 60_000);

test('in small tables, whole counts give nothing away that fractions would not', () => {
  const random = randomFrom(6);
  let solved = 0;
  for (let set = 0; set < 200; set++) {
    const splits = { group: 2, area: 2 + (set % 2) };
    const respondents = randomRespondents(random, splits, 2, 5).map((alike) => ({
      ...alike,
      people: alike.people % 9
    }));
    const outsider = new Outsider();
    const raw = sharesBy(respondents, splits);
    const released = release(raw, policy(5));
    outsider.read(raw, released, 'share', ({ x }) => ({ x: x! }), []);
    if (outsider.hidden === 0 || outsider.hidden > 5) continue;
    expect(outsider.exposed(5, enumeratedRanges), `set ${set}`).toEqual([]);
    solved++;
  }
  expect(solved).toBeGreaterThan(10);
}, 60_000);

test('the outsider finds what a release without complementary suppression gives away', () => {
  const random = randomFrom(7);
  let exposed = 0;
  for (let set = 0; set < 40; set++) {
    const splits = { group: 4, area: 4 };
    const raw = sharesBy(randomRespondents(random, splits, 2, 5), splits);
    const grid = countGrid(raw.dimensions, raw.cells);
    const released = release(raw, policy(5));
    const careless: ReleasedTable = {
      ...released,
      cells: released.cells.map((cell, i) => ({
        ...cell,
        flag: isTooFew(grid.cells[i]!, 5) || isTelling(grid.cells[i]!, 5) ? 'c' : ''
      }))
    };
    const outsider = new Outsider();
    outsider.read(raw, careless, 'share', shares.counts, shares.adds);
    if (outsider.exposed(5).length > 0) exposed++;
  }
  expect(exposed).toBeGreaterThan(20);
}, 60_000);

test('complementary suppression hides less than one further cell for each first one', () => {
  const random = randomFrom(8);
  const hidden = { first: 0, further: 0 };
  for (let set = 0; set < 120; set++) {
    const splits = { group: 6, area: 5 };
    const raw = sharesBy(randomRespondents(random, splits, 2, 5), splits);
    const grid = countGrid(raw.dimensions, raw.cells);
    release(raw, policy(5)).cells.forEach(({ flag }, i) => {
      const isFirst = isTooFew(grid.cells[i]!, 5) || isTelling(grid.cells[i]!, 5);
      if (isFirst) hidden.first++;
      else if (flag === 'c') hidden.further++;
    });
  }
  expect(hidden.first).toBeGreaterThan(500);
  expect(hidden.further).toBeLessThan(hidden.first);
}, 60_000);
