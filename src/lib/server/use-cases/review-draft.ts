import { and, eq } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Issue, Parsed } from '$lib/base/issue';
import type { Inspection } from '$lib/survey/inspect';
import type { ImportPlan } from '$lib/survey/plan';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import { versionsOfFile, type ListedVersion } from '$lib/server/db/queries/dataset-version';
import { findVersion } from '$lib/server/db/queries/dataset-version';
import { importDraft } from '$lib/server/db/schema';
import { findJob, type JobView } from '$lib/server/jobs/job';
import type { WorkerPool } from '$lib/server/jobs/pool';
import { describeWave, factIssues, noFacts, type WaveFacts } from './describe-wave';
import { commitDraft, getDraft, inspectDraft, saveDraftPlan, type Draft } from './import-drafts';
import { proposeForWave } from './mapping';
import { isDoubtful, useOf, variablesOf, withUnsureOff } from './plan-edits';

/** What the screens of a review keep beside the plan. */
interface ReviewNotes {
  /** the plan as the program proposed it */
  proposal: ImportPlan;
  wave: WaveFacts;
  jobId: Id | null;
}

/** A draft whose file has been read and can be imported, with everything the steps need. */
export interface Review extends ReviewNotes {
  draft: Draft;
  inspection: Inspection;
  plan: ImportPlan;
}

/** A draft at any stage: `review` is null while the file has not been read, or was refused. */
export interface OpenReview {
  draft: Draft;
  review: Review | null;
  /** versions made from the same bytes */
  imported: ListedVersion[];
}

type Kept = Inspection & { review?: ReviewNotes };

const mine = ({ workspaceId }: Access, id: Id) =>
  and(eq(importDraft.id, id), eq(importDraft.workspaceId, workspaceId));

function keepNotes(access: Access, draftId: Id, notes: ReviewNotes): void {
  const kept = getDraft(access, draftId)?.inspection;
  if (!kept) return;
  const inspection = { ...kept, review: notes } as unknown as Record<string, unknown>;
  access.db.update(importDraft).set({ inspection }).where(mine(access, draftId)).run();
}

/** Reads the file of a draft, and begins its review: guesses nobody can be sure of are off. */
export async function readDraft(
  access: Access,
  draftId: Id,
  pool?: WorkerPool
): Promise<Parsed<Draft>> {
  const read = await inspectDraft(access, draftId, pool ? { pool } : {});
  if (!read.ok || !read.value.plan) return read;
  const proposal = read.value.plan;
  const plan = withUnsureOff(proposal);
  const saved = saveDraftPlan(access, draftId, { plan });
  keepNotes(access, draftId, { proposal, wave: factsFrom(plan), jobId: null });
  return saved;
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

/** A draft of the workspace with what its review holds; null when there is none. */
export function openReview(access: Access, draftId: Id): OpenReview | null {
  const draft = getDraft(access, draftId);
  if (!draft) return null;
  const inspection: Kept | null = draft.inspection;
  const row = access.db
    .select({ sha256: importDraft.fileSha256 })
    .from(importDraft)
    .where(mine(access, draftId))
    .get();
  const imported = row?.sha256 ? versionsOfFile(access, row.sha256) : [];
  const review =
    inspection?.review && draft.plan
      ? { draft, inspection, plan: draft.plan, ...inspection.review }
      : null;
  return { draft, review, imported };
}

/** Changes the plan under review. Refused: `no-such-draft`. */
export function changePlan(
  access: Access,
  draftId: Id,
  change: (plan: ImportPlan, proposal: ImportPlan) => ImportPlan
): Parsed<Draft> {
  const review = openReview(access, draftId)?.review;
  if (!review) return refused('no-such-draft');
  return saveDraftPlan(access, draftId, { plan: change(review.plan, review.proposal) });
}

/** What step 4 asks. */
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
  const plan = {
    ...review.plan,
    variables: review.plan.variables.map((variable) =>
      named.includes(variable.name) ? { ...variable, include: true } : variable
    )
  };
  const saved = saveDraftPlan(access, draftId, { plan, surveyName, waveName });
  keepNotes(access, draftId, {
    proposal: review.proposal,
    wave: facts,
    jobId: review.jobId
  });
  return saved;
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
  keepNotes(access, draftId, { proposal: review.proposal, wave: review.wave, jobId });
  return {
    ok: true,
    value: {
      jobId,
      finished: finished.then(() => {
        finishReview(access, draftId);
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

/** The import of a draft as it runs; null before it was started. */
export function jobOf(access: Access, { review }: OpenReview): JobView | null {
  return review?.jobId ? findJob(access, review.jobId) : null;
}

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
