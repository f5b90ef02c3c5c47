import { expect, test } from 'vitest';
import { findFormat, formats, getFormat } from './index';

const head = (records: string[][]) => ({
  h: records[0] ?? [],
  r1: records[1] ?? [],
  r2: records[2] ?? [],
  records
});

const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], {
  eager: true
});

test('every format of the folder is in the list', () => {
  const listed = new Set<unknown>(formats);
  for (const [file, module] of Object.entries(modules)) {
    if (/(index|format)\.ts$/.test(file)) continue;
    const found = Object.values(module).filter(
      (value) => typeof value === 'object' && value !== null && 'sniff' in value
    );
    expect(found.length, `${file} exports a format`).toBeGreaterThan(0);
    for (const format of found) expect(listed.has(format), `${file} in index.ts`).toBe(true);
  }
});

test('ids are given once, and only the last format takes anything', () => {
  const ids = formats.map((format) => format.id);
  expect(new Set(ids).size).toBe(ids.length);
  const anything = head([
    ['a', 'b'],
    ['1', '2'],
    ['3', '4']
  ]);
  expect(formats.filter((format) => format.sniff(anything)).map((format) => format.id)).toEqual([
    'generic'
  ]);
  expect(getFormat('kobo').tool).toBe('KoboToolbox');
});

test.each(formats.flatMap((format) => format.examples.map((each) => ({ format, ...each }))))(
  '$format.id: $title',
  ({ format, records, matches }) => {
    expect(format.sniff(head(records))).toBe(matches);
    if (matches) expect(findFormat(head(records)).id).toBe(format.id);
  }
);
