import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { and, eq } from 'drizzle-orm';
import { canonical, type Json } from '$lib/base/canonical';
import type { Id } from '$lib/base/id';
import { hasErrors, type Issue, type Parsed } from '$lib/base/issue';
import type { Codebook } from '$lib/codebook/codebook';
import { executePlan } from '$lib/survey/execute';
import { codebookOf, includedVariables, type ImportPlan } from '$lib/survey/plan';
import type { ImportSummary } from '$lib/survey/sink';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { refused } from '$lib/server/access/refused';
import { ColumnSpool } from '$lib/server/db/column-spool';
import { durably, type Db } from '$lib/server/db/open';
import { ensureWave } from '$lib/server/db/queries/survey';
import { datasetVersion, survey, wave } from '$lib/server/db/schema';
import { writeVersion } from '$lib/server/db/write-version';
import { openFile } from '$lib/server/jobs/file-source';
import { readInTwo } from '$lib/server/jobs/read-in-two';

export interface ImportRequest {
  /** path of the file on this machine */
  path: string;
  /** its name as the person knows it */
  fileName: string;
  /** made when they are not there yet */
  survey: string;
  wave: string;
  /** as reviewed: it is executed word for word */
  plan: ImportPlan;
  /** 2: a large file is read by two threads; default 1, which leaves a core to the pages */
  readers?: number;
}

/** What an import did. `rows = imported + sum of excluded`. */
export interface Imported extends Pick<ImportSummary, 'rows' | 'imported' | 'excluded' | 'issues'> {
  versionId: Id;
  waveId: Id;
  /** of the file */
  sha256: string;
  contentSha256: string;
  /** the version of the wave that this one supersedes */
  supersedes: Id | null;
}

/**
 * Reads a file by its reviewed plan and stores it as a new dataset version of the wave, which it
 * supersedes. The columns are gathered beside the database and written in one transaction together
 * with codebook, issues and the version row: a crash, a kill or a cancel leaves everything or nothing.
 *
 * Refused: `survey-name-missing`, `wave-name-missing`, `no-variables`, `no-rows`, `already-imported`
 * (the same bytes with the same plan), and whatever error the reading finds.
 *
 * @param onProgress bytes read so far; what it throws stops the import
 */
export function importSurvey(
  access: Access,
  request: ImportRequest,
  onProgress?: (bytes: number) => void
): Parsed<Imported> {
  const wanting = faultsOf(request);
  if (wanting.length > 0) return { ok: false, issues: wanting };
  const { db } = access;
  const file = openFile(request.path);
  try {
    const folder = spoolFolder(db);
    const spool = new ColumnSpool(folder);
    try {
      const { path, plan, readers = 1 } = request;
      if (readers < 2 || !readInTwo({ path, file, plan, spool, folder, onProgress }))
        executePlan(file, plan, spool, { onProgress });
      const { summary } = spool;
      if (hasErrors(summary.issues)) return { ok: false, issues: summary.issues };
      if (summary.imported === 0) return refused('no-rows');
      const written = durably(db, () =>
        db.$client
          .transaction(() =>
            commit(access, request, { spool, sha256: file.sha256(), bytes: file.size })
          )
          .immediate()
      );
      if (written.ok) db.$client.pragma('wal_checkpoint(TRUNCATE)');
      return written;
    } finally {
      spool.close();
    }
  } finally {
    file.close();
  }
}

const error = (code: string, field: string): Issue => ({
  code,
  severity: 'error',
  where: { field },
  params: {}
});

const faultsOf = ({ survey: surveyName, wave: waveName, plan }: ImportRequest): Issue[] => [
  ...(surveyName.trim() === '' ? [error('survey-name-missing', 'survey')] : []),
  ...(waveName.trim() === '' ? [error('wave-name-missing', 'wave')] : []),
  ...(includedVariables(plan).length === 0 ? [error('no-variables', 'plan')] : [])
];

/** Beside the database: answers pass through it, and the disk that holds them has room. */
const spoolFolder = (db: Db): string =>
  db.$client.memory ? tmpdir() : join(dirname(db.$client.name), 'spool');

/** Inside the transaction. */
function commit(
  access: Access,
  request: ImportRequest,
  read: { spool: ColumnSpool; sha256: string; bytes: number }
): Parsed<Imported> {
  const { spool, sha256 } = read;
  const { summary } = spool;
  const { plan } = request;
  const earlier = sameImport(access, request, sha256);
  if (earlier)
    return refused('already-imported', undefined, {
      versionId: earlier.id,
      survey: request.survey,
      wave: request.wave,
      at: earlier.createdAt.toISOString()
    });
  const { waveId } = ensureWave(access, request.survey.trim(), request.wave.trim());
  const { versionId, contentSha256, supersedes } = writeVersion(
    access.db,
    {
      workspaceId: access.workspaceId,
      waveId,
      fileSha256: sha256,
      fileName: request.fileName,
      fileBytes: read.bytes,
      format: plan.format,
      encoding: plan.layout.encoding,
      delimiter: plan.layout.delimiter,
      plan: plan as unknown as Record<string, unknown>,
      importedBy: access.userId,
      codebook: withDictionaries(codebookOf(plan), summary),
      summary
    },
    spool
  );
  recordAudit(access, {
    action: 'import',
    entity: 'dataset-version',
    entityId: versionId,
    after: { survey: request.survey, wave: request.wave, sha256, imported: summary.imported }
  });
  const { rows, imported, excluded, issues } = summary;
  return {
    ok: true,
    value: {
      versionId,
      waveId,
      sha256,
      contentSha256,
      supersedes,
      rows,
      imported,
      excluded,
      issues
    }
  };
}

/** The categories as they stand after the last row: values nobody foresaw have joined them. */
const withDictionaries = (codebook: Codebook, { categories }: ImportSummary): Codebook => ({
  ...codebook,
  variables: codebook.variables.map((variable, i) =>
    variable.kind === 'categorical'
      ? { ...variable, categories: categories[i] ?? variable.categories }
      : variable
  )
});

/** A version of the wave made from the same bytes by the same decisions. */
function sameImport({ db, workspaceId }: Access, request: ImportRequest, sha256: string) {
  const decided = canonical(request.plan as unknown as Json);
  return db
    .select({
      id: datasetVersion.id,
      plan: datasetVersion.plan,
      createdAt: datasetVersion.createdAt
    })
    .from(datasetVersion)
    .innerJoin(wave, eq(wave.id, datasetVersion.waveId))
    .innerJoin(survey, eq(survey.id, wave.surveyId))
    .where(
      and(
        eq(datasetVersion.workspaceId, workspaceId),
        eq(datasetVersion.fileSha256, sha256),
        eq(survey.name, request.survey.trim()),
        eq(wave.name, request.wave.trim())
      )
    )
    .all()
    .find(({ plan }) => canonical(plan as Json) === decided);
}
