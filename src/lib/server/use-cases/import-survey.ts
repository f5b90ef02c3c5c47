import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { and, eq } from 'drizzle-orm';
import { canonical } from '$lib/base/canonical';
import type { Id } from '$lib/base/id';
import { hasErrors, type Issue, type Parsed } from '$lib/base/issue';
import type { Codebook } from '$lib/codebook/codebook';
import { executePlan } from '$lib/survey/execute';
import { codebookOf, includedVariables, type ImportPlan } from '$lib/survey/plan';
import { inOwnOrder, withPrivateIdentifiers } from '$lib/survey/protect/with-protection';
import type { ImportSummary } from '$lib/survey/sink';
import type { Access } from '$lib/server/access/access';
import { recordAudit } from '$lib/server/access/audit';
import { refused } from '$lib/server/access/refused';
import { ColumnSpool } from '$lib/server/db/column-spool';
import { durably, type Db } from '$lib/server/db/open';
import { ensureWave } from '$lib/server/db/queries/survey';
import { datasetVersion, survey, wave } from '$lib/server/db/schema';
import { writeTemplate } from '$lib/server/db/write-template';
import { writeVersion } from '$lib/server/db/write-version';
import { openFile, type FileSource } from '$lib/server/jobs/file-source';
import { readInTwo } from '$lib/server/jobs/read-in-two';
import { importMeans } from '$lib/server/secrets/import-means';
import { describeRepeats, readRepeats, repeatSurvey, type ReadRepeat } from './import-repeats';

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
  /** as it was proposed before the review, for the template of the next wave; default the plan */
  proposal?: ImportPlan;
  /** what was decided in the review, in order */
  operations?: readonly Record<string, unknown>[];
  /** 2: a large file is read by two threads; default 1, which leaves a core to the pages */
  readers?: number;
  /** files the plan reads beside it, by the names it knows them by */
  companions?: readonly { path: string; fileName: string }[];
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
  /** repeated groups, stored as datasets of their own */
  repeats: { name: string; versionId: Id; waveId: Id; rows: number; imported: number }[];
}

/**
 * Reads a file by its reviewed plan and stores it as a new dataset version of the wave, which it
 * supersedes. The columns are gathered beside the database and written in one transaction together
 * with codebook, issues and the version row, and with the repeated groups of the plan as versions of
 * their own: a crash, a kill or a cancel leaves everything or nothing.
 *
 * Refused: `survey-name-missing`, `wave-name-missing`, `no-variables`, `no-rows`, `already-imported`
 * (the same bytes with the same plan), `companion-missing`, `no-such-area-set`, and whatever error
 * the reading finds. Personal data that is read without a way to protect it is kept private.
 *
 * @param onProgress bytes read so far; what it throws stops the import
 */
export function importSurvey(
  access: Access,
  asked: ImportRequest,
  onProgress?: (bytes: number) => void
): Parsed<Imported> {
  const wanting = faultsOf(asked);
  if (wanting.length > 0) return { ok: false, issues: wanting };
  const request = { ...asked, plan: withPrivateIdentifiers(asked.plan) };
  const found = importMeans(access, request.plan);
  if (!found.ok) return found;
  const means = found.value;
  const lacking = missingFile(request);
  if (lacking !== null) return refused('companion-missing', 'plan', { file: lacking });
  const { db } = access;
  const open: FileSource[] = [];
  const repeats: ReadRepeat[] = [];
  let spool: ColumnSpool | null = null;
  const opened = (path: string): FileSource => {
    const source = openFile(path);
    open.push(source);
    return source;
  };
  try {
    const file = opened(request.path);
    const beside = (request.companions ?? []).map(({ path, fileName }) => ({
      name: fileName,
      source: opened(path)
    }));
    const folder = spoolFolder(db);
    spool = new ColumnSpool(folder, means.seal);
    const { path, plan, readers = 1 } = request;
    const isOneFile = !plan.container && (plan.joins ?? []).length === 0;
    const mayHalve = readers > 1 && isOneFile;
    if (!mayHalve || !readInTwo({ path, file, plan, means, spool, folder, onProgress }))
      executePlan(file, plan, spool, { ...means, companions: beside, onProgress });
    const { summary } = spool;
    if (hasErrors(summary.issues)) return { ok: false, issues: summary.issues };
    if (summary.imported === 0) return refused('no-rows');
    const files = [{ name: request.fileName, source: file }, ...beside];
    const parent = { file: request.fileName, plan };
    const onMembers = (): void => onProgress?.(file.size);
    const members = readRepeats(access, parent, files, repeats, { folder, onProgress: onMembers });
    if (!members.ok) return members;
    // Whatever of the files has not passed yet is hashed before anybody is locked out.
    const digests = [file, ...beside.map(({ source }) => source)].map((each) => each.sha256());
    const companions = beside.map(({ name, source }, i) => ({
      fileName: name,
      sha256: digests[i + 1] ?? '',
      bytes: source.size
    }));
    const read = { spool, sha256: digests[0] ?? '', bytes: file.size, companions, repeats };
    const written = durably(db, () =>
      db.$client.transaction(() => commit(access, request, read)).immediate()
    );
    if (written.ok) db.$client.pragma('wal_checkpoint(TRUNCATE)');
    return written;
  } finally {
    spool?.close();
    for (const repeat of repeats) repeat.spool.close();
    for (const source of open) source.close();
  }
}

