import { estimateProportion } from '$lib/estimation/estimates/estimate-proportion';
import { lowerRoot, normalDraw } from '$lib/base/draws';
import { unmetColumn } from './answered';
import { exampleNeeds } from './example-inputs';
import { quantileOf, summarizeRatings, type Rating, type RatingSummary } from './rating';
import { lacking } from './refuse';
import { shareItems } from './score-items';
import { definePriority, simultaneousLevel } from './definition';
import type { Random } from '$lib/base/random';
import type { Estimate } from '$lib/estimation/estimates/estimate';
import type { LeftOut, NeedItem, PriorityContext, ScoredItem, Scores } from './definition';

/** Share of people at which each size begins; between two of them the size grows with the log share. */
const sizes: readonly (readonly [share: number, size: number])[] = [
  [0.0001, 1],
  [0.001, 3],
  [0.01, 5],
  [0.1, 7],
  [0.25, 9],
  [1, 10]
];

/**
 * Size of a problem on the Hanlon scale of 0 to 10, from a share of people in 0..1. Its whole part is
 * the published band: 9 to 10 from 25%, 7 to 8 from 10%, 5 to 6 from 1%, 3 to 4 from .1%, 1 to 2 from
 * .01%, 0 below.
 */
export function sizeOf(share: number): number {
  const above = sizes.findIndex(([from]) => share < from);
  if (above === 0) return 0;
  if (above < 0) return 10;
  const [from, low] = sizes[above - 1]!;
  const [to, high] = sizes[above]!;
  return low + ((high - low) * Math.log(share / from)) / Math.log(to / from);
}

/**
 * Slope of the size over one standard error to both sides of a share: its derivative jumps where one
 * band meets the next, so a slope at the share alone would hang on rounding.
 */
function sizeSlope({ value, se }: Pick<Estimate, 'value' | 'se'>): number {
  if (value === null || se === null || !(se > 0)) return 0;
  const size = (share: number): number => sizeOf(Math.min(1, Math.max(0, share)));
  return (size(value + se) - size(value - se)) / (2 * se);
}

/** Basic priority rating (A + B) C / 3, 0 to 100. */
export const basicRating = (size: number, seriousness: number, effectiveness: number): number =>
  ((size + seriousness) * effectiveness) / 3;

/** Needs by size, seriousness and what can be done, where nothing rules them out. */
export const hanlon = definePriority({
  id: 'hanlon',
  family: 'need',
  labels: { en: 'Hanlon rating', es: 'Calificación de Hanlon' },
  formula: 'BPR = (A + B) x C / 3, where no PEARL gate is closed',
  meaning: {
    en: 'Size from the survey (A, 0 to 10), seriousness (B, 0 to 20) and effectiveness (C, 0 to 10) from the raters.',
    es: 'Tamaño según la encuesta (A, 0 a 10); gravedad (B, 0 a 20) y efectividad (C, 0 a 10) según quienes califican.'
  },
  source:
    'Hanlon J.J. (1954) and Pickett G.E., Hanlon J.J. (1990), Public Health: Administration and Practice; gates before ranking as in the Pan American Health Organization guide (2019).',
  unit: 'number',
  decimals: 1,
  first: 'highest',
  bands: [],
  compute: (context) => {
    if (context.needs.length === 0) return lacking('priority-no-needs');
    const rated = context.needs.flatMap((need) => {
      const ratings = context.ratings.get(need.key) ?? [];
      const summary = summarizeRatings(ratings);
      return summary ? [{ need, ratings, summary }] : [];
    });
    if (rated.length === 0) return lacking('priority-no-ratings');
    return { ok: true, value: ratedScores(context, rated) };
  },
  examples: [
    {
      title: 'a quarter of the people (A 9), B 12, C 5: (9 + 12) x 5 / 3',
      given: { need: ['y', 'n', 'n', 'n'], served: ['n', null, null, null] },
      needs: { rent: exampleNeeds('need', 'served') },
      ratings: { rent: [ratingOf(12, 5)] },
      at: 'rent',
      expect: { value: 35, n: 4 }
    },
    {
      title: 'raters count by their median: B 10 of 2, 10 and 20, C 6 of 3, 6 and 9',
      given: { need: ['y', 'y'], served: ['n', 'n'] },
      needs: { rent: exampleNeeds('need', 'served') },
      ratings: { rent: [ratingOf(2, 3), ratingOf(10, 6), ratingOf(20, 9)] },
      at: 'rent',
      expect: { value: 40, n: 2 }
    }
  ]
});

