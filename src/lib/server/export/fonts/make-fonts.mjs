/**
 * Makes what depends on the typeface, once, from the packaged web font; both results are committed:
 * the static TrueType files beside this script (the PNG renderer reads neither woff2 nor variable
 * fonts) and the table of advance widths in `src/lib/charts/text-widths.ts`.
 *
 *     node src/lib/server/export/fonts/make-fonts.mjs
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import wawoff2 from 'wawoff2';

const here = dirname(fileURLToPath(import.meta.url));
const from = dirname(
  createRequire(import.meta.url).resolve('@fontsource/public-sans/package.json')
);
const weights = [400, 600, 700];

// Latin, Latin-1 and the few signs exported text may use.
const signs = [0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2020, 0x2026, 0x2212, 0x20ac];
const characters = [...range(0x20, 0x7e), ...range(0xa0, 0xff), ...signs];

/** @param {number} first @param {number} last */
function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Advance width of each character, in thousandths of the type size; 0 where the font has no glyph. @param {Uint8Array} font */
function advanceWidths(font) {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  /** @type {Record<string, number>} */
  const tables = {};
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    tables[String.fromCharCode(...font.subarray(at, at + 4))] = view.getUint32(at + 8);
  }
  const unitsPerEm = view.getUint16(tables.head + 18);
  const longMetrics = view.getUint16(tables.hhea + 34);
  const glyphs = glyphFinder(view, tables.cmap);
  return characters.map((code) => {
    const glyph = glyphs(code);
    if (glyph === 0) return 0;
    const metric = Math.min(glyph, longMetrics - 1);
    return Math.round((1000 * view.getUint16(tables.hmtx + 4 * metric)) / unitsPerEm);
  });
}

/** Reads a format 4 character map (OpenType specification, "cmap"). @param {DataView} view @param {number} cmap */
function glyphFinder(view, cmap) {
  let table = -1;
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const offset = cmap + view.getUint32(cmap + 4 + 8 * i + 4);
    if (view.getUint16(offset) === 4) table = offset;
  }
  if (table < 0) throw new Error('The font has no format 4 character map.');
  const segments = view.getUint16(table + 6) / 2;
  const [ends, starts] = [table + 14, table + 16 + 2 * segments];
  const [deltas, offsets] = [starts + 2 * segments, starts + 4 * segments];
  return (/** @type {number} */ code) => {
    for (let i = 0; i < segments; i++) {
      if (code > view.getUint16(ends + 2 * i)) continue;
      const start = view.getUint16(starts + 2 * i);
      if (code < start) return 0;
      const delta = view.getUint16(deltas + 2 * i);
      const offset = view.getUint16(offsets + 2 * i);
      if (offset === 0) return (code + delta) & 0xffff;
      const glyph = view.getUint16(offsets + 2 * i + offset + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

/**
 * The same font under its own family name: the packaged files all say "Public Sans Thin", the name of
 * the variable font's first instance, so nothing could find them by "Public Sans" and a weight.
 * @param {Uint8Array} font @param {number} weight
 */
function withFamilyName(font, weight) {
  const style = { 400: 'Regular', 600: 'SemiBold', 700: 'Bold' }[weight] ?? 'Regular';
  const old = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = Array.from({ length: old.getUint16(4) }, (_, i) => {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...font.subarray(at, at + 4));
    const start = old.getUint32(at + 8);
    const bytes = font.slice(start, start + old.getUint32(at + 12));
    return { tag, bytes: tag === 'name' ? nameTable('Public Sans', style) : bytes };
  });
  const sizes = tables.map(({ bytes }) => Math.ceil(bytes.length / 4) * 4);
  const head = 12 + 16 * tables.length;
  const made = new Uint8Array(head + sizes.reduce((sum, size) => sum + size, 0));
  made.set(font.subarray(0, 12));
  const view = new DataView(made.buffer);
  let start = head;
  for (const [i, { tag, bytes }] of tables.entries()) {
    made.set(bytes, start);
    const at = 12 + 16 * i;
    made.set(new TextEncoder().encode(tag), at);
    view.setUint32(at + 4, checksum(view, start, sizes[i] ?? 0));
    view.setUint32(at + 8, start);
    view.setUint32(at + 12, bytes.length);
    start += sizes[i] ?? 0;
  }
  return made;
}

/** Names in English for Windows and everyone who reads them. @param {string} family @param {string} style */
function nameTable(family, style) {
  const names = [
    [1, style === 'SemiBold' ? `${family} ${style}` : family],
    [2, style === 'SemiBold' ? 'Regular' : style],
    [4, `${family} ${style}`],
    [6, `${family.replace(' ', '')}-${style}`],
    [16, family],
    [17, style]
  ];
  const texts = names.map(([, text]) => Buffer.from(String(text), 'utf16le').swap16());
  const table = Buffer.alloc(6 + 12 * names.length);
  table.writeUInt16BE(names.length, 2);
  table.writeUInt16BE(table.length, 4);
  let offset = 0;
  for (const [i, [id]] of names.entries()) {
    const record = [3, 1, 0x409, Number(id), texts[i]?.length ?? 0, offset];
    record.forEach((value, k) => table.writeUInt16BE(value, 6 + 12 * i + 2 * k));
    offset += texts[i]?.length ?? 0;
  }
  return new Uint8Array(Buffer.concat([table, ...texts]));
}

/** Sum of a table's 32-bit words (OpenType specification, "Calculating checksums"). @param {DataView} view @param {number} start @param {number} length */
function checksum(view, start, length) {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

const widths = [];
for (const weight of weights) {
  const packed = readFileSync(join(from, `files/public-sans-latin-${weight}-normal.woff2`));
  const font = await wawoff2.decompress(packed);
  writeFileSync(join(here, `public-sans-${weight}.ttf`), withFamilyName(font, weight));
  widths.push(`  ${weight}: [${advanceWidths(font).join(', ')}]`);
}
copyFileSync(join(from, 'LICENSE'), join(here, 'OFL.txt'));
const text = String.fromCodePoint(...characters.filter((code) => code > 0x7e));
writeFileSync(
  join(here, '../../../charts/text-widths.ts'),
  `// Made by src/lib/server/export/fonts/make-fonts.mjs from Public Sans; do not edit by hand.

/** The characters of each row below, in order: U+0020 to U+007E, then these. */
export const charactersBeyondAscii =
  '${[...text].map((c) => '\\u' + c.codePointAt(0).toString(16).padStart(4, '0')).join('')}';

/** Advance widths in thousandths of the type size, by weight; 0 = no glyph. */
export const advanceWidths: Record<400 | 600 | 700, readonly number[]> = {
${widths.join(',\n')}
};
`
);
