import { describe, expect, test } from 'vitest';
import { executePlan } from './execute';
import type { ByteSource } from './file/bytes';
import { openFile } from './file/open-file';
import { MAX_RECORD } from './file/records';
import { readRows } from './file/rows';
import { planSurvey } from './planning/plan-survey';
import { chunkRows, CHUNK_ROWS } from './sink';

const MB = 2 ** 20;

/** A file that is a beginning and then one piece again and again, made as it is read: no disk, no memory. */
function endless(start: string, unit: string, size: number) {
  const encoder = new TextEncoder();
  const head = encoder.encode(start);
  const block = encoder.encode(unit.repeat(Math.ceil(MB / unit.length)));
  const period = block.length - (block.length % unit.length);
  let read = 0;
  const source: ByteSource = {
    size,
    read(offset, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      for (let i = 0; i < bytes.length;) {
        const at = offset + i;
        const part =
          at < head.length
            ? head.subarray(at)
            : block.subarray((at - head.length) % period, period);
        const take = part.subarray(0, bytes.length - i);
        bytes.set(take, i);
        i += take.length;
      }
      read += bytes.length;
      return bytes;
    },
    latin1: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  };
  return { source, read: () => read };
}

const codes = (source: ByteSource): string[] => {
  const opening = openFile(source);
  return opening.ok ? [] : opening.issues.map(({ code }) => code);
};

describe('limits', () => {
  test.each([
    ['a single line of 500 MB', 'word '],
    ['500 MB of commas', ','],
    ['500 MB of quotes', '"']
  ])('%s is refused after its beginning', (_name, unit) => {
    const file = endless('', unit, 500 * MB);
    expect(codes(file.source)).toEqual(['RECORD_TOO_LONG']);
    expect(file.read()).toBeLessThan(5 * MAX_RECORD);
  });

  test('a line without an end below the header is an error with its line', () => {
    const rows = '1,2\n'.repeat(300_000);
    const file = endless(`a,b\n${rows}`, 'text ', 200 * MB);
    const { plan } = planSurvey({ main: file.source, name: 'long.csv' });
    if (!plan) throw new Error('refused');
    const before = file.read();
    const summary = executePlan(file.source, plan, { start() {}, chunk() {}, finish() {} });
    expect(summary.issues).toContainEqual(
      expect.objectContaining({
        code: 'RECORD_TOO_LONG',
        severity: 'error',
        where: { line: 300_002 }
      })
    );
    expect(file.read() - before).toBeLessThan(3 * MAX_RECORD);
  });

  test('after a quote that never closes the rows of a large file come as they are read', () => {
    const unit = '2,text of a row\n';
    const file = endless('a,b\n1,"never closed\n', unit, 96 * MB);
    const opening = openFile(file.source);
    if (!opening.ok) throw new Error('refused');
    let rows = 0;
    let furthest = 0;
    let offset = 0;
    const tally = readRows(
      file.source,
      opening.file.layout,
      { headings: ['a', 'b'], onProgress: (bytes) => (offset = bytes) },
      (block) => {
        rows += block.rows.length;
        furthest = Math.max(furthest, offset - rows * unit.length);
      }
    );
    const [fault] = tally.issues;
    expect(fault).toMatchObject({ code: 'QUOTE_UNTERMINATED', where: { line: 2, column: 'b' } });
    // The last row may be cut by the size of the file.
    expect(Math.abs(rows - (96 * MB) / unit.length)).toBeLessThan(3);
    // What was read but not yet given out: never more than the longest record and half of it again.
    expect(furthest).toBeLessThan(2 * MAX_RECORD);
  });

  test('a header of 5 MB is read whole', () => {
    const header = Array.from({ length: 10_000 }, (_, i) => `${'question '.repeat(55)}${i}`);
    const file = endless(`${header.join()}\n`, `${'1,'.repeat(9_999)}2\n`, 6 * MB);
    const opening = openFile(file.source);
    expect(opening.ok && opening.file.layout.columns).toBe(10_000);
  });

  test('more than 20,000 columns are refused', () => {
    const wide = (columns: number) => {
      const header = Array.from({ length: columns }, (_, i) => `q${i}`).join();
      return endless(`${header}\n`, `${'1,'.repeat(columns - 1)}1\n`, 2 * MB).source;
    };
    expect(codes(wide(20_001))).toEqual(['TOO_MANY_COLUMNS']);
    expect(codes(wide(20_000))).toEqual([]);
  });

  test('chunks of very wide tables hold fewer rows', () => {
    expect([1, 512, 513, 5_000, 20_000].map(chunkRows)).toEqual([
      CHUNK_ROWS,
      CHUNK_ROWS,
      32_768,
      4_096,
      1_024
    ]);
  });

  test('a large file is read once, and its beginning for the plan', () => {
    const unit = 'Ash Hollow,Agree,3\n';
    const file = endless('place,opinion,people\n', unit, 48 * MB);
    const { plan } = planSurvey({ main: file.source, name: 'large.csv' });
    if (!plan) throw new Error('refused');
    // 8 MB for the encoding, 1 MB twice for the layout, and the rows of the sample.
    expect(file.read()).toBeLessThan(15 * MB);
    const before = file.read();
    executePlan(file.source, plan, { start() {}, chunk() {}, finish() {} });
    expect(file.read() - before).toBe(48 * MB);
  });
});