/** A rating that closes no gate. */
function ratingOf(seriousness: number, effectiveness: number): Rating {
  const pearl = {
    propriety: 'yes',
    economics: 'yes',
    acceptability: 'yes',
    resources: 'yes',
    legality: 'yes'
  } as const;
  return { seriousness, effectiveness, pearl, reason: '' };
}

interface RatedNeed {
  need: NeedItem;
  ratings: readonly Rating[];
  summary: RatingSummary;
}

function ratedScores(context: PriorityContext, rated: readonly RatedNeed[]): Scores {
  const { responses, design, needs } = context;
  const open = rated.filter(({ summary }) => summary.isOpen);
  const members = open.map(({ need }) => ({ ...need, member: unmetColumn(responses, need) }));
  const sized = shareItems(design, members);
  const level = simultaneousLevel(open.length);
  const items = open.map(({ summary }, i): ScoredItem => {
    const item = sized.items[i]!;
    const wide = estimateProportion(design, members[i]!.member, { within: 'all', level });
    const score = ratingOfShare(item.estimate, summary);
    const together = ratingOfShare(wide, summary);
    return {
      ...item,
      estimate: score,
      bounds:
        together.low === null || together.high === null
          ? null
          : { low: together.low, high: together.high },
      restsOn: item.estimate
    };
  });
  const slopes = open.map(
    ({ summary }, i) => (sizeSlope(sized.items[i]!.estimate) * summary.effectiveness.median) / 3
  );
  const shares = sized.items.map(({ estimate }) => estimate.value);
  const root = lowerRoot(sized.covariance);
  const valuesOf = (of: (summary: RatingSummary) => number) =>
    new Map(open.map(({ need, summary }) => [need.key, of(summary)]));
  return {
    statistic: 'ratio',
    items,
    covariance: sized.covariance.map((row, a) => row.map((v, b) => v * slopes[a]! * slopes[b]!)),
    parts: [
      { id: 'size', from: 'survey', statistic: 'proportion', items: sized.items },
      { id: 'seriousness', from: 'raters', values: valuesOf((one) => one.seriousness.median) },
      { id: 'effectiveness', from: 'raters', values: valuesOf((one) => one.effectiveness.median) }
    ],
    leftOut: leftOutOf(needs, rated),
    kept: null,
    draw: (random) => drawRatings(open, shares, root, random)
  };
}

/** The rating with its interval: that of the share, brought through the size; raters at their median. */
function ratingOfShare(share: Estimate, { seriousness, effectiveness }: RatingSummary): Estimate {
  const rate = (p: number | null): number | null =>
    p === null ? null : basicRating(sizeOf(p), seriousness.median, effectiveness.median);
  const slope = (sizeSlope(share) * effectiveness.median) / 3;
  return {
    ...share,
    value: rate(share.value),
    se: share.se === null ? null : slope * share.se,
    low: rate(share.low),
    high: rate(share.high),
    deff: null,
    deffWithoutReplacement: null
  };
}

/** One draw: shares from their sampling error, raters drawn again from themselves. */
function drawRatings(
  open: readonly RatedNeed[],
  shares: readonly (number | null)[],
  root: Float64Array,
  random: Random
): (number | null)[] {
  const drawn = normalDraw(
    shares.map((share) => share ?? 0),
    root,
    random
  );
  return open.map(({ ratings }, i) => {
    if (shares[i] === null) return null;
    const again = ratings.map(() => random.pick(ratings));
    const median = (of: (rating: Rating) => number) => quantileOf(again.map(of), 0.5);
    return basicRating(
      sizeOf(Math.min(1, Math.max(0, drawn[i]!))),
      median((one) => one.seriousness),
      median((one) => one.effectiveness)
    );
  });
}

function leftOutOf(needs: readonly NeedItem[], rated: readonly RatedNeed[]): LeftOut[] {
  return needs.flatMap(({ key, labels }): LeftOut[] => {
    const summary = rated.find(({ need }) => need.key === key)?.summary;
    if (!summary) return [{ key, labels, code: 'not-rated', gates: [] }];
    const gates = summary.gates.filter(({ state }) => state === 'closed');
    return gates.length > 0
      ? [{ key, labels, code: 'gate-closed', gates: gates.map(({ criterion }) => criterion) }]
      : [];
  });
}
