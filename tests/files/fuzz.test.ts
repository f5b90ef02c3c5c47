import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { hasErrors, type Issue } from '$lib/base/issue';
import { seededRandom } from '$lib/base/random';
import { bytesInMemory } from '$lib/survey/file/bytes';
import { executePlan } from '$lib/survey/execute';
import { inspectSurvey } from '$lib/survey/inspect';
import { importIssues as english, type ImportSentence } from '$lib/text/en/import-issues';
import { importIssues as spanish } from '$lib/text/es/import-issues';
import { mutate } from './mutate';

/** `FUZZ_RUNS=10000` runs them all; a sample of them belongs to every test run. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 400);
const FIRST = Number(process.env.FUZZ_FIRST ?? 0);
/** Longer files are cut: what harms them harms their beginning too. */
const LONGEST = 32_768;

const folders = ['tests/fixtures/files', 'tests/fixtures/files/edge'].map((each) => resolve(each));
const originals = folders.flatMap((folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(json|md)$/.test(entry.name))
    .map((entry) => ({
      name: entry.name,
      bytes: new Uint8Array(readFileSync(join(folder, entry.name)).subarray(0, LONGEST))
    }))
);

type Outcome = 'accept' | 'repair' | 'ask' | 'reject';

/** What became of a file; every row of one that is read is imported or counted with a reason. */
function outcomeOf(name: string, bytes: Uint8Array): Outcome {
  const main = bytesInMemory(bytes);
  const { plan, inspection } = inspectSurvey({ main, name });
  for (const issue of inspection.issues) expectSentence(issue);
  if (!plan) {
    expect(hasErrors(inspection.issues)).toBe(true);
    return 'reject';
  }
  const summary = executePlan(main, plan, { start() {}, chunk() {}, finish() {} });
  const excluded = summary.excluded.reduce((sum, { count }) => sum + count, 0);
  expect(summary.imported + excluded).toBe(summary.rows);
  expect(summary.rows).toBe(inspection.rows);
  if (plan.openQuestions.length > 0) return 'ask';
  return inspection.issues.some(({ severity }) => severity === 'repaired') ? 'repair' : 'accept';
}

type Sentences = Partial<
  Record<string, (params: Issue['params'], where: Issue['where']) => ImportSentence>
>;

function expectSentence({ code, params, where }: Issue): void {
  for (const sentences of [english, spanish] as Sentences[]) {
    const said = sentences[code]?.(params, where);
    expect(said?.problem ?? 'undefined', code).not.toMatch(/undefined|NaN|\[object/);
  }
}

test(`${RUNS} damaged files end in accept, repair, ask or reject, and no row is lost`, () => {
  const outcomes: Record<Outcome, number> = { accept: 0, repair: 0, ask: 0, reject: 0 };
  for (let run = FIRST; run < FIRST + RUNS; run++) {
    const random = seededRandom(run);
    const original = random.pick(originals);
    const { bytes, done } = mutate(original.bytes, random.pick(originals).bytes, random);
    try {
      outcomes[outcomeOf(original.name, bytes)]++;
    } catch (error) {
      const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
      throw new Error(`run ${run}: ${original.name}, ${done.join(', ')}\n${said}`, {
        cause: error
      });
    }
  }
  const total = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  expect(total).toBe(RUNS);
  if (process.env.FUZZ_RUNS) console.info(outcomes);
}, 3_600_000);
