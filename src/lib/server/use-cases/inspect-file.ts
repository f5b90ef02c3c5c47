import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Parsed } from '$lib/base/issue';
import { inspectSurvey, type Inspected } from '$lib/survey/inspect';
import { planSurvey, type Planned } from '$lib/survey/plan-survey';
import type { PlanRequest } from '$lib/survey/plan-survey';
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
}

/**
 * Reads a whole file and writes nothing: what it holds with every count, and the plan an import would
 * follow. Refused: `no-such-file`; a file that cannot be read comes back with its issues.
 *
 * @param onProgress bytes of the main file read so far; what it throws stops the reading
 */
export const inspectFile = (
  file: SurveyFile,
  onProgress?: (bytes: number) => void
): Parsed<Inspected> => withFiles(file, (request) => inspectSurvey(request, { onProgress }));

/** The plan of a file from its beginning, without counting the rest. Refused as `inspectFile`. */
export const planFile = (file: SurveyFile): Parsed<Planned> => withFiles(file, planSurvey);

function withFiles<T>(file: SurveyFile, read: (request: PlanRequest) => T): Parsed<T> {
  const { path, companions = [], asIs } = file;
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
      asIs: asIs ?? false
    };
    return { ok: true, value: read(request) };
  } finally {
    for (const each of open) each.close();
  }
}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();
