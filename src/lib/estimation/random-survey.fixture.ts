import { seededRandom } from '$lib/base/random';
import { makeDesign } from './design/design';
import type { Design, DesignInput } from './design/design';
import type { Groups } from './design/domain';

/** A small made-up survey for tests: 3 strata, 2 to 4 PSUs each, some answers missing, some weights 0. */
export interface RandomSurvey {
  input: DesignInput;
  design: Design;
  /** 1, 0 or missing */
  need: Float64Array;
  score: Float64Array;
  group: Groups;
  mode: Groups;
}

/** @param perPsu rows in each PSU at most, half of them at least; an even number */
export function randomSurvey(seed: number, perPsu = 12): RandomSurvey {
  const random = seededRandom(seed);
  const stratum: number[] = [];
  const psu: number[] = [];
  for (let h = 1; h <= 3; h++)
    for (let j = 1, psus = random.integer(2, 4); j <= psus; j++)
      for (let i = 0, size = random.integer(perPsu / 2, perPsu); i < size; i++) {
        stratum.push(h);
        psu.push(j);
      }
  const rows = stratum.length;
  const column = (next: () => number): Float64Array => Float64Array.from({ length: rows }, next);
  const codes = (levels: number, missing: number): Uint32Array =>
    Uint32Array.from({ length: rows }, () =>
      random.next() < missing ? 0 : random.integer(1, levels)
    );
  const labels = ['a', 'b', 'c', 'd'];
  const input: DesignInput = {
    rows,
    strata: { codes: Uint32Array.from(stratum), labels },
    units: [{ codes: Uint32Array.from(psu), labels }],
    weights: column(() => (random.next() < 0.05 ? 0 : 1 + 9 * random.next())),
    nest: true
  };
  return {
    input,
    design: makeDesign(input),
    need: column(() => (random.next() < 0.1 ? NaN : random.next() < 0.4 ? 1 : 0)),
    // Adding 0 turns -0 into 0.
    score: column(() => Math.round(10 * random.normal()) / 10 + 0),
    group: { codes: codes(3, 0.1), labels: ['x', 'y', 'z'] },
    mode: { codes: codes(2, 0.05), labels: ['paper', 'web'] }
  };
}

/** The same survey with its rows in another order. */
export function reordered(survey: RandomSurvey, order: readonly number[]): RandomSurvey {
  const column = (from: Float64Array): Float64Array => Float64Array.from(order, (i) => from[i]!);
  const groups = ({ codes, labels }: Groups): Groups => ({
    codes: Uint32Array.from(order, (i) => codes[i]!),
    labels
  });
  const { strata, units, weights } = survey.input;
  const input: DesignInput = {
    ...survey.input,
    strata: strata ? groups(strata) : null,
    units: units?.map(groups),
    weights: weights ? column(weights) : null
  };
  return {
    input,
    design: makeDesign(input),
    need: column(survey.need),
    score: column(survey.score),
    group: groups(survey.group),
    mode: groups(survey.mode)
  };
}

/** The same survey with every weight k times as large. */
export function scaled(survey: RandomSurvey, k: number): RandomSurvey {
  const input = { ...survey.input, weights: survey.input.weights?.map((w) => w * k) ?? null };
  return { ...survey, input, design: makeDesign(input) };
}
