import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executePlan } from '$lib/survey/execute';
import type { ImportPlan } from '$lib/survey/plan';
import { textAt } from '$lib/survey/sink';
import { decodeChunk } from '$lib/server/db/column-codec';
import { ColumnSpool } from '$lib/server/db/column-spool';
import { planFile } from '$lib/server/use-cases/inspect-file';
import { buildWorkers } from '$lib/server/work/built.fixture';
import { openFile } from './file-source';
import { readInTwo } from './read-in-two';

const ROWS = 150_000;
const folder = mkdtempSync(join(tmpdir(), 'groundswell-two-'));
let built: Awaited<ReturnType<typeof buildWorkers>>;
beforeAll(async () => {
  built = await buildWorkers();
});
afterAll(() => {
  built.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A file whose later rows hold answers, unreadable cells and lines the first ones do not. */
function write(name: string, change: (row: number) => string | null = () => null): string {
  const path = join(folder, name);
  const lines = ['id,tenure,age,said'];
  for (let i = 0; i < ROWS; i++) {
    const tenure =
      i % 7 === 0 ? '' : i > 120_000 && i % 3 === 0 ? `Other ${i % 4}` : i % 2 ? 'Rent' : 'Own';
    const age = i > 100_000 && i % 1000 === 0 ? 'old' : String(i % 80);
    const said = i % 10 === 0 ? `"line ${i % 90}\nand ""more"", señor"` : '';
    lines.push(change(i) ?? `R${i},${tenure},${age},${said}`);
  }
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

function planOf(path: string): ImportPlan {
  const planned = planFile({ path });
  if (!planned.ok || !planned.value.plan) throw new Error('refused');
  const { plan } = planned.value;
  const as = { heading: '', include: true };
  // The kinds are fixed here, so that the later rows are what surprises the readers.
  return {
    ...plan,
    exclusions: [],
    variables: plan.variables.map((variable) =>
      variable.heading === 'age'
        ? { ...variable, ...as, heading: 'age', kind: 'numeric' }
        : variable.heading === 'tenure'
          ? { ...variable, ...as, heading: 'tenure', kind: 'categorical' }
          : { ...variable, include: true }
    )
  };
}

/** Everything a spool holds, as values: how texts share a chunk may differ. */
function contents(spool: ColumnSpool): unknown[] {
  const all: unknown[] = [];
  spool.copyTo(({ data, encoding, ...chunk }) => {
    const values = decodeChunk(encoding, chunk.rows, data.slice());
    const list =
      values.kind === 'text'
        ? Array.from(values.codes, (code) => (code === 0 ? null : textAt(values, code - 1)))
        : Object.values(values)
            .slice(1)
            .map((array) => Buffer.from((array as Uint8Array).buffer));
    all.push({ ...chunk, list: JSON.stringify(list) });
  });
  return all;
}

function byOne(path: string, plan: ImportPlan): ColumnSpool {
  const spool = new ColumnSpool(folder);
  const file = openFile(path);
  executePlan(file, plan, spool);
  file.close();
  return spool;
}

function byTwo(path: string, plan: ImportPlan, onProgress?: (bytes: number) => void) {
  const spool = new ColumnSpool(folder);
  const file = openFile(path);
  try {
    const script = built.workerFile('read-half');
    const joined = readInTwo({ path, file, plan, spool, folder, onProgress, script, smallest: 1 });
    return { joined, spool, sha256: file.sha256() };
  } finally {
    file.close();
  }
}

describe('two readers', () => {
  test('store what one reader stores, and tell the same', () => {
    const path = write('plain.csv');
    const plan = planOf(path);
    const one = byOne(path, plan);
    const two = byTwo(path, plan);
    expect(two.joined).toBe(true);
    expect(two.spool.summary.imported).toBe(ROWS);
    expect(two.spool.summary).toEqual(one.summary);
    expect(one.summary.issues.map(({ code }) => code)).toContain('CELLS_UNREADABLE');
    expect(contents(two.spool)).toEqual(contents(one));
    one.close();
    two.spool.close();
  });

  test('hash the whole file', () => {
    const path = write('hash.csv');
    const file = openFile(path);
    const two = byTwo(path, planOf(path));
    expect(two.sha256).toBe(file.sha256());
    file.close();
    two.spool.close();
  });

  test.each([
    ['a quote that never closes', (i: number) => (i === 40_000 ? `R,"open,1,` : null)],
    ['a stray quote', (i: number) => (i === 40_000 ? `R,5" pipe,1,` : null)],
    ['a blank line', (i: number) => (i === 40_000 ? '' : null)],
    ['the header again', (i: number) => (i === 40_000 ? 'id,tenure,age,said' : null)]
  ])('leave a file with %s to one reader, or store the same', (name, change) => {
    const path = write(`${name}.csv`, change);
    const plan = planOf(path);
    const two = byTwo(path, plan);
    if (two.joined) {
      const one = byOne(path, plan);
      expect(contents(two.spool)).toEqual(contents(one));
      expect(two.spool.summary).toEqual(one.summary);
      one.close();
    }
    two.spool.close();
  });

  test('stop both when one is told to', () => {
    const path = write('stop.csv');
    const plan = planOf(path);
    expect(() =>
      byTwo(path, plan, () => {
        throw new Error('stop');
      })
    ).toThrow('stop');
    expect(readdirSync(folder).filter((name) => name.startsWith('spool'))).toEqual([]);
  });
});
