import type { Benchmark, BenchmarkKind } from './benchmark';

/** A published number as an example needs it: for everyone, without a margin of error. */
export const published = (
  kind: BenchmarkKind,
  value: number,
  more: Partial<Benchmark> = {}
): Benchmark => ({
  kind,
  topic: '',
  place: '',
  value,
  moe: null,
  source: 'Example table',
  date: '2024',
  note: '',
  ...more
});
