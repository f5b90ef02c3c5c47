import { createRequire } from 'node:module';
import type BetterSqlite3 from 'better-sqlite3';

/** A connection as the SQLite library gives it. */
export type Connection = BetterSqlite3.Database;

type DatabaseClass = new (path: string, options?: BetterSqlite3.Options) => Connection;

// `require`, not `import`: the choice depends on the running Node, and bundles must leave it alone.
const require = createRequire(import.meta.url);

/**
 * The SQLite library for the running Node: the Node-API 10 build where Node has it (22.14 and later)
 * and it is installed, else the build compiled for this Node.
 */
export function sqlite(): DatabaseClass {
  if (Number(process.versions.napi) >= 10) {
    try {
      return require('better-sqlite3-napi') as DatabaseClass;
    } catch {
      // optional package, not installed on this machine
    }
  }
  return require('better-sqlite3') as DatabaseClass;
}
