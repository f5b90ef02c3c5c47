import { workerData } from 'node:worker_threads';
import { readHalf, type HalfTask } from '$lib/server/jobs/read-in-two';

// Runs once: the thread that waits for it is blocked, so it cannot be sent another task.
readHalf(workerData as HalfTask);
