import { ContainerFault } from './fault';
import { builtInFormat, readFormatCode, type NumberFormat } from './serial-date';
import { attribute, XmlReader, type XmlHandler } from './xml';
import { unpackEntry, type Unpacking, type ZipEntry } from './zip';

/** An XLSX workbook whose sheets have not been read yet (ECMA-376, SpreadsheetML). */
export interface Workbook {
  sheets: { name: string; entry: ZipEntry }[];
  /** by number in the workbook */
  sharedStrings: string[];
  /** what the number format of a cell says, by its style number */
  formats: NumberFormat[];
  is1904: boolean;
}

/** @throws ContainerFault `XLSX_EMPTY` when it is no workbook but another kind of office document */
export function openWorkbook(work: Unpacking, entries: readonly ZipEntry[]): Workbook {
  const find = (name: string): ZipEntry | undefined => {
    const wanted = name.replace(/^\//, '').toLowerCase();
    return entries.find((entry) => entry.name.replace(/^\//, '').toLowerCase() === wanted);
  };
  const relations = (part: string) => {
    const at = part.lastIndexOf('/') + 1;
    const entry = find(`${part.slice(0, at)}_rels/${part.slice(at)}.rels`);
    return entry ? readRelations(work, entry, part.slice(0, at)) : [];
  };
  const main = relations('').find((each) => each.type.endsWith('/officeDocument'))?.target;
  const part = main !== undefined && find(main) ? main : 'xl/workbook.xml';
  const entry = find(part);
  if (!entry) throw new ContainerFault('XLSX_EMPTY');
  const { sheets, is1904 } = readSheets(work, entry);
  const targets = relations(part);
  const ofType = (type: string): ZipEntry | undefined => {
    const target = targets.find((each) => each.type.endsWith(type))?.target;
    return target === undefined ? undefined : find(target);
  };
  const strings = ofType('/sharedStrings');
  const styles = ofType('/styles');
  return {
    sheets: sheets.flatMap(({ name, id }) => {
      const target = targets.find((each) => each.id === id);
      // Chart sheets hold no cells.
      const found = target?.type.endsWith('/worksheet') ? find(target.target) : undefined;
      return found ? [{ name, entry: found }] : [];
    }),
    sharedStrings: strings ? readSharedStrings(work, strings) : [],
    formats: styles ? readFormats(work, styles) : [],
    is1904
  };
}

/** Reads an entry as XML. */
export function readXml(work: Unpacking, entry: ZipEntry, handler: XmlHandler): void {
  const reader = new XmlReader(handler, work.limits);
  unpackEntry(work, entry, (bytes) => {
    reader.push(bytes);
  });
  reader.end();
}

const nothing = (): void => undefined;

const readOpens = (
  work: Unpacking,
  entry: ZipEntry,
  open: (name: string, attributes: string) => void
): void => {
  readXml(work, entry, { open, close: nothing, text: nothing });
};

function readRelations(work: Unpacking, entry: ZipEntry, folder: string) {
  const found: { id: string; type: string; target: string }[] = [];
  readOpens(work, entry, (name, attributes) => {
    if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
    found.push({
      id: attribute(attributes, 'Id') ?? '',
      type: attribute(attributes, 'Type') ?? '',
      target: resolve(folder, attribute(attributes, 'Target') ?? '')
    });
  });
  return found;
}

/** A part's name, from the folder of the part that points at it. */
function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folder.split('/').filter((part) => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function readSheets(work: Unpacking, entry: ZipEntry) {
  const sheets: { name: string; id: string }[] = [];
  let is1904 = false;
  readOpens(work, entry, (name, attributes) => {
    if (name === 'sheet')
      sheets.push({
        name: attribute(attributes, 'name') ?? '',
        id: attribute(attributes, 'id') ?? ''
      });
    if (name === 'workbookPr') is1904 = isTrue(attribute(attributes, 'date1904'));
  });
  return { sheets, is1904 };
}

const isTrue = (text: string | null): boolean => text === '1' || text === 'true';

function readSharedStrings(work: Unpacking, entry: ZipEntry): string[] {
  const strings: string[] = [];
  let text = '';
  let characters = 0;
  const reader = new RichText((piece) => {
    text += piece;
  });
  readXml(work, entry, {
    open(name) {
      if (name === 'si') text = '';
      reader.open(name);
    },
    close(name) {
      reader.close(name);
      if (name !== 'si') return;
      strings.push(unescapeText(text));
      characters += text.length;
      if (characters > work.limits.characters) throw new ContainerFault('CONTAINER_TOO_LARGE');
    },
    text: (piece) => {
      reader.text(piece);
    }
  });
  return strings;
}

/** Text of `<t>`, run after run; how East Asian words are said (`<rPh>`) is no text of the cell. */
export class RichText {
  #isText = false;
  #inPhonetic = 0;

  constructor(private readonly take: (text: string) => void) {}

  open(name: string): void {
    if (name === 'rPh') this.#inPhonetic++;
    else if (name === 't') this.#isText = this.#inPhonetic === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.#inPhonetic--;
    else if (name === 't') this.#isText = false;
  }

  text(text: string): void {
    if (this.#isText) this.take(text);
  }
}

/** Characters XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16))
      )
    : text;

function readFormats(work: Unpacking, entry: ZipEntry): NumberFormat[] {
  const own = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  readXml(work, entry, {
    open(name, attributes) {
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      if (name === 'numFmt') own.set(id, readFormatCode(attribute(attributes, 'formatCode') ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) formats.push(own.get(id) ?? builtInFormat(id));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
    text: nothing
  });
  return formats;
}
