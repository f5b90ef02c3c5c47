import { eq, and } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Issue, Parsed } from '$lib/base/issue';
import type { Inspection } from '$lib/survey/inspect';
import { isDoubtful, useOf, variablesOf } from '$lib/survey/operations/uses';
import { templateInForce } from '$lib/survey/operations/template';
import type { ImportPlan } from '$lib/survey/plan';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import { versionsOfFile, type ListedVersion } from '$lib/server/db/queries/dataset-version';
import { findVersion } from '$lib/server/db/queries/dataset-version';
import { importDraft } from '$lib/server/db/schema';
import { findJob, type JobView } from '$lib/server/jobs/job';
import type { WorkerPool } from '$lib/server/jobs/pool';
import { commitDraft } from './commit-draft';
import { describeWave, factIssues, noFacts, type WaveFacts } from './describe-wave';
import { addOperation } from './draft-operations';
import { getDraft, type Draft } from './import-drafts';
import { factsOfTemplate } from './import-template-facts';
import { proposeForWave } from './mapping';

/** A draft whose file has been read and can be imported, with everything the steps need. */
export interface Review {
  draft: Draft;
  inspection: Inspection;
  /** the plan as the program proposed it */
  proposal: ImportPlan;
  /** the proposal with the decisions in force applied */
  plan: ImportPlan;
  /** what was said about the wave last, or what the columns already say */
  wave: WaveFacts;
}

/** A draft at any stage: `review` is null while the file has not been read, or was refused. */
export interface OpenReview {
  draft: Draft;
  review: Review | null;
  /** versions made from the same bytes */
  imported: ListedVersion[];
}

/** What the columns of a file already say about the design. */
function factsFrom(plan: ImportPlan): WaveFacts {
  const named = (role: string): string | null =>
    plan.variables.find((variable) => variable.include && variable.role === role)?.name ?? null;
  const [strata, psu, weight, fpc] = ['stratum', 'psu', 'weight', 'fpc'].map(named);
  const design = strata || psu || weight || fpc;
  return {
    ...noFacts,
    areaVariable: named('area'),
    design: design
      ? {
          strata: strata ?? null,
          psu: psu ?? null,
          weight: weight ?? null,
          fpc: fpc ?? null,
          nest: true,
          lonely: 'adjust'
        }
      : null
  };
}

/** What was said at the step Design last and not taken back. */
function factsSaid({ operations, operationCount }: Draft): WaveFacts | null {
  const last = operations.slice(0, operationCount).findLast((one) => one.kind === 'design');
  // Checked field by field when it was said.
  return last ? { ...noFacts, ...(last.facts as unknown as Partial<WaveFacts>) } : null;
}

/** What columns and the earlier wave say, while nobody has said anything. */
function factsKnown(access: Access, draft: Draft, plan: ImportPlan): WaveFacts {
  const templateId = templateInForce(draft.operations.slice(0, draft.operationCount));
  return {
    ...factsFrom(plan),
    ...(templateId !== null && factsOfTemplate(access, templateId))
  };
}

/** A draft of the workspace with what its review holds; null when there is none. */
export function openReview(access: Access, draftId: Id): OpenReview | null {
  const draft = getDraft(access, draftId);
  if (!draft) return null;
  const row = access.db
    .select({ sha256: importDraft.fileSha256 })
    .from(importDraft)
    .where(and(eq(importDraft.id, draftId), eq(importDraft.workspaceId, access.workspaceId)))
    .get();
  const imported = row?.sha256 ? versionsOfFile(access, row.sha256) : [];
  const inspection: (Inspection & { review?: { proposal: ImportPlan } }) | null = draft.inspection;
  const { plan } = draft;
  const review =
    inspection?.review && plan
      ? {
          draft,
          inspection,
          proposal: inspection.review.proposal,
          plan,
          wave: factsSaid(draft) ?? factsKnown(access, draft, plan)
        }
      : null;
  return { draft, review, imported };
}

/** What the step Design asks. */
export interface DesignStep {
  surveyName: string;
  waveName: string;
  facts: WaveFacts;
}

/**
 * Keeps names, sample type and design of a draft. Columns named as stratum, PSU, weight or area are
 * turned on.
 *
 * Refused: `no-such-draft`, `survey-name-missing`, `wave-name-missing`, and the reasons of
 * `factIssues`; what was typed is kept for the next try by the form.
 */
export function saveDesign(
  access: Access,
  draftId: Id,
  { surveyName, waveName, facts }: DesignStep
): Parsed<Draft> {
  const review = openReview(access, draftId)?.review;
  if (!review) return refused('no-such-draft');
  const issues: Issue[] = [
    ...(surveyName === '' ? refused('survey-name-missing', 'surveyName').issues : []),
    ...(waveName === '' ? refused('wave-name-missing', 'waveName').issues : []),
    ...factIssues(facts, review.inspection.rows)
  ];
  if (issues.length > 0) return { ok: false, issues };
  const { design } = facts;
  const named = [design?.strata, design?.psu, design?.weight, design?.fpc, facts.areaVariable];
  const added = addOperation(access, draftId, {
    kind: 'design',
    surveyName,
    waveName,
    facts: { ...facts },
    columns: named.filter((name) => typeof name === 'string')
  });
  if (!added.ok) return added;
  const draft = getDraft(access, draftId);
  return draft ? { ok: true, value: draft } : refused('no-such-draft');
}

