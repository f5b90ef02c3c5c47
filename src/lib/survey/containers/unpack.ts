import type { Issue } from '$lib/base/issue';
import { bytesInMemory, type ByteSource } from '../file/bytes';
import type { Container } from '../plan';
import { ContainerFault } from './fault';
import { LIMITS, type Limits } from './limits';
import { readSheetText } from './sheet-csv';
import { openWorkbook } from './workbook';
import { readDirectory, unpackEntry, type Unpacking, type ZipEntry } from './zip';

export interface NamedSource {
  name: string;
  source: ByteSource;
}

/** One table of a file, as delimited text. */
export interface TableText {
  /** name of the file */
  file: string;
  /** where in the file; absent when the file is the table */
  container?: Container;
  /** its lines count as the rows of the sheet do (`ByteSource.lineOf`) */
  source: ByteSource;
  issues: Issue[];
}

export type Unpacked = { ok: true; tables: TableText[] } | { ok: false; issues: Issue[] };

const known = new WeakMap<ByteSource, Unpacked>();
/** Text that came out of a container: it is not unpacked again. */
const texts = new WeakSet<ByteSource>();

/**
 * The tables of a file: the sheets of an Excel workbook that hold rows, the delimited files of a ZIP
 * archive, or the file itself when it is neither. Reads everything into memory, within `LIMITS`, and
 * writes nothing; the same source is unpacked once.
 *
 * Refused: a damaged, locked, or too large workbook; an archive without tables.
 */
export function unpack({ name, source }: NamedSource, limits: Limits = LIMITS): Unpacked {
  const start = source.read(0, 4);
  const isZip = start[0] === 0x50 && start[1] === 0x4b && start[2] === 3 && start[3] === 4;
  if (!isZip) return { ok: true, tables: [{ file: name, source, issues: [] }] };
  const before = limits === LIMITS ? known.get(source) : undefined;
  if (before) return before;
  const unpacked = unpackZip(name, { source, limits, total: 0 });
  if (unpacked.ok) for (const table of unpacked.tables) texts.add(table.source);
  if (limits === LIMITS) known.set(source, unpacked);
  return unpacked;
}

/**
 * The delimited text of a table; the source itself when it is such text already.
 *
 * @throws RangeError when the file has no such sheet or entry: it is another file than the plan's
 */
export function tableText(source: ByteSource, container: Container | undefined): ByteSource {
  if (!container || texts.has(source)) return source;
  const unpacked = unpack({ name: '', source });
  const place = placeOf(container);
  const table = unpacked.ok
    ? unpacked.tables.find((each) => each.container && placeOf(each.container) === place)
    : undefined;
  if (!table) throw new RangeError(`the file holds no ${place}`);
  return table.source;
}

const placeOf = (container: Container): string =>
  container.kind === 'xlsx'
    ? `sheet ${container.sheet}`
    : container.kind === 'zip'
      ? `entry ${container.entry}`
      : container.kind;

function unpackZip(file: string, work: Unpacking): Unpacked {
  try {
    const entries = readDirectory(work.source, work.limits);
    const isOffice = entries.some((entry) => entry.name === '[Content_Types].xml');
    const tables = isOffice ? sheetsOf(file, work, entries) : filesOf(file, work, entries);
    if (tables.length > 0) return { ok: true, tables };
    return refuse(isOffice ? 'XLSX_EMPTY' : 'ZIP_UNKNOWN');
  } catch (error) {
    if (!(error instanceof ContainerFault)) throw error;
    return refuse(error.code, error.params);
  }
}

const refuse = (code: string, params: Issue['params'] = {}): Unpacked => ({
  ok: false,
  issues: [{ code, severity: 'error', where: {}, params }]
});

function sheetsOf(file: string, work: Unpacking, entries: readonly ZipEntry[]): TableText[] {
  const workbook = openWorkbook(work, entries);
  const { cells, characters } = work.limits;
  const budget = { cells, characters };
  return workbook.sheets.flatMap(({ name, entry }): TableText[] => {
    const { source, rows, merged } = readSheetText(work, workbook, entry, budget);
    if (rows === 0) return [];
    const issues: Issue[] =
      merged.count === 0
        ? []
        : [
            {
              code: 'CELLS_MERGED',
              severity: 'note',
              where: { line: merged.row },
              params: { sheet: name, count: merged.count }
            }
          ];
    return [{ file, container: { kind: 'xlsx', sheet: name }, source, issues }];
  });
}

function filesOf(file: string, work: Unpacking, entries: readonly ZipEntry[]): TableText[] {
  let left = work.limits.characters;
  return entries
    .filter(
      ({ name }) => /\.(csv|tsv|tab|txt)$/i.test(name) && !/(^|\/)(__MACOSX\/|\.[^./])/.test(name)
    )
    .map((entry): TableText => {
      const pieces: Uint8Array[] = [];
      unpackEntry(work, entry, (bytes) => {
        left -= bytes.length;
        if (left < 0) throw new ContainerFault('CONTAINER_TOO_LARGE');
        pieces.push(bytes);
      });
      const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
      let at = 0;
      for (const piece of pieces) {
        bytes.set(piece, at);
        at += piece.length;
      }
      const container = { kind: 'zip' as const, entry: entry.name };
      return { file, container, source: bytesInMemory(bytes), issues: [] };
    });
}
