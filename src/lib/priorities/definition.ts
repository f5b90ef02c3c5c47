import type { Parsed } from '$lib/base/issue';
import type { Random } from '$lib/base/random';
import type { Labels } from '$lib/codebook/codebook';
import type { Responses } from '$lib/codebook/responses';
import type { Design } from '$lib/estimation/design/design';
import type { Estimate } from '$lib/estimation/estimates/estimate';
import type { IndicatorInstance } from '$lib/indicators/definition';
import type { RawCell, Statistic, TableMethod, TableSource } from '$lib/privacy/table';
import type { Rating } from './rating';

/** What a method puts in order: needs of households, or services people rate. */
export type ItemFamily = 'need' | 'service';

export interface PriorityItem {
  /** stable across methods and waves: the key of the need, the variable of the service */
  key: string;
  labels: Labels;
}

/** A need with the questions it rests on. */
export interface NeedItem extends PriorityItem {
  inputs: IndicatorInstance['inputs'];
}

/** Everything a method may compute from. */
export interface PriorityContext {
  responses: Responses;
  design: Design;
  source: TableSource;
  weighting: TableMethod['weighting'];
  /** adults (or households) the sample stands for */
  population: number | null;
  needs: readonly NeedItem[];
  /** importance and satisfaction of services, mapped; null when the wave has none */
  services: IndicatorInstance | null;
  /** the coalition's ratings by key of the need */
  ratings: ReadonlyMap<string, readonly Rating[]>;
}

/** One item's score before release, with the unweighted counts that decide about it. */
export interface ScoredItem
  extends PriorityItem, Pick<RawCell, 'estimate' | 'n' | 'x' | 'psus' | 'classes' | 'restsOn'> {
  /** interval that holds together with those of all other items (Bonferroni); null when undefined */
  bounds: { low: number; high: number } | null;
}

/** One input of a score, item by item: an estimate of the survey, or what the raters said. */
export type ScorePart = { id: PartId } & (
  | { from: 'survey'; statistic: Statistic; items: ScoredItem[] }
  | { from: 'raters'; values: ReadonlyMap<string, number> }
);

export const partIds = [
  'size',
  'importance',
  'dissatisfaction',
  'gap',
  'seriousness',
  'effectiveness',
  'overlap',
  'acute'
] as const;
export type PartId = (typeof partIds)[number];

/** An item a method leaves out, and why: nobody rated it, or a gate is closed. */
export interface LeftOut extends PriorityItem {
  code: 'not-rated' | 'gate-closed';
  /** closed gates by name */
  gates: string[];
}

/** What a method says of every item. */
export interface Scores {
  statistic: Statistic;
  items: ScoredItem[];
  /** of the scores, in the order of the items; 0 where undefined */
  covariance: number[][];
  /** what the score is made of; larger always means higher priority */
  parts: ScorePart[];
  leftOut: LeftOut[];
  /** share of the weight that complete answers keep, where the method needs them; else null */
  kept: number | null;
  /** scores of one random draw, where they are not normal around their estimates */
  draw?: (random: Random) => (number | null)[];
}

/** Scores from this value on carry a name. Highest first. */
export interface Band {
  from: number;
  id: string;
  labels: Labels;
}

export interface PriorityDefinition {
  id: string;
  family: ItemFamily;
  labels: Labels;
  /** the score in one line of plain symbols */
  formula: string;
  /** what the score says, in one sentence */
  meaning: Labels;
  /** published source of the method */
  source: string;
  unit: 'number' | 'proportion';
  decimals: number;
  /** which end of the score is the first priority */
  first: 'highest' | 'lowest';
  bands: readonly Band[];
  /** Refused with what the wave lacks: `priority-...` */
  compute(context: PriorityContext): Parsed<Scores>;
  examples: readonly PriorityExample[];
}

/** A small case worked by hand, run by the completeness test. */
export interface PriorityExample {
  title: string;
  given: Record<string, (string | null)[]>;
  weights?: number[];
  needs?: Record<string, IndicatorInstance['inputs']>;
  services?: IndicatorInstance['inputs'];
  ratings?: Record<string, Rating[]>;
  at: string;
  expect: { value: number; n: number };
}

/** A definition with its id kept as a type. */
export const definePriority = <const Id extends string>(
  definition: PriorityDefinition & { id: Id }
): PriorityDefinition & { readonly id: Id } => definition;

/** The band of a score; null where the method has none. */
export const bandOf = (bands: readonly Band[], value: number): Band | null =>
  bands.find(({ from }) => value >= from) ?? null;

/** Level of each interval so that all of them hold together at 95% (Bonferroni). */
export const simultaneousLevel = (items: number): number => 1 - 0.05 / Math.max(1, items);

export type { Estimate };
