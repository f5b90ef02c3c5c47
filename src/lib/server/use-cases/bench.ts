import type { Id } from '$lib/base/id';
import type { Issue, Parsed } from '$lib/base/issue';
import { DesignError, simpleDesign, type Design } from '$lib/estimation';
import { mapFacts, type Fact } from '$lib/estimation/query/answer-facts';
import {
  readQuestion,
  type AskedQuestion,
  type ReadQuestion
} from '$lib/estimation/query/asked-question';
import { QueryError, type DataSource } from '$lib/estimation/query/data-source';
import { evaluateWith } from '$lib/estimation/query/query';
import { conventionDiffers, rCall } from '$lib/estimation/query/r-call';
import type { Answer } from '$lib/estimation/query/report';
import type { Spec } from '$lib/estimation/query/spec';
import { WeightingError } from '$lib/estimation/weighting';
import { policyFor, type ReleasePolicy } from '$lib/privacy/policy';
import type { Access } from '$lib/server/access/access';
import { can } from '$lib/server/access/capability';
import { refused } from '$lib/server/access/refused';
import { currentVersion, responsesOf } from '$lib/server/db/queries/dataset-version';
import { findWave } from '$lib/server/db/queries/survey';
import type { StoredDesign } from '$lib/server/db/schema/survey';
import type { Language } from '$lib/text/text';
import { benchWarnings, columnsOf, describeDesign, type BenchDesign } from './bench-design';
import { roundFact, type GateStatus, type TableWords } from './bench-gate';
import { benchLedger, type BenchLedger } from './bench-ledger';
import { gateAnswer } from './bench-privacy';
import { publicSplits } from './bench-sets';
import { askableVariables, benchSource, withYes, type BenchVariable } from './bench-variables';
import { privateVariables } from './protect-reveal';
import { designIssue, waveDesign } from './wave-design';
import { weightingOf } from './weighting-design';

/** A question for the bench: of which wave, with which design. */
export interface BenchQuestion extends AskedQuestion {
  waveId: Id;
  /** the wave's own design, or none: every answer counts the same, for comparison only */
  design: 'wave' | 'none';
}

/** A number that may be looked at, and whether it may be published. */
export interface BenchFact extends Fact {
  status: GateStatus;
}

/** An answer as it may leave the server: hidden numbers are null, in facts and answer alike. */
export interface BenchAnswer {
  family: string;
  method: string;
  facts: BenchFact[];
  answer: Answer;
  /** null for a family that reads no answers */
  design: BenchDesign | null;
  r: string[] | null;
  conventionDiffers: boolean;
  threshold: number | null;
  warnings: Issue[];
}

/** Everything of a wave that a question needs. */
export interface Asked {
  source: DataSource;
  design: Design;
  stored: StoredDesign | null;
  policy: ReleasePolicy | null;
  words: TableWords;
  question: Pick<ReadQuestion, 'form' | 'spec'>;
  splits: string[][];
  /** what the bench told of this version before */
  ledger: BenchLedger;
}

/** Families whose answers are about single rows as well: these fields never leave. */
const rowFields = ['first_scores', 'first_weights'];

/** Counts that no table hides, as people not asked: left out when they are small. */
const looseCounts = ['n_not_asked_or_blank', 'n_unscored'];

/**
 * Answers a question of an analyst. Every number has passed privacy (the counts behind it, second
 * suppression, and the difference of a filtered question from what is published); a number that is only
 * too imprecise to publish is marked so. What is hidden is null.
 *
 * Refused: `not-allowed`, `no-such-wave`, `wave-without-responses`, reasons of `policyFor` and of the
 * design, of `readQuestion`, `bench-too-few` when counts behind a whole answer are too small,
 * `bench-close-filter` when the filter differs from published people by too few, `bench-close-answer`
 * when an answer the bench gave before does.
 */
export function askBench(
  access: Access,
  question: BenchQuestion,
  language: Language
): Parsed<BenchAnswer> {
  const asked = prepare(access, question, language);
  return asked.ok ? answerOf(asked.value) : asked;
}

/** The gated answer to a question that was read. */
export function answerOf(asked: Asked): Parsed<BenchAnswer> {
  const { policy, source, question, design } = asked;
  if (!policy) return refused('sample-type-missing', 'wave');
  try {
    return gated(
      asked,
      policy,
      evaluateWith(source, question.spec, () => design)
    );
  } catch (error) {
    return { ok: false, issues: [failure(error)] };
  }
}

/**
 * The same in full precision and without a gate, for whoever has the machine. Never for a screen.
 *
 * Refused: as `askBench`, without the reasons of privacy.
 */
export function askUnreleased(
  access: Access,
  question: BenchQuestion,
  language: Language
): Parsed<Answer> {
  const asked = prepare(access, question, language);
  if (!asked.ok) return asked;
  const { source, question: read, design } = asked.value;
  try {
    return { ok: true, value: evaluateWith(source, read.spec, () => design) };
  } catch (error) {
    return { ok: false, issues: [failure(error)] };
  }
}

/** What the engine refused, as an issue; anything else is thrown on. */
export function failure(error: unknown): Issue {
  if (error instanceof DesignError) return designIssue(error);
  if (error instanceof QueryError || error instanceof WeightingError)
    return {
      code: 'query-refused',
      severity: 'error',
      where: {},
      params: { code: error.code, detail: error.message }
    };
  throw error;
}

/** The variables of a wave that may be asked about; none when the asker may not ask. */
export function benchVariables(access: Access, waveId: Id, language: Language): BenchVariable[] {
  const version = currentVersion(access, waveId);
  const responses = version && responsesOf(access, version.versionId);
  if (!responses || !can(access.role, 'analyze')) return [];
  const kept = privateVariables(access, version.versionId);
  return askableVariables(responses, language).filter(({ name }) => !kept.includes(name));
}

