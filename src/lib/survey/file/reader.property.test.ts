import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Encoding } from '../plan';
import { decodeByteText } from './byte-text';
import { bytesInMemory } from './bytes';
import { cellText } from './cell-text';
import { DELIMITERS } from './dialect';
import { singleByteTable } from './encoding';
import { openFile } from './open-file';
import { readRecords } from './records';
import { readRows } from './rows';
import { normalisedPieces, textPieces } from './text-pieces';
import { linesOfTable, writeTable, type Writing } from './written-table.fixture';

const delimiter = fc.constantFrom(...DELIMITERS);
const eol = fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const);
const quotes = fc.constantFrom('all' as const, 'minimal' as const);
const pieceBytes = fc.oneof(
  fc.integer({ min: 1, max: 64 }),
  fc.constantFrom(4096, 65_536, 1 << 30)
);

describe('any table, any dialect, the delimiter and encoding known', () => {
  const special = fc.constantFrom(
    '"',
    '""',
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\\',
    ''
  );
  const texts: Record<Encoding, fc.Arbitrary<string>> = {
    'utf-8': fc.string({ unit: 'binary', maxLength: 6 }),
    'utf-16le': fc.string({ unit: 'binary', maxLength: 6 }),
    'utf-16be': fc.string({ unit: 'binary', maxLength: 6 }),
    'windows-1252': fromTable('windows-1252'),
    macintosh: fromTable('macintosh')
  };
  const written = fc.constantFrom(...(Object.keys(texts) as Encoding[])).chain((encoding) =>
    fc.integer({ min: 2, max: 5 }).chain((width) => {
      const cell = fc.array(fc.oneof(special, texts[encoding]), { maxLength: 4 });
      const row = fc.array(
        cell.map((parts) => parts.join('')),
        { minLength: width, maxLength: width }
      );
      return fc.record({
        table: fc.array(row, { minLength: 1, maxLength: 8 }),
        writing: fc.record({
          delimiter,
          eol,
          quotes,
          encoding: fc.constant(encoding),
          hasByteOrderMark: fc.constant(false),
          endsWithEol: fc.boolean()
        })
      });
    })
  );

  test.prop([written, pieceBytes], { numRuns: 400 })(
    'reads back cell by cell, with the physical line of each row',
    ({ table, writing }, size) => {
      const bytes = writeTable(table, writing);
      const found: string[][] = [];
      const lines: number[] = [];
      const layout = { delimiter: writing.delimiter, backslashEscapes: false, columns: null };
      const pieces = textPieces(bytesInMemory(bytes), writing.encoding, 0, size);
      readRecords(normalisedPieces(pieces), layout, (block) => {
        expect(block.faults).toEqual([]);
        block.records.forEach((record, i) => {
          found.push(record.map((cell) => decodeByteText(cell).text));
          lines.push(block.line(i));
        });
      });
      const expected = table.map((row) => row.map((cell) => cell.replace(/\r\n?/g, '\n')));
      expect(found).toEqual(expected);
      expect(lines).toEqual(linesOfTable(table));
    }
  );
});

/** Texts of the characters an encoding of one byte each has; those it leaves undefined are left out. */
function fromTable(encoding: 'windows-1252' | 'macintosh'): fc.Arbitrary<string> {
  const characters = singleByteTable(encoding).filter((character, byte) => {
    const isControl = /[\u0080-\u009f]/.test(character);
    return byte >= 32 && byte !== 127 && !isControl;
  });
  return fc.string({ unit: fc.constantFrom(...characters), maxLength: 6 });
}

describe('a survey file, nothing known', () => {
  const words = [
    'bus',
    'rent',
    'Señora Muñoz',
    'café',
    'clínica',
    '3',
    '17',
    'Español',
    'yes',
    'no'
  ];
  const encodings: Pick<Writing, 'encoding' | 'hasByteOrderMark'>[] = [
    { encoding: 'utf-8', hasByteOrderMark: false },
    { encoding: 'utf-8', hasByteOrderMark: true },
    { encoding: 'utf-16le', hasByteOrderMark: false },
    { encoding: 'utf-16le', hasByteOrderMark: true },
    { encoding: 'utf-16be', hasByteOrderMark: false },
    { encoding: 'utf-16be', hasByteOrderMark: true },
    { encoding: 'windows-1252', hasByteOrderMark: false },
    { encoding: 'macintosh', hasByteOrderMark: false }
  ];
  const file = fc
    .record({ delimiter, eol, quotes, form: fc.constantFrom(...encodings) })
    .chain(({ form, ...dialect }) => {
      const word = fc.constantFrom(...words);
      const cell = fc.oneof(
        { weight: 8, arbitrary: word },
        { weight: 1, arbitrary: fc.constant('') },
        { weight: 1, arbitrary: fc.tuple(word, word).map((two) => two.join(dialect.delimiter)) },
        { weight: 1, arbitrary: fc.tuple(word, word).map((two) => `${two[0]} "${two[1]}"`) },
        { weight: 1, arbitrary: fc.tuple(word, word).map((two) => two.join('\n')) }
      );
      return fc.integer({ min: 3, max: 6 }).chain((width) =>
        fc.record({
          rows: fc.array(fc.array(cell, { minLength: width - 1, maxLength: width - 1 }), {
            minLength: 4,
            maxLength: 12
          }),
          writing: fc.constant({ ...dialect, ...form, endsWithEol: true })
        })
      );
    });

  test.prop([file, pieceBytes], { numRuns: 300 })(
    'is understood and read back row by row',
    ({ rows, writing }, size) => {
      // Text that decides between the encodings of one byte: letters beside letters.
      const header = ['número', ...(rows[0] ?? []).map((_, i) => `Pregunta número ${i + 1}`)];
      const body = rows.map((row, i) => [`caso ñandú ${i}`, ...row]);
      const source = bytesInMemory(writeTable([header, ...body], writing));
      const opening = openFile(source);
      expect(opening.ok).toBe(true);
      if (!opening.ok) return;
      const { layout, head } = opening.file;
      expect(layout.encoding).toBe(writing.encoding);
      expect(layout.delimiter).toBe(writing.delimiter);
      expect(head[0]).toEqual(header);
      const found: string[][] = [];
      const lines: number[] = [];
      const tally = readRows(source, layout, { headings: header, pieceBytes: size }, (block) => {
        block.rows.forEach((row, i) => {
          found.push(row.map((raw) => cellText(raw).text));
          lines.push(block.line(i));
        });
      });
      expect(found).toEqual(body);
      expect(lines).toEqual(linesOfTable([header, ...body]).slice(1));
      expect(tally.rows).toBe(body.length);
    }
  );
});
