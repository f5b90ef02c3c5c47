import type { Parsed } from '$lib/base/issue';
import { inspectFile, type SurveyFile } from '$lib/server/use-cases/inspect-file';
import type { Inspected } from '$lib/survey/inspect';

/** What the inspection worker is sent. */
export interface InspectTask {
  file: SurveyFile;
}

/** Inspects a file in a worker; it may be large. */
export const inspectDraftFile = ({ file }: InspectTask): Parsed<Inspected> => inspectFile(file);
