import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvSource } from './csv-source';
import type { DataSource } from '$lib/estimation/query/data-source';
import type { Spec } from '$lib/estimation/query/spec';
import type { Tolerance } from './agree';

export interface Case extends Spec {
  id: string;
  family: string;
  /** the design written out; null when the family has none */
  designSpec: Spec | null;
  expected: unknown;
  tolerance: Tolerance;
  method_tolerance?: Record<string, Tolerance>;
}

export interface Cases {
  list: Case[];
  /** number of cases the manifest names; null without a count */
  announced: number | null;
  /** data of a design; empty when the design names no file */
  source(one: Case): DataSource;
}

interface WrittenCase extends Spec {
  id: string;
  family: string;
  design: string | null;
  expected: unknown;
  tolerance?: Tolerance;
  method_tolerance?: Record<string, Tolerance>;
}

interface CaseFile {
  default_tolerance: Tolerance;
  designs: Record<string, Spec>;
  cases: WrittenCase[];
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

interface Manifest {
  files: { file: string; cases?: number }[];
}

/** The manifest; without one, every file of the folder `cases`. */
function readManifest(directory: string): Manifest {
  const path = join(directory, 'manifest.json');
  if (existsSync(path)) return readJson(path) as Manifest;
  const files = readdirSync(join(directory, 'cases')).filter((name) => name.endsWith('.json'));
  return { files: files.sort().map((name) => ({ file: `cases/${name}` })) };
}

/** A design by its name, with the design it starts from written into it; null when there is none. */
export function writtenOut(designs: Record<string, Spec>, name: string): Spec | null {
  const spec = designs[name];
  if (!spec || typeof spec['base'] !== 'string') return spec ?? null;
  const base = writtenOut(designs, spec['base']);
  return { ...spec, base, data: base?.['data'] };
}

/** Every case of every file of a reference folder. */
export function readCases(directory: string): Cases {
  const manifest = readManifest(directory);
  const list = manifest.files.flatMap(({ file }) => {
    const content = readJson(join(directory, file)) as CaseFile;
    return content.cases.map((one): Case => ({
      ...one,
      designSpec: one.design === null ? null : writtenOut(content.designs, one.design),
      tolerance: one.tolerance ?? content.default_tolerance
    }));
  });
  const counts = manifest.files.map(({ cases }) => cases);
  const announced = counts.every((count) => typeof count === 'number')
    ? counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)
    : null;
  const sources = new Map<string, DataSource>();
  const source = ({ designSpec }: Case): DataSource => {
    const file = designSpec?.['data'];
    if (typeof file !== 'string') return { rows: 0, names: [], column: () => null };
    const path = join(directory, file);
    let found = sources.get(path);
    if (!found) {
      if (!existsSync(path)) throw new Error(`${path} is named by a design and does not exist`);
      found = csvSource(readFileSync(path, 'utf8'));
      sources.set(path, found);
    }
    return found;
  };
  return { list, announced, source };
}
