import { toSvg } from '$lib/charts/figure-file';
import type { ChartModel } from '$lib/charts/model';
import { altText } from '$lib/charts/svg';
import { toCsv } from '$lib/charts/table';
import { lightTheme, type Theme } from '$lib/charts/theme';
import { toPng } from './png';

export const figureFormats = ['svg', 'png', 'csv', 'txt'] as const;
export type FigureFormat = (typeof figureFormats)[number];

export interface FigureFile {
  name: string;
  type: string;
  body: string | Uint8Array;
}

/** A figure as a file to hand out: picture, numbers, or its alternative text. */
export function exportFigure(
  model: ChartModel,
  format: FigureFormat,
  options: { theme?: Theme; width?: number; scale?: number } = {}
): FigureFile {
  const { theme = lightTheme, width = 800, scale = 2 } = options;
  const code = model.hash ? `-${model.hash.slice(0, 8)}` : '';
  const name = `${model.id.replace(/[^\p{L}\p{N}]+/gu, '-')}${code}.${format}`;
  switch (format) {
    case 'svg':
      return { name, type: 'image/svg+xml', body: toSvg(model, theme, { width }) };
    case 'png':
      return { name, type: 'image/png', body: toPng(toSvg(model, theme, { width }), scale) };
    case 'csv':
      return { name, type: 'text/csv; charset=utf-8', body: toCsv(model) };
    case 'txt':
      return {
        name,
        type: 'text/plain; charset=utf-8',
        body: `${model.title}\n${altText(model)}\n`
      };
  }
}
