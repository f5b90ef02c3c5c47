import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executePlan } from '$lib/survey/execute';
import type { ImportPlan, Protection } from '$lib/survey/plan';
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

/** Everything a spool holds, by the hash of its bytes: what the content hash of a version is made of. */
const contents = (spool: ColumnSpool) =>
  spool.digests
    .map(({ variable, chunk, part, encoding, rows, sha256 }) =>
      [variable, chunk, part, encoding, rows, sha256].join(' ')
    )
    .sort();

/** Keys of a workspace, for variables that are protected. */
const means = { seal: new Uint8Array(32).fill(1), secret: new Uint8Array(32).fill(2) };

function byOne(path: string, plan: ImportPlan, pieceBytes?: number): ColumnSpool {
  const spool = new ColumnSpool(folder, means.seal);
  const file = openFile(path);
  const piece = pieceBytes === undefined ? {} : { pieceBytes };
  executePlan(file, plan, spool, { ...means, ...piece });
  file.close();
  return spool;
}

function byTwo(path: string, plan: ImportPlan, onProgress?: (bytes: number) => void) {
  const spool = new ColumnSpool(folder, means.seal);
  const file = openFile(path);
  try {
    const script = built.workerFile('read-half');
    const joined = readInTwo({
      ...{ path, file, plan, means, spool, folder, onProgress, script },
      smallest: 1
    });
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

  test('protect with the same keys as one reader', () => {
    const path = write('protected.csv');
    const plan = planOf(path);
    const ways: Record<string, Protection> = { id: { how: 'pseudonym' }, said: { how: 'private' } };
    const safe: ImportPlan = {
      ...plan,
      variables: plan.variables.map((one) => {
        const protect = ways[one.heading];
        return protect
          ? { ...one, kind: 'text', role: 'identifier', categories: [], protect }
          : one;
      })
    };
    const one = byOne(path, safe);
    const two = byTwo(path, safe);
    expect(two.joined).toBe(true);
    expect(two.spool.digests.some(({ encoding }) => encoding === 'sealed')).toBe(true);
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

  test.each([2, 7, 12])('stop both at piece %i of the file', (piece) => {
    const path = write('stop.csv');
    const plan = planOf(path);
    let told = 0;
    expect(() =>
      byTwo(path, plan, () => {
        if (++told === piece) throw new Error('stop');
      })
    ).toThrow('stop');
    expect(readdirSync(folder).filter((name) => name.startsWith('spool'))).toEqual([]);
  });

  test('store the same wherever the pieces end', () => {
    const path = write('pieces.csv');
    const plan = planOf(path);
    const whole = byOne(path, plan);
    for (const pieceBytes of [1013, 1 << 22]) {
      const pieces = byOne(path, plan, pieceBytes);
      expect(contents(pieces)).toEqual(contents(whole));
      expect(pieces.summary).toEqual(whole.summary);
      pieces.close();
    }
    whole.close();
  });
});
