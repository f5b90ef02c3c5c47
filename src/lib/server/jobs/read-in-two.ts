import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  MessageChannel,
  receiveMessageOnPort,
  Worker,
  type MessagePort
} from 'node:worker_threads';
import type { ByteSource } from '$lib/survey/file/bytes';
import { executePlan } from '$lib/survey/execute';
import type { ImportPlan } from '$lib/survey/plan';
import type { ImportMeans } from '$lib/server/secrets/import-means';
import { ColumnSpool, type Spooled } from '$lib/server/db/column-spool';
import { Cancelled } from './job';
import { openFile, type FileSource } from './file-source';
import { mergeCategories, mergeSummaries, recoding } from './merge-halves';
import { findSplit, type Split } from './split-file';
import { workerFile } from './worker-file';

/** Places of the memory both threads see. */
const DONE = 0;
const STOP = 1;
const READ_KIB = 2;

/** What the second reader is sent; `spool` is an open file of the first. */
export interface HalfTask {
  path: string;
  plan: ImportPlan;
  /** keys and boundaries for what is protected */
  means?: ImportMeans | undefined;
  split: Split;
  spool: number;
  shared: Int32Array;
  port: MessagePort;
}

type HalfAnswer = { ok: true; spooled: Spooled } | { ok: false; message: string };

/** A second reader that says nothing for this long has died. */
const SILENCE = 60_000;

export interface TwoReaders {
  path: string;
  file: FileSource;
  plan: ImportPlan;
  means?: ImportMeans | undefined;
  spool: ColumnSpool;
  /** for the spool of the second half */
  folder: string;
  /** bytes read by both; what it throws stops both */
  onProgress?: (bytes: number) => void;
  /** for tests: the worker's bundle, and the smallest file worth two readers */
  script?: string;
  smallest?: number;
}

/**
 * Reads a large file with two threads, each a half, into one spool: the same values, codes and counts
 * as one reader gives. The calling thread reads the first half itself and waits for the other.
 *
 * @returns false when the file is not one to be read so, or turns out not to be; then the spool is to
 *   be filled anew
 */
export function readInTwo(work: TwoReaders): boolean {
  const { path, file, plan, means, spool, folder, onProgress } = work;
  const script = work.script ?? findScript();
  const split = script === null ? null : findSplit(file, plan, work.smallest);
  if (script === null || split === null) return false;
  const rest = new ColumnSpool(folder);
  let isJoined = false;
  try {
    const second = startSecond(script, { path, plan, means, split, spool: rest.file });
    let answer: HalfAnswer;
    try {
      executePlan(upTo(file, split.offset), plan, spool, {
        ...means,
        onProgress: (bytes) => onProgress?.(bytes + second.bytes())
      });
      // The second half passes through the hash of the file while its reader is still at it.
      file.sha256();
      answer = second.wait((bytes) => onProgress?.(split.offset + bytes));
    } catch (error) {
      second.stop();
      throw error;
    }
    if (!answer.ok) throw new Error(answer.message);
    if (!endsWhere(spool, split)) return false;
    join(spool, rest, answer.spooled);
    isJoined = true;
    return true;
  } finally {
    if (!isJoined) rest.close();
  }
}

function findScript(): string | null {
  try {
    const file = workerFile('read-half');
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
}

/** The first half was whole records, as many as foreseen: so the cut was between two records. */
function endsWhere({ summary }: ColumnSpool, split: Split): boolean {
  const isBroken = summary.issues.some(
    ({ code }) => code.startsWith('QUOTE_') || code === 'FILE_TRUNCATED'
  );
  return !isBroken && summary.imported === split.rows;
}

function join(spool: ColumnSpool, rest: ColumnSpool, spooled: Spooled): void {
  const first = spool.summary;
  const recodings = spooled.summary.categories.map((second, i) =>
    recoding(mergeCategories(first.categories[i] ?? [], second), second)
  );
  spool.append(rest, spooled, mergeSummaries(first, spooled.summary), recodings);
}

function startSecond(script: string, task: Omit<HalfTask, 'shared' | 'port'>) {
  const shared = new Int32Array(new SharedArrayBuffer(12));
  const { port1, port2 } = new MessageChannel();
  const data: HalfTask = { ...task, shared, port: port2 };
  const worker = new Worker(pathToFileURL(script), {
    workerData: data,
    transferList: [port2],
    // Blocks of text die young; a larger nursery only holds more of them at a time.
    resourceLimits: { maxYoungGenerationSizeMb: 24 }
  });
  worker.unref();
  const bytes = () => Atomics.load(shared, READ_KIB) * 1024;
  const wait = (onProgress: (bytes: number) => void): HalfAnswer => {
    let heard = Date.now();
    let last = -1;
    // This thread is blocked: the other one works meanwhile, and answers through the port.
    while (Atomics.wait(shared, DONE, 0, 100) === 'timed-out') {
      const now = bytes();
      if (now !== last) heard = Date.now();
      else if (Date.now() - heard > SILENCE) throw new Error('the second reader does not answer');
      last = now;
      onProgress(now);
    }
    const received: { message: HalfAnswer } | undefined = receiveMessageOnPort(port1);
    port1.close();
    return received?.message ?? { ok: false, message: 'the second reader gave no answer' };
  };
  return {
    bytes,
    wait,
    /** Its file may be closed only when it writes no more. */
    stop() {
      Atomics.store(shared, STOP, 1);
      Atomics.wait(shared, DONE, 0, SILENCE);
      port1.close();
    }
  };
}

/** The second reader's work: from the cut to the end, as a file without a header. */
export function readHalf({ path, plan, means, split, spool, shared, port }: HalfTask): void {
  const file = openFile(path);
  try {
    const sink = new ColumnSpool(spool, means?.seal);
    const layout = {
      ...plan.layout,
      skipBytes: split.offset,
      firstLine: split.line,
      preambleRecords: 0,
      headerRows: 0
    };
    executePlan(file, { ...plan, layout }, sink, {
      ...means,
      onProgress: (offset) => {
        Atomics.store(shared, READ_KIB, (offset - split.offset) >> 10);
        if (Atomics.load(shared, STOP) === 1) throw new Cancelled();
      }
    });
    port.postMessage({ ok: true, spooled: sink.spooled } satisfies HalfAnswer);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    port.postMessage({ ok: false, message } satisfies HalfAnswer);
  } finally {
    file.close();
    Atomics.store(shared, DONE, 1);
    Atomics.notify(shared, DONE);
    port.close();
  }
}

/** The beginning of a file, as if it ended there. */
const upTo = (file: FileSource, end: number): ByteSource => ({
  size: end,
  latin1: (bytes) => file.latin1(bytes),
  read: (offset, length) => file.read(offset, Math.max(0, Math.min(length, end - offset)))
});
