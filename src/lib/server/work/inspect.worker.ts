import { inspectDraftFile, type InspectTask } from '$lib/server/jobs/inspect-draft';
import { serveTasks } from './serve';

serveTasks((task: InspectTask) => inspectDraftFile(task));
