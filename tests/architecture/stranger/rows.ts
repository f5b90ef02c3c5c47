import { getTableColumns, getTableName } from 'drizzle-orm';
import type { Db } from '../../../src/lib/server/db/open';
import { ownedTables, secretOf, tables, targetOf, type Planted } from './planted-workspaces';

type Row = Record<string, unknown>;

const rowsIn = (db: Db, name: string): Row[] =>
  db.$client.prepare<[], Row>(`SELECT * FROM "${name}"`).all();

const idsOfA = (planted: Planted): Set<string> =>
  new Set([...planted.idsOf('own').values(), ...planted.idsOf('sister').values()]);

const texts = (row: Row): string[] =>
  Object.values(row).filter((each): each is string => typeof each === 'string');

/** What workspace A holds, as text: equal before and after means untouched. */
export function contentOfA(db: Db, planted: Planted): string {
  const ids = idsOfA(planted);
  const elsewhere = planted.idsOf('other').get('workspace');
  return content(db, tables.map(getTableName), (row) => {
    const isOfA = (text: string) => ids.has(text) || /secret-(own|sister)-/.test(text);
    return row.workspace_id !== elsewhere && texts(row).some(isOfA);
  });
}

/** What the organization `own` keeps to itself, as text. */
export const contentOfOwn = (db: Db): string =>
  content(db, [...ownedTables], (row) => texts(row).some((text) => text.includes(secretOf('own'))));

const content = (db: Db, names: readonly string[], keep: (row: Row) => boolean): string =>
  names
    .flatMap((name) =>
      rowsIn(db, name)
        .filter(keep)
        .map((row) => `${name} ${JSON.stringify(row)}`)
    )
    .join('\n');

/** References from workspace B into workspace A: "hearing.measure_id". */
export function crossReferences(db: Db, planted: Planted): string[] {
  const foreign = idsOfA(planted);
  const here = planted.idsOf('other').get('workspace');
  return tables.flatMap((table) => {
    const name = getTableName(table);
    const pointing = Object.values(getTableColumns(table))
      .map((column) => column.name)
      .filter((column) => /_id$/.test(column) || targetOf(column) !== null);
    const rows = rowsIn(db, name).filter((row) => row.workspace_id === here);
    return pointing
      .filter((column) => rows.some((row) => foreign.has(String(row[column]))))
      .map((column) => `${name}.${column}`);
  });
}
