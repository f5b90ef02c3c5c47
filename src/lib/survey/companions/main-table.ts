import type { Issue } from '$lib/base/issue';
import { unpack, type NamedSource, type TableText } from '../containers/unpack';
import { openTable } from './table';

export type MainTable =
  { ok: true; text: TableText; rest: TableText[] } | { ok: false; issues: Issue[] };

/**
 * The table of a file that holds the responses: in a workbook, the sheet of a tool we know, else the
 * largest one; sheets of a form and child tables only when there is nothing else.
 */
export function findMainTable(named: NamedSource): MainTable {
  const unpacked = unpack(named);
  if (!unpacked.ok) return unpacked;
  const { tables } = unpacked;
  let best = { rank: -1, size: -1, at: 0 };
  if (tables.length > 1)
    tables.forEach((text, at) => {
      const rank = rankOf(text);
      const size = text.source.size ?? 0;
      if (rank > best.rank || (rank === best.rank && size > best.size)) best = { rank, size, at };
    });
  const text = tables[best.at];
  if (!text) return { ok: false, issues: [] };
  return { ok: true, text, rest: tables.filter((each) => each !== text) };
}

/** 4 a tool's responses, 3 a table of anything, 2 too narrow to be one, 1 child rows, 0 the rest. */
function rankOf(text: TableText): number {
  const opening = openTable(text);
  if (!opening.ok) return -1;
  const { format, headings } = opening.table;
  if (format.companion === 'repeat') return 1;
  if (format.companion) return 0;
  if (format.id !== 'generic') return 4;
  return headings.length > 1 ? 3 : 2;
}
