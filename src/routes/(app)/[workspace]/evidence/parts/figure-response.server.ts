import { error } from '@sveltejs/kit';
import type { ChartModel } from '$lib/charts/model';
import { exportFigure, figureFormats, type FigureFormat } from '$lib/server/export/figure';
import { textFor, type Language } from '$lib/text/text';

/** The format a path names; anything else is no page. */
export function toFormat(name: string, language: Language): FigureFormat {
  const found = figureFormats.find((format) => format === name);
  if (!found) error(404, { message: textFor(language).access.noSuchPage, code: 'not-found' });
  return found;
}

/** A figure as a file that the browser saves. */
export function figureResponse(model: ChartModel, format: FigureFormat): Response {
  const { name, type, body } = exportFigure(model, format);
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      // An SVG opened by itself runs and loads nothing.
      'content-security-policy': "default-src 'none'; style-src 'none'; sandbox"
    }
  });
}
