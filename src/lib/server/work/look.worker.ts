import { lookAtRows, type LookTask } from '$lib/server/jobs/look-at-rows';
import { serveTasks } from './serve';

serveTasks((task: LookTask) => lookAtRows(task));
