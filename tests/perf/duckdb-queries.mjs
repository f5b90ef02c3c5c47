// The peer's best form of the same questions: answers as ENUM, one wide query of conditional sums by
// (stratum, PSU, neighborhood), finished here by linearization (Wolter 2007, chapter 6).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [packages, csv, database, threads, questionsFile] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(`${packages}/package.json`)('@duckdb/node-api');
const { areas, indicators, filter, figures, found } = JSON.parse(
  readFileSync(questionsFile, 'utf8')
);
const instance = await DuckDBInstance.create(database, { threads });
const connection = await instance.connect();
const text = (value) => `'${value.replaceAll("'", "''")}'`;

const headings = [...new Set(indicators.map(({ heading }) => heading))];
const columns = ['stratum', 'psu', 'neighborhood', 'tenure', ...headings];
const missing = `('', 'Refused', 'Don''t know')`;
await connection.run(
  `CREATE TABLE raw AS SELECT weight::DOUBLE AS weight, ${columns
    .map((name) => `CASE WHEN "${name}" IN ${missing} THEN NULL ELSE "${name}" END AS "${name}"`)
    .join()} FROM read_csv('${csv}', all_varchar = true)`
);
for (const name of columns)
  await connection.run(
    `CREATE TYPE "t_${name}" AS ENUM (SELECT DISTINCT "${name}" FROM raw WHERE "${name}" IS NOT NULL)`
  );
await connection.run(
  `CREATE TABLE answers AS SELECT weight, ${columns
    .map((name) => `"${name}"::"t_${name}" AS "${name}"`)
    .join()} FROM raw`
);
await connection.run('DROP TABLE raw');

/** One wide query: weight of the category and of all answers, for every indicator. */
const wide = (list, where) =>
  `SELECT stratum::VARCHAR, psu::VARCHAR, neighborhood::VARCHAR, ${list
    .map(
      ({ heading, answer }) =>
        `sum(weight) FILTER (WHERE "${heading}" = ${text(answer)}), ` +
        `sum(weight) FILTER (WHERE "${heading}" IS NOT NULL)`
    )
    .join()} FROM answers ${where} GROUP BY stratum, psu, neighborhood`;

// Every PSU counts, whether it has people in the domain or not.
const sample = await connection.runAndReadAll(
  'SELECT DISTINCT stratum::VARCHAR, psu::VARCHAR FROM answers'
);
const frame = sample.getRows().map(([stratum, psu]) => ({ stratum, psu }));
const strata = [...new Set(frame.map(({ stratum }) => stratum))];
const psuAt = new Map(frame.map(({ psu }, at) => [psu, at]));
const stratumOf = frame.map(({ stratum }) => strata.indexOf(stratum));
const sizes = new Float64Array(strata.length);
for (const h of stratumOf) sizes[h]++;

/** Shares and standard errors, at `indicator * areas + area`. */
async function estimate(list, where) {
  const answer = await connection.runAndReadAll(wide(list, where));
  const [, psus, places, ...sums] = answer.getColumns();
  const at = psus.map((psu) => psuAt.get(psu));
  const area = places.map((place) => areas.indexOf(place));
  return list.flatMap((_, k) => {
    const members = sums[2 * k];
    const all = sums[2 * k + 1];
    const member = new Float64Array(areas.length);
    const total = new Float64Array(areas.length);
    for (let row = 0; row < at.length; row++) {
      member[area[row]] += members[row] ?? 0;
      total[area[row]] += all[row] ?? 0;
    }
    const scores = new Float64Array(areas.length * frame.length);
    for (let row = 0; row < at.length; row++) {
      const a = area[row];
      const share = member[a] / total[a];
      scores[a * frame.length + at[row]] +=
        ((members[row] ?? 0) - share * (all[row] ?? 0)) / total[a];
    }
    return areas.map((_name, a) => {
      const mean = new Float64Array(strata.length);
      for (let p = 0; p < frame.length; p++)
        mean[stratumOf[p]] += scores[a * frame.length + p] / sizes[stratumOf[p]];
      let variance = 0;
      for (let p = 0; p < frame.length; p++) {
        const h = stratumOf[p];
        const gap = scores[a * frame.length + p] - mean[h];
        variance += (sizes[h] / (sizes[h] - 1)) * gap * gap;
      }
      return { value: member[a] / total[a], se: Math.sqrt(variance) };
    });
  });
}

const times = async (runs, work) => {
  const all = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await work(run);
    all.push(performance.now() - started);
  }
  return all.sort((a, b) => a - b);
};

const own = await estimate(indicators, '');
const apart = own.map(({ value, se }, k) =>
  Math.max(Math.abs(value / found[k].value - 1), Math.abs(se / found[k].se - 1))
);
const estimates = await times(3, () => estimate(indicators, ''));
const few = indicators.slice(0, figures);
const changes = await times(6, (run) => estimate(few, `WHERE tenure = ${text(filter[run % 2])}`));
const crossTabs = await times(5, () =>
  connection.runAndReadAll(
    'SELECT neighborhood, tenure, sum(weight), count(*) FROM answers GROUP BY ALL'
  )
);
process.stdout.write(
  JSON.stringify({
    estimates: estimates[0],
    filter: changes[Math.floor(changes.length / 2)],
    crossTab: crossTabs[0],
    apart: Math.max(...apart)
  })
);
