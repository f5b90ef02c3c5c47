import { Resvg } from '@resvg/resvg-js';
import { fontFamily, fontFiles } from './fonts/fonts';

/**
 * A picture of an SVG file, in the product's own typeface and no other: the same bytes on every machine.
 *
 * @param scale pixels for one unit of the SVG; 2 for screens, 4 for print
 * @throws RangeError when the scale is outside 0.1 to 8 (a picture of hundreds of megabytes otherwise)
 */
export function toPng(svg: string, scale = 2): Uint8Array {
  if (!(scale >= 0.1 && scale <= 8)) throw new RangeError('The scale of a picture is 0.1 to 8.');
  return new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles: fontFiles(),
      defaultFontFamily: fontFamily,
      sansSerifFamily: fontFamily
    }
  })
    .render()
    .asPng();
}
