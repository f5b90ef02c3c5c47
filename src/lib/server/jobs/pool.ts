import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { workerFile } from './worker-file';

/** What a worker answers to one task. */
export type Answer = { ok: true; value: unknown } | { ok: false; name: string; message: string };

/** A task failed in its worker (`cause` is the name of its error), or the worker died. */
export class WorkError extends Error {
  override name = 'WorkError';

  constructor(
    message: string,
    options?: ErrorOptions,
    readonly hasDied = false
  ) {
    super(message, options);
  }
}

interface Task {
  work: string;
  data: unknown;
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** Idle workers keep their connection this long for the next task of their kind. */
const IDLE = 30_000;

/**
 * A few worker threads, one task each at a time; further tasks wait their turn. One core stays free
 * for the pages. A worker that fails in an unforeseen way is replaced by a new one.
 */
export class WorkerPool {
  readonly #waiting: Task[] = [];
  readonly #idle: { work: string; worker: Worker; retire: NodeJS.Timeout }[] = [];
  #busy = 0;

  constructor(
    private readonly size: number,
    private readonly fileOf: (work: string) => string = workerFile,
    private readonly idle = IDLE
  ) {}

  /**
   * Runs `src/lib/server/work/<work>.worker.ts` on `data` (structured-cloned; SharedArrayBuffers are
   * shared).
   *
   * @throws WorkError when the task throws; its name is kept in `cause`
   */
  run<T>(work: string, data: unknown): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, data, resolve: resolve as (value: unknown) => void, reject });
      this.#next();
    });
  }

  /** Ends every idle worker. */
  async close(): Promise<void> {
    await Promise.all(
      this.#idle.splice(0).map(({ worker, retire }) => {
        clearTimeout(retire);
        return worker.terminate();
      })
    );
  }

  #next(): void {
    if (this.#busy >= this.size) return;
    const task = this.#waiting.shift();
    if (!task) return;
    let worker: Worker;
    try {
      worker = this.#take(task.work);
    } catch (error) {
      task.reject(error instanceof Error ? error : new WorkError(String(error)));
      this.#next();
      return;
    }
    this.#busy++;
    const settle = (answer: Answer | null, error?: unknown) => {
      // One by one: removing all listeners would also cut the worker's own line to its port.
      worker.off('message', onAnswer).off('error', onError).off('exit', onExit);
      this.#busy--;
      if (answer) this.#keep(task.work, worker);
      const cause = error instanceof Error ? error : null;
      if (answer?.ok) task.resolve(answer.value);
      else
        task.reject(
          new WorkError(
            answer?.message ?? cause?.message ?? 'the worker ended',
            { cause: answer?.name ?? cause?.name },
            answer === null
          )
        );
      this.#next();
    };
    const onAnswer = (answer: Answer) => {
      settle(answer);
    };
    const onError = (error: unknown) => {
      settle(null, error);
    };
    const onExit = () => {
      settle(null);
    };
    worker.once('message', onAnswer).once('error', onError).once('exit', onExit);
    worker.postMessage(task.data);
  }

  #take(work: string): Worker {
    const at = this.#idle.findIndex((candidate) => candidate.work === work);
    const [found] = at < 0 ? [] : this.#idle.splice(at, 1);
    if (!found) return new Worker(pathToFileURL(this.fileOf(work)));
    clearTimeout(found.retire);
    found.worker.ref();
    return found.worker;
  }

  #keep(work: string, worker: Worker): void {
    worker.unref();
    const retire = setTimeout(() => {
      this.#idle.splice(
        this.#idle.findIndex((kept) => kept.worker === worker),
        1
      );
      void worker.terminate();
    }, this.idle).unref();
    this.#idle.push({ work, worker, retire });
  }
}

let pool: WorkerPool | null = null;

/** The program's workers: one core stays with the pages, at most two imports at a time. */
export const workers = (): WorkerPool =>
  (pool ??= new WorkerPool(Math.max(1, Math.min(2, availableParallelism() - 1))));

let quick: WorkerPool | null = null;

/** Workers for what a page waits for: a look at some rows need not wait until an import is done. */
export const quickWorkers = (): WorkerPool => (quick ??= new WorkerPool(1));
