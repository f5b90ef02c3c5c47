import { fc, test as property } from '@fast-check/vitest';
import { strToU8, zipSync } from 'fflate';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { bytesInMemory } from '../file/bytes';
import { LIMITS } from './limits';
import { unpack } from './unpack';
import { workbookBytes, type Written, type WorkbookOptions } from './workbook.fixture';

const open = (bytes: Uint8Array, limits = LIMITS) =>
  unpack({ name: 'file.xlsx', source: bytesInMemory(bytes) }, limits);

const codes = (bytes: Uint8Array, limits = LIMITS): string[] => {
  const unpacked = open(bytes, limits);
  return unpacked.ok ? [] : unpacked.issues.map((issue) => issue.code);
};

const tables = (bytes: Uint8Array) => {
  const unpacked = open(bytes);
  if (!unpacked.ok) throw new Error(unpacked.issues[0]?.code);
  return unpacked.tables;
};

const textOf = (source: { size: number | null; read(o: number, l: number): Uint8Array }): string =>
  new TextDecoder().decode(source.read(0, source.size ?? 0));

const rowsOf = (bytes: Uint8Array): string[][] => {
  const [table] = tables(bytes);
  const text = table ? textOf(table.source) : '';
  return Papa.parse<string[]>(text.replace(/\n$/, ''), { delimiter: ',', newline: '\n' }).data;
};

const one = (rows: Written[][], options?: WorkbookOptions): string[][] =>
  rowsOf(workbookBytes({ Sheet1: rows }, options));