/** The first file the plan names that was not given; null when all are there. */
function missingFile({ plan, companions = [] }: ImportRequest): string | null {
  const given = new Set(companions.map(({ fileName }) => fileName));
  const named = [...(plan.joins ?? []), ...(plan.repeats ?? []).filter(({ include }) => include)];
  // Further sheets of a workbook come with it.
  return named.find(({ file, container }) => !given.has(file) && !container)?.file ?? null;
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
  read: {
    spool: ColumnSpool;
    sha256: string;
    bytes: number;
    companions: CompanionRecord[];
    repeats: readonly ReadRepeat[];
  }
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
  const { surveyId, waveId } = ensureWave(access, request.survey.trim(), request.wave.trim());
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
      companions: read.companions,
      codebook: withDictionaries(plan, summary),
      summary
    },
    spool
  );
  const repeats = read.repeats
    .filter((each) => each.spool.summary.imported > 0)
    .map((each) => writeRepeat(access, request, read, each, versionId));
  describeRepeats(access, versionId);
  writeTemplate(access.db, {
    workspaceId: access.workspaceId,
    surveyId,
    datasetVersionId: versionId,
    plan,
    proposal: request.proposal ?? plan,
    operations: request.operations ?? [],
    createdBy: access.userId
  });
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
      issues,
      repeats
    }
  };
}

type CompanionRecord = (typeof datasetVersion.$inferSelect)['companions'][number];

/** Stores a repeated group as a version of its own, under the survey's name and its own. */
function writeRepeat(
  access: Access,
  request: ImportRequest,
  read: { sha256: string; bytes: number; companions: readonly CompanionRecord[] },
  { repeat, plan, spool }: ReadRepeat,
  parentId: Id
): Imported['repeats'][number] {
  const own = read.companions.find(({ fileName }) => fileName === repeat.file);
  const { summary } = spool;
  const name = repeatSurvey(request.survey, repeat.name);
  const { waveId } = ensureWave(access, name, request.wave.trim());
  const { versionId } = writeVersion(
    access.db,
    {
      workspaceId: access.workspaceId,
      waveId,
      fileSha256: own?.sha256 ?? read.sha256,
      fileName: own?.fileName ?? request.fileName,
      fileBytes: own?.bytes ?? read.bytes,
      format: plan.format,
      encoding: plan.layout.encoding,
      delimiter: plan.layout.delimiter,
      plan: plan as unknown as Record<string, unknown>,
      importedBy: access.userId,
      companions: [{ fileName: request.fileName, sha256: read.sha256, bytes: read.bytes }],
      repeatOf: parentId,
      codebook: withDictionaries(plan, summary),
      summary
    },
    spool
  );
  return { name, versionId, waveId, rows: summary.rows, imported: summary.imported };
}

/** The categories as they stand after the last row: values nobody foresaw have joined them. */
function withDictionaries(plan: ImportPlan, { categories }: ImportSummary): Codebook {
  const codebook = codebookOf(plan);
  const included = includedVariables(plan);
  return {
    ...codebook,
    variables: codebook.variables.map((variable, i) =>
      variable.kind === 'categorical'
        ? {
            ...variable,
            categories: inOwnOrder(categories[i] ?? variable.categories, included[i]?.protect)
          }
        : variable
    )
  };
}

/** A version of the wave made from the same bytes by the same decisions. */
function sameImport({ db, workspaceId }: Access, request: ImportRequest, sha256: string) {
  const decided = decisionsOf(request.plan);
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
    .find(({ plan }) => decisionsOf(plan) === decided);
}

/** What a plan does to the bytes; questions nobody answered do nothing. */
const decisionsOf = (plan: object): string => canonical({ ...plan, openQuestions: [] });
