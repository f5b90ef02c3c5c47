import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import regular from './public-sans-400.ttf?inline';
import semibold from './public-sans-600.ttf?inline';
import bold from './public-sans-700.ttf?inline';

/**
 * The typefaces travel inside the built program (`?inline` makes each a data address, 42 kB), so they are
 * found from any working directory, in a worker and in a test. The renderer only reads files: they are
 * written once per process into a folder of their own.
 */
const faces: Record<400 | 600 | 700, string> = { 400: regular, 600: semibold, 700: bold };

export const fontFamily = 'Public Sans';

/** The bytes of a static TrueType face. */
export const fontBytes = (weight: 400 | 600 | 700): Buffer =>
  Buffer.from(faces[weight].slice(faces[weight].indexOf(',') + 1), 'base64');

let files: string[] | null = null;

/** Paths of the three faces, written at the first call. */
export function fontFiles(): string[] {
  if (files) return files;
  const folder = mkdtempSync(join(tmpdir(), 'groundswell-fonts-'));
  files = ([400, 600, 700] as const).map((weight) => {
    const path = join(folder, `public-sans-${weight}.ttf`);
    writeFileSync(path, fontBytes(weight));
    return path;
  });
  return files;
}
