import type { Issue, Parsed } from '$lib/base/issue';
import { makeDesign } from '$lib/estimation/design/design';
import { DesignError } from '$lib/estimation/design/design-error';
import {
  areFullWeights,
  jackknifeOf,
  type ReplicateInput
} from '$lib/estimation/design/replicates';
import { calibratedDesign } from '$lib/estimation/design/projection';
import type { Design } from '$lib/estimation/design/design';
import type { StackedWave } from '$lib/estimation/design/stack-designs';
import type { StoredDesign } from '$lib/server/db/schema/survey';
import type { StoredResponses } from '$lib/server/db/stored-responses';
import { keysOf } from './wave-keys';
import { weightedWave, type WaveWeighting } from './weighting-design';

/** A design that says nothing yet: every row is its own PSU of weight 1. */
export const noDesign: StoredDesign = {
  strata: null,
  psu: null,
  weight: null,
  fpc: null,
  nest: true,
  lonely: 'adjust'
};

/**
 * The sampling design of a stored wave; without one each row is its own PSU of weight 1. Weights made
 * here take the place of those of the file, and their margins lower the variances.
 *
 * Refused, as `design-` and the code of the DesignError: a stratum or weight that is missing, PSU
 * codes shared by strata, impossible populations; `design-variable-unknown` when the version lacks a
 * variable that the design names; `design-weighting-unknown` when it names weights that are not given.
 *
 * @param made the weights that `stored` names, from `weightingOf`
 */
export function waveDesign(
  responses: StoredResponses,
  stored: StoredDesign | null,
  made: WaveWeighting | null = null
): Parsed<Design> {
  try {
    const wave = waveBeforeDesign(responses, stored, made);
    if (!wave.ok) return wave;
    const { input, calibration } = wave.value;
    const design = makeDesign(input);
    return {
      ok: true,
      value: calibration ? calibratedDesign(design, calibration.weights, calibration.terms) : design
    };
  } catch (error) {
    return { ok: false, issues: [designIssue(error)] };
  }
}

/**
 * What the design of a wave is made from, for waves that are stacked into one. Refused likewise.
 *
 * @throws DesignError where replicate weights do not fit their kind
 */
export function waveBeforeDesign(
  responses: StoredResponses,
  stored: StoredDesign | null,
  made: WaveWeighting | null = null
): Parsed<StackedWave> {
  if (!stored) return { ok: true, value: { input: { rows: responses.rows } } };
  if (stored.weightingId && !made) return { ok: false, issues: [issueOf('weighting-unknown', {})] };
  const weight = made ? null : stored.weight;
  const named = [stored.strata, stored.psu, weight, stored.fpc];
  const lacking = named.find(
    (name) => name !== null && !responses.codebook.variables.some((one) => one.name === name)
  );
  if (lacking) return { ok: false, issues: [issueOf('variable-unknown', { variable: lacking })] };
  const { strata, psu, fpc, nest, lonely } = stored;
  const parts = {
    rows: responses.rows,
    strata: strata === null ? null : keysOf(responses, strata),
    units: psu === null ? null : [keysOf(responses, psu)],
    populations: fpc === null ? null : [responses.numbers(fpc).values],
    nest,
    lonely
  };
  if (made) return weightedWave(responses, parts, made);
  const weights = weight === null ? null : responses.numbers(weight).values;
  const replicates = replicateInput(responses, stored.replicates, weights);
  return { ok: true, value: { input: { ...parts, weights, replicates } } };
}

/**
 * Replicate weights of the file as the engine takes them; null where there are none, or nobody said
 * how they were made: then strata and sampled units give the variances.
 */
function replicateInput(
  responses: StoredResponses,
  stored: StoredDesign['replicates'],
  weights: Float64Array | null
): ReplicateInput | null {
  if (!stored?.type || stored.variables.length < 2 || weights === null) return null;
  const columns = stored.variables.map((name) => responses.numbers(name).values);
  const combined = areFullWeights(weights, columns);
  if (stored.type !== 'jackknife') {
    const kind = replicateKinds[stored.type];
    return { kind, columns, combined, ...(kind === 'Fay' && { rho: stored.rho ?? null }) };
  }
  const full = combined ? columns : columns.map((column) => column.map((x, i) => x * weights[i]!));
  const jackknife = jackknifeOf(weights, full);
  return jackknife && { ...jackknife, columns, combined };
}

const replicateKinds = {
  brr: 'BRR',
  fay: 'Fay',
  bootstrap: 'bootstrap',
  'successive-difference': 'successive-difference'
} as const;

/** A DesignError as an issue; anything else is thrown on. */
export function designIssue(error: unknown): Issue {
  if (error instanceof DesignError) return issueOf(error.code, error.params);
  throw error;
}

const issueOf = (code: string, params: Issue['params']): Issue => ({
  code: `design-${code}`,
  severity: 'error',
  where: { field: 'design' },
  params
});
