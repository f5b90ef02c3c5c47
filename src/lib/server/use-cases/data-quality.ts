import type { Id } from '$lib/base/id';
import type { Issue, Parsed } from '$lib/base/issue';
import type { Labels, Question } from '$lib/codebook/codebook';
import type { Responses } from '$lib/codebook/responses';
import type { Design } from '$lib/estimation/design/design';
import { kish } from '$lib/estimation/estimates/kish';
import { defaultThreshold, policyFor } from '$lib/privacy/policy';
import { isRandomSample, type SampleType } from '$lib/privacy/sample-type';
import { conditionsOf } from '$lib/indicators/propose/needs';
import { shortName } from '$lib/indicators/propose/survey-items';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import { currentVersion, responsesOf } from '$lib/server/db/queries/dataset-version';
import { findWave } from '$lib/server/db/queries/survey';
import type { LadderRung } from '$lib/server/db/schema/survey';
import { madeAfresh } from './released-cache';
import { waveDesign } from './wave-design';
import { weightingOf } from './weighting-design';

export type Verdict = 'good' | 'fair' | 'limited' | 'unknown';

/** How many of those asked left a question out; nothing that points at a handful of people. */
export interface LeftOut {
  questionId: string;
  labels: Labels;
  heading: string;
  /**
   * whole percent of those asked; `few`: below the threshold of people; `too-few`: too few asked or
   * answered; `unknown`: who was asked depends on answers the form's logic does not let us follow
   */
  share: number | 'few' | 'too-few' | 'unknown';
}

/** What the weights cost and how far they reach; the last two as multiples of the mean weight. */
export interface WeightFacts {
  deff: number;
  nEffective: number;
  largest: number;
  smallest: number;
}

export interface SampleFacts {
  strata: number;
  psus: number;
  /** strata with a single PSU */
  lonely: number;
  degrees: number;
}

export interface DataQuality {
  responses: number;
  /** smallest count of people behind a shown number */
  threshold: number;
  verdict: Verdict;
  ladder: LadderRung[];
  /** complete answers among those invited, 0..1; null when nobody wrote it down */
  responseRate: number | null;
  /** null: every answer counts the same */
  weights: WeightFacts | null;
  /** null: no strata or PSUs */
  sample: SampleFacts | null;
  /** why the design cannot be used */
  designIssues: Issue[];
  leftOut: LeftOut[];
}

/** The quality of a wave for its page, made beside the thread of the pages: every column is read. */
export const qualityPage = (access: Access, waveId: Id): Promise<Parsed<DataQuality>> =>
  madeAfresh(access, () => dataQuality(access, waveId), { maker: 'data-quality', args: [waveId] });

/**
 * How good a wave is: response ladder, cost of the weights (Kish 1965), sample, and questions left
 * without an answer as whole percents that hide small counts.
 *
 * Refused: `no-such-wave`, `wave-without-responses`.
 */
export function dataQuality(access: Access, waveId: Id): Parsed<DataQuality> {
  const judged = judgedWave(access, waveId);
  if (!judged.ok) return judged;
  const { wave, version, responses, design, ladder, responseRate, weights, verdict } = judged.value;
  const counted = { ...wave, responses: version.imported };
  const policy = policyFor(counted);
  const threshold = policy.ok ? policy.value.threshold : defaultThreshold(counted);
  return {
    ok: true,
    value: {
      responses: version.imported,
      threshold,
      verdict,
      ladder,
      responseRate,
      weights,
      sample:
        design.ok && (wave.design?.strata || wave.design?.psu) ? sampleFacts(design.value) : null,
      designIssues: design.ok ? [] : design.issues,
      leftOut: responses.codebook.questions.flatMap((question) =>
        leftOut(responses, question, threshold)
      )
    }
  };
}

/** The verdict of `dataQuality` alone; null where there is nothing to judge. */
export function waveVerdict(access: Access, waveId: Id): Verdict | null {
  const judged = judgedWave(access, waveId);
  return judged.ok ? judged.value.verdict : null;
}

function judgedWave(access: Access, waveId: Id) {
  const wave = findWave(access, waveId);
  if (!wave) return refused('no-such-wave');
  const version = currentVersion(access, waveId);
  const responses = version && responsesOf(access, version.versionId);
  if (!version || !responses) return refused('wave-without-responses');
  const made = weightingOf(access, wave.design, version.versionId);
  const design = made.ok ? waveDesign(responses, wave.design, made.value) : made;
  const isWeighted = wave.design?.weight || wave.design?.weightingId;
  const weights = design.ok && isWeighted ? weightFacts(design.value) : null;
  const ladder = wave.ladder ?? [];
  const responseRate = rateOf(ladder);
  const verdict = verdictOf(wave.sampleType, responseRate, weights?.nEffective ?? version.imported);
  return {
    ok: true as const,
    value: { wave, version, responses, design, ladder, responseRate, weights, verdict }
  };
}

