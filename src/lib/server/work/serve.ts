import { parentPort } from 'node:worker_threads';
import type { Answer } from '$lib/server/jobs/pool';

/** Answers every task the pool sends to this worker. An error goes back as its name and message. */
export function serveTasks<T>(handle: (data: T) => unknown): void {
  if (!parentPort) throw new Error('this file runs as a worker');
  const port = parentPort;
  port.on('message', (data: T) => {
    let answer: Answer;
    try {
      answer = { ok: true, value: handle(data) };
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      answer = { ok: false, name, message };
    }
    port.postMessage(answer);
  });
}
