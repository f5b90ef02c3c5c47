// The peer: DuckDB reads the same file into a table of a database file.
import { createRequire } from 'node:module';

const [packages, csv, database, threads] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(`${packages}/package.json`)('@duckdb/node-api');
const instance = await DuckDBInstance.create(database, { threads });
const connection = await instance.connect();
const started = performance.now();
await connection.run(`CREATE TABLE responses AS SELECT * FROM read_csv('${csv}')`);
await connection.run('CHECKPOINT');
const seconds = (performance.now() - started) / 1000;
const rows = await connection.runAndReadAll('SELECT count(*)::INTEGER FROM responses');
process.stdout.write(JSON.stringify({ seconds, rows: rows.getRows()[0][0] }));
