import type { Issue, Parsed } from '$lib/base/issue';
import { isRandomSample, strictestSample, type SampleType } from './sample-type';

/** Thresholds a person may choose, each with a reason that is kept. */
export const thresholds = [5, 6, 10, 11, 16, 20] as const;
export type Threshold = (typeof thresholds)[number];

/** Named reliability standards: see ./reliability.ts. */
export const reliabilityProfiles = ['nchs', 'nchs-rates', 'nsch', 'nsduh'] as const;
export type ReliabilityProfile = (typeof reliabilityProfiles)[number];

/** What `release` applies. Made by `policyFor`, so that a missing sample type stops everything. */
export interface ReleasePolicy {
  sampleType: SampleType;
  /** smallest count of respondents that may stand behind a shown number */
  threshold: Threshold;
  /** why the threshold is not the default of the sample type */
  thresholdReason: string | null;
  profile: ReliabilityProfile;
}

export interface PolicyInput {
  sampleType: SampleType | null;
  /** people the sample stands for; null when unknown */
  population: number | null;
  responses: number;
  threshold?: number | null;
  thresholdReason?: string | null;
  /** the smallest threshold of the workspace; null or absent: that of the sample type */
  leastThreshold?: number | null;
  profile?: ReliabilityProfile | null;
}

/**
 * Threshold when nobody chose one: 5 for a probability sample of less than a tenth of a known
 * population, where the sampling itself hides who answered; 11 for everything else (the cell size
 * rule of the Centers for Medicare and Medicaid Services: no count of 1 to 10).
 */
export function defaultThreshold(
  input: Pick<PolicyInput, 'sampleType' | 'population' | 'responses'>
): Threshold {
  const isThinSample =
    input.sampleType !== null &&
    isRandomSample(input.sampleType) &&
    input.population !== null &&
    input.responses < input.population / 10;
  return isThinSample ? 5 : 11;
}

/**
 * The policy of one wave, or the issues that keep anything of it from being shown: no sample type, a
 * threshold that is not offered, a threshold other than the usual without a reason. Usual is the
 * default of the sample type, or the least threshold of the workspace where that is larger; a smaller
 * one needs a reason of its own.
 */
export function policyFor(input: PolicyInput): Parsed<ReleasePolicy> {
  const issues: Issue[] = [];
  const error = (code: string, field: string, params: Issue['params'] = {}): void => {
    issues.push({ code, severity: 'error', where: { field }, params });
  };
  const usual = Math.max(defaultThreshold(input), input.leastThreshold ?? 0);
  const reason = input.thresholdReason?.trim() || null;
  const isStated = reason !== null || (input.threshold ?? 0) >= usual;
  const wanted = (isStated ? input.threshold : null) ?? usual;
  const threshold = thresholds.find((offered) => offered === wanted);
  if (input.sampleType === null) error('sample-type-missing', 'sampleType');
  if (threshold === undefined)
    error('threshold-not-offered', 'threshold', { value: wanted, offered: thresholds.join(', ') });
  else if (threshold !== usual && reason === null)
    error('threshold-reason-missing', 'thresholdReason', { value: threshold, usual });
  if (input.sampleType === null || threshold === undefined || issues.length > 0)
    return { ok: false, issues };
  return {
    ok: true,
    value: {
      sampleType: input.sampleType,
      threshold,
      thresholdReason: threshold === usual ? null : reason,
      profile: input.profile ?? 'nchs'
    }
  };
}

/**
 * One policy for a table that spans waves: the largest threshold, and the sample type that allows the
 * fewest words (opt-in before all others). @throws RangeError without a policy
 */
export function strictestPolicy(policies: readonly ReleasePolicy[]): ReleasePolicy {
  const [first] = policies;
  if (!first) throw new RangeError('a table needs the policy of at least one wave');
  const strictest = policies.reduce((a, b) => (b.threshold > a.threshold ? b : a), first);
  const words = strictestSample(policies.map(({ sampleType }) => sampleType));
  return { ...strictest, sampleType: words ?? strictest.sampleType };
}