/** What still stands in the way of an import, in words of issues; empty when nothing does. */
export function openDecisions({ plan, draft, wave }: Review): Issue[] {
  const missing = (code: string, field: string) => refused(code, field).issues;
  return [
    ...plan.openQuestions,
    ...(draft.surveyName ? [] : missing('survey-name-missing', 'surveyName')),
    ...(draft.waveName ? [] : missing('wave-name-missing', 'waveName')),
    ...(wave.sampleType ? [] : missing('sample-type-missing', 'sampleType'))
  ];
}

/**
 * Starts the import of a reviewed draft. When it is done, the wave gets what was said about it and
 * its indicators are proposed.
 *
 * Refused: `no-such-draft`, `decisions-open`, and the reasons of `commitDraft`.
 */
export function commitReview(
  access: Access,
  draftId: Id,
  pool?: WorkerPool
): Parsed<{ jobId: Id; finished: Promise<void> }> {
  const review = openReview(access, draftId)?.review;
  if (!review) return refused('no-such-draft');
  const open = openDecisions(review);
  if (open.length > 0) return refused('decisions-open', undefined, { count: open.length });
  const started = pool ? commitDraft(access, draftId, pool) : commitDraft(access, draftId);
  if (!started.ok) return started;
  const { jobId, finished } = started.value;
  return {
    ok: true,
    value: {
      jobId,
      finished: finished.then(() => {
        if (access.db.$client.open) finishReview(access, draftId);
      })
    }
  };
}

/**
 * Gives the wave of a finished import what was said about it and proposes its indicators; again when
 * the program stopped in between. Null when the draft has not been imported.
 */
export function finishReview(access: Access, draftId: Id): Parsed<{ waveId: Id }> | null {
  const opened = openReview(access, draftId);
  const versionId = opened?.draft.datasetVersionId;
  const version = versionId ? findVersion(access, versionId) : undefined;
  if (!opened?.review || !version) return null;
  const described = describeWave(access, version.waveId, opened.review.wave);
  if (!described.ok) return described;
  const proposed = proposeForWave(access, version.waveId);
  return proposed.ok ? { ok: true, value: { waveId: version.waveId } } : proposed;
}

/** The reading or import of a draft as it runs, or ran last; null before any. */
export const jobOf = (access: Access, { draft }: Pick<OpenReview, 'draft'>): JobView | null =>
  draft.jobId === null ? null : findJob(access, draft.jobId);

/** Rows of the file, those that will be imported, and those left out by reason. */
export function expectedRows({ inspection, plan }: Review): {
  rows: number;
  imported: number;
  excluded: { reason: string; count: number }[];
} {
  const counted = plan.exclusions.filter(
    ({ reason }) => reason === 'duplicate' || reason === 'no-answers'
  );
  const counts = new Map<string, number>();
  for (const { reason } of counted) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return {
    rows: inspection.rows,
    imported: inspection.rows - counted.length,
    excluded: [...counts].map(([reason, count]) => ({ reason, count }))
  };
}

/** Decisions that wait for a person: open points of the file, and guesses that are off. */
export const waiting = ({ plan }: Review): number =>
  plan.openQuestions.length +
  plan.questions.filter((question) => isDoubtful(question) && useOf(plan, question) === 'off')
    .length;

/** Questions of which at least one variable will be imported. */
export const importedQuestions = ({ plan }: Review): number =>
  plan.questions.filter((question) => variablesOf(plan, question).some(({ include }) => include))
    .length;

/** How many people the rows to be imported stand for, as far as the file says. */
export type Respondents =
  | { kind: 'counted'; count: number }
  /** the rows are entries of a repeated group */
  | { kind: 'repeat'; group: string }
  /** no column tells people apart */
  | { kind: 'unknown' };

/** People behind the rows: records where a record has several rows, else rows where a key tells them apart. */
export function respondentsOf(review: Review): Respondents {
  const { plan, inspection } = review;
  if (plan.repeat !== undefined) return { kind: 'repeat', group: plan.repeat };
  const long = inspection.issues.find(({ code }) => code === 'ROWS_NOT_RESPONDENTS');
  const records = Number(long?.params.records);
  if (Number.isInteger(records)) return { kind: 'counted', count: records };
  return plan.variables.some(({ role }) => role === 'id')
    ? { kind: 'counted', count: expectedRows(review).imported }
    : { kind: 'unknown' };
}

/**
 * The weights of all rows of the file added up; null without a weight column, or when it was not counted
 * as a number.
 */
export function weightTotal({ plan, inspection, wave }: Review): number | null {
  const name = wave.design?.weight;
  const variable = plan.variables.find((one) => one.name === name);
  if (!variable) return null;
  return inspection.variables.find(({ index }) => index === variable.columnIndex)?.sum ?? null;
}
