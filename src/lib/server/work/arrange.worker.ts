import { arrangeUploads, type ArrangeTask } from '$lib/server/jobs/arrange-uploads';
import { serveTasks } from './serve';

serveTasks((task: ArrangeTask) => arrangeUploads(task));
