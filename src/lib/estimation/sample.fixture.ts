import { fc } from '@fast-check/vitest';
import { seededRandom } from '$lib/base/random';
import { makeDesign } from './design/design';
import type { Design, DesignInput } from './design/design';
import type { Keys } from './design/units';

/** A small random survey for property tests. */
export interface Sample {
  input: DesignInput;
  design: Design;
  /** 1, 0 or missing */
  need: Float64Array;
  score: Float64Array;
  /** 0 = in no group */
  group: Uint8Array;
}

/** Surveys of 3 strata with 2 to 4 PSUs each, some missing answers, some weights of zero. */
export const samples = (clustered = true): fc.Arbitrary<Sample> =>
  fc.integer({ min: 1, max: 1e6 }).map((seed) => makeSample(seed, clustered));

export function makeSample(seed: number, clustered = true): Sample {
  const random = seededRandom(seed);
  const stratum: number[] = [];
  const psu: number[] = [];
  for (let h = 1; h <= 3; h++)
    for (let j = 1, psus = random.integer(2, 4); j <= psus; j++)
      for (let i = 0, size = random.integer(2, 8); i < size; i++) {
        stratum.push(h);
        psu.push(j);
      }
  const rows = stratum.length;
  const column = (next: () => number): Float64Array => Float64Array.from({ length: rows }, next);
  const keys = (codes: number[]): Keys => ({
    codes: Uint32Array.from(codes),
    labels: ['a', 'b', 'c', 'd']
  });
  const input: DesignInput = {
    rows,
    strata: keys(stratum),
    units: clustered ? [keys(psu)] : null,
    weights: column(() => (random.next() < 0.05 ? 0 : 1 + 9 * random.next())),
    nest: true
  };
  return {
    input,
    design: makeDesign(input),
    need: column(() => (random.next() < 0.1 ? NaN : random.next() < 0.4 ? 1 : 0)),
    score: column(() => random.normal()),
    group: Uint8Array.from({ length: rows }, () => random.integer(0, 3))
  };
}

/** The sample with its rows in another order. */
export function reordered(sample: Sample, order: readonly number[]): Sample {
  const codes = (from: Uint32Array | Uint16Array | Uint8Array): Uint32Array =>
    Uint32Array.from(order, (i) => from[i] ?? 0);
  const column = (from: Float64Array): Float64Array =>
    Float64Array.from(order, (i) => from[i] ?? NaN);
  const { strata, units, weights } = sample.input;
  const input: DesignInput = {
    ...sample.input,
    strata: strata ? { ...strata, codes: codes(strata.codes) } : null,
    units: units?.map((unit) => ({ ...unit, codes: codes(unit.codes) })),
    weights: weights ? column(weights) : null
  };
  return {
    input,
    design: makeDesign(input),
    need: column(sample.need),
    score: column(sample.score),
    group: Uint8Array.from(order, (i) => sample.group[i] ?? 0)
  };
}
