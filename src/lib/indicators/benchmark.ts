/** What a published number counts. */
export const benchmarkKinds = [
  'population',
  'supply',
  'budget',
  'enrolled',
  'assets',
  'language-supply',
  'share'
] as const;
export type BenchmarkKind = (typeof benchmarkKinds)[number];

/**
 * A number from outside the survey: a census table, an agency's report, a budget line. Its source and
 * year travel with every figure that rests on it.
 */
export interface Benchmark {
  kind: BenchmarkKind;
  /** the need or question it belongs to, as in an instance's key after the colon; '' = all */
  topic: string;
  /** code of an area, district or category; '' = the whole */
  place: string;
  /** people, places in a program, dollars, or a share from 0 to 1 */
  value: number;
  /** 90 % margin of error, as the American Community Survey prints it; null = none given */
  moe: number | null;
  source: string;
  /** the year or day it speaks of */
  date: string;
  note: string;
}

/** z of a two-sided 90 % interval: margins of error of the ACS are that many standard errors. */
const z90 = 1.645;

/** Standard error of a published number: margin of error / 1.645 (U.S. Census Bureau, 2020, Understanding and Using ACS Data). 0 when none is given. */
export const standardError = ({ moe }: Pick<Benchmark, 'moe'>): number =>
  moe === null ? 0 : moe / z90;

/** The topic of an instance: "people-in-need:rent" is about "rent". */
export const topicOf = (key: string): string => key.slice(key.indexOf(':') + 1);

/**
 * The published number of a kind for a topic and place: the one of this very topic, else the one for
 * all topics. Several of the same: the latest date counts.
 */
export function findBenchmark(
  benchmarks: readonly Benchmark[] | undefined,
  kind: BenchmarkKind,
  { topic, place = '' }: { topic: string; place?: string }
): Benchmark | null {
  const fitting = (benchmarks ?? []).filter((one) => one.kind === kind && one.place === place);
  const own = fitting.filter((one) => one.topic === topic);
  const chosen = own.length > 0 ? own : fitting.filter((one) => one.topic === '');
  return chosen.toSorted((a, b) => b.date.localeCompare(a.date))[0] ?? null;
}