/** The wave of a question with its import, and the rule its numbers leave by. */
export function askedWave(access: Access, waveId: Id) {
  if (!can(access.role, 'analyze')) return refused('not-allowed');
  const wave = findWave(access, waveId);
  if (!wave) return refused('no-such-wave', 'wave');
  const version = currentVersion(access, wave.id);
  const responses = version && responsesOf(access, version.versionId);
  if (!version || !responses) return refused('wave-without-responses', 'wave', { wave: wave.name });
  const policy = policyFor({ ...wave, responses: version.imported });
  if (!policy.ok && wave.sampleType !== null) return policy;
  const allowed = policy.ok ? policy.value : null;
  const words = wordsOf(wave, version, allowed);
  return { ok: true as const, value: { wave, version, responses, policy: allowed, words } };
}

function prepare(access: Access, question: BenchQuestion, language: Language): Parsed<Asked> {
  const found = askedWave(access, question.waveId);
  if (!found.ok) return found;
  const { wave, version, responses, policy, words } = found.value;
  const variables = benchVariables(access, wave.id, language);
  const read = readQuestion(
    question,
    variables.map(({ name, kind, answers }) => ({
      name,
      kind,
      codes: answers.map(({ code }) => code)
    }))
  );
  if (!read.ok) return read;
  const made = weightingOf(access, wave.design, version.versionId);
  if (!made.ok) return made;
  const design =
    question.design === 'none'
      ? { ok: true as const, value: simpleDesign(responses.rows) }
      : waveDesign(responses, wave.design, made.value);
  if (!design.ok) return design;
  const plain = benchSource(responses, variables);
  const readsNames = ['select_all', 'alkire_foster'].includes(question.family);
  return {
    ok: true,
    value: {
      source: readsNames ? withYes(plain, read.value.derived) : plain,
      design: design.value,
      stored: question.design === 'none' ? null : wave.design,
      policy,
      words,
      question: read.value,
      splits: publicSplits(responses.codebook, wave.areaVariable, plain),
      ledger: benchLedger(access, version.versionId)
    }
  };
}

/** Head of the table that `release` judges; nothing of it is shown. */
const wordsOf = (
  wave: NonNullable<ReturnType<typeof findWave>>,
  version: NonNullable<ReturnType<typeof currentVersion>>,
  policy: ReleasePolicy | null
): TableWords => ({
  subject: {
    indicatorId: 'bench',
    key: 'bench',
    labels: {},
    level: 'mezzo',
    unit: 'number',
    direction: 'neutral',
    decimals: 0,
    base: {}
  },
  sources: [
    {
      waveId: wave.id,
      datasetVersionId: version.versionId,
      surveyName: version.survey,
      waveName: wave.name,
      sampleType: policy?.sampleType ?? 'opt-in',
      fieldedFrom: wave.fieldedFrom,
      fieldedTo: wave.fieldedTo,
      responses: version.imported,
      isSample: wave.isSample
    }
  ],
  method: { interval: 'bench', engine: 'bench', weighting: 'weighted' }
});

function gated(asked: Asked, policy: ReleasePolicy, raw: Answer): Parsed<BenchAnswer> {
  const { design, stored, question } = asked;
  const { form, spec } = question;
  const isFree = form.gate === 'none';
  const { status, issues } = isFree
    ? { status: () => 'released' as const, issues: [] }
    : gateAnswer({ ...asked, form, spec, policy, raw });
  if (issues.length > 0) return { ok: false, issues };
  const { facts, answer } = tellFacts(raw, {
    spec,
    status,
    threshold: isFree ? 0 : policy.threshold,
    isForComparison: stored === null && !isFree
  });
  const dfs = facts.flatMap(({ name, value }) =>
    name === 'df' && typeof value === 'number' ? [value] : []
  );
  return {
    ok: true,
    value: {
      family: form.family,
      method: form.method,
      facts,
      answer,
      design: isFree ? null : describeDesign(design, stored),
      r: rCall(spec, columnsOf(design, stored)),
      conventionDiffers: conventionDiffers.includes(form.family),
      threshold: isFree ? null : policy.threshold,
      warnings: isFree ? [] : benchWarnings(design, stored, policy.sampleType, dfs)
    }
  };
}

interface Telling {
  spec: Spec;
  status: (fact: Fact) => GateStatus;
  threshold: number;
  /** numbers without the design of the wave are never for publication */
  isForComparison: boolean;
}

/** The numbers that may leave, rounded, each with its status; hidden ones are null everywhere. */
function tellFacts(
  raw: Answer,
  { spec, status, threshold, isForComparison }: Telling
): { facts: BenchFact[]; answer: Answer } {
  const answers = typeof raw.n === 'number' ? raw.n : 0;
  const isTotal =
    ['total', 'population_size'].includes(String(spec.family)) || spec.stat === 'total';
  const facts: BenchFact[] = [];
  const answer = mapFacts(withoutRows(raw), spec, (fact) => {
    const found = isLooseAndSmall(fact, threshold) ? 'hidden' : status(fact);
    const value = found === 'hidden' ? null : roundFact(fact, answers, isTotal);
    const shown = found === 'released' && isForComparison ? 'imprecise' : found;
    facts.push({ ...fact, value, status: shown });
    return value;
  });
  return { facts, answer };
}

const withoutRows = (answer: Answer): Answer =>
  Object.fromEntries(Object.entries(answer).filter(([field]) => !rowFields.includes(field)));

const isLooseAndSmall = ({ name, value }: Fact, threshold: number): boolean =>
  looseCounts.includes(name) && typeof value === 'number' && value > 0 && value < threshold;
