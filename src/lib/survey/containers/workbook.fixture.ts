import { strToU8, zipSync } from 'fflate';

/** A cell to be written: text, number, boolean, or as XML. */
export type Written = string | number | boolean | null | { xml: string };

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') +
  String.fromCharCode(65 + (column % 26));

export interface WorkbookOptions {
  /** texts in a table of their own, or in the cells */
  strings?: 'shared' | 'inline';
  /** leave the places out, as some writers do */
  withoutPlaces?: boolean;
  styles?: string;
  is1904?: boolean;
  prefix?: string;
}

/** A workbook made of nothing but ECMA-376, independently of how we read one. */
export function workbookBytes(
  sheets: Record<string, Written[][]>,
  options: WorkbookOptions = {}
): Uint8Array {
  const { strings = 'shared', withoutPlaces = false, prefix = '' } = options;
  const texts: string[] = [];
  const p = prefix === '' ? '' : `${prefix}:`;
  const ns = `xmlns${prefix === '' ? '' : `:${prefix}`}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`;
  const cell = (value: Written, row: number, column: number): string => {
    if (value === null && !withoutPlaces) return '';
    const at = withoutPlaces ? '' : ` r="${letters(column)}${row + 1}"`;
    if (value === null) return `<${p}c/>`;
    if (typeof value === 'object') return value.xml.replaceAll('<c', `<c${at}`);
    if (typeof value === 'number') return `<${p}c${at}><${p}v>${value}</${p}v></${p}c>`;
    if (typeof value === 'boolean')
      return `<${p}c${at} t="b"><${p}v>${value ? 1 : 0}</${p}v></${p}c>`;
    const text = `<${p}t xml:space="preserve">${escape(value)}</${p}t>`;
    if (strings === 'inline') return `<${p}c${at} t="inlineStr"><${p}is>${text}</${p}is></${p}c>`;
    return `<${p}c${at} t="s"><${p}v>${texts.push(text) - 1}</${p}v></${p}c>`;
  };
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {};
  names.forEach((name, i) => {
    const rows = (sheets[name] ?? []).map((cells, row) =>
      cells.length === 0
        ? ''
        : `<${p}row${withoutPlaces ? '' : ` r="${row + 1}"`}>${cells.map((value, column) => cell(value, row, column)).join('')}</${p}row>`
    );
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<?xml version="1.0"?><${p}worksheet ${ns}><${p}sheetData>${rows.join('')}</${p}sheetData></${p}worksheet>`;
  });
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (targets: [string, string, string][]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
      .map(
        ([id, kind, target]) =>
          `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/>`
      )
      .join('')}</Relationships>`;
  parts['[Content_Types].xml'] = '<Types/>';
  parts['_rels/.rels'] = relations([['r1', 'officeDocument', 'xl/workbook.xml']]);
  parts['xl/workbook.xml'] =
    `<workbook xmlns:r="${type}"><workbookPr date1904="${options.is1904 ? 1 : 0}"/><sheets>${names
      .map((name, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="s${i + 1}"/>`)
      .join('')}</sheets></workbook>`;
  parts['xl/_rels/workbook.xml.rels'] = relations([
    ...names.map((_, i): [string, string, string] => [
      `s${i + 1}`,
      'worksheet',
      `worksheets/sheet${i + 1}.xml`
    ]),
    ['t', 'sharedStrings', 'sharedStrings.xml'],
    ['y', 'styles', 'styles.xml']
  ]);
  parts['xl/sharedStrings.xml'] =
    `<sst>${texts.map((text) => `<si>${text.replaceAll(`${p}t`, 't')}</si>`).join('')}</sst>`;
  if (options.styles !== undefined) parts['xl/styles.xml'] = options.styles;
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
  );
}
