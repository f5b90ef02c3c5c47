import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { csvCell, csvRecord, csvText, neutralCell } from './csv';

describe('a CSV file that leaves the program', () => {
  test('has no cell that a spreadsheet runs', () => {
    for (const text of ['=1+1', '+SUM(A1)', '-2', '@cmd', '\tx', '\rx'])
      expect(neutralCell(text)).toBe(`'${text}`);
    expect(csvCell('=HYPERLINK("http://x")')).toBe('"\'=HYPERLINK(""http://x"")"');
  });

  test('keeps numbers as numbers, also below zero', () => {
    expect(csvRecord(['a', -2, 0.5])).toBe('a,-2,0.5\r\n');
  });

  test('begins with the mark that tells a spreadsheet the encoding', () => {
    expect(csvText([['ñ'], ['x']])).toBe('\ufeffñ\r\nx\r\n');
  });

  test.prop([fc.string()])('never begins a cell with a sign of a formula', (text) => {
    expect(csvCell(text).replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r\n]/);
  });
});
