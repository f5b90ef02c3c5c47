import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { buildModel } from '$lib/charts/build-model';
import { chartExamples } from '$lib/charts/examples';
import { toSvg } from '$lib/charts/figure-file';
import { textWidth } from '$lib/charts/text-width';
import { exportFigure } from './figure';
import { fontBytes, fontFamily, fontFiles } from './fonts/fonts';
import { toPng } from './png';

const [example] = chartExamples['dot-whisker'];
if (!example) throw new Error('no example');
const model = buildModel(example.spec, example.tables, example.language);

/** Dark pixels in a box of a drawing, by the renderer's own pixels. */
function ink(svg: string, box: { x: number; y: number; width: number; height: number }): number {
  const image = new Resvg(svg, {
    background: '#ffffff',
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: fontFamily }
  }).render();
  // The getter copies the whole picture at every call.
  const { pixels, width } = image;
  let dark = 0;
  for (let y = box.y; y < box.y + box.height; y++)
    for (let x = box.x; x < box.x + box.width; x++) {
      const at = 4 * (y * width + x);
      if ((pixels[at] ?? 255) < 100) dark++;
    }
  return dark;
}

test('the picture has ink where its headline stands, and none where nothing does', () => {
  const svg = toSvg(model);
  expect(ink(svg, { x: 24, y: 28, width: 300, height: 26 })).toBeGreaterThan(300);
  expect(ink(svg, { x: 0, y: 0, width: 800, height: 18 })).toBe(0);
});

test('the three weights are three faces: bold letters are wider and darker', () => {
  const line = (weight: number): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40" font-family="Public Sans"><text x="0" y="30" font-size="24" font-weight="${weight}">minimum 38%</text></svg>`;
  const box = { x: 0, y: 0, width: 300, height: 40 };
  const [regular, semibold, bold] = [400, 600, 700].map((weight) => ink(line(weight), box));
  expect(regular).toBeGreaterThan(100);
  expect(semibold).toBeGreaterThan((regular ?? 0) * 1.1);
  expect(bold).toBeGreaterThan(semibold ?? 0);
});

test('the renderer draws text as wide as the table of widths says', () => {
  for (const weight of [400, 600, 700] as const) {
    const text = 'About 4 in 10 renters (38%) skipped meals – ¿Cuántos?';
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="60" font-family="Public Sans" font-size="40" font-weight="${weight}"><text x="0" y="45">${text}</text></svg>`;
    const drawn = new Resvg(svg, {
      font: { loadSystemFonts: false, fontFiles: fontFiles() }
    }).getBBox();
    expect((drawn?.width ?? 0) / textWidth(text, 40, weight)).toBeGreaterThan(0.96);
    expect((drawn?.width ?? 0) / textWidth(text, 40, weight)).toBeLessThan(1.01);
  }
});

test('a picture is a PNG of the size asked for, the same bytes each time', () => {
  const svg = toSvg(model, undefined, { width: 400 });
  const png = Buffer.from(toPng(svg, 2));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(800);
  expect(Buffer.from(toPng(svg, 2)).equals(png)).toBe(true);
  expect(() => toPng(svg, 40)).toThrow(RangeError);
});

test('every format has a name with the snapshot code and a type', () => {
  expect(exportFigure(model, 'svg')).toMatchObject({
    name: 'by-housing-a1b2c3d4.svg',
    type: 'image/svg+xml'
  });
  expect(exportFigure(model, 'csv').type).toContain('text/csv');
  expect(exportFigure(model, 'txt').body).toContain('Largest number: Renters, 38% (33–43%).');
  expect(exportFigure(model, 'png').body).toBeInstanceOf(Uint8Array);
});

test('the typeface is inside the program', () => {
  expect(fontBytes(700).readUInt32BE(0)).toBe(0x00010000);
});
