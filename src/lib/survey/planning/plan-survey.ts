import type { Issue } from '$lib/base/issue';
import { findMainTable } from '../companions/main-table';
import { openTable, type OpenTable } from '../companions/table';
import { unpack, type NamedSource, type TableText } from '../containers/unpack';
import type { ByteSource } from '../file/bytes';
import type { LayoutOverride } from '../file/open-file';
import { planTable } from './plan-table';
import type { Planned } from './planned';

export type { NamedSource } from '../containers/unpack';

export interface PlanRequest {
  main: ByteSource;
  /** name of the main file as the person knows it */
  name: string;
  /** what was dropped beside it, in any order; each is paired by what is in it */
  companions?: readonly NamedSource[];
  /** keep every column as a variable; only blank is missing */
  asIs?: boolean;
  /** how a person says the main file is to be read, where it was read otherwise */
  layout?: LayoutOverride;
}

/** Reads the beginning of a file (all of it when it is small) and proposes an import plan. Writes nothing. */
export function planSurvey(request: PlanRequest): Planned {
  const found = findMainTable({ name: request.name, source: request.main });
  if (!found.ok)
    return { plan: null, issues: found.issues, opened: null, columns: 0, identifiers: [] };
  const beside = (request.companions ?? []).map(tablesOf);
  const others = [...found.rest.map(openOther), ...beside.flatMap((each) => each.tables)];
  const planned = planTable({
    text: found.text,
    others: others.flatMap((table) => (table ? [table] : [])),
    ...(request.asIs && { asIs: true }),
    ...(request.layout && { layout: request.layout })
  });
  const lost = beside.flatMap((each) => each.issues);
  return { ...planned, issues: [...planned.issues, ...lost] };
}

/** Sheets that hold no table are passed over; the file itself has said what it is. */
function openOther(text: TableText): OpenTable | null {
  const opening = openTable(text);
  return opening.ok ? opening.table : null;
}

/** Tables of a companion; one that holds none that we can read is named, with what is wrong with it. */
function tablesOf(named: NamedSource): { tables: OpenTable[]; issues: Issue[] } {
  const unpacked = unpack(named);
  const tables = unpacked.ok
    ? unpacked.tables.flatMap((text) => {
        const table = openOther(text);
        return table ? [table] : [];
      })
    : [];
  if (tables.length > 0) return { tables, issues: [] };
  const { name } = named;
  const unknown: Issue = {
    code: 'COMPANION_UNKNOWN',
    severity: 'note',
    where: { field: name },
    params: { name }
  };
  return { tables, issues: [unknown] };
}
