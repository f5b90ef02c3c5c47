import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { Codebook, Variable } from '$lib/codebook/codebook';
import { executePlan } from '$lib/survey/execute';
import { codebookOf, type ImportPlan } from '$lib/survey/plan';
import { withPrivateIdentifiers } from '$lib/survey/protect/with-protection';
import { areUnique, pairRows, RowKeys } from '$lib/survey/reimport/row-keys';
import type { ImportSummary } from '$lib/survey/sink';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import { ColumnSpool } from '$lib/server/db/column-spool';
import { findVersion } from '$lib/server/db/queries/dataset-version';
import { openFile } from '$lib/server/jobs/file-source';
import { importMeans } from '$lib/server/secrets/import-means';
import { hashesOf, spooledSide, storedSide, wordsAt, type Side } from './reimport-columns';

/** A changed cell. Its contents are told for answers only. */
export interface ChangedCell {
  variable: string;
  /** physical line of the row in the file; 0 when it is not known */
  line: number;
  column: string;
  columnIndex: number | null;
  /** null: not shown */
  before: string | null;
  now: string | null;
}

/** A file compared with a stored version, response by response. */
export interface Reimport {
  versionId: Id;
  survey: string;
  wave: string;
  /** headings of the columns that tell responses apart; [] when rows are compared as a whole */
  key: string[];
  rows: { before: number; now: number };
  unchanged: number;
  changed: number;
  added: number;
  removed: number;
  /** variables with changed cells, most first */
  variables: { name: string; heading: string; cells: number }[];
  /** the first of them, in file order */
  cells: ChangedCell[];
  /** headings of variables that stand on one side only, or are encrypted */
  notCompared: string[];
}

export interface CompareRequest {
  path: string;
  companions: readonly { path: string; name: string }[];
  plan: ImportPlan;
  versionId: Id;
}

/** Changed cells that are listed one by one. */
const LISTED = 50;

/**
 * Compares a file, read by its plan, with a stored version: responses are paired by the column that names
 * them, else by all their answers. Memory holds a few numbers a row, whatever the number of columns.
 *
 * Refused: `no-such-version`, and what `importSurvey` refuses about protection.
 */
export function compareFile(
  access: Access,
  { path, companions, plan: asked, versionId }: CompareRequest,
  onProgress?: (bytes: number) => void
): Parsed<Reimport> {
  const version = findVersion(access, versionId);
  if (!version) return refused('no-such-version');
  const plan = withPrivateIdentifiers(asked);
  const means = importMeans(access, plan);
  if (!means.ok) return means;
  const { db } = access;
  const folder = db.$client.memory ? tmpdir() : join(dirname(db.$client.name), 'spool');
  const files = companions.map(({ path: place, name }) => ({ name, source: openFile(place) }));
  const file = openFile(path);
  const spool = new ColumnSpool(folder, means.value.seal);
  const lines = new Lines();
  try {
    executePlan(file, plan, spool, {
      ...means.value,
      companions: files,
      onProgress,
      onRows: (block) => {
        for (let i = 0; i < block.rows.length; i++) lines.add(block.line(i));
      }
    });
    const { summary } = spool;
    const now = spooledSide(spool, {
      rows: summary.imported,
      codebook: codebookNow(plan, summary)
    });
    const before = storedSide(access, versionId);
    if (!before) return refused('no-such-version');
    return {
      ok: true,
      value: {
        versionId,
        survey: version.survey,
        wave: version.wave,
        ...compareSides(before, now, plan, lines)
      }
    };
  } finally {
    spool.close();
    file.close();
    for (const { source } of files) source.close();
  }
}

const codebookNow = (plan: ImportPlan, { categories }: ImportSummary): Codebook => {
  const codebook = codebookOf(plan);
  return {
    ...codebook,
    variables: codebook.variables.map((one, i) =>
      one.kind === 'categorical' ? { ...one, categories: categories[i] ?? one.categories } : one
    )
  };
};

type Compared = Omit<Reimport, 'versionId' | 'survey' | 'wave'>;

