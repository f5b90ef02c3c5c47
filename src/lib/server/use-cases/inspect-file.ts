import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Parsed } from '$lib/base/issue';
import type { ExecuteOptions } from '$lib/survey/execute';
import { inspectSurvey, type Inspected } from '$lib/survey/inspect';
import type { LayoutOverride } from '$lib/survey/file/open-file';
import { planSurvey } from '$lib/survey/planning/plan-survey';
import { type Planned } from '$lib/survey/planning/planned';
import type { PlanRequest } from '$lib/survey/planning/plan-survey';
import { arrangeFiles } from '$lib/survey/companions/arrange-files';
import { refused } from '$lib/server/access/refused';
import { openFile, type FileSource } from '$lib/server/jobs/file-source';

/** A survey file on this machine with the sheets of its form. */
export interface SurveyFile {
  path: string;
  /** name as the person knows it; default: that of the path */
  name?: string;
  companions?: readonly { path: string; name?: string }[];
  /** keep every column as a variable; only blank is missing */
  asIs?: boolean;
  /** how a person says the main file is to be read, where it was read otherwise */
  layout?: LayoutOverride;
}

/**
 * Reads a whole file and writes nothing: what it holds with every count, and the plan an import would
 * follow. Refused: `no-such-file`; a file that cannot be read comes back with its issues.
 *
 * @param onProgress bytes of the main file read so far; what it throws stops the reading
 * @param onRows shown every row of the main table
 */
export const inspectFile = (
  file: SurveyFile,
  onProgress?: (bytes: number) => void,
  onRows?: ExecuteOptions['onRows']
): Parsed<Inspected> =>
  withFiles(file, (request) => inspectSurvey(request, { onProgress, onRows }));

/** The plan of a file from its beginning, without counting the rest. Refused as `inspectFile`. */
export const planFile = (file: SurveyFile): Parsed<Planned> => withFiles(file, planSurvey);

/**
 * The same files with the one that holds the responses first, by what is in them and not by their order.
 * Refused as `inspectFile`.
 */
export function arrangeSurvey(file: SurveyFile): Parsed<SurveyFile> {
  const { path, name, companions = [], ...rest } = file;
  const files = [{ path, ...(name !== undefined && { name }) }, ...companions];
  if (files.length === 1) return { ok: true, value: file };
  const absent = files.find((each) => !isFile(each.path));
  if (absent) return refused('no-such-file', undefined, { file: absent.path });
  const open: FileSource[] = [];
  try {
    const named = files.map((each) => {
      const source = openFile(each.path);
      open.push(source);
      return { name: each.path, source, each };
    });
    const { main } = arrangeFiles(named);
    const first = named.find(({ source }) => source === main.source)?.each ?? files[0];
    if (!first) return { ok: true, value: file };
    const others = files.filter((each) => each !== first);
    return { ok: true, value: { ...rest, ...first, companions: others } };
  } finally {
    for (const source of open) source.close();
  }
}

function withFiles<T>(file: SurveyFile, read: (request: PlanRequest) => T): Parsed<T> {
  const { path, companions = [], asIs, layout = {} } = file;
  const absent = [path, ...companions.map((each) => each.path)].find((each) => !isFile(each));
  if (absent !== undefined) return refused('no-such-file', undefined, { file: absent });
  const open: FileSource[] = [];
  const source = (each: string) => {
    const opened = openFile(each);
    open.push(opened);
    return opened;
  };
  try {
    const request: PlanRequest = {
      main: source(path),
      name: file.name ?? basename(path),
      companions: companions.map((each) => ({
        name: each.name ?? basename(each.path),
        source: source(each.path)
      })),
      asIs: asIs ?? false,
      layout
    };
    return { ok: true, value: read(request) };
  } finally {
    for (const each of open) each.close();
  }
}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();
