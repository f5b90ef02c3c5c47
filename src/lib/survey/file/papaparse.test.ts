import { describe, expect, test } from 'vitest';
import { decodeByteText } from './byte-text';
import { bytesInMemory } from './bytes';
import { openFile } from './open-file';
import { readRows } from './rows';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Header and rows as a person would see them, at any piece size. */
function read(bytes: Uint8Array, pieceBytes?: number) {
  const source = bytesInMemory(bytes);
  const opening = openFile(source);
  if (!opening.ok) return { codes: opening.issues.map(({ code }) => code) };
  const { layout, head } = opening.file;
  const rows: string[][] = [];
  const lines: number[] = [];
  const options = { headings: head[0] ?? [], ...(pieceBytes && { pieceBytes }) };
  const { issues } = readRows(source, layout, options, (block) => {
    block.rows.forEach((row, i) => {
      rows.push(row.map((cell) => decodeByteText(cell).text));
      lines.push(block.line(i));
    });
  });
  const codes = [...opening.file.issues, ...issues].map(({ code }) => code);
  return { header: head[0], rows, lines, delimiter: layout.delimiter, codes };
}

const everywhere = (bytes: Uint8Array, check: (size: number) => void) => {
  for (let size = 1; size <= bytes.length; size++) check(size);
};

// What papaparse 5.7.1 does with files it is given whole or as a stream; each was seen to happen.
describe('defects of papaparse that must not reach a survey', () => {
  test('characters cut in two by the end of a piece', () => {
    const bytes = utf8('a,b\nñandú,住房\n');
    everywhere(bytes, (size) => expect(read(bytes, size).rows).toEqual([['ñandú', '住房']]));
  });

  test('a line end that the first piece does not show, or that is cut between CR and LF', () => {
    const bytes = utf8('first question,second question\r\n"1",2\r\n3,"4"\r\n');
    const expected = {
      rows: [
        ['1', '2'],
        ['3', '4']
      ],
      lines: [2, 3],
      codes: []
    };
    everywhere(bytes, (size) => expect(read(bytes, size)).toMatchObject(expected));
  });

  test('a carriage return that stays on the last cell where line ends are mixed', () => {
    const bytes = utf8('a,b\r\n1,2\n3,4\r\n');
    expect(read(bytes).rows).toEqual([
      ['1', '2'],
      ['3', '4']
    ]);
  });

  test('a byte order mark that hides the quote of the first heading', () => {
    const { header, rows } = read(utf8('\ufeff"Name, first";"Q1"\n"x, y";1\n'));
    expect(header).toEqual(['Name, first', 'Q1']);
    expect(rows).toEqual([['x, y', '1']]);
  });

  test('UTF-16 read as something else', () => {
    const bytes = new Uint8Array(
      Uint16Array.from('\ufeffa\tb\nñ\t1\n', (c) => c.charCodeAt(0)).buffer
    );
    expect(read(bytes)).toMatchObject({ header: ['a', 'b'], rows: [['ñ', '1']] });
  });

  test('a delimiter guessed from commas in the text, or from a blank line', () => {
    expect(read(utf8('"id";"said"\n"1";"a, b, c"\n"2";"d, e"\n\n')).delimiter).toBe(';');
  });

  test('text after a closing quote that swallows every row below', () => {
    const { rows, codes } = read(utf8('a,b\n"x"y,1\nz,2\nw,3\n'));
    expect(rows).toEqual([
      ['"x"y', '1'],
      ['z', '2'],
      ['w', '3']
    ]);
    expect(codes).toContain('QUOTE_STRAY');
  });

  test('a quote that never closes and takes all rows below into one cell', () => {
    const { rows, codes } = read(utf8('a,b\n"x,1\nz,2\nw,3\n'));
    expect(rows).toEqual([
      ['"x', '1'],
      ['z', '2'],
      ['w', '3']
    ]);
    expect(codes).toContain('QUOTE_UNTERMINATED');
  });

  test('headings that are renamed, or lost because objects have such a property', () => {
    const { header, rows } = read(utf8('a,a,,__proto__,constructor\n1,2,3,4,5\n6,7,8,9,10\n'));
    expect(header).toEqual(['a', 'a', '', '__proto__', 'constructor']);
    expect(rows?.[0]).toEqual(['1', '2', '3', '4', '5']);
  });

  test('cells turned into numbers, dates or truth values', () => {
    const row = ['02139', '1e5', '2024-05-01', 'TRUE'];
    expect(read(utf8(`a,b,c,d\n${row.join()}\n`)).rows).toEqual([row]);
  });

  test('rows of another width that nobody is told of', () => {
    const { rows, codes } = read(utf8('a,b,c\n1,2\n1,2,3,4\n1,2,3\n'));
    expect(rows).toEqual([
      ['1', '2', ''],
      ['1', '2', '3'],
      ['1', '2', '3']
    ]);
    expect(codes).toEqual(['ROW_SHORT', 'ROW_LONG']);
  });

  test('blank rows that count, and a last row that is not there', () => {
    const { rows, lines } = read(utf8('a,b\n\n1,2\n,\n3,4\n'));
    expect(rows).toEqual([
      ['1', '2'],
      ['3', '4']
    ]);
    expect(lines).toEqual([3, 5]);
  });

  test('rows named by their number where a person counts lines', () => {
    const { lines } = read(utf8('a,b\r\n"one\r\ntwo",1\r\nthree,2\r\n'));
    expect(lines).toEqual([2, 4]);
  });
});