function compareSides(before: Side, now: Side, plan: ImportPlan, lines: Lines): Compared {
  const old = new Map(before.codebook.variables.map((one) => [one.name, one]));
  const shared = now.codebook.variables.filter(({ name, kind }) => old.get(name)?.kind === kind);
  const names = new Set(shared.map(({ name }) => name));
  const alone = [...now.codebook.variables, ...before.codebook.variables].filter(
    ({ name }) => !names.has(name)
  );
  const key = findKey(before, now, shared);
  const told = key ?? wholeRows(before, now, shared);
  const { pairs, added, removed } = pairRows(told.now, told.before);
  const isChanged = new Uint8Array(now.rows);
  const variables: Reimport['variables'] = [];
  const cells: ChangedCell[] = [];
  const notCompared = new Set(alone.map(({ heading }) => heading));
  const protectedNames = new Set(
    plan.variables.flatMap(({ name, protect }) => (protect ? [name] : []))
  );
  for (const variable of shared) {
    const is = hashesOf(now, variable.name);
    const was = hashesOf(before, variable.name);
    if (!is || !was) {
      notCompared.add(variable.heading);
      continue;
    }
    const found: { row: number; pair: number }[] = [];
    let count = 0;
    // One pass over typed arrays, a variable at a time.
    for (let row = 0; row < now.rows; row++) {
      const pair = pairs[row] ?? -1;
      if (pair < 0 || is[row] === was[pair]) continue;
      isChanged[row] = 1;
      count++;
      if (cells.length + found.length < LISTED) found.push({ row, pair });
    }
    if (count === 0) continue;
    variables.push({ name: variable.name, heading: variable.heading, cells: count });
    cells.push(...listed(before, now, variable, found, lines, !protectedNames.has(variable.name)));
  }
  const changed = isChanged.reduce((sum, one) => sum + one, 0);
  return {
    key: key?.headings ?? [],
    rows: { before: before.rows, now: now.rows },
    unchanged: now.rows - added - changed,
    changed,
    added,
    removed,
    variables: variables.sort((a, b) => b.cells - a.cells),
    cells: cells.sort((a, b) => a.line - b.line),
    notCompared: [...notCompared]
  };
}

function listed(
  before: Side,
  now: Side,
  { name, heading, columnIndex, kind, role }: Variable,
  found: readonly { row: number; pair: number }[],
  lines: Lines,
  mayShow: boolean
): ChangedCell[] {
  // Words that people wrote, ids and personal data are never repeated here.
  const isShown =
    mayShow && kind !== 'text' && kind !== 'date' && (role === 'answer' || role === 'weight');
  const rows = found.map(({ row }) => row);
  const pairs = found.map(({ pair }) => pair);
  const is = isShown ? wordsAt(now, name, rows) : null;
  const was = isShown ? wordsAt(before, name, pairs) : null;
  return found.map(({ row, pair }) => ({
    variable: name,
    line: lines.at(row),
    column: heading,
    columnIndex,
    before: was?.get(pair) ?? null,
    now: is?.get(row) ?? null
  }));
}

/** Physical lines of the rows, in file order. */
class Lines {
  private lines = new Int32Array(1024);
  private count = 0;

  add(line: number): void {
    if (this.count === this.lines.length) {
      const longer = new Int32Array(2 * this.count);
      longer.set(this.lines);
      this.lines = longer;
    }
    this.lines[this.count++] = line;
  }

  at(row: number): number {
    return row < this.count ? (this.lines[row] ?? 0) : 0;
  }
}

interface Keys {
  headings: string[];
  before: RowKeys;
  now: RowKeys;
}

/** Columns of the tools that tell rows of one respondent apart. */
const partOfKey =
  /^(redcap_(event_name|repeat_instrument|repeat_instance)|event[ _]name|repeat[ _](instrument|instance))$/i;
/** The number of a row in its file names no response: it moves when a row is taken out. */
const isRowNumber = /^_?(index|row|row[ _]?(no|num|number)|no|nr|#)\.?$/i;

/**
 * The column, or columns together, with another value in every row of both sides; null when there are
 * none. An id that was made for it goes before one that counts.
 */
function findKey(before: Side, now: Side, shared: readonly Variable[]): Keys | null {
  const ids = shared.filter(({ role, heading }) => role === 'id' && !isRowNumber.test(heading));
  const parts = shared.filter(({ heading }) => partOfKey.test(heading));
  const ordered = [...ids].sort((a, b) => rank(a) - rank(b));
  const candidates = [
    ...ordered.map((one) => [one]),
    ...ordered.map((one) => [one, ...parts.filter((part) => part !== one)]),
    ...(ids.length > 1 ? [ids] : [])
  ];
  for (const columns of candidates) {
    const keys = keysOver(before, now, columns);
    if (keys && areUnique(keys.now) && areUnique(keys.before)) return keys;
  }
  return null;
}

const rank = ({ heading }: Variable): number =>
  /uuid|response[ _]?id|instance[ _]?id|^key$/i.test(heading) ? 0 : /id$/i.test(heading) ? 1 : 2;

const wholeRows = (before: Side, now: Side, shared: readonly Variable[]): Keys => {
  const answers = shared.filter(({ role }) => role === 'answer' || role === 'area');
  const columns = answers.length > 0 ? answers : shared;
  return keysOver(before, now, columns) ?? emptyKeys(before, now);
};

const emptyKeys = (before: Side, now: Side): Keys => ({
  headings: [],
  before: new RowKeys(before.rows),
  now: new RowKeys(now.rows)
});

function keysOver(before: Side, now: Side, columns: readonly Variable[]): Keys | null {
  const keys = { ...emptyKeys(before, now), headings: columns.map(({ heading }) => heading) };
  let added = 0;
  for (const { name } of columns) {
    const is = hashesOf(now, name);
    const was = hashesOf(before, name);
    if (!is || !was) continue;
    keys.now.add(is);
    keys.before.add(was);
    added++;
  }
  return added === 0 ? null : keys;
}