const styles = (...codes: string[]): string =>
  `<styleSheet><numFmts>${codes
    .map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`)
    .join(
      ''
    )}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${codes
    .map((_, i) => `<xf numFmtId="${164 + i}"/>`)
    .join('')}</cellXfs></styleSheet>`;

const styled = (style: number, value: number | string): Written => ({
  xml: `<c s="${style}"><v>${value}</v></c>`
});

test('text, numbers, booleans and errors come as they are shown', () => {
  const error: Written = { xml: '<c t="e"><v>#N/A</v></c>' };
  expect(
    one([
      ['a', 'b', 'c', 'd'],
      ['x, "y"', 1.5, true, error]
    ])
  ).toEqual([
    ['a', 'b', 'c', 'd'],
    ['x, "y"', '1.5', 'TRUE', '#N/A']
  ]);
});

test.each([
  ['310224000123', '310224000123'],
  ['12345678901234567890', '12345678901234567890'],
  ['3.10224000123E+11', '310224000123'],
  ['1.1000000000000001', '1.1'],
  ['1E-7', '0.0000001'],
  ['-2.5e3', '-2500'],
  ['0.10', '0.10']
])('the number written %s reads %s', (written, read) => {
  expect(one([['id'], [{ xml: `<c><v>${written}</v></c>` }]])[1]).toEqual([read]);
});

test.each([
  ['yyyy\\-mm\\-dd', 45413, '2024-05-01'],
  ['d/m/yyyy h:mm', 45413.5, '2024-05-01 12:00:00'],
  ['d/m/yyyy h:mm', 45413, '2024-05-01 00:00:00'],
  ['m/d/yy', 45642.4402893518, '2024-12-16 10:34:01'],
  ['[$-409]mmm d, yyyy', 59, '1900-02-28'],
  ['h:mm AM/PM', 0.75, '18:00:00'],
  ['[h]:mm', 1.5, '1.5'],
  ['0.00', 2.5, '2.5'],
  ['00000', 1062, '01062'],
  ['[Red]#,##0', 3, '3'],
  ['&quot;days&quot; 0', 3, '3']
])('a cell with format %s and number %d reads %s', (code, number, read) => {
  expect(one([['x'], [styled(1, number)]], { styles: styles(code) })[1]).toEqual([read]);
});

test('a workbook of the 1904 system counts its days from there', () => {
  const options = { styles: styles('yyyy-mm-dd'), is1904: true };
  expect(one([['x'], [styled(1, 0)], [styled(1, 43951)]], options)).toEqual([
    ['x'],
    ['1904-01-01'],
    ['2024-05-01']
  ]);
});

test('runs of rich text are one text, and how a word is said is no part of it', () => {
  const xml =
    '<c t="inlineStr"><is><r><t>big </t></r><r><rPr><b/></rPr><t>news</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c>';
  expect(one([['x'], [{ xml }]])[1]).toEqual(['big news']);
});

test('characters written as _xHHHH_ are those characters', () => {
  expect(one([['x'], ['a_x000D_\nb'], ['_x005F_x0041_']])).toEqual([['x'], ['a\nb'], ['_x0041_']]);
});

test('entities of a document are not expanded', () => {
  const xml = '<c t="inlineStr"><is><t>a &amp; &lol; &#65;</t></is></c>';
  expect(one([['x'], [{ xml }]])[1]).toEqual(['a & &lol; A']);
});

test('rows and cells that are absent keep the places of the others', () => {
  expect(one([['a', 'b', 'c'], [], [null, 'x', null], ['y', null, 'z']])).toEqual([
    ['a', 'b', 'c'],
    [''],
    ['', 'x', ''],
    ['y', '', 'z']
  ]);
});

test('a sheet whose cells say no place is read in order', () => {
  expect(
    one(
      [
        ['a', 'b'],
        ['x', null],
        [null, 'y']
      ],
      { withoutPlaces: true }
    )
  ).toEqual([
    ['a', 'b'],
    ['x', ''],
    ['', 'y']
  ]);
});

test('a sheet that names its elements with a prefix is read', () => {
  expect(one([['a'], ['b'], [3]], { prefix: 'x', strings: 'inline' })).toEqual([
    ['a'],
    ['b'],
    ['3']
  ]);
});

test('a line is counted as the row of the sheet, also below cells with line breaks', () => {
  const bytes = workbookBytes({
    s: [
      ['a', 'b'],
      ['one\ntwo\nthree', 'x'],
      ['y', 'four\nfive'],
      ['z', 'end']
    ]
  });
  const source = tables(bytes)[0]?.source;
  expect([1, 2, 3, 4, 5, 6, 7].map((line) => source?.lineOf?.(line))).toEqual([
    1, 2, 2, 2, 3, 3, 4
  ]);
});

test('sheets without rows are passed over, the others keep their names', () => {
  const bytes = workbookBytes({ Empty: [], 'Main & more': [['a'], ['1']], Two: [['b']] });
  expect(tables(bytes).map((table) => table.container)).toEqual([
    { kind: 'xlsx', sheet: 'Main & more' },
    { kind: 'xlsx', sheet: 'Two' }
  ]);
});

test('an archive of delimited files holds a table for each', () => {
  const bytes = zipSync({
    'form.csv': strToU8('a,b\n1,2\n'),
    '__MACOSX/form.csv': strToU8('x'),
    'media/photo.jpg': strToU8('x'),
    '../form-members.csv': strToU8('c\n3\n')
  });
  const found = tables(bytes);
  expect(found.map((table) => table.container)).toEqual([
    { kind: 'zip', entry: 'form.csv' },
    { kind: 'zip', entry: '../form-members.csv' }
  ]);
  expect(textOf(found[1]?.source ?? bytesInMemory(new Uint8Array()))).toBe('c\n3\n');
});

test('a workbook that is cut off, or changed in one byte, is refused as damaged', () => {
  const bytes = workbookBytes({
    s: [
      ['a', 'b'],
      ['some text', 'other text']
    ]
  });
  expect(codes(bytes.slice(0, bytes.length / 2))).toEqual(['XLSX_DAMAGED']);
  const at = 120;
  const changed = bytes.map((byte, i) => (i === at ? byte ^ 0x55 : byte));
  expect(codes(changed).length + codes(bytes).length).toBe(1);
});

test('archives without tables are refused in their own words', () => {
  expect(codes(zipSync({ 'a.jpg': strToU8('x') }))).toEqual(['ZIP_UNKNOWN']);
  expect(codes(zipSync({ '[Content_Types].xml': strToU8('<Types/>') }))).toEqual(['XLSX_EMPTY']);
  expect(codes(workbookBytes({ s: [] }))).toEqual(['XLSX_EMPTY']);
});

test('a document type definition is refused', () => {
  const bytes = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8('<!DOCTYPE lolz [<!ENTITY lol "lol">]><workbook/>')
  });
  expect(codes(bytes)).toEqual(['XLSX_DAMAGED']);
});

test('a bomb is refused before it has grown', () => {
  const zeros = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': new Uint8Array(24 * 1024 * 1024)
  });
  expect(zeros.length).toBeLessThan(100_000);
  expect(codes(zeros)).toEqual(['XLSX_DAMAGED']);
  const csv = zipSync({ 'a.csv': new Uint8Array(24 * 1024 * 1024).fill(44) });
  expect(codes(csv)).toEqual(['CONTAINER_TOO_LARGE']);
});

test('what is beyond a limit is refused as too large', () => {
  const bytes = workbookBytes({
    s: [
      ['a', 'b'],
      ['long text here', 'other']
    ]
  });
  for (const limits of [
    { ...LIMITS, entries: 2 },
    { ...LIMITS, totalBytes: 100 },
    { ...LIMITS, entryBytes: 50 },
    { ...LIMITS, cells: 3 },
    { ...LIMITS, characters: 5 }
  ])
    expect(codes(bytes, limits)).toEqual(['CONTAINER_TOO_LARGE']);
});

const cellText = fc
  .string({
    unit: fc.constantFrom('a', 'é', '字', '"', ',', '\n', ';', ' ', '<', '&', "'", '1', '😀'),
    maxLength: 12
  })
  .filter((text) => text.trim() === text);
/** What a cell of a test may hold. */
type Plain = Exclude<Written, object> | null;
const value = fc.oneof(
  cellText,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).map((n) => n + 0),
  fc.boolean(),
  fc.constant(null)
);

property.prop([
  fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 12 }),
  fc.constantFrom('shared' as const, 'inline' as const),
  fc.boolean()
])('any sheet that is written reads back identical', (body, strings, withoutPlaces) => {
  const header = ['h1', 'h2', 'h3'];
  const rows = one([header, ...body], { strings, withoutPlaces });
  const shown = (cell: Plain): string =>
    cell === null ? '' : typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
  const wanted = [header, ...body.map((row) => row.map(shown))];
  while (wanted.at(-1)?.every((cell) => cell === '')) wanted.pop();
  const got = rows.map((row) => (row.length === 1 ? ['', '', ''] : row));
  expect(got.map((row) => row.map(numberOrText))).toEqual(
    wanted.map((row) => row.map(numberOrText))
  );
  expect(got.flat().every((cell) => !/^-?\d+(\.\d+)?e/i.test(cell))).toBe(true);
});

/** Numbers are compared by value: plain digits stand for what may be written with an exponent. */
const numberOrText = (cell: string): string | number =>
  /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell) ? Number(cell) : cell;

property.prop([fc.uint8Array({ maxLength: 4000 }), fc.nat(3000), fc.boolean()])(
  'no bytes after the mark of an archive, nor a changed workbook, make it throw',
  (noise, at, isWorkbook) => {
    const base = isWorkbook
      ? workbookBytes({
          s: [
            ['a', 'b'],
            ['x', 1]
          ]
        })
      : Uint8Array.of(0x50, 0x4b, 3, 4);
    const bytes = new Uint8Array(Math.max(base.length, isWorkbook ? 0 : 4 + noise.length));
    bytes.set(base);
    const from = isWorkbook ? at % base.length : 4;
    bytes.set(
      noise.subarray(0, Math.max(0, Math.min(isWorkbook ? 6 : noise.length, bytes.length - from))),
      from
    );
    expect(typeof open(bytes).ok).toBe('boolean');
  }
);