function rateOf(ladder: readonly LadderRung[]): number | null {
  const count = (id: LadderRung['id']) => ladder.find((rung) => rung.id === id)?.count;
  const invited = count('invited');
  const complete = count('complete') ?? count('kept');
  return invited && complete !== undefined ? complete / invited : null;
}

/** A random sample or a census that most people answered, worth 400 answers or more, is good. */
function verdictOf(
  sampleType: SampleType | null,
  rate: number | null,
  nEffective: number
): Verdict {
  if (sampleType === null) return 'unknown';
  if (!isRandomSample(sampleType) && sampleType !== 'census') return 'limited';
  if (nEffective >= 400 && rate !== null && rate >= 0.5) return 'good';
  return nEffective >= 100 ? 'fair' : 'limited';
}

function weightFacts(design: Design): WeightFacts | null {
  const [all] = kish(design, { within: 'all' });
  if (!all || all.deff === null || all.nEffective === null) return null;
  const mean = all.sumWeights / all.nPositive;
  let largest = 0;
  let smallest = Infinity;
  for (const weight of design.weights) {
    if (weight <= 0) continue;
    if (weight > largest) largest = weight;
    if (weight < smallest) smallest = weight;
  }
  return {
    deff: all.deff,
    nEffective: all.nEffective,
    largest: largest / mean,
    smallest: smallest / mean
  };
}

const sampleFacts = ({ strata, psus, dfFull }: Design): SampleFacts => ({
  strata: strata.length,
  psus: psus.reduce((sum, count) => sum + count, 0),
  lonely: psus.filter((count) => count === 1).length,
  degrees: dfFull
});

const askable = ['single', 'scale', 'nps', 'numeric', 'multiple-response', 'matrix'];

function leftOut(responses: Responses, question: Question, threshold: number): LeftOut[] {
  const { codebook, rows } = responses;
  const [name] = question.variables;
  const variable = codebook.variables.find((one) => one.name === name);
  const isAnswer = variable?.role === 'answer' || variable?.role === 'area';
  if (!variable || !isAnswer || !askable.includes(question.kind)) return [];
  const row = { questionId: question.id, labels: question.labels, heading: variable.heading };
  const wasAsked = askedRows(responses, question.relevant);
  if (!wasAsked) return [{ ...row, share: 'unknown' }];
  const isMissing = missingRows(responses, question.variables);
  const reasons = responses.missingReasons(variable.name);
  const notAsked = reasons ? reasons.reasons.indexOf('not-asked') + 1 : 0;
  let asked = 0;
  let missing = 0;
  for (let i = 0; i < rows; i++) {
    if (!wasAsked[i] || (notAsked > 0 && reasons?.codes[i] === notAsked)) continue;
    asked++;
    if (isMissing[i]) missing++;
  }
  return [{ ...row, share: shareOf(asked, missing, threshold) }];
}

/** A whole percent, where neither the missing nor the answering are few. */
function shareOf(asked: number, missing: number, threshold: number): LeftOut['share'] {
  if (asked - missing < Math.max(threshold, 30)) return 'too-few';
  if (missing === 0) return 0;
  return missing < threshold ? 'few' : Math.round((100 * missing) / asked);
}

/** 1 where every variable of a question is missing. */
function missingRows(responses: Responses, names: readonly string[]): Uint8Array {
  const all = new Uint8Array(responses.rows).fill(1);
  for (const name of names) {
    const variable = responses.codebook.variables.find((one) => one.name === name);
    if (variable?.kind === 'categorical') {
      const { codes } = responses.categories(name);
      for (let i = 0; i < all.length; i++) if (codes[i] !== 0) all[i] = 0;
    } else if (variable?.kind === 'numeric') {
      const { values } = responses.numbers(name);
      for (let i = 0; i < all.length; i++) if (!Number.isNaN(values[i])) all[i] = 0;
    }
  }
  return all;
}

const conjunction = /(?:selected\(\s*)?\$\{[^}]+\}\s*(?:=|,)\s*['"][^'"]*['"]\s*\)?/g;

/** 1 where the form's logic asked the question; null when the logic is more than "this and that". */
function askedRows(responses: Responses, relevant: string | undefined): Uint8Array | null {
  const asked = new Uint8Array(responses.rows).fill(1);
  if (!relevant) return asked;
  const rest = relevant.replace(conjunction, '').replace(/\band\b|[\s()]/gi, '');
  if (rest !== '') return null;
  for (const { name, code } of conditionsOf(relevant)) {
    const variable = responses.codebook.variables.find(
      (one) => shortName(one.name) === shortName(name)
    );
    if (variable?.kind !== 'categorical') return null;
    const { codes, categories } = responses.categories(variable.name);
    const wanted = categories.findIndex((category) => category.code === code) + 1;
    if (wanted === 0) return null;
    for (let i = 0; i < asked.length; i++) if (codes[i] !== wanted) asked[i] = 0;
  }
  return asked;
}
