import { join, resolve } from 'node:path';

/** What the surroundings decide; the only place that reads environment variables for the server. */
export interface Settings {
  /** everything the program keeps: database, uploads, spool */
  dataFolder: string;
  databaseFile: string;
  /** files under review, one folder a draft */
  uploadsFolder: string;
  /** largest file taken, in bytes */
  uploadLimit: number;
  /** largest body of one request, in bytes, as the server in front of the program is told */
  bodyLimit: number;
  /** parallel readers of one import; 1 unless asked for */
  importReaders: number;
  /** signs session cookies; made once, kept apart from the database */
  secretFile: string;
  /** the demonstration: whoever comes is signed in as the demo analyst, on this machine only */
  isDemo: boolean;
  /** where people reach the program, "https://needs.example.org" */
  origin: string;
}

const loopback = ['127.0.0.1', 'localhost', '::1'];

/** True for the names of this machine itself. */
export const isLoopback = (host: string | undefined): boolean =>
  host !== undefined && loopback.includes(host);

const GIBIBYTE = 1024 ** 3;

/**
 * Read at every call, so that a test or a command can point elsewhere.
 *
 * `GROUNDSWELL_DATA` (default `data/local`), `GROUNDSWELL_UPLOAD_LIMIT` in bytes (default 4 GiB),
 * `GROUNDSWELL_IMPORT_READERS` (default 1). `GROUNDSWELL_DEMO=1` counts only when `HOST` is this
 * machine alone. `ORIGIN` (default: from `HOST` and `PORT`).
 */
export function settings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const dataFolder = resolve(environment.GROUNDSWELL_DATA ?? 'data/local');
  return {
    dataFolder,
    databaseFile: join(dataFolder, 'groundswell.db'),
    uploadsFolder: join(dataFolder, 'uploads'),
    uploadLimit: positive(environment.GROUNDSWELL_UPLOAD_LIMIT) ?? 4 * GIBIBYTE,
    bodyLimit: bytesOf(environment.BODY_SIZE_LIMIT),
    importReaders: positive(environment.GROUNDSWELL_IMPORT_READERS) ?? 1,
    secretFile: join(dataFolder, 'secret'),
    isDemo: environment.GROUNDSWELL_DEMO === '1' && isLoopback(environment.HOST),
    origin: environment.ORIGIN ?? defaultOrigin(environment)
  };
}

function defaultOrigin({ HOST, PORT }: NodeJS.ProcessEnv): string {
  const host = HOST === undefined || HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${PORT ?? '3000'}`;
}

const units: Record<string, number> = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };

/** As the server reads it: a number with K, M or G, or `Infinity`; 512 KB when it is not said. */
function bytesOf(text = '512K'): number {
  const [, number, unit = ''] = /^(\d+|Infinity)([KMG]?)$/i.exec(text) ?? [];
  return number === undefined ? 512 * 1024 : Number(number) * (units[unit.toUpperCase()] ?? 1);
}

const positive = (text: string | undefined): number | null => {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : null;
};
