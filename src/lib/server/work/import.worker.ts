import { importDraft, type ImportTask } from '$lib/server/jobs/import-draft';
import { serveTasks } from './serve';

serveTasks((task: ImportTask) => importDraft(task));
