import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesInMemory, type ByteSource } from '$lib/survey/file/bytes';

/** A check of EXPECTED.json: what a column, or a question of several, must hold. */
export interface Check {
  variable: string;
  kind?: string;
  column_index?: number;
  columns?: number[];
  n_valid?: number;
  n_missing?: number;
  n_any?: number;
  counts?: Record<string, number>;
  weight?: string;
  weighted_counts?: Record<string, number>;
  min?: number;
  max?: number;
  mean?: number;
  weighted_pct?: Record<string, number>;
  mean_unweighted?: number;
  mean_weighted?: number;
  zeros?: number;
}

export interface ExpectedFile {
  file: string;
  folder: string;
  encoding?: string;
  delimiter?: string;
  header_rows?: number;
  rows: number | null;
  /** header included */
  records_in_file?: number;
  columns: number;
  tool?: string;
  unit?: string;
  checks: Check[];
  identifiers?: string[];
}

export interface EdgeCase {
  id: string;
  file: string;
  folder: string;
  title: string;
  class: 'accept' | 'repair' | 'ask' | 'reject';
  expect: {
    rows: number | null;
    columns?: number | null;
    delimiter?: string | null;
    encoding?: string | null;
    header_rows?: number;
    warnings?: { code: string; line?: number; column?: string }[];
    values?: { row: number; column: string; value: string }[];
    message_must_say?: string | null;
    must_not_contain?: string;
    count_of?: Record<string, number>;
  };
}

/** Folders of `$SURVEY_FILES`, else the project's own. */
export const folders = (process.env.SURVEY_FILES ?? 'tests/fixtures/files')
  .split(':')
  .filter((folder) => folder !== '');

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

export function expectedFiles(): ExpectedFile[] {
  return folders.flatMap((folder) => {
    const path = join(folder, 'EXPECTED.json');
    if (!existsSync(path)) return [];
    const json = readJson(path) as Record<string, unknown>;
    const files = (json.files ?? json) as Record<string, Omit<ExpectedFile, 'file' | 'folder'>>;
    return Object.entries(files).map(([file, entry]) => ({
      ...entry,
      file,
      folder,
      checks: entry.checks ?? []
    }));
  });
}

export interface CanonicalItem {
  n_valid?: number;
  n_valid_excluding_prefer_not?: number;
  counts?: Record<string, number>;
  label?: string;
}

export interface Canonical {
  respondents: number;
  needs: CanonicalItem;
  neighborhood: CanonicalItem;
  sat_parks: CanonicalItem;
  sat_transit: CanonicalItem;
  sat_safety: CanonicalItem;
  nps: CanonicalItem;
  hh_size: CanonicalItem;
  kids: CanonicalItem;
  care_hours: CanonicalItem;
  income: CanonicalItem;
  zip: CanonicalItem;
}

/** The counts that every file of a folder's fictional survey must end in. */
export function canonicalOf(folder: string): Canonical | null {
  const json = readJson(join(folder, 'EXPECTED.json')) as { canonical?: Canonical };
  return json.canonical ?? null;
}

export function edgeCases(): EdgeCase[] {
  return folders.flatMap((folder) => {
    const path = join(folder, 'EDGE_CASES.json');
    if (!existsSync(path)) return [];
    return (readJson(path) as Omit<EdgeCase, 'folder'>[]).map((entry) => ({ ...entry, folder }));
  });
}

export const sourceOf = (folder: string, file: string): ByteSource =>
  bytesInMemory(readFileSync(join(folder, file)));
