/** Questions a need must pass before it is ranked (propriety, economics, acceptability, resources, legality). */
export const pearlCriteria = [
  'propriety',
  'economics',
  'acceptability',
  'resources',
  'legality'
] as const;
export type PearlCriterion = (typeof pearlCriteria)[number];

export const pearlAnswers = ['yes', 'no', 'unknown'] as const;
export type PearlAnswer = (typeof pearlAnswers)[number];

/** Top ends of what raters score: seriousness of a problem, effectiveness of what can be done. */
export const ratingScales = { seriousness: 20, effectiveness: 10 } as const;

/** What one rater says about one need. */
export interface Rating {
  /** 0 to 20 */
  seriousness: number;
  /** 0 to 10 */
  effectiveness: number;
  pearl: Record<PearlCriterion, PearlAnswer>;
  /** why, in the rater's words; empty when not said */
  reason: string;
}

/** Several raters' numbers in one. */
export interface RatedNumber {
  median: number;
  /** quartiles */
  low: number;
  high: number;
  /** the middle half of the raters spreads over more than a quarter of the scale */
  isDisputed: boolean;
}

/** Whether a need may be acted on: closed by more no than yes; unknown holds nothing up. */
export interface Gate {
  criterion: PearlCriterion;
  state: 'open' | 'closed' | 'unknown';
}

export interface RatingSummary {
  raters: number;
  seriousness: RatedNumber;
  effectiveness: RatedNumber;
  gates: Gate[];
  isOpen: boolean;
}

/** Null without a rater. */
export function summarizeRatings(ratings: readonly Rating[]): RatingSummary | null {
  if (ratings.length === 0) return null;
  const gates = pearlCriteria.map((criterion) => gateOf(criterion, ratings));
  return {
    raters: ratings.length,
    seriousness: inOne(
      ratings.map(({ seriousness }) => seriousness),
      ratingScales.seriousness
    ),
    effectiveness: inOne(
      ratings.map(({ effectiveness }) => effectiveness),
      ratingScales.effectiveness
    ),
    gates,
    isOpen: gates.every(({ state }) => state !== 'closed')
  };
}

function gateOf(criterion: PearlCriterion, ratings: readonly Rating[]): Gate {
  const count = (answer: PearlAnswer): number =>
    ratings.filter(({ pearl }) => pearl[criterion] === answer).length;
  const [yes, no] = [count('yes'), count('no')];
  return { criterion, state: no > yes ? 'closed' : yes > no ? 'open' : 'unknown' };
}

function inOne(values: readonly number[], scale: number): RatedNumber {
  const [low, median, high] = [0.25, 0.5, 0.75].map((share) => quantileOf(values, share));
  return { median: median!, low: low!, high: high!, isDisputed: high! - low! > scale / 4 };
}

/** Quantile between neighbors (Hyndman and Fan 1996, type 7). @throws RangeError without values */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) throw new RangeError('a quantile needs a value');
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const next = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return sorted[below]! + (at - below) * (next - sorted[below]!);
}
