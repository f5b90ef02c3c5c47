import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { toByteText } from './byte-text';
import { textInMemory } from './bytes';
import { readRecords, type RecordLayout } from './records';
import { normalisedPieces, textPieces } from './text-pieces';

const comma: RecordLayout = { delimiter: ',', backslashEscapes: false, columns: 3 };

function read(text: string, pieceBytes = 65_536, layout: RecordLayout = comma) {
  const pieces = normalisedPieces(textPieces(textInMemory(text), 'utf-8', 0, pieceBytes));
  const records: string[][] = [];
  const lines: number[] = [];
  const faults: string[] = [];
  readRecords(pieces, layout, (block) => {
    block.records.forEach((record, i) => {
      records.push(record);
      lines.push(block.line(i));
    });
    for (const fault of block.faults) faults.push(`${fault.code}@${fault.line}/${fault.cell}`);
  });
  return { records, lines, faults };
}

const tricky = [
  'id,comment,q1\r\n1,"first\nsecond\n\nfourth",5\r\n2,"a\r\nb",4\r\n3,plain,3\r\n',
  'id,comment,q1\n1,ñ 住房,2\n2,"住, ""房""",3',
  'a,b,c\r1,2,3\r4,5,6\r',
  'a,b,c\n\n1,2,3\n,,\n4,5,6\n\n',
  'id,comment,q1\n1,"it never closes,2\n2,"fine",3\n3,"also, fine",4\n',
  'id,comment,q1\n1,"x"y,2\n2,ok,3\n3,ok,4\n',
  'id,comment,q1\n1,6\'5",2\n2,"quoted" ,3\n'
];

describe('records', () => {
  test('a quoted cell keeps its line breaks and later records keep their physical lines', () => {
    const { records, lines } = read(tricky[0] ?? '');
    expect(records[1]).toEqual(['1', 'first\nsecond\n\nfourth', '5']);
    expect(records[2]).toEqual(['2', 'a\nb', '4']);
    expect(lines).toEqual([1, 2, 6, 8]);
  });

  test('an unclosed quote is read as text and the records after it are kept', () => {
    const { records, faults } = read(tricky[4] ?? '');
    expect(records).toHaveLength(4);
    expect(records[1]).toEqual(['1', '"it never closes', '2']);
    expect(records[3]).toEqual(['3', 'also, fine', '4']);
    expect(faults).toEqual(['QUOTE_UNTERMINATED@2/1']);
  });

  test('text after a closing quote does not swallow the records below', () => {
    const { records, faults } = read(tricky[5] ?? '');
    expect(records).toHaveLength(4);
    expect(records[1]).toEqual(['1', '"x"y', '2']);
    expect(faults).toEqual(['QUOTE_STRAY@2/1']);
  });

  test('a backslash may escape quotes when the layout says so', () => {
    const layout = { ...comma, backslashEscapes: true };
    expect(read('1,"she said \\"no, never\\"",2\n', 99, layout).records).toEqual([
      ['1', 'she said "no, never"', '2']
    ]);
  });

  test.each(tricky)('the same records, lines and faults at every piece size: %j', (text) => {
    const whole = read(text);
    for (let size = 1; size <= 200; size++) expect(read(text, size)).toEqual(whole);
  });

  const cell = fc.oneof(
    fc.constantFrom('', 'a', 'é', '"', '""', ' ', 'b c', '\n', '\r\n', ','),
    fc.string({ maxLength: 4 })
  );
  test.prop([fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 6 })])(
    'well-formed text comes back cell by cell at any piece size',
    (table) => {
      const quoted = table
        .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',') + '\r\n')
        .join('');
      const expected = table.map((row) =>
        row.map((value) => toByteText(value.replace(/\r\n?/g, '\n')))
      );
      for (const size of [1, 2, 3, 7, 64, 4096])
        expect(read(quoted, size).records).toEqual(expected);
    }
  );

  const soup = fc.string({
    unit: fc.constantFrom('a', '1', '"', ',', '\n', '\r', ' ', '""'),
    maxLength: 60
  });
  test.prop([soup, fc.integer({ min: 1, max: 40 })])(
    'even malformed text gives the same records at any piece size',
    (text, size) => {
      expect(read(text, size)).toEqual(read(text));
    }
  );
});
