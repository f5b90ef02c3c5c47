import { compute, type ComputeTask } from '$lib/server/jobs/compute';
import { serveTasks } from './serve';

serveTasks((task: ComputeTask) => compute(task));
