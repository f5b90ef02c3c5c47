import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { textInMemory } from '../file/bytes';
import type { FileLayout, JoinPlan } from '../plan';
import { JoinTable, keyOf } from './join-table';
import { RowStore } from './row-store';

const layout = (columns: number): FileLayout => ({
  encoding: 'utf-8',
  skipBytes: 0,
  firstLine: 1,
  delimiter: ',',
  eol: 'lf',
  preambleRecords: 0,
  headerRows: 1,
  columns,
  backslashEscapes: false
});

const plan = (change: Partial<JoinPlan> = {}): JoinPlan => ({
  file: 'other.csv',
  layout: layout(3),
  key: [{ main: 0, joined: 0 }],
  take: 'cells',
  offset: 2,
  columns: 3,
  ...change
});

const text = (...rows: string[]) => textInMemory(`id,a,b\n${rows.join('\n')}\n`);

test('a row gets the cells of the row with its key, in whatever order they stand', () => {
  const table = new JoinTable(plan(), text('2,x,y', '1,v,w'));
  expect(table.cells(['1', 'q'], 2)).toEqual(['1', 'v', 'w']);
  expect(table.cells([' 2 ', 'q'], 3)).toEqual(['2', 'x', 'y']);
  expect(table.cells(['3', 'q'], 4)).toBeNull();
  expect(table.tally).toEqual({ matched: 2, without: 1, used: 2, unused: 0 });
  expect(table.issues()).toMatchObject([{ code: 'JOIN_UNMATCHED', where: { line: 4 } }]);
});

test('only wanted columns are held; the others are blank', () => {
  const table = new JoinTable(plan(), text('1,v,w'), { columns: new Set([2]) });
  expect(table.cells(['1'], 2)).toEqual(['', '', 'w']);
});

test('counted rows are a number, and nobody without any is missing', () => {
  const table = new JoinTable(plan({ take: 'count', columns: 1 }), text('1,a,', '2,b,', '1,c,'));
  expect(table.cells(['1'], 2)).toEqual(['2']);
  expect(table.cells(['9'], 3)).toEqual(['0']);
  expect(table.cells([''], 4)).toEqual(['']);
  expect(table.issues()).toMatchObject([{ code: 'JOIN_UNUSED', params: { count: 1 } }]);
});

test('of a key that comes twice the first row counts, and the second is named', () => {
  const table = new JoinTable(plan(), text('1,first,', '1,second,'));
  expect(table.cells(['1'], 2)?.[1]).toBe('first');
  expect(table.issues()).toMatchObject([
    { code: 'JOIN_KEY_REPEATED', where: { line: 3 }, params: { count: 1 } }
  ]);
});

test('a table larger than memory allows is refused, not half read', () => {
  const table = new JoinTable(plan(), text('1,aaaa,b', '2,aaaa,b', '3,aaaa,b'), { mostBytes: 9 });
  expect(table.issues()[0]).toMatchObject({ code: 'JOIN_TOO_LARGE', severity: 'error' });
});

test('a key of several columns is blank only when all of them are', () => {
  const key = [
    { main: 0, joined: 1 },
    { main: 1, joined: 0 }
  ];
  expect(keyOf(['a', 'b'], key, 'main')).toBe(keyOf(['b', 'a'], key, 'joined'));
  expect(keyOf(['', ''], key, 'main')).toBe('');
  expect(keyOf(['', 'b'], key, 'main')).not.toBe('');
});

property.prop([
  fc.array(fc.array(fc.string({ unit: 'binary-ascii' }), { minLength: 2, maxLength: 4 }))
])('rows that are put by come back as they were', (rows) => {
  const store = new RowStore();
  const plain = rows.map((row) => row.map((cell) => cell.replaceAll('\u001f', '')));
  const places = plain.map((row) => store.add(row));
  expect(places.map((place) => store.get(place))).toEqual(plain);
});

property.prop([fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { minLength: 1 }), fc.nat()])(
  'every row finds its own, whatever the order of the table',
  (ids, turn) => {
    const at = turn % ids.length;
    const turned = [...ids.slice(at), ...ids.slice(0, at)];
    const table = new JoinTable(plan(), text(...turned.map((id) => `${id},a${id},b${id}`)));
    for (const id of ids)
      expect(table.cells([String(id)], 1)).toEqual([String(id), `a${id}`, `b${id}`]);
    expect(table.tally).toEqual({ matched: ids.length, without: 0, used: ids.length, unused: 0 });
  }
);
