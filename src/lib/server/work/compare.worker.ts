import { compareDraftFile, type CompareTask } from '$lib/server/jobs/compare-draft';
import { serveTasks } from './serve';

serveTasks((task: CompareTask) => compareDraftFile(task));
