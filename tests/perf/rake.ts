import { writeFileSync } from 'node:fs';
import { seededRandom } from '$lib/base/random';
import { rake } from '$lib/estimation/weighting';

const ROWS = 400_000;
const SIZES = [2, 6, 12, 24];

/** Raking of 400,000 rows to four margins; the same rows as a CSV for the peer. */
function run(csv: string) {
  const random = seededRandom(7);
  const base = Float64Array.from({ length: ROWS }, () => 0.5 + random.next());
  const margins = SIZES.map((size, m) => ({
    name: `m${m + 1}`,
    // Uneven on purpose: the square leans towards the first categories.
    codes: Uint8Array.from({ length: ROWS }, () => 1 + Math.floor(random.next() ** 2 * size)),
    labels: Array.from({ length: size }, (_, i) => String(i + 1)),
    targets: new Float64Array(size).fill(ROWS / size)
  }));
  const lines = ['w,m1,m2,m3,m4'];
  for (let i = 0; i < ROWS; i++)
    lines.push([base[i], ...margins.map(({ codes }) => codes[i])].join());
  writeFileSync(csv, `${lines.join('\n')}\n`);
  const started = performance.now();
  const made = rake(base, margins);
  const ms = performance.now() - started;
  if (!made.ok) throw new Error(made.issues.map(({ code }) => code).join(', '));
  return { ms, rounds: made.value.rounds, rows: ROWS, sizes: SIZES };
}

process.stdout.write(JSON.stringify(run(process.argv[2] ?? '')));
